"""Tables in Word files: rows as accepted, with their marks, comments and open changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from drafter.model import Annotation, Cell, Manuscript, Paragraph, RowMark
from drafter.opc import Package
from drafter.readers.docx import read_docx

from .columns import is_header
from .marks import marks_at, once
from .raw import RawFile, RawRow, RawTable

_HEADERS = 3  # rows within which the names of the columns stand


def read(package: Package) -> RawFile:
    """Every table of the body that has marks or known names of columns, nested ones too; beside them all
    other paragraphs, and the comments on these and on names of columns."""
    manuscript = read_docx(package)
    beside = _Beside(manuscript, marks_at(package.xml(package.main)))
    chains = {p.cell.table: p.cell.nested_in for p in manuscript.paragraphs if p.cell is not None}
    own = {p.cell.table for p in manuscript.paragraphs if p.cell is not None and p.index in beside.marks}
    found: list[RawTable] = []
    named, in_rows = set[int](), set[int]()
    for table in sorted(chains):
        inside = [p for p in manuscript.paragraphs if p.cell and _is_within(p.cell.table, table, chains, own)]
        made = _table(table, inside, beside)
        if made.header or any(row.marks for row in made.rows):
            found.append(made)
            places = {row.place for row in made.rows}
            for cell, paragraph in _placed(table, inside):
                (in_rows if cell.row + 1 in places else named).add(paragraph.index)
    around = (p for p in manuscript.paragraphs if p.index not in in_rows)
    return RawFile(found, [text for p in around for text in _said(p, beside, named=p.index in named)])


def _said(paragraph: Paragraph, beside: _Beside, *, named: bool) -> Iterator[str]:
    """A paragraph outside of rows with the comments on it; the name of a column is told elsewhere."""
    text = paragraph.text.strip()
    if text and not named:
        yield f"{paragraph.marker} {text}" if paragraph.marker else text
    yield from beside.remarks(paragraph)


class _Beside:
    """What stands at the paragraphs of a file beside their words, by index."""

    def __init__(self, manuscript: Manuscript, marks: Mapping[int, tuple[RowMark, ...]]) -> None:
        self.marks = marks
        self.edited = {revision.paragraph for revision in manuscript.revisions}
        self.comments: dict[int, list[Annotation]] = {}
        for annotation in manuscript.annotations:
            self.comments.setdefault(annotation.paragraph, []).append(annotation)

    def remarks(self, paragraph: Paragraph) -> Iterator[str]:
        """Comments and notes at a paragraph."""
        for each in self.comments.get(paragraph.index, ()):
            if each.text:
                yield f"{each.author}: {each.text}" if each.author else each.text
        yield from (note.text for note in paragraph.notes if note.text.strip())


def _is_within(inner: int, table: int, chains: Mapping[int, int | None], own: set[int]) -> bool:
    """Whether `inner` is `table`, or nested in it and none of the tables that have rows of their own."""
    at: int | None = inner
    while at is not None and at != table:
        if at in own:
            return False
        at = chains.get(at)
    return at == table


@dataclass(slots=True)
class _Cells:
    """The cells of one row, by column."""

    paragraphs: dict[int, list[Paragraph]] = field(default_factory=dict)
    facts: dict[int, Cell] = field(default_factory=dict)

    @property
    def all(self) -> list[Paragraph]:
        return [paragraph for inside in self.paragraphs.values() for paragraph in inside]


def _table(table: int, paragraphs: Sequence[Paragraph], beside: _Beside) -> RawTable:
    """The rows of one table; what stands in tables nested in it goes to the cell around."""
    placed = list(_placed(table, paragraphs))
    header: Mapping[int, str] = {}
    rows: list[RawRow] = []
    above: dict[int, str] = {}
    for number, group in groupby(placed, key=lambda pair: pair[0].row):
        cells = _Cells()
        for cell, paragraph in group:
            cells.paragraphs.setdefault(cell.column, []).append(paragraph)
            cells.facts[cell.column] = cell
        texts = {at: _text(inside) for at, inside in cells.paragraphs.items()}
        spans = frozenset(at for at, cell in cells.facts.items() if cell.merged)
        texts.update({at: above.get(at, "") for at in spans if not texts[at]})
        above |= texts
        marks = once(mark for p in cells.all for mark in beside.marks.get(p.index, ()))
        if not marks and not header and number < _HEADERS and is_header(texts):
            header = texts
        else:
            rows.append(_row(number, cells, texts, marks, spans, beside))
    return RawTable(header, rows)


def _row(
    number: int,
    cells: _Cells,
    texts: Mapping[int, str],
    marks: tuple[RowMark, ...],
    spans: frozenset[int],
    beside: _Beside,
) -> RawRow:
    return RawRow(
        place=number + 1,
        cells=texts,
        marks=marks,
        filled=frozenset(texts),
        spans=spans,
        struck=frozenset(at for at, inside in cells.paragraphs.items() if any(p.struck for p in inside)),
        tracked=any(p.index in beside.edited for p in cells.all),
        remarks=[remark for p in cells.all for remark in beside.remarks(p)],
    )


def _placed(table: int, paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Cell, Paragraph]]:
    """Each paragraph with the cell of `table` that it stands in."""
    here: Cell | None = None
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell is not None and cell.table == table:
            here = cell
        if here is not None:
            yield here, paragraph


def _text(paragraphs: Iterable[Paragraph]) -> str:
    lines = (f"{p.marker} {p.text}" if p.marker and p.text.strip() else p.text for p in paragraphs)
    # The table is printed with no-break spaces in places and figures: what people write has plain ones.
    return "\n".join(lines).replace("\u00a0", " ").strip()
