"""Tables: their rows and cells, what each cell spans, and whether any line of them is visible."""

from __future__ import annotations

from lxml import etree

from drafter.opc import chosen

from .names import (
    MC_ALTERNATE,
    W_GRID_BEFORE,
    W_GRID_SPAN,
    W_PPR,
    W_RPR,
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
    W_VAL,
    W_VMERGE,
    is_on,
)  # fmt: skip
from .styles import Styles, draws, number

MOST_COLUMNS = 64  # Word's own limit is 63; a damaged file may claim millions
PROPERTIES = frozenset((W_TBLPR, W_TCPR, W_TRPR, W_PPR, W_RPR))


def has_lines(table: etree._Element, styles: Styles) -> bool:
    """Whether any line of the table is visible: its own borders, its style's, or its cells'."""
    whole: bool | None = None
    properties = table.find(W_TBLPR)
    if properties is not None:
        borders, style = properties.find(W_TBL_BORDERS), properties.find(W_TBL_STYLE)
        if borders is not None:
            whole = draws(borders)
        elif style is not None:
            whole = styles.named(style.get(W_VAL)).lines
    shown = [_cell_lines(tc, whole) for row in rows(table)[:4] for tc in cells(row)]
    return any(shown) if shown else bool(whole)


def _cell_lines(tc: etree._Element, whole: bool | None) -> bool | None:
    """Whether a cell shows a line: its own borders decide, else those of the whole table."""
    properties = tc.find(W_TCPR)
    own = None if properties is None else properties.find(W_TC_BORDERS)
    return whole if own is None else draws(own)


def rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those in content controls and custom XML too, nested tables not."""
    return _within(table, W_TR, W_TBL)


def cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, likewise."""
    return _within(row, W_TC, W_TBL)


def _within(parent: etree._Element, wanted: str, not_in: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == wanted:
            found.append(child)
        elif child.tag == MC_ALTERNATE:
            found.extend(_within(chosen(child), wanted, not_in))
        elif child.tag != not_in and child.tag not in PROPERTIES and len(child):
            found.extend(_within(child, wanted, not_in))
    return found


def row_facts(row: etree._Element) -> tuple[bool, int]:
    """Whether Word repeats the row as header, and the grid columns left out before it."""
    header, before = False, 0
    properties = row.find(W_TRPR)
    if properties is not None:
        for child in properties:
            if child.tag == W_TBL_HEADER:
                header = is_on(child.get(W_VAL))
            elif child.tag == W_GRID_BEFORE:
                before = min(max(number(child.get(W_VAL)) or 0, 0), MOST_COLUMNS)
    return header, before


def cell_facts(tc: etree._Element, gone: frozenset[str]) -> tuple[int, bool, etree._Element | None]:
    """The grid columns of a cell, whether it continues the one above, and the change that takes it out.

    `gone` are the names of changes that the view leaves out.
    """
    span, merged, change = 1, False, None
    properties = tc.find(W_TCPR)
    if properties is not None:
        for child in properties:
            if child.tag == W_GRID_SPAN:
                span = min(max(number(child.get(W_VAL)) or 1, 1), MOST_COLUMNS)
            elif child.tag == W_VMERGE:
                merged = child.get(W_VAL) != "restart"
            elif child.tag in gone:
                change = child
    return span, merged, change
