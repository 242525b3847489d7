"""Tracked changes: the paragraphs of a copy as they were sent out, and the edits and breaks made in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from drafter.language.normal import folded
from drafter.model import Manuscript, Paragraph, Revision

from .edits import Edit, is_noise, joined
from .lines import readings

_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class TrackedEdit:
    """An edit of the text as sent out, and the first of the revisions that make it."""

    edit: Edit
    made: Revision


@dataclass(frozen=True, slots=True)
class Break:
    """Where a paragraph was split ("+") or joined to the next ("-"): an offset in the text as sent out."""

    op: str
    at: int
    made: Revision


@dataclass(frozen=True, slots=True)
class Before:
    """A paragraph as it was sent out, its edits, and for each edit its place in the accepted text.

    What was split since is one text; where two paragraphs were joined a line break stands between them.
    `idle`: edits by which nothing is asked for.
    """

    text: str
    edits: tuple[TrackedEdit, ...]
    steps: tuple[tuple[int, int], ...]  # (accepted offset, original offset), where they part
    breaks: tuple[Break, ...] = ()
    idle: tuple[Edit, ...] = ()

    def accepted_at(self, original: int) -> int:
        """The offset in the accepted text of an offset in `text`."""
        source, at = max(((o, a) for a, o in self.steps if o < original), default=(0, 0))
        behind = [a for a, o in self.steps if o >= original]
        return min([at + original - source, *behind[:1]])

    def original(self, accepted: int) -> int:
        """The offset in `text` of an offset in the accepted text."""
        before = [step for step in self.steps if step[0] <= accepted]
        if not before:
            return accepted
        at, source = before[-1]
        return min(source + accepted - at, len(self.text))


@dataclass(frozen=True, slots=True)
class Sent:
    """A paragraph of the copy as it went out; `parts`: the paragraphs that it is now, each with the offset of
    its accepted text, from the first to the last."""

    parts: tuple[tuple[Paragraph, int], ...]
    before: Before
    revisions: tuple[Revision, ...] = ()

    @property
    def first(self) -> Paragraph:
        return self.parts[0][0]

    def accepted_whole(self) -> Sent:
        """With all its revisions taken as made before it went out."""
        return replace(self, before=Before(self._accepted, (), ()), revisions=())

    @property
    def _accepted(self) -> str:
        return _BREAK.join(paragraph.text for paragraph, _ in self.parts)

    def accepted(self, index: int) -> str:
        """The text of the paragraph of this index, as it is now."""
        return next(paragraph.text for paragraph, _ in self.parts if paragraph.index == index)

    def accepted_at(self, original: int) -> int:
        """The offset in the accepted text of an offset as sent out."""
        return self.before.accepted_at(original)

    def original(self, index: int, at: int) -> int:
        """The offset as sent out of an offset in the paragraph of this index, as it is now."""
        start = next(start for paragraph, start in self.parts if paragraph.index == index)
        return self.before.original(start + at)

    def place(self, accepted: int) -> tuple[int, int]:
        """The paragraph, by index, and the offset in it of an offset in the accepted text."""
        paragraph, start = next(part for part in reversed(self.parts) if part[1] <= accepted)
        return paragraph.index, accepted - start


def as_sent(manuscript: Manuscript) -> Iterator[Sent]:
    """The paragraphs as they went out, in order; those that came or went as a whole left aside."""
    made: dict[int, list[Revision]] = {}
    for revision in manuscript.revisions:
        if not revision.whole_paragraph:
            made.setdefault(revision.paragraph, []).append(revision)
    waiting: list[Paragraph] = []
    for paragraph in manuscript.paragraphs:
        waiting.append(paragraph)
        if not any(_splits(revision) for revision in made.get(paragraph.index, ())):
            yield _sent(waiting, made)
            waiting = []
    if waiting:
        yield _sent(waiting, made)


def _splits(revision: Revision) -> bool:
    return revision.op == "+" and revision.text == _BREAK


def _sent(paragraphs: Sequence[Paragraph], made: Mapping[int, Sequence[Revision]]) -> Sent:
    parts, revisions, at = [], [], 0
    for paragraph in paragraphs:
        parts.append((paragraph, at))
        revisions += [replace(each, at=each.at + at) for each in made.get(paragraph.index, ())]
        at += len(paragraph.text) + len(_BREAK)
    accepted = _BREAK.join(paragraph.text for paragraph in paragraphs)
    return Sent(tuple(parts), before(accepted, revisions), tuple(revisions))


def before(accepted: str, revisions: Sequence[Revision]) -> Before:
    """Undoes the revisions of a paragraph. Insertions lie in `accepted` at `Revision.at`; deletions
    stand between its characters."""
    text, at = "", 0
    steps: list[tuple[int, int]] = []
    raw: list[_Raw] = []
    breaks: list[Break] = []
    for revision in sorted(revisions, key=lambda r: r.at):
        text += accepted[at : revision.at]
        at = max(at, revision.at)
        start = len(text)
        if revision.op == "-":
            text += revision.text
        else:
            at += len(revision.text)
        if revision.text == _BREAK:
            breaks.append(Break(revision.op, start, revision))
        elif revision.op == "-":
            raw.append(_Raw(start, len(text), "", revision, len(breaks)))
        else:
            raw.append(_Raw(start, start, revision.text, revision, len(breaks)))
        steps.append((at, len(text)))
    text += accepted[at:]
    found = _by_author(text, raw)
    asking = [each for each in found if not _is_idle(each.edit, breaks)]
    idle = tuple(each.edit for each in found if each not in asking)
    return Before(text, tuple(asking), tuple(steps), tuple(breaks), idle)


def _is_idle(edit: Edit, breaks: Sequence[Break]) -> bool:
    return is_noise(edit.old, edit.new) or any(_dresses(edit, broken) for broken in breaks)


class _Raw(NamedTuple):
    """One revision as an edit; `part`: how many breaks stand before it."""

    start: int
    end: int
    new: str
    made: Revision
    part: int


def _by_author(text: str, raw: Sequence[_Raw]) -> list[TrackedEdit]:
    """The edits in order, near ones of one author joined that no break parts."""
    found = []
    for group in dict.fromkeys((each.made.author, each.part) for each in raw):
        own = [each for each in raw if (each.made.author, each.part) == group]
        for edit in joined([Edit(text, each.start, each.end, each.new) for each in own]):
            made = next(each.made for each in own if edit.start <= each.start <= edit.end)
            found.append(TrackedEdit(edit, made))
    return sorted(found, key=lambda each: each.edit.start)


def _dresses(edit: Edit, broken: Break) -> bool:
    """Whether an edit beside a break only makes the sentence or list go on: stops, numbers, letter case."""
    first, last = sorted((edit.end, broken.at)) if edit.end <= broken.at else sorted((broken.at, edit.start))
    beside = not edit.text[first:last].strip() or edit.start <= broken.at <= edit.end
    return beside and _said(edit.old) == _said(edit.new)


def _said(text: str) -> str:
    return re.sub(r"\W+", " ", folded(readings(text.strip())[-1])).strip()
