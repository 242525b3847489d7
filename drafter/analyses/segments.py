"""Segments: the words that lead from one text to another, deletion before insertion.

The comparison runs over tokens whose noise is normalised (`hoá` and `hóa` are one word, `UBND` and
`Ủy ban nhân dân` one phrase), the result over the texts as printed: joining "=" and "-" gives the
old text, "=" and "+" the new one, to the letter. Whole words, whole numbers, a percent sign with its number.

Tricky cases (before | after | wanted):
- `đạt 7,5 %` | `đạt 8 %` | `[-7,5 %-]{+8 %+}`, never half a number;
- `UBND, HĐND` | `Ủy ban nhân dân, Hội đồng nhân dân` | two replacements, the comma kept;
- `vi mạch, kỹ thuật` | `vi mạch, khoa học dữ liệu, kỹ thuật` | `{+khoa học dữ liệu, +}`,
  not `{+, khoa học dữ liệu+}`;
- a rewritten sentence that keeps three small words: one deletion and one insertion, no confetti.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from drafter.model import Segment

from .tokens import KeyedToken, short_forms, tokens, with_phrases

_GAP = 40  # characters between two stretches that differ by Unicode form alone
_STOPS = frozenset('.;:,!?)”"')


@dataclass(frozen=True, slots=True)
class Stretch:
    """old[i:j] and new[k:m], token offsets; `equal` where their keys are."""

    equal: bool
    i: int
    j: int
    k: int
    m: int

    @property
    def size(self) -> int:
        return max(self.j - self.i, self.m - self.k)

    @property
    def replaces(self) -> bool:
        """Whether it has tokens of both sides."""
        return self.j > self.i and self.m > self.k


def segments(old_text: str, new_text: str) -> tuple[Segment, ...]:
    """The words that lead from one text to the other: `"đạt 5%"`, `"đạt 6%"` give `=đạt `, `-5%`, `+6%`."""
    if old_text == new_text:
        return (Segment("=", old_text),) if old_text else ()
    old, old_tail = tokens(old_text)
    new, new_tail = tokens(new_text)
    letters = short_forms(old_text) | short_forms(new_text)
    if letters:
        old, new = with_phrases(old, letters), with_phrases(new, letters)
    stretches = _slid(_compared(old, new), old, new)
    pieces = [*_pieces(_without_islands(stretches, old), old, new), ("=", "")]
    pieces += [("=", old_tail)] if old_tail == new_tail else [("-", old_tail), ("+", new_tail)]
    return tuple(_tidied(pieces))


def _compared(old: Sequence[KeyedToken], new: Sequence[KeyedToken]) -> list[Stretch]:
    ops = Indel.opcodes([token.key for token in old], [token.key for token in new])
    return _joined(
        Stretch(op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end) for op in ops
    )


def _joined(stretches: Iterator[Stretch]) -> list[Stretch]:
    """Neighbours of one sort as one."""
    out = []
    for equal, group in groupby(stretches, key=lambda stretch: stretch.equal):
        run = list(group)
        out.append(Stretch(equal, run[0].i, run[-1].j, run[0].k, run[-1].m))
    return [stretch for stretch in out if stretch.j > stretch.i or stretch.m > stretch.k]


# --- readable: sliders and islands -------------------------------------------------------


def _slid(stretches: list[Stretch], old: Sequence[KeyedToken], new: Sequence[KeyedToken]) -> list[Stretch]:
    """Pure insertions and deletions moved to where they begin and end like a phrase."""
    # Empty stretches at both ends take in what an edit at the very start or end lets go.
    out = [Stretch(True, 0, 0, 0, 0), *stretches, Stretch(True, len(old), len(old), len(new), len(new))]
    for place, stretch in enumerate(out):
        if stretch.equal or (stretch.j > stretch.i and stretch.m > stretch.k):
            continue
        before, after = out[place - 1], out[place + 1]
        side, start, end = (
            (new, stretch.k, stretch.m) if stretch.m > stretch.k else (old, stretch.i, stretch.j)
        )
        shift = _best_shift(side, start, end, before.j - before.i, after.j - after.i)
        out[place - 1] = Stretch(True, before.i, before.j + shift, before.k, before.m + shift)
        out[place] = Stretch(
            False, stretch.i + shift, stretch.j + shift, stretch.k + shift, stretch.m + shift
        )
        out[place + 1] = Stretch(True, after.i + shift, after.j, after.k + shift, after.m)
    return [stretch for stretch in out if stretch.j > stretch.i or stretch.m > stretch.k]


def _best_shift(side: Sequence[KeyedToken], start: int, end: int, left: int, right: int) -> int:
    """By how many tokens the stretch start..end should slide, between -left and right."""
    shifts = [0]
    while -shifts[-1] < left and side[start + shifts[-1] - 1].text == side[end + shifts[-1] - 1].text:
        shifts.append(shifts[-1] - 1)
    at = 0
    while at < right and side[start + at].text == side[end + at].text:
        at += 1
        shifts.append(at)
    return max(shifts, key=lambda shift: (_fit(side, start + shift, end + shift), -abs(shift)))


def _fit(side: Sequence[KeyedToken], start: int, end: int) -> int:
    """How much the stretch looks like a phrase: starts with a word after a mark, ends with a mark."""
    first, last = side[start].text, side[end - 1].text
    before = side[start - 1].text if start else ""
    follows = not before or before in _STOPS
    return 2 * (first[0].isalnum() and follows) + (last in _STOPS) + (before in ".;" and last in ".;")


def _without_islands(stretches: list[Stretch], old: Sequence[KeyedToken]) -> list[Stretch]:
    """Tiny equal stretches inside a rewritten passage become part of it."""
    while True:
        merged = [
            Stretch(False, stretch.i, stretch.j, stretch.k, stretch.m)
            if _is_island(stretches, place, old)
            else stretch
            for place, stretch in enumerate(stretches)
        ]
        if merged == stretches:
            return stretches
        stretches = _joined(iter(merged))


def _is_island(stretches: list[Stretch], place: int, old: Sequence[KeyedToken]) -> bool:
    stretch = stretches[place]
    if not stretch.equal or place in (0, len(stretches) - 1):
        return False
    words = [token for token in old[stretch.i : stretch.j] if token.text[0].isalnum()]
    if any(token.text[0].isdigit() for token in words):
        return False  # a figure that stays is worth showing as such
    left, right = stretches[place - 1], stretches[place + 1]
    around = min(left.size, right.size)
    both = left.replaces and right.replaces
    if not words:
        return both and around > 1
    return len(words) * 3 <= around and (both or len(words) == 1)


# --- back to the printed texts -----------------------------------------------------------


def _pieces(
    stretches: Sequence[Stretch], old: Sequence[KeyedToken], new: Sequence[KeyedToken]
) -> Iterator[tuple[str, str]]:
    for stretch in stretches:
        if stretch.equal:
            for a, b in zip(old[stretch.i : stretch.j], new[stretch.k : stretch.m], strict=True):
                yield from _pair(a.lead, b.lead)
                yield from _pair(a.text, b.text)
        else:
            deleted = "".join(token.lead + token.text for token in old[stretch.i : stretch.j])
            inserted = "".join(token.lead + token.text for token in new[stretch.k : stretch.m])
            space = _shared_space(deleted, inserted)
            yield "=", space
            yield "-", deleted[len(space) :]
            yield "+", inserted[len(space) :]


def _pair(old: str, new: str) -> Iterator[tuple[str, str]]:
    if old == new:
        yield "=", old
    else:
        yield "-", old
        yield "+", new


Run = tuple[str, str, str]  # kept, deleted, inserted: one of the first or the others


def _tidied(pieces: Sequence[tuple[str, str]]) -> Iterator[Segment]:
    """Deletion before insertion, white space that both share outside, neighbours joined."""
    for run in _met(_rotated(_coalesced(_runs(pieces)))):
        yield from (Segment(op, text) for op, text in zip("=-+", run, strict=True) if text)


def _runs(pieces: Sequence[tuple[str, str]]) -> Iterator[Run]:
    """Pieces as runs: kept ones joined, deletions and insertions that meet as one edit."""
    for equal, group in groupby((piece for piece in pieces if piece[1]), key=lambda piece: piece[0] == "="):
        run = list(group)
        if equal:
            yield _joined_text(run, "="), "", ""
        else:
            yield from _edit(_joined_text(run, "-"), _joined_text(run, "+"))


def _joined_text(pieces: Sequence[tuple[str, str]], wanted: str) -> str:
    return "".join(text for op, text in pieces if op == wanted)


def _edit(deleted: str, inserted: str) -> Iterator[Run]:
    """One edit with the white space at both ends that is the same on both sides taken out."""
    head = _shared_space(deleted, inserted)
    deleted, inserted = deleted[len(head) :], inserted[len(head) :]
    tail = _shared_space(deleted[::-1], inserted[::-1])[::-1]
    end = -len(tail) or None
    yield head, "", ""
    yield "", deleted[:end], inserted[:end]
    yield tail, "", ""


def _shared_space(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size] and one[size].isspace():
        size += 1
    return one[:size]


def _coalesced(runs: Iterator[Run]) -> list[Run]:
    """Kept runs joined; words that differ by Unicode form alone stay together across short gaps."""
    out: list[Run] = []
    for kept, deleted, inserted in runs:
        if kept and out and out[-1][0]:
            out[-1] = (out[-1][0] + kept, "", "")
        elif kept:
            out.append((kept, "", ""))
        elif _continues_twins(out, deleted, inserted):
            gap, before = out.pop()[0], out.pop()
            out.append(("", before[1] + gap + deleted, before[2] + gap + inserted))
        elif deleted or inserted:
            out.append(("", deleted, inserted))
    return out


def _continues_twins(out: Sequence[Run], deleted: str, inserted: str) -> bool:
    """Whether an edit differs by Unicode form alone, and so does the one before it, a short gap away."""
    if len(out) < 2 or not _same_letters(deleted, inserted):
        return False
    return 0 < len(out[-1][0]) <= _GAP and _same_letters(*out[-2][1:])


def _rotated(given: Sequence[Run]) -> list[Run]:
    """Words inserted or deleted take the space after them, not the one before: `{+dữ liệu, +}kỹ thuật`."""
    runs = list(given)
    for at in range(1, len(runs) - 1):
        for side in (1, 2):
            space = _leading_space(runs[at][side])
            if space and not runs[at][3 - side] and runs[at - 1][0] and runs[at + 1][0].startswith(space):
                runs[at - 1 : at + 2] = _space_behind(runs[at - 1 : at + 2], side, space)
    return runs


def _leading_space(text: str) -> str:
    """The white space that words begin with; none where there are no words."""
    words = text.lstrip()
    return text[: len(text) - len(words)] if words else ""


def _space_behind(runs: Sequence[Run], side: int, space: str) -> list[Run]:
    """A kept run, an edit and a kept run, the space before the edited words set behind them."""
    before, edit, after = runs
    words = edit[side][len(space) :] + space
    return [
        (before[0] + space, *before[1:]),
        ("", words, "") if side == 1 else ("", "", words),
        (after[0][len(space) :], *after[1:]),
    ]


def _met(runs: Sequence[Run]) -> list[Run]:
    """Edits that have met, because the space between them went with one of them, as one edit."""
    out: list[Run] = []
    for run in runs:
        if not any(run):
            continue
        if out and not out[-1][0] and not run[0]:
            out[-1] = ("", out[-1][1] + run[1], out[-1][2] + run[2])
        else:
            out.append(run)
    return out


def _same_letters(old: str, new: str) -> bool:
    return bool(old) and unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new)
