"""Cells: where in which table a paragraph stands, and which tables are only layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Cell
from tests.docx_builder import cell, docx, p, row, table
from tests.inputs import read_docx


def cells(folder: Path, *blocks: str, styles: str = "") -> dict[str, Cell]:
    found = read_docx(docx(folder, *blocks, styles=styles))
    return {paragraph.text: paragraph.cell for paragraph in found.paragraphs if paragraph.cell is not None}


def test_columns_are_those_of_the_grid(tmp_path: Path) -> None:
    span, top, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = cells(
        tmp_path,
        table(
            row(cell(p("a"), tcpr=span), cell(p("b"), tcpr=top), trpr="<w:tblHeader/>"),
            row(cell(p("c")), cell(p("d")), cell(p("e"), tcpr=below)),
            row(cell(p("f")), trpr='<w:gridBefore w:val="2"/>'),
        ),
    )
    places = {text: (one.row, one.column, one.span) for text, one in found.items()}
    assert places == {
        "a": (0, 0, 2), "b": (0, 2, 1), "c": (1, 0, 1), "d": (1, 1, 1), "e": (1, 2, 1), "f": (2, 2, 1),
    }  # fmt: skip
    assert [text for text, one in found.items() if one.merged] == ["e"]
    assert [text for text, one in found.items() if one.header] == ["a", "b"]


def test_a_nested_table_knows_its_host(tmp_path: Path) -> None:
    inner = table(row(cell(p("trong"))))
    found = cells(tmp_path, table(row(cell(p("ngoài"), inner, p("dưới")))), table(row(cell(p("sau")))))
    assert {text: (one.table, one.nested_in) for text, one in found.items()} == {
        "ngoài": (0, None), "trong": (1, 0), "dưới": (0, None), "sau": (2, None),
    }  # fmt: skip


LINES = '<w:{}><w:top w:val="{}" w:sz="4"/></w:{}>'
STYLED = (
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>'
    + LINES.format("tblBorders", "single", "tblBorders")
    + "</w:tblPr></w:style>"
)


@pytest.mark.parametrize(
    ("tblpr", "tcpr", "drawn"),
    [
        ("", "", False),
        (LINES.format("tblBorders", "single", "tblBorders"), "", True),
        (LINES.format("tblBorders", "none", "tblBorders"), "", False),
        ('<w:tblStyle w:val="TableGrid"/>', "", True),
        ('<w:tblStyle w:val="TableGrid"/>' + LINES.format("tblBorders", "nil", "tblBorders"), "", False),
        ("", LINES.format("tcBorders", "single", "tcBorders"), True),
    ],
)
def test_a_table_without_visible_lines_is_layout(tmp_path: Path, tblpr: str, tcpr: str, drawn: bool) -> None:
    found = cells(tmp_path, table(row(cell(p("x"), tcpr=tcpr)), tblpr=tblpr), styles=STYLED)
    assert found["x"].borders is drawn
