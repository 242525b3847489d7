"""Word files: `read_docx(package)` gives every paragraph of the body once, as printed.

Automatic numbers are counted, text boxes and notes hang on the paragraph they are anchored at,
tracked changes are accepted or rejected by the view that is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from drafter.errors import Cause, DrafterError, MissingPart, UnsafeFile
from drafter.language.legacy import mostly_codes
from drafter.model import Manuscript, Note, Notice, Paragraph, Story, View
from drafter.opc import Package, parse

from .beside import joined
from .body import Body
from .names import (
    W_B,
    W_BODY,
    W_BR,
    W_DSTRIKE,
    W_ENDNOTE,
    W_FOOTNOTE,
    W_I,
    W_ID,
    W_RFONTS,
    W_RSTYLE,
    W_STRIKE,
    W_T,
    W_TYPE,
    W_VANISH,
    W_VERT_ALIGN,
)
from .numbering import Numbering
from .review import Marks, annotations_of
from .runs import Inline
from .styles import LEGACY_SIGNS, Styles, styles_in

__all__ = ["Paragraph", "read_docx"]

_DEEPEST = 20  # notes in notes; Word has none
_NOTE_TAGS = {Story.FOOTNOTE: ("footnotes", W_FOOTNOTE), Story.ENDNOTE: ("endnotes", W_ENDNOTE)}


def read_docx(package: Package, *, view: View = View.ACCEPTED) -> Manuscript:
    """The Word file in `package`, as it stands in `view`.

    Reads .docx, .docm (macros are never looked at), .dotx and strict OOXML. Raises a DrafterError where
    nothing can be used.
    """
    return _Reading(package, view).manuscript()


class _Reading:
    """One reading of one package in one view."""

    def __init__(self, package: Package, view: View) -> None:
        self.package = package
        self.view = view
        raw = package.read(package.main)
        root = parse(raw, shown=package.shown, part=package.main)
        body = root.find(W_BODY)
        if body is None:
            raise MissingPart(package.shown, part="w:body")
        self.body: etree._Element = body
        self.styles = self._styles()
        self.numbering = Numbering(self._part("numbering"))
        self.marks = Marks()
        self.main: Body | None = None
        self.decoded = 0
        self.hidden: list[str] = []
        self._depth = 0  # of notes in notes
        self.notices: list[Notice] = []
        self.rendered = b"lastRenderedPageBreak" in raw
        self.paged = self.rendered or _breaks_pages(root, raw)
        self.notes: dict[tuple[Story, str], etree._Element] = {}
        for story, (kind, tag) in _NOTE_TAGS.items():
            part = self._part(kind)
            if part is not None:
                for note in part.iter(tag):
                    if note.get(W_TYPE) in (None, "normal"):
                        self.notes[story, note.get(W_ID, "")] = note
        named = self.styles.legacy or any(sign in text for text in self._texts(raw) for sign in LEGACY_SIGNS)
        self.legacy = (lambda: self._in_codes) if named else None

    def _texts(self, raw: bytes) -> Iterator[bytes]:
        """The parts that hold words: the document, its notes and comments."""
        yield raw
        for kind in ("footnotes", "endnotes", "comments"):
            part = self.package.related(self.package.main, kind)
            if part is not None:
                yield self.package.read(part)

    def _styles(self) -> Styles:
        part = self.package.related(self.package.main, "styles")
        if part is None:
            return Styles(None)
        try:
            return styles_in(self.package.read(part), part)
        except DrafterError as error:
            raise error.at(self.package.shown) from error

    def _part(self, kind: str) -> etree._Element | None:
        part = self.package.related(self.package.main, kind)
        return None if part is None else self.package.xml(part)

    @cached_property
    def _in_codes(self) -> bool:
        parts = (self.body, *self.notes.values())
        return mostly_codes(" ".join(t.text or "" for part in parts for t in part.iter(W_T)))

    def manuscript(self) -> Manuscript:
        marks = self.marks
        inline = self._inline(self._telling())
        body = Body(self.styles, self.numbering, inline, self.view, marks)
        self.main = body
        body.paged = self.paged
        inline.mark = lambda kind, comment, offset: marks.mark(kind, comment, body.index, offset)
        inline.edit = lambda element, text, offset: marks.edit(element, text, body.index, offset)
        body.sections(self.body)
        body.read(self.body)
        body.finish()
        marks.apart()
        marks.settle()
        self._gather(inline, body)
        paragraphs = tuple(body.paragraphs)
        by_index = {paragraph.index: paragraph for paragraph in paragraphs}
        return Manuscript(
            path=self.package.shown,
            sha256=self.package.sha256,
            paragraphs=paragraphs,
            annotations=annotations_of(self.package, marks, by_index, self._words),
            revisions=tuple(marks.revisions),
            notices=(*self._counted(), *self.notices),
            hidden="".join(self.hidden),
            pages=max((p.page or 1 for p in paragraphs), default=1) if self.rendered else None,
        )

    def _telling(self) -> set[etree._Element]:
        """The run properties of the body that matter: most only set size, colour and language.

        Found by one pass inside lxml, they save looking into all the others.
        """
        fonts = [W_RFONTS] if self.legacy is not None else []
        tags = (W_B, W_I, W_VANISH, W_STRIKE, W_DSTRIKE, W_VERT_ALIGN, W_RSTYLE, *fonts)
        parents = (element.getparent() for element in self.body.iter(*tags))
        return {parent for parent in parents if parent is not None}

    def _inline(self, telling: set[etree._Element] | None = None) -> Inline:
        return Inline(
            self.styles,
            self.view,
            legacy=self.legacy,
            notes=self._note,
            box=self._box,
            rendered=self.rendered,
            telling=telling,
        )

    def _gather(self, inline: Inline, body: Body) -> None:
        self.decoded += inline.decoded
        self.hidden.extend(inline.hidden)
        self.notices.extend(body.notices)
        self.notices.extend(
            Notice(code, self.package.shown, detail if count == 1 else f"{detail} × {count}")
            for (code, detail), count in Counter(inline.notices).items()
        )

    def _counted(self) -> list[Notice]:
        counts = (
            ("legacy-font", self.decoded), ("hidden-text", len("".join(self.hidden))),
            ("alt-chunk-marks", self.package.lost),
        )  # fmt: skip
        return [Notice(code, self.package.shown, str(count)) for code, count in counts if count]

    def _note(self, story: Story, key: str) -> Note:
        """A note by its id, at its first reference: Word writes one for each note, and notes that refer to
        notes could else unfold without end. Raises UnsafeFile for chains of them."""
        element = self.notes.pop((story, key), None)
        if element is None:
            return Note(story, "")
        if self._depth == _DEEPEST:
            raise UnsafeFile(self.package.shown, reason=Cause.TOO_DEEP)
        self._depth += 1
        note = self._beside(story, element)
        self._depth -= 1
        return note

    def _box(self, box: etree._Element) -> Note:
        return self._beside(Story.TEXT_BOX, box)

    def _mark_outside(self, kind: str, comment: str, _offset: int) -> None:
        """A comment inside a note or text box stands where that is anchored, at the paragraph's start."""
        if self.main is not None:
            self.marks.mark(kind, comment, max(self.main.index, 0), 0)

    def _beside(self, kind: Story, story: etree._Element) -> Note:
        """A note or text box: its paragraphs, one a line, with their automatic numbers."""
        marks = Marks()
        inline = self._inline()
        inline.mark = self._mark_outside
        body = Body(self.styles, self.numbering.fresh(), inline, self.view, marks)
        inline.edit = lambda element, text, offset: marks.edit(element, text, body.index, offset)
        body.read(story)
        body.finish()
        marks.apart()
        marks.settle()
        self._gather(inline, body)
        return joined(kind, body.paragraphs, marks.revisions)

    def _words(self, story: etree._Element) -> str:
        """The words of a Word comment."""
        return self._beside(Story.TEXT_BOX, story).text


def _breaks_pages(root: etree._Element, raw: bytes) -> bool:
    """Whether the file says where pages begin; its bytes are asked first, being quicker."""
    if b"pageBreakBefore" in raw:
        return True
    return b"page" in raw and any(br.get(W_TYPE) == "page" for br in root.iter(W_BR))
