"""The same form in every format that offices send: rows of plain cells → a file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from drafter.analyses.comments import letters
from drafter.model import Letter
from tests.inputs import read_comment_file

from .docx_builder import cell, docx, p, row, table

SUFFIXES = (".csv", ".xlsx", ".md", ".docx")
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_DRAWN = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in _SIDES)
_LINES = f"<w:tblBorders>{_DRAWN}</w:tblBorders>"
Rows = Sequence[Sequence[str]]


def form_file(path: Path, rows: Rows) -> Path:
    """Writes the rows in the format that the suffix says."""
    match path.suffix:
        case ".csv":
            with path.open("w", encoding="utf-8", newline="") as out:
                csv.writer(out, delimiter=";").writerows(rows)
        case ".xlsx":
            book = Workbook()
            for each in rows:
                book.active.append(list(each))
            book.save(path)
        case ".md":
            lines = [f"| {' | '.join(each)} |" for each in rows]
            path.write_text("\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]), encoding="utf-8")
        case _:
            docx(path, table(*(row(*(cell(p(text)) for text in each)) for each in rows), tblpr=_LINES))
    return path


def read(path: Path) -> tuple[Letter, ...]:
    return letters(read_comment_file(path, root=path.parent))


def comments_by_agency(path: Path) -> list[tuple[str, str, bool]]:
    """Agency, words and whether a person must look, of each comment in the order of the file."""
    found = [comment for letter in read(path) for comment in letter.comments]
    found.sort(key=lambda c: int(c.id.rpartition("#")[2]))
    return [(c.agency, c.text, c.review) for c in found]
