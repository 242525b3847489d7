"""Blocks: paragraphs and tables in document order, every `w:p` of the body counted."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from drafter.model import Cell, Notice, Paragraph, View

from .names import (
    MC_ALTERNATE,
    MC_CHOICE,
    W_ALT_CHUNK,
    W_BODY,
    W_DEL,
    W_GRID_BEFORE,
    W_GRID_SPAN,
    W_H,
    W_INS,
    W_MOVE_FROM,
    W_MOVE_TO,
    W_ORIENT,
    W_P,
    W_PAGE_BEFORE,
    W_PG_SZ,
    W_PPR,
    W_PSTYLE,
    W_RPR,
    W_SECTPR,
    W_TBL,
    W_TBL_BORDERS,
    W_TBL_HEADER,
    W_TBL_STYLE,
    W_TBLPR,
    W_TC,
    W_TC_BORDERS,
    W_TCPR,
    W_TR,
    W_TRPR,
    W_TYPE,
    W_VAL,
    W_VMERGE,
    W_W,
    is_on,
)
from .numbering import Numbering
from .runs import Inline, Line, Piece
from .styles import Look, Styles, draws, number, paragraph_look


@dataclass(slots=True)
class _Waiting:
    """A paragraph before its section is known: the landscape flag comes last."""

    paragraphs: list[Paragraph]
    since: int = 0


class Body:
    """Reads the block content of one story into `paragraphs`."""

    def __init__(self, styles: Styles, numbering: Numbering, inline: Inline, view: View) -> None:
        self.styles = styles
        self.numbering = numbering
        self.inline = inline
        self.paragraphs: list[Paragraph] = []
        self.landscape_from: list[tuple[int, bool]] = []  # (first paragraph after it, landscape) per section
        self.notices: list[Notice] = []
        self.index = -1
        self._tables = -1
        self._line: Line | None = None  # of a paragraph whose deleted mark joins it to the next
        original = view is View.ORIGINAL
        self._gone = {W_INS, W_MOVE_TO} if original else {W_DEL, W_MOVE_FROM}

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
                chosen = element.find(MC_CHOICE)
                self.read(element[0] if chosen is None else chosen, cell)
            elif tag not in self._gone and tag not in _PROPERTIES:
                self.read(element, cell)
        if cell is not None and self._line is not None:
            self._flush(cell)

    def _paragraph(self, p: etree._Element, cell: Cell | None) -> None:
        self.index += 1
        look, own, section, joined, before = self._properties(p)
        if before and not self.inline.rendered:
            self.inline.pages += 1
        line = self._line or Line()
        self._line = None
        self.inline.read(p, line, look)
        if joined:
            # ECMA-376 17.13.5.15: without its mark a paragraph runs on into the next.
            self._line = line
            return
        num_id = own.num_id if own.num_id is not None else look.num_id
        marker, level = self._marker(p, own, look, num_id)
        self._keep(line, look, own, cell, marker, level)
        if section is not None:
            self._section(section)

    def _properties(self, p: etree._Element) -> tuple[Look, Look, etree._Element | None, bool, bool]:
        """The style's look, the paragraph's own, its section break, whether its mark is gone, page break."""
        ppr = p.find(W_PPR) if len(p) and p[0].tag != W_PPR else (p[0] if len(p) else None)
        if ppr is None:
            return self.styles.of(None), _NOTHING, None, False, False
        style_id = section = None
        joined = before = False
        for element in ppr:
            tag = element.tag
            if tag == W_PSTYLE:
                style_id = element.get(W_VAL)
            elif tag == W_SECTPR:
                section = element
            elif tag == W_RPR:
                joined = any(child.tag in self._gone for child in element)
            elif tag == W_PAGE_BEFORE:
                before = is_on(element.get(W_VAL))
        return self.styles.of(style_id), paragraph_look(ppr), section, joined, before

    def _marker(
        self, p: etree._Element, own: Look, look: Look, num_id: str | None
    ) -> tuple[str | None, int | None]:
        if num_id is None or num_id == "0":
            return None, None
        level = own.level
        if level is None and own.num_id is None:
            level = look.level
            if level is None and len(p) and p[0].tag == W_PPR:
                # A style's list level is the one that names the style (ECMA-376 17.9.23).
                style = p[0].find(W_PSTYLE)
                linked = self.numbering.by_style.get(style.get(W_VAL, "")) if style is not None else None
                level = linked[1] if linked else None
        level = min(max(level or 0, 0), 8)
        marker = self.numbering.next(num_id, level)
        return marker, level if marker is not None else None

    def _keep(
        self,
        line: Line,
        look: Look,
        own: Look,
        cell: Cell | None,
        marker: str | None,
        level: int | None,
    ) -> None:
        visible = [piece for piece in line.pieces if not piece.text.isspace()]
        bold = bool(visible) and all(piece.bold for piece in visible)
        centred = own.centred if own.centred is not None else look.centred
        outline = own.outline if own.outline is not None else look.outline
        indent = own.indent if own.indent is not None else look.indent
        self.paragraphs.append(
            Paragraph(
                index=self.index,
                text=line.text,
                marker=marker,
                level=level,
                style=look.name,
                outline_level=outline,
                bold=bold,
                italic=bool(visible) and all(piece.italic for piece in visible),
                centred=bool(centred),
                indent=indent or 0,
                page=line.page or self.inline.pages,
                cell=cell,
                notes=tuple(line.notes),
                emphasis=() if bold else _emphasis(line.pieces),
            )
        )

    def _flush(self, cell: Cell | None) -> None:
        """Nothing follows a paragraph without its mark: it stands as it is."""
        line, self._line = self._line, None
        if line is not None and line.text.strip():
            self._keep(line, self.styles.of(None), _NOTHING, cell, None, None)

    def finish(self) -> None:
        self._flush(None)

    def _section(self, section: etree._Element) -> None:
        size = section.find(W_PG_SZ)
        landscape = False
        if size is not None:
            width, height = number(size.get(W_W)) or 0, number(size.get(W_H)) or 0
            landscape = size.get(W_ORIENT) == "landscape" or width > height > 0
        self.landscape_from.append((len(self.paragraphs), landscape))
        kind = next((child.get(W_VAL) for child in section if child.tag == W_TYPE), "nextPage")
        if not self.inline.rendered and kind != "continuous" and not self._is_last(section):
            self.inline.pages += 1

    @staticmethod
    def _is_last(section: etree._Element) -> bool:
        """The last section's settings stand below the body itself; nothing follows them."""
        parent = section.getparent()
        return parent is not None and parent.tag == W_BODY

    # --- tables --------------------------------------------------------------------------

    def _table(self, table: etree._Element, around: Cell | None) -> None:
        if self._line is not None:
            self._flush(around)
        self._tables += 1
        here = self._tables
        borders = self._draws(table)
        rows = [row for row in _rows(table) if not self._is_gone(row)]
        for at, row in enumerate(rows):
            header, column = _row_facts(row)
            for tc in _cells(row):
                span, merged = _cell_facts(tc)
                self.read(
                    tc,
                    Cell(
                        table=here,
                        row=at,
                        column=column,
                        span=span,
                        header=header,
                        borders=borders,
                        merged=merged,
                        nested_in=around.table if around else None,
                    ),
                )
                column += span

    def _is_gone(self, row: etree._Element) -> bool:
        properties = row.find(W_TRPR)
        return properties is not None and any(child.tag in self._gone for child in properties)

    def _draws(self, table: etree._Element) -> bool:
        """Whether any line of the table is visible: its own borders, its style's, or its cells'."""
        whole: bool | None = None
        properties = table.find(W_TBLPR)
        if properties is not None:
            borders, style = properties.find(W_TBL_BORDERS), properties.find(W_TBL_STYLE)
            if borders is not None:
                whole = draws(borders)
            elif style is not None:
                whole = self.styles.named(style.get(W_VAL)).lines
        shown = [
            whole if (own := properties.find(W_TC_BORDERS)) is None else draws(own)
            for row in _rows(table)[:4]
            for tc in _cells(row)
            if (properties := tc.find(W_TCPR)) is not None
        ]
        return any(shown) if shown else bool(whole)


_NOTHING = Look()
_PROPERTIES = frozenset((W_TBLPR, W_TCPR, W_TRPR, W_PPR, W_RPR))


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those in content controls and custom XML too, nested tables not."""
    return _within(table, W_TR, W_TBL)


def _cells(row: etree._Element) -> list[etree._Element]:
    return _within(row, W_TC, W_TBL)


def _within(parent: etree._Element, wanted: str, not_in: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == wanted:
            found.append(child)
        elif child.tag != not_in and child.tag not in _PROPERTIES and len(child):
            found.extend(_within(child, wanted, not_in))
    return found


def _row_facts(row: etree._Element) -> tuple[bool, int]:
    """Whether Word repeats the row as header, and the grid columns left out before it."""
    header, before = False, 0
    properties = row.find(W_TRPR)
    if properties is not None:
        for child in properties:
            if child.tag == W_TBL_HEADER:
                header = is_on(child.get(W_VAL))
            elif child.tag == W_GRID_BEFORE:
                before = number(child.get(W_VAL)) or 0
    return header, before


def _cell_facts(tc: etree._Element) -> tuple[int, bool]:
    """The grid columns of a cell, and whether it continues the one above."""
    span, merged = 1, False
    properties = tc.find(W_TCPR)
    if properties is not None:
        for child in properties:
            if child.tag == W_GRID_SPAN:
                span = max(number(child.get(W_VAL)) or 1, 1)
            elif child.tag == W_VMERGE:
                merged = child.get(W_VAL) != "restart"
    return span, merged


def _emphasis(pieces: list[Piece]) -> tuple[tuple[int, int], ...]:
    """Offsets of the bold stretches of a paragraph that is not bold as a whole."""
    spans, at = [], 0
    for piece in pieces:
        if piece.bold and not piece.text.isspace():
            spans.append((at, at + len(piece.text)))
        at += len(piece.text)
    return tuple(spans)
