"""Small manuscripts for tests of the outline, written as the page looks.

One line is one paragraph; `⏎` is a soft break. In braces before the text: `c` centred, `b` bold,
`=1.` an automatic number, `box:…` a text box, as in `{cb} NGHỊ QUYẾT`, `{=a)} Nội dung`. Lines that begin
with `|` are rows of a table with lines, `||` of one without; cells between `|`; `>` merges a cell with
the one before it, `^` with the one above. Words between `**` are bold.
"""

from __future__ import annotations

import re

from drafter.analyses.outline import outline
from drafter.model import Cell, Clause, Draft, Manuscript, Note, Paragraph, Story

_FLAGS = re.compile(r"\{([^}]*)\}\s?")


def manuscript(page: str) -> Manuscript:
    """The paragraphs that `page` describes; blank lines stand for empty paragraphs."""
    paragraphs: list[Paragraph] = []
    tables = -1
    row, borders = 0, False
    inside = False
    for text in page.strip("\n").split("\n"):
        if not text.startswith("|"):
            inside = False
            paragraphs.append(_paragraph(len(paragraphs), text, None))
            continue
        lines = not text.startswith("||")
        if not inside or lines is not borders:
            tables, row, borders, inside = tables + 1, 0, lines, True
        for cell, content in _cells(text.strip("|"), tables, row, borders):
            for piece in content.split("¶"):
                paragraphs.append(_paragraph(len(paragraphs), piece.strip(), cell))
        row += 1
    return Manuscript("du-thao.docx", "0" * 64, tuple(paragraphs))


def _cells(text: str, table: int, row: int, borders: bool) -> list[tuple[Cell, str]]:
    texts = text.split("|")
    found: list[tuple[Cell, str]] = []
    for column, content in enumerate(texts):
        content = content.strip()
        if content == ">":
            cell, before = found[-1]
            found[-1] = (Cell(table, row, cell.column, cell.span + 1, borders=borders), before)
        else:
            merged = content == "^"
            cell = Cell(table, row, column, borders=borders, merged=merged)
            found.append((cell, "" if merged else content))
    return found


def _paragraph(index: int, text: str, cell: Cell | None) -> Paragraph:
    flags, marker, notes = "", None, ()
    while (found := _FLAGS.match(text)) is not None:
        text, flag = text[found.end() :], found[1]
        if flag.startswith("="):
            marker = flag[1:]
        elif flag.startswith("box:"):
            notes = (Note(Story.TEXT_BOX, flag[4:]),)
        else:
            flags += flag
    text = text.replace("⏎", "\n").replace("→", "\t")
    text, emphasis = _emphasis(text)
    return Paragraph(
        index,
        text,
        marker,
        bold="b" in flags,
        centred="c" in flags,
        cell=cell,
        notes=notes,
        page=1,
        emphasis=emphasis,
    )


def _emphasis(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    pieces = text.split("**")
    found, at = [], 0
    for place, piece in enumerate(pieces):
        if place % 2:
            found.append((at, at + len(piece)))
        at += len(piece)
    return "".join(pieces), tuple(found)


def draft(page: str) -> Draft:
    return outline(manuscript(page))


def tree(page: str) -> list[str]:
    """`id` and text of every clause: `"II.1 Đến năm 2025"`."""
    return [f"{clause.id} {clause.text}".strip() for clause in draft(page).clauses]


def ids(page: str) -> str:
    """All ids in order, a space between."""
    return " ".join(clause.id for clause in draft(page).clauses)


def clause(page: str, id: str) -> Clause:
    return draft(page).by_id[id]
