"""Pairing: which block of one story continues which of the other. Equal ones first, then alike ones."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

_ALIKE = 0.2  # the least share of common words that makes two paragraphs one
_CELLS = 60_000  # pairs of a gap that are all compared; beyond, only those near the diagonal
_BAND = 40


@dataclass(slots=True)
class Pairable:
    """A block to pair: `kind` never pairs with another kind; `key` decides equality."""

    kind: str
    key: str
    words: str  # each word as one character

    @property
    def blank(self) -> bool:
        return not self.words


Pair = tuple[int | None, int | None]


def paired(
    old: Sequence[Pairable], new: Sequence[Pairable], anchors: Sequence[tuple[int, int]] = ()
) -> list[Pair]:
    """Every item once, in order, deletions before insertions. `anchors` rise on both sides."""
    out: list[Pair] = []
    i = k = 0
    for a, b in [*anchors, (len(old), len(new))]:
        out.extend(_equal_first(old, new, (i, a), (k, b)))
        if a < len(old) and b < len(new):
            out.append((a, b))
        i, k = a + 1, b + 1
    return out


def common(keys: Sequence[Hashable], others: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of a longest common subsequence."""
    return [
        (op.src_start + at, op.dest_start + at)
        for op in Indel.opcodes(keys, others)
        if op.tag == "equal"
        for at in range(op.src_end - op.src_start)
    ]


def _equal_first(
    old: Sequence[Pairable], new: Sequence[Pairable], at: tuple[int, int], to: tuple[int, int]
) -> Iterator[Pair]:
    (i, j), (k, m) = at, to
    rows = [r for r in range(i, j) if not old[r].blank]
    columns = [c for c in range(k, m) if not new[c].blank]
    equal = common([(old[r].kind, old[r].key) for r in rows], [(new[c].kind, new[c].key) for c in columns])
    for a, b in [*((rows[a], columns[b]) for a, b in equal), (j, m)]:
        yield from _alike(old, new, (i, a), (k, b))
        if a < j or b < m:
            yield a, b
        i, k = a + 1, b + 1


def _alike(
    old: Sequence[Pairable], new: Sequence[Pairable], at: tuple[int, int], to: tuple[int, int]
) -> Iterator[Pair]:
    (i, j), (k, m) = at, to
    rows = [r for r in range(i, j) if not old[r].blank]
    columns = [c for c in range(k, m) if not new[c].blank]
    for a, b in [*_best(old, new, rows, columns), (j, m)]:
        yield from _blanks(old, new, (i, a), (k, b))
        if a < j or b < m:
            yield a, b
        i, k = a + 1, b + 1


def _blanks(
    old: Sequence[Pairable], new: Sequence[Pairable], at: tuple[int, int], to: tuple[int, int]
) -> Iterator[Pair]:
    """What is left: empty paragraphs pair in their order, everything else came or went."""
    (i, j), (k, m) = at, to
    same = common(
        [(old[r].kind, old[r].key if old[r].blank else r) for r in range(i, j)],
        [(new[c].kind, new[c].key if new[c].blank else -1 - c) for c in range(k, m)],
    )
    for a, b in [*((i + a, k + b) for a, b in same), (j, m)]:
        yield from ((r, None) for r in range(i, a))
        yield from ((None, c) for c in range(k, b))
        if a < j or b < m:
            yield a, b
        i, k = a + 1, b + 1


def _best(
    old: Sequence[Pairable], new: Sequence[Pairable], rows: Sequence[int], columns: Sequence[int]
) -> list[tuple[int, int]]:
    """The rising pairs that keep the most words in common."""
    if not rows or not columns:
        return []
    wide = len(rows) * len(columns) <= _CELLS
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    score: dict[tuple[int, int], float] = {}
    for r, i in enumerate(rows):
        for c, k in enumerate(columns):
            value = 0.0
            if wide or abs(r * len(columns) - c * len(rows)) <= _BAND * max(len(rows), len(columns)):
                value = likeness(old[i], new[k])
            if value:
                score[r, c] = value
            best[r + 1][c + 1] = max(best[r][c + 1], best[r + 1][c], best[r][c] + value)
    found, r, c = [], len(rows), len(columns)
    while r and c:
        if (r - 1, c - 1) in score and best[r][c] == best[r - 1][c - 1] + score[r - 1, c - 1]:
            found.append((rows[r - 1], columns[c - 1]))
            r, c = r - 1, c - 1
        elif best[r][c] == best[r - 1][c]:
            r -= 1
        else:
            c -= 1
    return found[::-1]


def likeness(old: Pairable, new: Pairable) -> float:
    """How many words two items share; 0 where they are too far apart to be one."""
    if old.kind != new.kind or not old.words or not new.words:
        return 0.0
    shared = LCSseq.similarity(old.words, new.words)
    least = _ALIKE * max(len(old.words), len(new.words))
    enough = shared >= least or shared >= 0.8 * min(len(old.words), len(new.words))
    return float(shared) + 0.01 if enough else 0.0
