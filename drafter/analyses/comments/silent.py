"""Silent edits: a copy of the draft without its tracked changes against the draft, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz, process

from drafter.language.normal import folded

from .edits import Edit, edits, is_noise, plain
from .lines import CopyLine, Frame, SentLine, key, readings

_SAME = 55.0  # per cent: paragraphs at least so alike are one paragraph, edited
_MISSING = 5  # lines at the beginning or end of a draft: less were deleted, more may not have been sent back


@dataclass(frozen=True, slots=True)
class SilentBreak:
    """A line that was split ("+") into `first` and `second`, or joined ("-") of them; `line` is that of the
    copy where it shows."""

    op: str
    line: CopyLine
    first: str
    second: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A copy held against the draft: each edit with the line of the copy where it stands (for a deletion: the
    line before it), and the clause of each line that continues one, by its paragraph and offset."""

    edits: tuple[tuple[CopyLine, Edit], ...] = ()
    clauses: Mapping[tuple[int, int], str] = field(default_factory=dict)
    breaks: tuple[SilentBreak, ...] = ()
    part: bool = False  # the copy holds only the beginning, the middle or the end of the draft


def compared(copy: Sequence[CopyLine], ours: Sequence[SentLine], frame: Frame | None) -> Compared:
    """What stands before the first and behind the last clause of the copy is letterhead and signature; all
    lines are text where there is no `frame`.

    Numbers are no words: lists are numbered anew by every program.
    """
    old = [key(line.text) for line in ours]
    copy = [line for line in copy if key(line.text) and not (_counts(line) and key(line.text) not in old)]
    blocks = SequenceMatcher(None, old, [key(line.text) for line in copy], autojunk=False).get_opcodes()
    kept = [code for code in blocks if code[0] == "equal"]
    if frame is not None and not kept:
        return Compared()
    first, last = (kept[0][3], kept[-1][4]) if frame is not None else (0, len(copy))
    sent = _sent_back(copy, kept, frame, len(ours))
    found: list[tuple[CopyLine, Edit]] = []
    breaks: list[SilentBreak] = []
    clauses: dict[tuple[int, int], str] = {}
    for op, i1, i2, j1, j2 in blocks:
        stretch = _Stretch(ours[i1:i2], copy[j1:j2])
        pairs = [(n, n) for n in range(i2 - i1)] if op == "equal" else stretch.pairs
        if op != "equal":
            breaks += stretch.breaks
            above = ours[i1 - 1] if i1 else SentLine("", "")
            before = copy[max(j1 - 1, 0)] if copy else CopyLine(0, 0, "")
            if i1 in sent:
                found += stretch.gone(before)
            found += stretch.edited()
            if first <= j1 and j2 <= last:
                found += [each for each in stretch.added(above) if not _is_frame(*each, frame)]
            clauses.update(stretch.reshaped)
        clauses.update(((copy[j1 + j].paragraph, copy[j1 + j].offset), ours[i1 + i].clause) for i, j in pairs)
    return Compared(tuple(found), clauses, tuple(breaks), len(sent) < len(ours))


def _sent_back(
    copy: Sequence[CopyLine], kept: Sequence[tuple[str, int, int, int, int]], frame: Frame | None, count: int
) -> range:
    """The lines of the draft, by place, of which the copy can hold something: a file that begins in the
    middle of the draft without its title, or ends there without its signature, is a part of it."""
    first, last = 0, count
    if frame is not None and frame.front and kept[0][1] >= _MISSING:
        head = (plain(line.text) for line in copy[: kept[0][3]])
        first = 0 if any(line in frame.front for line in head) else kept[0][1]
    if frame is not None and frame.back and count - kept[-1][2] >= _MISSING:
        tail = (plain(line.text) for line in copy[kept[-1][4] :])
        last = count if any(line in frame.back for line in tail) else kept[-1][2]
    return range(first, last)


def _is_frame(line: CopyLine, edit: Edit, frame: Frame | None) -> bool:
    return frame is not None and edit.paragraph and plain(line.text) in frame.lines


def _counts(line: CopyLine) -> bool:
    """Whether a line is the number of a table's row and nothing else."""
    return line.first and line.text.strip(" .)").isdecimal()


class _Stretch:
    """Lines of the draft and of the copy between two that are the same in both."""

    def __init__(self, ours: Sequence[SentLine], theirs: Sequence[CopyLine]) -> None:
        self.ours = ours
        self.theirs = theirs
        self.breaks: list[SilentBreak] = []
        self.reshaped: dict[tuple[int, int], str] = {}
        self._done: tuple[set[int], set[int]] = (set(), set())
        if len(ours) * len(theirs) > 1:
            self._reshape()
        left = [
            [at for at in range(len(side)) if at not in done]
            for side, done in zip((ours, theirs), self._done, strict=True)
        ]
        found = _pairs(
            [readings(ours[at].text)[-1] for at in left[0]], [readings(theirs[at].text)[-1] for at in left[1]]
        )
        self.pairs = [(left[0][i], left[1][j]) for i, j in found]

    def _reshape(self) -> None:
        """Lines that hold together what one of the other side does: split, joined, or only set otherwise."""
        old, new = [_letters(line.text) for line in self.ours], [_letters(line.text) for line in self.theirs]
        for i, j, many in _together(old, new):
            parts = [self.theirs[at] for at in range(j, j + many)]
            for first, second in pairwise(parts):
                if first.paragraph != second.paragraph:
                    self._break("+", second, first.text, second.text, (self.ours[i],))
            self._settle(range(i, i + 1), range(j, j + many))
        for j, i, many in _together(new, old):
            for above, below in pairwise(self.ours[i : i + many]):
                if above.clause != below.clause:
                    self._break("-", self.theirs[j], above.text, below.text, (above, below))
            self._settle(range(i, i + many), range(j, j + 1))

    def _break(self, op: str, line: CopyLine, first: str, second: str, ours: Sequence[SentLine]) -> None:
        clauses = tuple(dict.fromkeys(each.clause for each in ours))
        self.breaks.append(SilentBreak(op, line, first, second, clauses))

    def _settle(self, ours: range, theirs: range) -> None:
        self._done[0].update(ours)
        self._done[1].update(theirs)
        for at in theirs:
            line = self.theirs[at]
            self.reshaped[line.paragraph, line.offset] = self.ours[ours[0]].clause

    def edited(self) -> Iterator[tuple[CopyLine, Edit]]:
        """The edits of lines that continue each other."""
        for i, j in self.pairs:
            for edit in edits(*_nearest(self.ours[i].text, self.theirs[j].text)):
                yield self.theirs[j], replace(edit, clause=self.ours[i].clause)

    def gone(self, before: CopyLine) -> Iterator[tuple[CopyLine, Edit]]:
        """Lines of the draft that nothing continues; `before` is the line of the copy before the stretch."""
        for line in self._gone:
            yield before, Edit(line.text, 0, len(line.text), "", paragraph=True, clause=line.clause)

    def added(self, above: SentLine) -> Iterator[tuple[CopyLine, Edit]]:
        """Lines of the copy that continue nothing; `above` is the line of the draft before the stretch."""
        paired = {j for _, j in self.pairs} | self._done[1]
        for line in (line for at, line in enumerate(self.theirs) if at not in paired):
            text, end = readings(line.text)[-1], len(above.text)
            if re.search(r"\w", text) and not any(is_noise(text, other.text) for other in self._gone):
                yield line, Edit(above.text, end, end, text, paragraph=True, clause=above.clause or None)

    @property
    def _gone(self) -> list[SentLine]:
        paired = {i for i, _ in self.pairs} | self._done[0]
        return [line for at, line in enumerate(self.ours) if at not in paired]


def _letters(text: str) -> str:
    """What stays of a line when it is split or joined: its letters and figures, without the number it opens
    with."""
    return re.sub(r"\W", "", folded(readings(text)[-1]))


def _together(one: Sequence[str], several: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """(place, first, count): the line `one[place]` is what `count` lines of `several` are together."""
    taken = 0
    for place, whole in enumerate(one):
        for first in range(taken, len(several)):
            joined, count = several[first], 1
            while whole.startswith(joined) and joined != whole and first + count < len(several):
                joined += several[first + count]
                count += 1
            if count > 1 and joined == whole:
                yield place, first, count
                taken = first + count
                break


def _nearest(ours: str, theirs: str) -> tuple[str, str]:
    """The readings of two lines that are most alike: a number that both print is part of neither's edit."""
    pairs = [(a, b) for a in readings(ours) for b in readings(theirs)]
    return max(pairs, key=lambda pair: (fuzz.ratio(*pair), len(pair[0])))


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Lines that continue each other, in order: the most alike first, none crossing."""
    scored = (
        (score, i, j)
        for i, line in enumerate(old)
        for _, score, j in process.extract(line, new, scorer=fuzz.ratio, score_cutoff=_SAME, limit=None)
    )
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, reverse=True):
        if all((i - a) * (j - b) > 0 for a, b in taken):
            taken.append((i, j))
    return sorted(taken)
