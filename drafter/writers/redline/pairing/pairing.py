"""Pairing: which block of one story continues which of the other. Equal ones first, then alike ones."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

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


Places = tuple[int, int]  # from the first to the one after the last


def paired(old: Sequence[Pairable], new: Sequence[Pairable], anchors: Sequence[Places] = ()) -> list[Pair]:
    """Every item once, in order, deletions before insertions. `anchors`, pairs, rise on both sides."""
    return list(_filled(anchors, (0, len(old)), (0, len(new)), partial(_equal_first, old, new)))


def _filled(
    pairs: Iterable[tuple[int, int]], at: Places, to: Places, fill: Callable[[Places, Places], Iterable[Pair]]
) -> Iterator[Pair]:
    """The pairs, and what `fill` makes of the places before, between and after them."""
    (i, j), (k, m) = at, to
    for a, b in pairs:
        yield from fill((i, a), (k, b))
        yield a, b
        i, k = a + 1, b + 1
    yield from fill((i, j), (k, m))


def common(keys: Sequence[Hashable], others: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of a longest common subsequence."""
    return [
        (op.src_start + at, op.dest_start + at)
        for op in Indel.opcodes(keys, others)
        if op.tag == "equal"
        for at in range(op.src_end - op.src_start)
    ]


def _equal_first(old: Sequence[Pairable], new: Sequence[Pairable], at: Places, to: Places) -> Iterator[Pair]:
    rows, columns = _worded(old, at), _worded(new, to)
    equal = common([(old[r].kind, old[r].key) for r in rows], [(new[c].kind, new[c].key) for c in columns])
    return _filled(((rows[r], columns[c]) for r, c in equal), at, to, partial(_alike, old, new))


def _alike(old: Sequence[Pairable], new: Sequence[Pairable], at: Places, to: Places) -> Iterator[Pair]:
    alike = _best(old, new, _worded(old, at), _worded(new, to))
    return _filled(alike, at, to, partial(_blanks, old, new))


def _worded(items: Sequence[Pairable], places: Places) -> list[int]:
    return [place for place in range(*places) if not items[place].blank]


def _blanks(old: Sequence[Pairable], new: Sequence[Pairable], at: Places, to: Places) -> Iterator[Pair]:
    """What is left: empty paragraphs pair in their order, everything else came or went."""
    same = common(
        [(old[r].kind, old[r].key if old[r].blank else r) for r in range(*at)],
        [(new[c].kind, new[c].key if new[c].blank else -1 - c) for c in range(*to)],
    )
    return _filled(((at[0] + r, to[0] + c) for r, c in same), at, to, _came_and_went)


def _came_and_went(at: Places, to: Places) -> Iterator[Pair]:
    yield from ((place, None) for place in range(*at))
    yield from ((None, place) for place in range(*to))


def _best(
    old: Sequence[Pairable], new: Sequence[Pairable], rows: Sequence[int], columns: Sequence[int]
) -> list[tuple[int, int]]:
    """The rising pairs that keep the most words in common."""
    if not rows or not columns:
        return []
    scores = _scores([old[row] for row in rows], [new[column] for column in columns])
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for r in range(len(rows)):
        for c in range(len(columns)):
            best[r + 1][c + 1] = max(best[r][c + 1], best[r + 1][c], best[r][c] + scores.get((r, c), 0.0))
    return [(rows[r], columns[c]) for r, c in _traced(best, scores)]


def _scores(olds: Sequence[Pairable], news: Sequence[Pairable]) -> dict[tuple[int, int], float]:
    """How alike the items are, by their places; where there are many, only of those about as far along."""
    wide = len(olds) * len(news) <= _CELLS
    band = _BAND * max(len(olds), len(news))
    found: dict[tuple[int, int], float] = {}
    for r, old in enumerate(olds):
        for c, new in enumerate(news):
            if (wide or abs(r * len(news) - c * len(olds)) <= band) and (score := likeness(old, new)):
                found[r, c] = score
    return found


def _traced(best: list[list[float]], scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs that the best sum is made of, from the first on."""
    found, r, c = [], len(best) - 1, len(best[0]) - 1
    while r and c:
        here = r - 1, c - 1
        if here in scores and best[r][c] == best[r - 1][c - 1] + scores[here]:
            found.append(here)
            r, c = here
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
