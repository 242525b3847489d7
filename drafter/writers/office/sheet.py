"""An official workbook: text never computed, Times New Roman, A4 landscape, rows as high as their text."""

from __future__ import annotations

import math
from dataclasses import dataclass

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from drafter.opc import storable
from drafter.writers.office.formulas import FORMULA

_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_LINE = 16.5  # points of a line of 12 pt
_HIGHEST = 409  # points of a row that Excel still knows
_LONGEST = 32_767  # characters that Excel keeps in a cell


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks: letters in points, `fill` RRGGBB, with or without a box around it."""

    size: int = 12
    bold: bool = False
    italic: bool = False
    font: str = "Times New Roman"
    fill: str | None = None
    boxed: bool = True
    wrapped: bool = True
    vertical: str | None = "top"
    horizontal: str | None = None


def styled(cell: Cell, style: CellStyle) -> Cell:
    """`cell` in this style."""
    cell.font = Font(name=style.font, size=style.size, bold=style.bold, italic=style.italic)
    if style.fill is not None:
        cell.fill = PatternFill("solid", fgColor=style.fill)
    if style.boxed:
        cell.border = _BOX
    cell.alignment = Alignment(
        wrap_text=style.wrapped or None, vertical=style.vertical, horizontal=style.horizontal
    )
    return cell


def put(cell: Cell | MergedCell, text: str, *, cut: str = "") -> Cell:
    """Text as text: what begins like a formula is marked as quoted and never computed.

    What is too long for a cell ends in `cut`.
    """
    assert isinstance(cell, Cell)
    cell.value = held(text, cut=cut)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA)
    return cell


def held(text: str, *, cut: str) -> str:
    """What a cell holds of a text: no sign that XML cannot hold; one that is too long ends in `cut`."""
    text = storable(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(cut)] + cut


def height(text: str, width: float) -> float:
    """Points for `text` wrapped into lines of `width` characters: only Excel fits rows by itself."""
    wrapped = sum(max(1, math.ceil(len(part) * 1.1 / width)) for part in text.split("\n"))
    return min(_LINE * wrapped + 4, _HIGHEST)


def landscape(sheet: Worksheet, footer: str | None) -> None:
    """A4 landscape, as wide as the page, the page number above all pages but the first; `footer` at the
    bottom, where there is one."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.differentFirst = True
    assert sheet.oddHeader is not None
    sheet.oddHeader.center.text = "&P"
    if footer is not None:
        for area in (sheet.oddFooter, sheet.firstFooter):
            assert area is not None
            area.right.text = footer.replace("&", "&&")
