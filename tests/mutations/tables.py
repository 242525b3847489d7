"""Tables: rows and whole tables that come, go and change places."""

from __future__ import annotations

import random

from lxml import etree

from .document import Document, Element, in_order, pick, w
from .pieces import copied, drop, drop_any, is_whole, loosen, paragraph

_CONTROL = w("sdt")


def _rows(document: Document) -> list[Element]:
    """Rows that may come and go: of tables with several, without vertical merges."""
    return [
        row
        for table in document.tables()
        for row in table.findall(w("tr"))
        if is_whole([row]) and next(row.iter(w("vMerge")), None) is None
    ]


def delete_row(document: Document, rnd: random.Random) -> bool:
    return drop_any(document, rnd, _rows(document))


def delete_rows(document: Document, rnd: random.Random) -> bool:
    """Two or three in a row, one stays."""
    found = [pair for pair in in_order(_rows(document)) if _siblings(pair[0]) > 2]
    if found:
        for row in pick(rnd, found):
            drop(document, row)
    return bool(found)


def _siblings(row: Element) -> int:
    return sum(len(list(row.itersiblings(w("tr"), preceding=before))) for before in (True, False))


def duplicate_row(document: Document, rnd: random.Random) -> bool:
    rows = _rows(document)
    if rows:
        row = pick(rnd, rows)
        row.addnext(copied(document, row))
    return bool(rows)


def insert_row(document: Document, rnd: random.Random) -> bool:
    """A row with new words under the columns of another, below or above it."""
    rows = _rows(document)
    if not rows:
        return False
    row = pick(rnd, rows)
    made = copied(document, row)
    for cell in made.findall(w("tc")):
        for block in [child for child in cell if child.tag != w("tcPr")]:
            cell.remove(block)
        cell.append(paragraph(f"Chỉ tiêu {rnd.randint(30, 90)}"))
    (row.addnext if rnd.random() < 0.7 else row.addprevious)(made)
    return True


def swap_rows(document: Document, rnd: random.Random) -> bool:
    found = list(in_order(_rows(document)))
    if found:
        row, other = pick(rnd, found)
        loosen(document, [row])
        other.addnext(row)
    return bool(found)


def _standing(document: Document) -> list[Element]:
    """Tables of the body and of cells that a paragraph follows, and that no table precedes then."""
    return [
        one
        for one in document.body.iter(w("tbl"))
        if is_whole([one])
        and next(one.iterancestors(w("txbxContent"), _CONTROL), None) is None
        and (after := one.getnext()) is not None
        and after.tag == w("p")
    ]


def delete(document: Document, rnd: random.Random) -> bool:
    return drop_any(document, rnd, _standing(document))


def duplicate(document: Document, rnd: random.Random) -> bool:
    """With a paragraph between the two."""
    found = _standing(document)
    if found:
        table = pick(rnd, found)
        table.addnext(copied(document, table))
        table.addnext(paragraph("Bảng trên áp dụng từ năm 2026."))
    return bool(found)


def add(document: Document, rnd: random.Random) -> bool:
    """A small table after a paragraph, one more paragraph after it or not."""
    found = document.plain()
    if found:
        p = pick(rnd, found)
        after = p.getnext()
        if after is None or after.tag != w("p") or rnd.random() < 0.5:
            p.addnext(paragraph("Kèm theo bảng trên."))
        p.addnext(_table(rnd))
    return bool(found)


def nest(document: Document, rnd: random.Random) -> bool:
    """A table inside a cell, before its last paragraph."""
    cells = [
        cell for table in document.tables() for cell in table.iter(w("tc")) if cell[-1].tag == w("p")
    ]  # fmt: skip
    if cells:
        last = pick(rnd, cells)[-1]
        before = last.getprevious()
        if before is not None and before.tag == w("tbl"):
            return False
        last.addprevious(_table(rnd))
    return bool(cells)


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
