"""Silent edits: a copy of the draft without its tracked changes against the draft, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from drafter.model import FrameKind

from .between import SAME, Between, SilentBreak, number_of
from .edits import Edit, edits, plain
from .endings import ending_kinds
from .letterhead import letterhead
from .lines import CopyLine, Frame, SentLine, key, readings

_MISSING = 5  # lines at the beginning or end of a draft: less were deleted, more may not have been sent back


@dataclass(frozen=True, slots=True)
class Compared:
    """A copy held against the draft: each edit with the line of the copy where it stands (for a deletion: the
    line before it), and the clause of each line that continues one, by its paragraph and offset. `passed`:
    lines of the copy that are neither text of the draft nor an edit of it, those of its frame too; `unsent`:
    lines of the draft of which a copy of a part holds nothing; `retitled`: lines of its title that the copy
    has in other words; `numbers`: what two lines open with, where an edit of them tells that too."""

    edits: tuple[tuple[CopyLine, Edit], ...] = ()
    clauses: Mapping[tuple[int, int], str] = field(default_factory=dict)
    breaks: tuple[SilentBreak, ...] = ()
    part: bool = False  # the copy holds only the beginning, the middle or the end of the draft
    passed: tuple[tuple[CopyLine, FrameKind], ...] = ()
    unsent: tuple[SentLine, ...] = ()
    retitled: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


def compared(copy: Sequence[CopyLine], ours: Sequence[SentLine], frame: Frame | None) -> Compared:
    """The lines of a copy held against those of the draft; all are text where there is no `frame`.

    Numbers are no words: lists are numbered anew by every program.
    """
    old = [key(line.text) for line in ours]
    copy = worded(copy, frozenset(old))
    blocks = SequenceMatcher(None, old, [key(line.text) for line in copy], autojunk=False).get_opcodes()
    kept = [code for code in blocks if code[0] == "equal"]
    if frame is not None and not kept:
        other = tuple((line, FrameKind.OTHER_DOCUMENT) for line in copy)
        return Compared(passed=other, unsent=tuple(ours))
    bounds = _Bounds(0, 0, len(copy)) if frame is None else _bounds(copy, kept, frame)
    titles = [] if frame is None else _absent(frame.title, copy)
    passed: list[tuple[CopyLine, FrameKind]] = []
    unsent: list[SentLine] = []
    retitled: list[str] = []
    numbers: list[tuple[str, str]] = []
    sent = _sent_back(copy, kept, frame, len(ours))
    found: list[tuple[CopyLine, Edit]] = []
    breaks: list[SilentBreak] = []
    clauses: dict[tuple[int, int], str] = {}
    for op, i1, i2, j1, j2 in blocks:
        stretch = Between(ours[i1:i2], copy[j1:j2])
        pairs = [(n, n) for n in range(i2 - i1)] if op == "equal" else stretch.pairs
        if op != "equal":
            breaks += stretch.breaks
            above = ours[i1 - 1] if i1 else SentLine("", "")
            before = copy[max(j1 - 1, 0)] if copy else CopyLine(0, 0, "")
            if i1 in sent:
                found += stretch.gone(before)
                numbers += [(number_of(line.text), "") for line in stretch.left]
            else:
                unsent += stretch.left
            found += stretch.edited()
            numbers += stretch.numbers()
            for at, line in stretch.new:
                place = j1 + at
                title = _retitled(line, titles) if place < bounds.top else None
                if title is not None:
                    found += [(line, edit) for edit in edits(title, readings(line.text)[-1])]
                    titles.remove(title)
                    retitled.append(title)
                elif bounds.holds(place) and not (frame and plain(line.text) in frame.lines):
                    found.append((line, _addition(line, above)))
                else:
                    passed.append((line, bounds.kind(place)))
            clauses.update(stretch.reshaped)
        clauses.update(((copy[j1 + j].paragraph, copy[j1 + j].offset), ours[i1 + i].clause) for i, j in pairs)
    return Compared(
        edits=tuple(found),
        clauses=clauses,
        breaks=tuple(breaks),
        part=len(sent) < len(ours),
        passed=tuple(passed),
        unsent=tuple(unsent),
        retitled=tuple(retitled),
        numbers=tuple(numbers),
    )


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Places of a copy's lines: `top` is the first that the draft has too; text are those from `first` up to
    `last`."""

    top: int
    first: int
    last: int

    def holds(self, place: int) -> bool:
        return self.first <= place < self.last

    def kind(self, place: int) -> FrameKind:
        """What a line is that is neither text nor an edit of it."""
        if place < self.first:
            return FrameKind.LETTERHEAD
        return FrameKind.HEADING if place < self.last else FrameKind.SIGNATURE


def _absent(title: Sequence[str], copy: Sequence[CopyLine]) -> list[str]:
    """The lines of the draft's title that the copy does not have."""
    had = {plain(line.text) for line in copy}
    return [line for line in title if plain(line) not in had]


def worded(copy: Sequence[CopyLine], known: frozenset[str]) -> list[CopyLine]:
    """The lines of a copy that say something beside the number of a row; `known`: the keys of the draft's."""
    return [line for line in copy if key(line.text) and not (_counts(line) and key(line.text) not in known)]


def _bounds(
    copy: Sequence[CopyLine], kept: Sequence[tuple[str, int, int, int, int]], frame: Frame
) -> _Bounds:
    """Text is what stands between the draft's letterhead or title and its signature; a copy that has none of
    those may have a letterhead and a signature of its own."""
    top, end = kept[0][3], kept[-1][4]
    front = [at for at in range(top) if plain(copy[at].text) in frame.front]
    back = [at for at in range(end, len(copy)) if plain(copy[at].text) in frame.back]
    own = len(letterhead([line.text for line in copy[:top]]).kinds)
    ending = ending_kinds([line.text for line in copy[end:]])
    signed = (end + at for at, kind in enumerate(ending) if kind is not None)
    return _Bounds(top, front[-1] + 1 if front else own, back[0] if back else next(signed, len(copy)))


def _retitled(line: CopyLine, titles: Sequence[str]) -> str | None:
    """The line of the draft's title that a line of the copy has in other words."""
    near = process.extractOne(line.text, titles, scorer=fuzz.ratio, score_cutoff=SAME)
    return near[0] if near else None


def _addition(line: CopyLine, above: SentLine) -> Edit:
    """A line that continues nothing; `above` is the line of the draft before it."""
    end = len(above.text)
    new = readings(line.text)[-1]
    return Edit(above.text, end, end, new, paragraph=True, clause=above.clause or None)


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


def _counts(line: CopyLine) -> bool:
    """Whether a line is the number of a table's row and nothing else."""
    return line.first and line.text.strip(" .)").isdecimal()
