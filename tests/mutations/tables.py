"""Tables: rows, columns and whole tables that come, go and change places."""

from __future__ import annotations

import random

from lxml import etree

from .document import Document, Element, is_delicate, paragraph, renewed, w


def _row(document: Document, rnd: random.Random) -> Element | None:
    rows = [
        row
        for table in document.tables()
        for row in table.findall(w("tr"))
        if not is_delicate(row) and next(row.iter(w("vMerge")), None) is None
    ]
    return rnd.choice(rows) if rows else None


def delete_row(document: Document, rnd: random.Random) -> bool:
    row = _row(document, rnd)
    if row is not None:
        _drop(row)
    return row is not None


def duplicate_row(document: Document, rnd: random.Random) -> bool:
    row = _row(document, rnd)
    if row is not None:
        row.addnext(renewed(row))
    return row is not None


def insert_row(document: Document, rnd: random.Random) -> bool:
    """A row with new words under the columns of another."""
    row = _row(document, rnd)
    if row is None:
        return False
    made = renewed(row)
    for cell in made.findall(w("tc")):
        for block in [child for child in cell if child.tag != w("tcPr")]:
            cell.remove(block)
        cell.append(paragraph(f"Chỉ tiêu {rnd.randint(30, 90)}"))
    row.addnext(made)
    return True


def swap_rows(document: Document, rnd: random.Random) -> bool:
    row = _row(document, rnd)
    other = None if row is None else row.getnext()
    if (
        row is None
        or other is None
        or other.tag != w("tr")
        or next(other.iter(w("vMerge")), None) is not None
    ):
        return False
    other.addnext(row)
    return True


def _even(document: Document) -> list[Element]:
    """Tables without merged cells, all rows equally long, two columns at least."""
    return [
        table
        for table in document.tables()
        if next(table.iter(w("gridSpan"), w("vMerge")), None) is None
        and not is_delicate(table)
        and len({len(row.findall(w("tc"))) for row in table.findall(w("tr"))}) == 1
        and len(table.findall(w("tr"))[0].findall(w("tc"))) > 1
    ]


def delete_column(document: Document, rnd: random.Random) -> bool:
    found = _even(document)
    if not found:
        return False
    table = rnd.choice(found)
    at = rnd.randrange(len(table.findall(w("tr"))[0].findall(w("tc"))))
    for row in table.findall(w("tr")):
        row.remove(row.findall(w("tc"))[at])
    grid = table.find(w("tblGrid"))
    if grid is not None and at < len(grid):
        grid.remove(grid[at])
    return True


def insert_column(document: Document, rnd: random.Random) -> bool:
    found = _even(document)
    if not found:
        return False
    table = rnd.choice(found)
    for number, row in enumerate(table.findall(w("tr"))):
        cell = etree.Element(w("tc"))
        cell.append(paragraph(f"Cột mới {number}"))
        row.append(cell)
    grid = table.find(w("tblGrid"))
    if grid is not None:
        etree.SubElement(grid, w("gridCol"))
    return True


def delete(document: Document, rnd: random.Random) -> bool:
    found = [
        one
        for one in document.body.findall(w("tbl"))
        if not is_delicate(one) and (after := one.getnext()) is not None and after.tag == w("p")
    ]
    if found:
        _drop(rnd.choice(found))
    return bool(found)


def add(document: Document, rnd: random.Random) -> bool:
    """A small table after a paragraph."""
    found = document.plain()
    if found:
        p = rnd.choice(found)
        p.addnext(paragraph("Kèm theo bảng trên."))
        p.addnext(_table(rnd))
    return bool(found)


def nest(document: Document, rnd: random.Random) -> bool:
    """A table inside a cell, before its last paragraph."""
    cells = [cell for table in document.tables() for cell in table.iter(w("tc")) if not is_delicate(cell)]
    if cells:
        rnd.choice(cells).findall(w("p"))[-1].addprevious(_table(rnd))
    return bool(cells)


def merge_cells(document: Document, rnd: random.Random) -> bool:
    """The first two cells of a row become one."""
    found = _even(document)
    if not found:
        return False
    cells = rnd.choice(rnd.choice(found).findall(w("tr"))).findall(w("tc"))
    properties = cells[0].find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        cells[0].insert(0, properties)
    span = etree.Element(w("gridSpan"))
    span.set(w("val"), "2")
    width = properties.find(w("tcW"))
    properties.insert(0 if width is None else properties.index(width) + 1, span)
    cells[0].extend([child for child in cells[1] if child.tag != w("tcPr")])
    _drop(cells[1])
    return True


def _table(rnd: random.Random) -> Element:
    table = etree.Element(w("tbl"))
    etree.SubElement(table, w("tblPr"))
    grid = etree.SubElement(table, w("tblGrid"))
    for _ in range(2):
        etree.SubElement(grid, w("gridCol"))
    for number in range(1, 4):
        row = etree.SubElement(table, w("tr"))
        for text in (str(number), f"Nội dung {rnd.randint(1, 999)}"):
            etree.SubElement(row, w("tc")).append(paragraph(text))
    return table


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
