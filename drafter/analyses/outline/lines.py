"""Blocks of a manuscript in order: lines (a paragraph, or an item of its own in one) and tables.

A paragraph's soft-broken lines stay together; a line that opens with a marker starts a block of
its own only where the numbering bears it out, which `numbering` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.language.markers import Marker, read_automatic, read_marker
from drafter.model import Manuscript, Note, Paragraph, Place, outermost_tables

_FRAME = 12  # paragraphs with text in a single cell


@dataclass(slots=True)
class DraftLine:
    """A stretch of one paragraph: `start`, `end` without white space around, `text` between them.

    `readings` are those of its marker; `marker` is the one chosen, null for plain text. `automatic`
    says that the number is Word's. `soft` marks a line that opens after a soft break.
    """

    paragraph: Paragraph
    start: int
    end: int
    text: str
    readings: tuple[Marker, ...] = ()
    automatic: bool = False
    soft: bool = False
    marker: Marker | None = None
    notes: tuple[Note, ...] = ()

    @property
    def body(self) -> str:
        """The text after the chosen marker."""
        return self.text if self.marker is None or self.automatic else self.text[self.marker.end :]

    @property
    def place(self) -> Place:
        """Where `body` stands; of no width where only the marker does."""
        return Place(self.paragraph.index, self.end - len(self.body), self.end)

    @property
    def printed(self) -> str:
        """The line as a reader of the page sees it, automatic number included."""
        return f"{self.paragraph.marker} {self.text}" if self.automatic else self.text


@dataclass(slots=True)
class DraftTable:
    """The paragraphs of one table of the body, nested tables included."""

    number: int
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text.strip() for paragraph in self.paragraphs if paragraph.text.strip())


DraftBlock = DraftLine | DraftTable


def blocks(manuscript: Manuscript) -> list[DraftBlock]:
    """All text of the body in document order; empty paragraphs only where they carry notes."""
    found: list[DraftBlock] = []
    outer = _outermost(manuscript.paragraphs)
    table: DraftTable | None = None
    for paragraph in manuscript.paragraphs:
        number = outer.get(paragraph.cell.table) if paragraph.cell is not None else None
        if number is None:
            table = None
            found.extend(lines(paragraph))
            continue
        if table is None or table.number != number:
            table = DraftTable(number)
            found.append(table)
        table.paragraphs.append(paragraph)
    return found


def _outermost(paragraphs: Iterable[Paragraph]) -> dict[int, int | None]:
    """Each table to the table of the body that holds it; null for a frame, whose text runs on as lines."""
    content: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.cell is not None:
            content.setdefault(paragraph.cell.table, []).append(paragraph)
    frames = {table for table, inside in content.items() if _is_frame(inside)}
    outer = outermost_tables((inside[-1] for inside in content.values()), without=frames)
    return {table: None if table in frames else outer[table] for table in outer}


def _is_frame(paragraphs: Sequence[Paragraph]) -> bool:
    """One cell of the body around much text, as web pages and forms leave it: a frame, not a table."""
    cells = {(cell.nested_in, cell.row, cell.column) for p in paragraphs if (cell := p.cell) is not None}
    (nested_in, *_) = next(iter(cells))
    return len(cells) == 1 and nested_in is None and sum(1 for p in paragraphs if p.text.strip()) >= _FRAME


def lines(paragraph: Paragraph) -> Iterator[DraftLine]:
    """The paragraph cut at its soft breaks; white space around each line left out."""
    text = paragraph.text
    if "\n" not in text:
        stripped = text.strip()
        if stripped or paragraph.notes:
            yield _line(paragraph, text.find(stripped) if stripped else 0, stripped)
        return
    at, opened = 0, False
    for piece in text.split("\n"):
        stripped = piece.strip()
        if stripped:
            start = at + piece.find(stripped)
            yield _line(paragraph, start, stripped, soft=opened)
            opened = True
        at += len(piece) + 1
    if not opened and paragraph.notes:
        yield _line(paragraph, 0, "")


def _line(paragraph: Paragraph, start: int, text: str, *, soft: bool = False) -> DraftLine:
    notes = () if soft else paragraph.notes
    end = start + len(text)
    if paragraph.style.startswith("toc"):
        return DraftLine(paragraph, start, end, text, soft=soft, notes=notes)
    if paragraph.marker and not soft and text:
        found = read_automatic(paragraph.marker)
        if found:
            return DraftLine(paragraph, start, end, text, found, automatic=True, notes=notes)
    return DraftLine(paragraph, start, end, text, read_marker(text), soft=soft, notes=notes)


def joined(places: Sequence[DraftLine]) -> str:
    """Texts of several lines of one clause, a soft or a paragraph break between them as a line break."""
    return "\n".join(line.body for line in places if line.body)
