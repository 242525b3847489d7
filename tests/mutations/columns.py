"""Columns and cells: columns that come and go, cells merged across and down."""

from __future__ import annotations

import random

from lxml import etree

from .document import Document, Element, pick, properties_of, text_of, w
from .pieces import drop, is_whole, paragraph, take_out


def _even(document: Document) -> list[Element]:
    """Tables without merged or controlled cells, all rows equally long, two columns at least."""
    return [
        table
        for table in document.tables()
        if next(table.iter(w("gridSpan"), w("vMerge"), w("sdt"), w("gridBefore"), w("gridAfter")), None)
        is None
        and is_whole([table])
        and len({len(row.findall(w("tc"))) for row in table.findall(w("tr"))}) == 1
        and len(table.findall(w("tr"))[0].findall(w("tc"))) > 1
    ]


def _width(table: Element) -> int:
    return len(table.findall(w("tr"))[0].findall(w("tc")))


def delete_column(document: Document, rnd: random.Random) -> bool:
    found = _even(document)
    if not found:
        return False
    table = pick(rnd, found)
    at = rnd.randrange(_width(table))
    for row in table.findall(w("tr")):
        drop(document, row.findall(w("tc"))[at])
    grid = table.find(w("tblGrid"))
    if grid is not None and at < len(grid):
        grid.remove(grid[at])
    return True


def insert_column(document: Document, rnd: random.Random) -> bool:
    """Before any column."""
    found = _even(document)
    if not found:
        return False
    table = pick(rnd, found)
    at = rnd.randrange(_width(table))
    for number, row in enumerate(table.findall(w("tr"))):
        cell = etree.Element(w("tc"))
        cell.append(paragraph(f"Cột mới {number}"))
        row.findall(w("tc"))[at].addprevious(cell)
    grid = table.find(w("tblGrid"))
    if grid is not None:
        grid.insert(at, etree.Element(w("gridCol")))
    return True


def merge_across(document: Document, rnd: random.Random) -> bool:
    """Two cells of a row become one with the blocks of both."""
    found = _even(document)
    if not found:
        return False
    cells = pick(rnd, pick(rnd, found).findall(w("tr"))).findall(w("tc"))
    at = rnd.randrange(len(cells) - 1)
    one, other = cells[at : at + 2]
    span = etree.Element(w("gridSpan"))
    span.set(w("val"), "2")
    _put(one, span)
    one.extend([child for child in other if child.tag != w("tcPr")])
    take_out(other)
    return True


def merge_down(document: Document, rnd: random.Random) -> bool:
    """Cells of two rows become one: what the lower says goes to the upper."""
    found = _even(document)
    if not found:
        return False
    table = pick(rnd, found)
    rows = table.findall(w("tr"))
    at, column = rnd.randrange(len(rows) - 1), rnd.randrange(_width(table))
    upper, lower = (row.findall(w("tc"))[column] for row in rows[at : at + 2])
    start = etree.Element(w("vMerge"))
    start.set(w("val"), "restart")
    _put(upper, start)
    _put(lower, etree.Element(w("vMerge")))
    blocks = [child for child in lower if child.tag != w("tcPr")]
    if any(text_of(block).strip() for block in blocks):
        upper.extend(blocks)
    else:
        for block in blocks:
            drop(document, block)
    lower.append(etree.Element(w("p")))
    return True


def _put(cell: Element, one: Element) -> None:
    """Into the cell's properties, in the schema's order."""
    properties = properties_of(cell, "tcPr")
    before = [place for place, child in enumerate(properties) if child.tag in (w("cnfStyle"), w("tcW"))]
    properties.insert(before[-1] + 1 if before else 0, one)
