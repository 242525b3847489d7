"""Between: what lies between two lines that a draft and its copy have in common, paired line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz, process

from drafter.language.normal import folded

from .edits import Edit, edits
from .lines import CopyLine, SentLine, readings

SAME = 55.0  # per cent: paragraphs at least so alike are one paragraph, edited


@dataclass(frozen=True, slots=True)
class SilentBreak:
    """A line that was split ("+") into `first` and `second`, or joined ("-") of them; `line` is that of the
    copy where it shows."""

    op: str
    line: CopyLine
    first: str
    second: str
    clauses: tuple[str, ...]


class Between:
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

    def numbers(self) -> Iterator[tuple[str, str]]:
        """The numbers that are part of the lines whose edits are told."""
        for i, j in self.pairs:
            ours, theirs = self.ours[i].text, self.theirs[j].text
            old, new = _nearest(ours, theirs)
            yield number_of(old), number_of(new)

    def gone(self, before: CopyLine) -> Iterator[tuple[CopyLine, Edit]]:
        """Lines of the draft that nothing continues; `before` is the line of the copy before the stretch."""
        for line in self.left:
            yield before, Edit(line.text, 0, len(line.text), "", paragraph=True, clause=line.clause)

    @property
    def new(self) -> list[tuple[int, CopyLine]]:
        """Lines of the copy that continue nothing, each with its place in the stretch."""
        paired = {j for _, j in self.pairs} | self._done[1]
        return [
            (at, line)
            for at, line in enumerate(self.theirs)
            if at not in paired and re.search(r"\w", readings(line.text)[-1])
        ]

    @property
    def left(self) -> list[SentLine]:
        """Lines of the draft that nothing in the copy continues."""
        paired = {i for i, _ in self.pairs} | self._done[0]
        return [line for at, line in enumerate(self.ours) if at not in paired]


def number_of(text: str) -> str:
    """What a line opens with that only numbers it."""
    return text.removesuffix(readings(text)[-1])


def _letters(text: str) -> str:
    """What stays of a line when it is split or joined: its letters and figures, without the number it opens
    with."""
    return re.sub(r"\W", "", folded(readings(text)[-1]))


def _together(one: Sequence[str], several: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """(place, first, count): the line `one[place]` is what `count` lines of `several` are together."""
    taken = 0
    by_letter: dict[str, list[int]] = {}
    for first, part in enumerate(several):
        by_letter.setdefault(part[:1], []).append(first)
    for place, whole in enumerate(one):
        begins = [*by_letter.get("", ()), *by_letter.get(whole[:1], ())] if whole else []
        for first in sorted(each for each in begins if each >= taken):
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
        for _, score, j in process.extract(line, new, scorer=fuzz.ratio, score_cutoff=SAME, limit=None)
    )
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, reverse=True):
        if all((i - a) * (j - b) > 0 for a, b in taken):
            taken.append((i, j))
    return sorted(taken)
