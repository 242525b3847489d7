"""What reviewers left in a Word file: comments on words, and tracked insertions and deletions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from lxml import etree

from drafter.model import Annotation, Paragraph, Revision
from drafter.opc import Package, name

from .names import (
    W_AUTHOR,
    W_CELL_DEL,
    W_COMMENT,
    W_DATE,
    W_DEL,
    W_DEL_TEXT,
    W_ID,
    W_MOVE_FROM,
    W_P,
    W_T,
    is_on,
)  # fmt: skip
from .threads import threads

W14_PARA_ID, W15_COMMENT_EX, W15_PARA_ID, W15_PARENT, W15_DONE = map(
    name, ("w14:paraId", "w15:commentEx", "w15:paraId", "w15:paraIdParent", "w15:done")
)


_DELETIONS = (W_DEL, W_MOVE_FROM, W_CELL_DEL)


def words(element: etree._Element) -> str:
    """All letters below `element`, deleted ones too."""
    return "".join(t.text or "" for t in element.iter(W_T, W_DEL_TEXT))


@dataclass(slots=True)
class Marks:
    """Where comment ranges begin and end, and the edits, as the body is read: (paragraph, offset).

    A file put together from several copies has ranges that share an id: all of one are kept, in order.
    """

    starts: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    ends: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    points: Counter[str] = field(default_factory=Counter)  # signs of comments so far
    revisions: list[Revision] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)  # paragraphs that run on into the next
    _broken: bool = False  # the last edit is a line break, as far as a paragraph follows

    def mark(self, kind: str, comment: str, paragraph: int, offset: int) -> None:
        if kind == "start":
            self.starts.setdefault(comment, []).append((paragraph, offset))
            return
        ends = self.ends.setdefault(comment, [])
        self.points[comment] += kind == "point"
        if kind == "end" or len(ends) < self.points[comment]:  # a sign without a range
            ends.append((paragraph, offset))

    def edit(
        self, element: etree._Element, text: str, paragraph: int, offset: int, *, whole: bool = False
    ) -> None:
        if text:
            op = "-" if element.tag in _DELETIONS else "+"
            author, dated = element.get(W_AUTHOR, ""), day(element.get(W_DATE))
            moment = element.get(W_DATE, "")
            self.revisions.append(Revision(op, author, dated, text, paragraph, offset, whole, moment))

    def paragraph(
        self, before: etree._Element | None, own: etree._Element | None, *, since: int, paragraph: int,
        start: int, text: str,
    ) -> etree._Element | None:  # fmt: skip
        """A paragraph is read, `text` from `start` on and its edits from `since` on: did it come or go as a
        whole, was it split from or joined to its neighbour?

        `own` is what happened to its mark, `before` to the mark of the one before it that is not yet told
        (Word tracks a paragraph typed after another by the mark of that other). Returns what of the two is
        still to be told.
        """
        edited = len(self.revisions) > since
        blank = not edited and not text[start:].strip()
        told = self._whole((before, own), since, len(text) - start) if edited else None
        if blank and own is not None:
            return before  # an empty line in between
        if self._broken and (blank or told is before):
            del self.revisions[since - 1]
        self._broken = own is not None and told is not own and not blank
        if own is None or not self._broken:
            return None
        self.edit(own, "\n", paragraph, len(text))
        return own

    def apart(self) -> None:
        """The next paragraph is in another cell: it is no part of the last one."""
        if self._broken:
            self.revisions.pop()
        self._broken = False

    def _whole(
        self, changed: tuple[etree._Element | None, ...], since: int, length: int
    ) -> etree._Element | None:
        """Turn the edits of a paragraph that came or went as a whole, mark and all, into one.

        `since`: its first edit; `length`: its text that stays. Returns the mark that tells it.
        """
        edits = self.revisions[since:]
        for mark in changed:
            if mark is None:
                continue
            op = "-" if mark.tag in _DELETIONS else "+"
            stays = length if op == "-" else length - sum(len(e.text) for e in edits if e.op == "+")
            same = [edit for edit in edits if edit.op == op]
            if same and stays == 0 and len(same) == len(edits):
                text = "".join(edit.text for edit in same)
                self.revisions[since:] = [replace(same[0], text=text, whole_paragraph=True)]
                return mark
        return None

    def runs_on(self, paragraph: int) -> None:
        self.joined.add(paragraph)

    def settle(self) -> None:
        """Once all is read: what stands in a paragraph that ran on belongs to the one it ran into."""
        if not self.joined:
            return
        for places in (self.starts, self.ends):
            for key, found in places.items():
                places[key] = [(self._kept(paragraph), offset) for paragraph, offset in found]
        self.revisions = [
            edit if edit.whole_paragraph else replace(edit, paragraph=self._kept(edit.paragraph))
            for edit in self.revisions
        ]

    def _kept(self, paragraph: int) -> int:
        while paragraph in self.joined:
            paragraph += 1
        return paragraph


def annotations_of(
    package: Package,
    marks: Marks,
    paragraphs: Mapping[int, Paragraph],
    text_of: Callable[[etree._Element], str],
) -> tuple[Annotation, ...]:
    """The comments in the order of the file, replies pointing at what they answer.

    `paragraphs` by index; `text_of` reads a comment's own paragraphs. A comment without a range
    stands on its paragraph as far as its sign.
    """
    part = package.related(package.main, "comments")
    if part is None:
        return ()
    elements = list(package.xml(part).iter(W_COMMENT))
    parents, done = _parents(package), _done(package)
    by_para = {para: at for at, element in enumerate(elements) for para in _para_ids(element)}
    found = []
    seen: Counter[str] = Counter()
    for element in elements:
        paras = _para_ids(element)
        answered = [by_para.get(parents.get(para, "")) for para in paras]
        reply = next((at for at in answered if at is not None), None)
        nth = seen[element.get(W_ID, "")]
        seen[element.get(W_ID, "")] += 1
        made = _annotation(element, text_of(element), marks, paragraphs, reply, nth)
        found.append(replace(made, resolved=not done.isdisjoint(paras)))
    return threads(found)


def _annotation(
    element: etree._Element,
    text: str,
    marks: Marks,
    paragraphs: Mapping[int, Paragraph],
    reply: int | None,
    nth: int,
) -> Annotation:
    """`nth`: how many comments before it have its id."""
    key = element.get(W_ID, "")
    starts, ends = marks.starts.get(key, []), marks.ends.get(key, [])
    last, end = ends[min(nth, len(ends) - 1)] if ends else (0, 0)
    first, start = starts[min(nth, len(starts) - 1)] if starts else (last, 0)
    return Annotation(
        author=element.get(W_AUTHOR, ""),
        date=day(element.get(W_DATE)),
        text=text.strip(),
        quote=_between(paragraphs, (first, start), (last, end)),
        paragraph=first,
        start=start,
        end_paragraph=last,
        end=end,
        reply_to=reply,
        moment=element.get(W_DATE, ""),
    )


def _between(paragraphs: Mapping[int, Paragraph], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text between two places, paragraphs joined by line breaks."""
    parts = []
    for index in range(start[0], end[0] + 1):
        text = paragraphs[index].text if index in paragraphs else ""
        stop = end[1] if index == end[0] else len(text)
        parts.append(text[start[1] if index == start[0] else 0 : stop])
    return "\n".join(parts)


def _para_ids(comment: etree._Element) -> list[str]:
    return [para for paragraph in comment.iter(W_P) if (para := paragraph.get(W14_PARA_ID)) is not None]


def _parents(package: Package) -> dict[str, str]:
    """paraId of a reply → paraId of what it answers, from the part commentsExtended."""
    part = package.related(package.main, "commentsExtended")
    if part is None:
        return {}
    pairs = ((e.get(W15_PARA_ID), e.get(W15_PARENT)) for e in package.xml(part).iter(W15_COMMENT_EX))
    return {own: parent for own, parent in pairs if own and parent}


def _done(package: Package) -> set[str]:
    """paraIds of the comments that somebody marked as resolved."""
    part = package.related(package.main, "commentsExtended")
    if part is None:
        return set()
    marked = (e for e in package.xml(part).iter(W15_COMMENT_EX) if is_on(e.get(W15_DONE, "0")))
    return {e.get(W15_PARA_ID, "") for e in marked}


def day(text: str | None) -> date | None:
    """The day of an XML date and time; None where it is missing or no date."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
