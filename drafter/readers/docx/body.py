"""Blocks: paragraphs and tables in document order, every `w:p` of the body counted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from drafter.model import Cell, Notice, Paragraph, View
from drafter.opc import body_paragraphs, body_tables, chosen

from .names import (
    MC_ALTERNATE,
    W_ALT_CHUNK,
    W_CELL_DEL,
    W_CELL_INS,
    W_COMMENT_END,
    W_COMMENT_REF,
    W_COMMENT_START,
    W_DEL,
    W_ID,
    W_INS,
    W_MOVE_FROM,
    W_MOVE_TO,
    W_P,
    W_PAGE_BEFORE,
    W_PPR,
    W_PPR_CHANGE,
    W_PSTYLE,
    W_RPR,
    W_SECTPR,
    W_TBL,
    W_TRPR,
    W_TYPE,
    W_VAL,
    is_on,
)  # fmt: skip
from .numbering import Numbering
from .pieces import Line, emphasis, looks, struck
from .review import Marks, words
from .runs import ENDS, Inline
from .sections import is_last, landscape
from .styles import Look, Styles, paragraph_look
from .tables import PROPERTIES, cell_facts, cells, has_lines, row_facts, rows


@dataclass(slots=True)
class _Settings:
    """What `w:pPr` says: the style's look, the paragraph's own, and what happened to its mark."""

    look: Look
    own: Look
    section: etree._Element | None = None
    page_before: bool = False
    changed: etree._Element | None = None  # the w:ins, w:del, … of the paragraph mark
    gone: bool = False  # the view leaves the mark out


class Body:
    """Reads the block content of one story into `paragraphs`."""

    def __init__(
        self, styles: Styles, numbering: Numbering, inline: Inline, view: View, marks: Marks | None = None
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.inline = inline
        self.marks = marks
        self.paragraphs: list[Paragraph] = []
        self.paged = True  # the file says where pages begin
        self._landscapes: list[bool] = []  # of the sections still to come, the one being read last
        self.notices: list[Notice] = []
        self.index = -1
        self._tables = -1
        # A paragraph whose mark is gone waits here to run on into the next one.
        self._waiting: tuple[Line, _Settings, Cell | None] | None = None
        self._before: etree._Element | None = None  # what happened to the mark before, if it is not told
        self._view = view
        self._gone = _INSERTED if view is View.ORIGINAL else _DELETED

    def sections(self, body: etree._Element) -> None:
        """Learn which sections lie across the page: a section's settings stand at its end.

        Without the paragraph mark that holds them its text belongs to the next section.
        """
        self._landscapes = [
            landscape(section)
            for section in body.iter(W_SECTPR)
            if (holder := section.getparent()) is not None
            and (holder is body or (holder.tag == W_PPR and self._left_out(holder.find(W_RPR)) is None))
        ][::-1]

    def read(self, parent: etree._Element, cell: Cell | None = None) -> None:
        for element in parent:
            tag = element.tag
            if tag == W_P:
                self._paragraph(element, cell)
            elif tag == W_TBL:
                self._table(element, cell)
            elif tag == W_SECTPR:
                self._section(element)
            elif tag == W_ALT_CHUNK:
                self.notices.append(Notice("alt-chunk", str(self.index + 1)))
            elif tag == MC_ALTERNATE:
                self.read(chosen(element), cell)
            elif tag in (W_COMMENT_START, W_COMMENT_END):
                self._range(element)
            elif tag not in PROPERTIES:
                self.read(element, cell)

    def _range(self, end: etree._Element) -> None:
        """A comment's range may begin and end between paragraphs: at the next one, after the last one."""
        if self.marks is None:
            return
        if end.tag == W_COMMENT_START:
            self.marks.mark("start", end.get(W_ID, ""), self.index + 1, 0)
        else:
            length = len(self.paragraphs[-1].text) if self.paragraphs else 0
            self.marks.mark("end", end.get(W_ID, ""), max(self.index, 0), length)

    def finish(self) -> None:
        """Nothing follows a paragraph without its mark: it stands as it is."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and (waiting[0].text.strip() or waiting[0].notes):
            self._keep(*waiting)

    def _apart(self) -> None:
        """Paragraphs of two cells have nothing to do with each other."""
        self._before = None
        if self.marks is not None:
            self.marks.apart()

    def _paragraph(self, p: etree._Element, cell: Cell | None) -> None:
        self.index += 1
        settings = self._settings(p)
        if settings.page_before and not self.inline.rendered:
            self.inline.pages += 1
        line = Line() if self._waiting is None else self._waiting[0]
        self._waiting = None
        start, edits = line.length, len(self.marks.revisions) if self.marks else 0
        self.inline.paragraph(p, line, settings.look)
        if self.marks is not None:
            self._before = self.marks.paragraph(
                self._before, settings.changed, since=edits, paragraph=self.index, start=start, text=line.text
            )
        if settings.gone:
            if self.marks is not None:
                self.marks.runs_on(self.index)
            # ECMA-376 17.13.5.15: without its mark a paragraph runs on into the next.
            self._waiting = (line, settings, cell)
            return
        self._keep(line, settings, cell)
        if settings.section is not None:
            self._section(settings.section)

    def _settings(self, p: etree._Element) -> _Settings:
        ppr = p.find(W_PPR) if len(p) and p[0].tag != W_PPR else (p[0] if len(p) else None)
        if ppr is None:
            return _Settings(self.styles.of(None), _NOTHING)
        rest: list[etree._Element] = []
        own = paragraph_look(ppr, rest)
        said = {element.tag: element for element in rest}
        style_id = _value(said.get(W_PSTYLE))
        changed, gone = self._tracked(said[W_RPR]) if W_RPR in said else (None, False)
        before = W_PAGE_BEFORE in said and is_on(said[W_PAGE_BEFORE].get(W_VAL))
        former = said[W_PPR_CHANGE].find(W_PPR) if W_PPR_CHANGE in said else None
        if former is not None and self._view is View.ORIGINAL:
            own, style_id = paragraph_look(former), _value(former.find(W_PSTYLE))
        return _Settings(self.styles.of(style_id), own, said.get(W_SECTPR), before, changed, gone)

    def _tracked(self, rpr: etree._Element) -> tuple[etree._Element | None, bool]:
        """What happened to a paragraph mark last, and whether the view leaves it out."""
        # Tracking stands first in it (ECMA-376 17.3.1.29); what was inserted may be deleted again.
        if not len(rpr) or rpr[0].tag not in _CHANGES:
            return None, False
        changes = [*takewhile(lambda child: child.tag in _CHANGES, rpr)]
        return changes[-1], any(child.tag in self._gone for child in changes)

    def _number(self, look: Look, own: Look) -> tuple[str, int] | None:
        """The list and level of a paragraph, its own before its style's."""
        num_id = own.num_id if own.num_id is not None else look.num_id
        if num_id is None or num_id == "0":
            return None
        level = own.level
        if level is None:
            linked = self.numbering.linked(num_id, look.num_style)
            level = linked if linked is not None else look.level
        return num_id, min(max(level or 0, 0), 8)

    def _keep(self, line: Line, settings: _Settings, cell: Cell | None) -> None:
        look, own = settings.look, settings.own
        number = self._number(look, own)
        marker = self.numbering.next(*number) if number is not None else None
        bold, italic = looks(line.pieces)
        centred = own.centred if own.centred is not None else look.centred
        outline = own.outline if own.outline is not None else look.outline
        self.paragraphs.append(
            Paragraph(
                index=self.index,
                text=line.text,
                marker=marker,
                level=number[1] if number is not None and marker is not None else None,
                style=look.name,
                outline_level=outline if outline is None or outline < 9 else None,
                bold=bold,
                italic=italic,
                centred=bool(centred),
                indent=self._indent(look, own, number),
                landscape=bool(self._landscapes) and self._landscapes[-1],
                page=(line.page or self.inline.pages) if self.paged else None,
                cell=cell,
                notes=tuple(line.notes),
                emphasis=() if bold else emphasis(line.pieces),
                struck=struck(line.pieces),
            )
        )

    def _indent(self, look: Look, own: Look, number: tuple[str, int] | None) -> int:
        """Its own, then that of the list it names, then its style's, then that of its style's list."""
        if own.indent is not None:
            return own.indent
        if number is None:
            return look.indent or 0
        level = self.numbering.level(*number)
        listed = level.indent if level is not None else None
        order = (listed, look.indent) if own.num_id is not None else (look.indent, listed)
        return next((indent for indent in order if indent is not None), 0)

    def _section(self, section: etree._Element) -> None:
        if self._landscapes:
            self._landscapes.pop()
        kind = next((child.get(W_VAL) for child in section if child.tag == W_TYPE), "nextPage")
        if not self.inline.rendered and kind != "continuous" and not is_last(section):
            self.inline.pages += 1

    def _table(self, table: etree._Element, around: Cell | None) -> None:
        self.finish()
        self._apart()
        self._tables += 1
        here, at = self._tables, 0
        borders = has_lines(table, self.styles)
        for row in rows(table):
            change = self._left_out(row.find(W_TRPR))
            if change is not None:
                self._skip(row, change)
                continue
            header, column = row_facts(row)
            for tc in cells(row):
                span, merged, change = cell_facts(tc, self._gone)
                if change is not None:
                    self._skip(tc, change)
                    continue
                nested = around.table if around else None
                self.read(tc, Cell(here, at, column, span, header, borders, merged, nested))
                self.finish()
                self._apart()
                column += span
            at += 1

    def _left_out(self, properties: etree._Element | None) -> etree._Element | None:
        """The tracked change by which the view leaves out a row or a paragraph mark."""
        if properties is None:
            return None
        return next((child for child in properties if child.tag in self._gone), None)

    def _skip(self, block: etree._Element, change: etree._Element) -> None:
        """A row or cell that the view leaves out: its paragraphs and tables are counted, since a writer
        counts them too."""
        self._tables += sum(1 for _ in body_tables(block))
        for p in body_paragraphs(block):
            self.index += 1
            if self.marks is not None:
                self.marks.edit(change, words(p), self.index, 0, whole=True)
                for end in p.iter(W_COMMENT_START, W_COMMENT_END, W_COMMENT_REF):
                    self.marks.mark(ENDS[end.tag], end.get(W_ID, ""), self.index, 0)


_NOTHING = Look()
_INSERTED, _DELETED = frozenset((W_INS, W_MOVE_TO, W_CELL_INS)), frozenset((W_DEL, W_MOVE_FROM, W_CELL_DEL))
_CHANGES = frozenset((W_INS, W_DEL, W_MOVE_FROM, W_MOVE_TO))


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(W_VAL)
