"""Data tables: header rows apart, every other row a clause with its number and its cells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Frontmatter
from drafter.language.normal import folded
from drafter.model import Note, Numbered, Paragraph, Place

from .lines import DraftTable

_COUNTED = re.compile(r"\(?\s*(?:\d{1,2}|[A-ZĐa-zđ])\s*\)?(?:\s*=.*)?")  # "(1)", "(3)=(1)+(2)", "A"
_ROW_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-ZĐ]|[a-zđ])[.)]?")
_HEADING_WORDS = 15  # in a cell of a header row that Word does not mark as one


@dataclass(slots=True)
class CellText:
    """One cell: its paragraphs with text, those of tables nested in it too."""

    column: int
    span: int
    merged: bool
    paragraphs: list[Paragraph] = field(default_factory=list)
    text: str = ""  # set once all paragraphs are known

    def close(self) -> CellText:
        """The same cell, its text put together."""
        lines = [paragraph.text.strip() for paragraph in self.paragraphs]
        self.text = lines[0] if len(lines) == 1 else "\n".join(line for line in lines if line)
        return self

    @property
    def notes(self) -> list[Note]:
        return [note for paragraph in self.paragraphs for note in paragraph.notes]

    @property
    def automatic(self) -> str | None:
        """The automatic number of a cell that holds nothing else."""
        if self.text:
            return None
        return next((paragraph.marker for paragraph in self.paragraphs if paragraph.marker), None)


@dataclass(slots=True)
class DraftRow:
    """A row that becomes a clause: `text` the cells but the number joined by ` | `, a merged cell once."""

    marker: str | None
    numbering: Numbered
    text: str
    cells: tuple[str, ...]
    places: tuple[Place, ...]
    notes: tuple[Note, ...]
    page: int | None
    group: bool  # one text alone: "Đến năm 2030"


@dataclass(slots=True)
class TableParts:
    """A table taken apart: texts of its header rows, its columns' headings, its rows.

    `notes` are those of rows without any text, such as the text boxes of a drawing.
    """

    header: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[DraftRow, ...]
    notes: tuple[Note, ...]


def read_table(table: DraftTable) -> TableParts:
    """Header rows and body rows of a table of the body. Rows without any text vanish."""
    grid = _grid(table)
    width = max((cell.column + cell.span for row in grid for cell in row), default=0)
    heads = _header_rows(table, grid, width)
    head = [grid[at] for at in sorted(heads)]
    body = [row for at, row in enumerate(grid) if at not in heads]
    columns = _columns(head, width)
    numbered = _numbered(columns, body)
    return TableParts(
        header=tuple(text for row in head for text in _printed(row)),
        columns=columns,
        rows=tuple(_row(row, width, numbered) for row in filter(_filled, body)),
        notes=tuple(note for row in body if not _filled(row) for cell in row for note in cell.notes),
    )


def _filled(row: Sequence[CellText]) -> bool:
    return any(cell.text for cell in row)


def _grid(table: DraftTable) -> list[list[CellText]]:
    """Rows of cells. Paragraphs of a nested table join the outer cell that the next outer one is in.

    Word ends every cell with a paragraph, so one of the same cell comes after a nested table.
    """
    rows: dict[int, dict[int, CellText]] = {}
    waiting: list[Paragraph] = []
    last: CellText | None = None
    for paragraph in table.paragraphs:
        cell = paragraph.cell
        if cell is None or cell.table != table.number:
            waiting.append(paragraph)
            continue
        row = rows.setdefault(cell.row, {})
        last = row.setdefault(cell.column, CellText(cell.column, cell.span, cell.merged))
        last.paragraphs += [*waiting, paragraph]
        waiting = []
    if last is not None:
        last.paragraphs += waiting
    return [[row[column].close() for column in sorted(row)] for _, row in sorted(rows.items())]


def _header_rows(table: DraftTable, grid: Sequence[Sequence[CellText]], width: int) -> set[int]:
    """Places of the rows that head the table, those repeated further down included."""
    count = max(_marked(table, len(grid)), _headlike(grid, width))
    while 0 < count < len(grid) and _under_header(grid, count):
        count += 1
    texts = {_key(row) for row in grid[:count]}
    openings = {key[0] for key in texts if any(key)}
    repeated = (
        at for at in range(count, len(grid))
        if grid[at] and _plain(grid[at][0]) in openings and _key(grid[at]) in texts
    )  # fmt: skip
    return {*range(count), *repeated}


def _marked(table: DraftTable, rows: int) -> int:
    """How many rows at the top Word itself marks as heading; 0 where it marks others or all."""
    cells = [paragraph.cell for paragraph in table.paragraphs if paragraph.cell]
    flagged = {cell.row for cell in cells if cell.header}
    order = sorted({cell.row for cell in cells if cell.table == table.number})
    marked = [at for at, row in enumerate(order) if row in flagged]
    return len(marked) if marked == list(range(len(marked))) and len(marked) < rows else 0


def _headlike(grid: Sequence[Sequence[CellText]], width: int) -> int:
    """1 where the first row heads the table though Word does not say so."""
    if len(grid) < 2 or width < 2:
        return 0
    top = grid[0]
    names_number = any(folded(cell.text) in lexicon(Frontmatter).numbers for cell in top)
    return int(names_number or _counts(grid[1]) or (_short(top) and _styled([top]) and not _styled(grid[1:])))


def _short(row: Sequence[CellText]) -> bool:
    """Every cell holds a few words and none ends as a sentence does."""
    if len(row) < 2 or not all(cell.text for cell in row):
        return False
    return all(len(cell.text.split()) <= _HEADING_WORDS and cell.text[-1] not in ".;" for cell in row)


def _styled(rows: Sequence[Sequence[CellText]]) -> bool:
    """Bold throughout; over a whole table bold tells nothing of the first row."""
    printed = [
        paragraph for row in rows for cell in row for paragraph in cell.paragraphs if paragraph.text.strip()
    ]
    return bool(printed) and all(paragraph.bold for paragraph in printed)


def _under_header(grid: Sequence[Sequence[CellText]], at: int) -> bool:
    """A further header row: `(1) (2) (3)`, or the lower half of headings that span two rows."""
    row = grid[at]
    filled = [cell for cell in row if cell.text]
    if _counts(row):
        return True
    above = {cell.column for cell in grid[at - 1] if cell.text or cell.merged}
    if not row or not row[0].merged or row[0].column not in above or not filled:
        return False
    return all(len(cell.text.split()) <= _HEADING_WORDS for cell in filled)


def _counts(row: Sequence[CellText]) -> bool:
    """A row that only counts the columns: `(1) (2) (3)`, `A B 1 2 3`."""
    filled = [cell.text for cell in row if cell.text]
    figures = sum(1 for text in filled if re.search(r"\d", text))
    bare = all(text[-1:].isdigit() for text in filled[len(filled) - figures :])
    if len(filled) < 3 or figures < 2 or not all(_COUNTED.fullmatch(text) for text in filled):
        return False
    return _running(filled) and (bare or all(text.startswith("(") for text in filled))


def _running(texts: Iterable[str]) -> bool:
    """Counts that run on from cell to cell, so that a row of figures is not taken for a header."""
    figures = [int(found.group()) for text in texts if (found := re.search(r"\d{1,9}", text))]
    return all(later == earlier + 1 for earlier, later in itertools.pairwise(figures))


def _columns(heads: Sequence[Sequence[CellText]], width: int) -> tuple[str, ...]:
    """The heading of every column, upper and lower half joined: `"Lộ trình 2021"`."""
    found: list[list[str]] = [[] for _ in range(width)]
    for row in heads:
        for cell in row:
            if _COUNTED.fullmatch(cell.text) and cell.text.startswith("("):
                continue
            for column in range(cell.column, min(cell.column + cell.span, width)):
                text = " ".join(cell.text.split())
                if text and text not in found[column]:
                    found[column].append(text)
    return tuple(" ".join(texts) for texts in found) if heads else ()


def _numbered(columns: Sequence[str], rows: Sequence[Sequence[CellText]]) -> bool:
    """Whether the first column numbers the rows: its heading says so, or it holds nothing else."""
    if columns:
        heading = folded(columns[0])
        return heading in lexicon(Frontmatter).numbers or heading.split(" ")[0] in ("stt", "tt")
    first = [row[0] for row in rows if row and len(row) > 1 and (row[0].text or row[0].automatic)]
    return bool(first) and all(cell.automatic or _ROW_NUMBER.fullmatch(cell.text) for cell in first)


def _row(cells: Sequence[CellText], width: int, numbered: bool) -> DraftRow:
    number = cells[0] if numbered and cells[0].column == 0 and cells[0].span == 1 else None
    rest = [cell for cell in cells if cell is not number]
    marker, numbering = _marker(number)
    return DraftRow(
        marker=marker,
        numbering=numbering,
        text=" | ".join(cell.text for cell in rest),
        cells=_by_column(cells, width),
        places=_places(number, rest),
        notes=tuple(note for cell in cells for note in cell.notes),
        page=next((paragraph.page for cell in cells for paragraph in cell.paragraphs), None),
        group=width > 2 and (numbered or len(cells) == 1) and sum(bool(cell.text) for cell in rest) == 1,
    )


def _marker(number: CellText | None) -> tuple[str | None, Numbered]:
    """What the cell of the number prints, and whether it was typed."""
    if number is None or not (number.text or number.automatic):
        return None, Numbered.NONE
    return (number.text, Numbered.TYPED) if number.text else (number.automatic, Numbered.AUTO)


def _by_column(cells: Sequence[CellText], width: int) -> tuple[str, ...]:
    """The text of every column; a merged cell's at its first one."""
    texts = [""] * width
    for cell in cells:
        texts[cell.column] = cell.text or cell.automatic or ""
    return tuple(texts)


def _places(number: CellText | None, rest: Sequence[CellText]) -> tuple[Place, ...]:
    """Where the row's text stands; the number's cell, which is no part of it, with no width."""
    counted = number.paragraphs if number else []
    paragraphs = [paragraph for cell in rest for paragraph in cell.paragraphs]
    return (
        *(_place(paragraph, empty=True) for paragraph in counted if paragraph.text.strip()),
        *(_place(paragraph) for paragraph in paragraphs if paragraph.text.strip()),
    )


def _place(paragraph: Paragraph, *, empty: bool = False) -> Place:
    end = len(paragraph.text.rstrip())
    start = end if empty else len(paragraph.text) - len(paragraph.text.lstrip())
    return Place(paragraph.index, start, end)


def _key(row: Sequence[CellText]) -> tuple[str, ...]:
    return tuple(_plain(cell) for cell in row)


def _plain(cell: CellText) -> str:
    return " ".join(cell.text.split()).lower()


def _printed(row: Sequence[CellText]) -> list[str]:
    """Every paragraph of a header row, for `Draft.header`."""
    notes = [note.text for cell in row for note in cell.notes]
    texts = (paragraph.text.strip() for cell in row for paragraph in cell.paragraphs)
    return [*filter(None, texts), *notes]
