"""The foot of a document under a table: a signature is never alone on a page, whatever program shows it.

Only rows of one table stay together in every program: LibreOffice tears a table from what follows it,
whatever the paragraphs of its last row say. So what ends a document is a last row without borders, and the
row above is kept with it where both fit a page; a higher one may be broken instead.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from drafter.writers.office.grid import row

_LETTER = 0.5  # of its size: the width of a letter on the average of Vietnamese words
_LINE = 1.2  # of its size: the height of a line
_PADDING = 11  # points of a cell's width beside its words
_NIL = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
_BORDERS = f'<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>{_NIL}</w:tcBorders>'
_NONE = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
_MARGINS = f"<w:tcMar>{_NONE}</w:tcMar>"
# A cell ends with a paragraph: one that takes no room.
_END = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def foot_row(taken: Iterable[etree._Element], widths: Sequence[int]) -> str:
    """Paragraphs and tables, taken out of their document, as the last row of a table of these columns."""
    inside = []
    for element in taken:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
        inside.append(etree.tostring(element, encoding="unicode"))
    properties = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
    return row([f"<w:tc><w:tcPr>{properties}{_BORDERS}{_MARGINS}</w:tcPr>{''.join(inside)}{_END}</w:tc>"])


def row_height(texts: Sequence[str], widths: Sequence[int], size: float) -> float:
    """Points that the highest cell of a row takes, as near as the letters' average tells; `widths` in
    twentieths of a point, `size` of the letters in points."""
    room = [(width / 20 - _PADDING) / (_LETTER * size) for width in widths]
    counts = (
        sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))
        for text, letters in zip(texts, room, strict=True)
    )
    return max(counts) * _LINE * size + 4


def keep_with_foot(table: etree._Element, *, room: float, size: float) -> None:
    """Keep the last row that says something of a filled-in `table` with what follows it, be it its foot;
    where that is higher than `room` points, it may be broken instead."""
    rows = table.findall(qn("w:tr"))
    if rows and len(rows[-1].findall(qn("w:tc"))) == 1:
        rows = rows[:-1]
    if len(rows) < 2:
        return
    cells = rows[-1].findall(qn("w:tc"))
    texts = ["\n".join(_said(p) for p in cell.iter(qn("w:p"))) for cell in cells]
    widths = [_width(cell) for cell in cells]
    if not all(widths) or row_height(texts, widths, size) > room:
        for properties in rows[-1].iterchildren(qn("w:trPr")):
            etree.strip_elements(properties, qn("w:cantSplit"))
        return
    paragraphs: Iterable[Any] = rows[-1].iter(qn("w:p"))
    for paragraph in paragraphs:
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _said(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _width(cell: etree._Element) -> int:
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    return int(found.get(qn("w:w"), "0")) if found is not None and found.get(qn("w:type")) == "dxa" else 0
