"""Word files: `read_docx(path)` gives every paragraph of the body once, as printed.

Automatic numbers are counted, text boxes and notes hang on the paragraph they are anchored at,
tracked changes are accepted or rejected by the view that is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from pathlib import Path

from lxml import etree

from drafter.errors import MissingPart
from drafter.model import Manuscript, Notice, Paragraph, Story, View
from drafter.ooxml import Package, open_package

from .body import Body
from .names import W_BODY, W_BR, W_ENDNOTE, W_FOOTNOTE, W_ID, W_PAGE_BEFORE, W_RENDERED_BREAK, W_TYPE
from .numbering import Numbering
from .review import Marks, annotations_of
from .runs import Inline
from .styles import Styles

__all__ = ["read_docx"]

_NOTE_TAGS = {Story.FOOTNOTE: ("footnotes", W_FOOTNOTE), Story.ENDNOTE: ("endnotes", W_ENDNOTE)}


def read_docx(path: Path, *, view: View = View.ACCEPTED, display: str | None = None) -> Manuscript:
    """The Word file at `path`; `display` is how results and errors name it.

    Reads .docx, .docm (macros are never looked at), strict OOXML, and a .doc that is a package
    inside, with a notice. Raises a DrafterError where nothing can be used.
    """
    package = open_package(path, shown=display or str(path))
    notices = [Notice("doc-is-docx", path.name)] if path.suffix.lower() == ".doc" else []
    return _Reading(package, view).manuscript(notices)


class _Reading:
    """One reading of one package in one view."""

    def __init__(self, package: Package, view: View) -> None:
        self.package = package
        self.view = view
        raw = package.read(package.main)
        root = package.xml(package.main)
        body = root.find(W_BODY)
        if body is None:
            raise MissingPart(package.shown, part="w:body")
        self.body: etree._Element = body
        styles = self._part("styles")
        self.styles = Styles(styles)
        self.numbering_root = self._part("numbering")
        self.legacy = any(sign in raw or self._styles_hold(sign) for sign in (b".Vn", b".VN", b"VNI-"))
        self.rendered = next(root.iter(W_RENDERED_BREAK), None) is not None
        self.paged = self.rendered or _breaks_pages(root)
        self.notes: dict[tuple[str, str], etree._Element] = {}
        for story, (kind, tag) in _NOTE_TAGS.items():
            part = self._part(kind)
            if part is not None:
                for note in part.iter(tag):
                    if note.get(W_TYPE) in (None, "normal"):
                        self.notes[story, note.get(W_ID, "")] = note

    def _part(self, kind: str) -> etree._Element | None:
        part = self.package.related(self.package.main, kind)
        return None if part is None else self.package.xml(part)

    def _styles_hold(self, sign: bytes) -> bool:
        part = self.package.related(self.package.main, "styles")
        return part is not None and sign in self.package.read(part)

    def manuscript(self, notices: list[Notice]) -> Manuscript:
        inline, body = self._readers()
        marks = Marks()
        inline.mark = lambda kind, comment, offset: marks.mark(kind, comment, body.index, offset)
        inline.edit = lambda element, text, offset: marks.edit(element, text, body.index, offset)
        body.read(self.body)
        body.finish()
        paragraphs = self._finished(body)
        by_index = {paragraph.index: paragraph for paragraph in paragraphs}
        if inline.decoded:
            notices.append(Notice("legacy-font", "", str(inline.decoded)))
        if inline.hidden:
            notices.append(Notice("hidden-text", "", str(inline.hidden)))
        return Manuscript(
            path=self.package.shown,
            sha256=self.package.sha256,
            paragraphs=paragraphs,
            annotations=annotations_of(self.package, marks, by_index),
            revisions=tuple(marks.revisions),
            notices=(*notices, *body.notices),
        )

    def _readers(self) -> tuple[Inline, Body]:
        inline = Inline(
            self.styles,
            self.view,
            legacy=self.legacy,
            notes=self._note,
            box=self._inner,
            rendered=self.rendered,
        )
        return inline, Body(self.styles, Numbering(self.numbering_root), inline, self.view)

    def _note(self, story: str, key: str) -> str:
        note = self.notes.get((story, key))
        return "" if note is None else self._inner(note)

    def _inner(self, story: etree._Element) -> str:
        """The text of a note or text box: its paragraphs, one a line, with their automatic numbers."""
        _, body = self._readers()
        body.read(story)
        body.finish()
        lines = (f"{p.marker or ''} {p.text}".strip() for p in body.paragraphs)
        return "\n".join(line for line in lines if line)

    def _finished(self, body: Body) -> tuple[Paragraph, ...]:
        """The paragraphs with what only the end of their section tells; pages only where known."""
        landscapes = any(landscape for _, landscape in body.landscape_from)
        if not landscapes and self.paged:
            return tuple(body.paragraphs)
        ends = [end for end, _ in body.landscape_from]
        turned = [*(landscape for _, landscape in body.landscape_from), False]
        return tuple(
            replace(p, landscape=turned[bisect_right(ends, at)], page=p.page if self.paged else None)
            for at, p in enumerate(body.paragraphs)
        )


def _breaks_pages(root: etree._Element) -> bool:
    return any(br.get(W_TYPE) == "page" for br in root.iter(W_BR)) or any(
        True for _ in root.iter(W_PAGE_BEFORE)
    )
