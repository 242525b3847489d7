"""Blocks: the elements of a document in order, as the paragraphs that they print."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import Cell, Paragraph
from drafter.opc import Element

from .inlines import AknLine, AknRun, line_of, local

# Elements whose number stands on a line of its own where nothing else is said.
_APART = frozenset({"part", "chapter", "attachment", "title", "book", "tome"})
_TITLES = frozenset({"heading", "subheading", "crossHeading"})
_WORDS = frozenset({"p", "block", "listIntroduction", "listWrapUp", "li", "docTitle", "longTitle"})
_LEFT_OUT = frozenset({"meta", "components", "toc", "coverPage"})
_SOFT = 500  # breaks in a paragraph; no page has more lines
_SPAN = 64  # columns or rows that a cell may claim; no page has more


class AknReading:
    """One pass over a document; a number waits for the words that it numbers."""

    def __init__(self) -> None:
        self._found: list[Paragraph] = []
        self._number: AknLine | None = None
        self._tables = 0

    def paragraphs(self, document: Element) -> tuple[Paragraph, ...]:
        """All paragraphs under `document`, in order."""
        self._children(document, None)
        self._flush(None)
        return tuple(self._found)

    def _children(self, element: Element, cell: Cell | None) -> None:
        for child in element:
            self._element(child, element, cell)

    def _element(self, element: Element, parent: Element, cell: Cell | None) -> None:
        name = local(element)
        if not name or name in _LEFT_OUT:
            return
        if name == "num":
            self._flush(cell)
            self._number = line_of(element)
            if "line" in self._number.classes:
                self._flush(cell)
        elif name in _TITLES:
            self._title(element, parent, cell)
        elif name in _WORDS:
            self._words(line_of(element), cell)
        elif name == "table":
            self._flush(cell)
            self._table(element, cell)
        else:
            if not len(element) and (element.text or "").strip():
                self._words(line_of(element), cell)
            self._children(element, cell)
            self._flush(cell)

    # --- lines

    def _title(self, element: Element, parent: Element, cell: Cell | None) -> None:
        line = line_of(element)
        plain = not line.classes and not line.centred
        foreign = plain and local(parent) in _APART and self._number is not None
        if "line" in line.classes or foreign:
            self._flush(cell)
        self._words(line, cell)

    def _words(self, line: AknLine, cell: Cell | None) -> None:
        number, self._number = self._number, None
        if number is not None:
            if "line" in line.classes:
                self._put(number, cell)
            else:
                line = _joined(number, line)
        self._put(line, cell)

    def _flush(self, cell: Cell | None) -> None:
        number, self._number = self._number, None
        if number is not None:
            self._put(number, cell)

    def _put(self, line: AknLine, cell: Cell | None) -> None:
        """A paragraph of its own, or what goes on in the last one after a break."""
        if cell is None and not (line.text.strip() or line.marker or line.notes):
            return
        last = self._found[-1] if self._found else None
        if (
            "soft" in line.classes
            and last is not None
            and last.cell == cell
            and last.text.count("\n") < _SOFT
        ):
            self._found[-1] = _continued(last, line)
            return
        self._found.append(_paragraph(len(self._found), line, cell))

    # --- tables

    def _table(self, table: Element, around: Cell | None) -> None:
        number = self._tables
        self._tables += 1
        borders = table.get("border") != "0"
        nested = None if around is None else around.table
        open_below: dict[int, tuple[int, int]] = {}  # column → rows still to span, columns spanned
        rows = [row for row in table if local(row) == "tr"]
        for at, row in enumerate(rows):
            column = 0
            for box in (box for box in row if local(box) in ("td", "th")):
                column = self._spanned(open_below, number, at, column, borders, nested)
                across, down = _span(box, "colspan"), _span(box, "rowspan")
                cell = Cell(number, at, column, across, local(box) == "th", borders, False, nested)
                self._cell(box, cell)
                if down > 1:
                    open_below[column] = (down - 1, across)
                column += across
            self._spanned(open_below, number, at, column, borders, nested)

    def _spanned(
        self, open_below: dict[int, tuple[int, int]], number: int, at: int, column: int, borders: bool,
        nested: int | None,
    ) -> int:  # fmt: skip
        """Pass over the columns that a cell above spans; each leaves the empty paragraph that Word has."""
        while column in open_below:
            left, across = open_below.pop(column)
            cell = Cell(number, at, column, across, False, borders, True, nested)
            self._found.append(Paragraph(len(self._found), "", cell=cell))
            if left > 1:
                open_below[column] = (left - 1, across)
                column += across
                if column in open_below:
                    continue
                return column
            column += across
        return column

    def _cell(self, box: Element, cell: Cell) -> None:
        before = len(self._found)
        if (box.text or "").strip() and not len(box):
            self._words(line_of(box), cell)
        self._children(box, cell)
        self._flush(cell)
        if len(self._found) == before or self._found[-1].cell != cell:  # Word ends a cell with a paragraph
            self._found.append(Paragraph(len(self._found), "", cell=cell))


def _span(box: Element, name: str) -> int:
    found = (box.get(name) or "1").strip()
    return min(max(int(found), 1), _SPAN) if found.isascii() and found.isdigit() and len(found) < 9 else 1


def _joined(number: AknLine, line: AknLine) -> AknLine:
    """A number and the words after it in one line."""
    if number.marker is not None:
        return replace(line, marker=number.marker, classes=line.classes | number.classes)
    if not line.text:
        return replace(number, notes=[*number.notes, *line.notes])
    last = number.runs[-1] if number.runs else AknRun("")
    return replace(
        line,
        runs=[*number.runs, AknRun(" ", last.bold, last.italic, last.struck), *line.runs],
        notes=[*number.notes, *line.notes],
        classes=number.classes | line.classes,
    )


def _continued(paragraph: Paragraph, line: AknLine) -> Paragraph:
    shift = len(paragraph.text) + 1
    made = _paragraph(0, line, None)
    first = [(0, len(paragraph.text))] if paragraph.bold else [*paragraph.emphasis]
    second = [(0, len(made.text))] if made.bold else [*made.emphasis]
    bold = paragraph.bold and made.bold
    emphasis = () if bold else (*first, *((start + shift, end + shift) for start, end in second))
    return replace(
        paragraph,
        text=f"{paragraph.text}\n{made.text}",
        bold=bold,
        italic=paragraph.italic and made.italic,
        emphasis=emphasis,
        struck=(*paragraph.struck, *((start + shift, end + shift) for start, end in made.struck)),
    )


def _paragraph(index: int, line: AknLine, cell: Cell | None) -> Paragraph:
    text = line.text
    emphasis, struck = _ranges(line, "bold"), _ranges(line, "struck")
    visible = [run for run in line.runs if run.text.strip()]
    bold = bool(visible) and all(run.bold for run in visible)
    level = next((name[8:] for name in line.classes if name.startswith("outline-")), "")
    return Paragraph(
        index=index,
        text=text,
        marker=line.marker,
        level=0 if line.marker else None,
        style="toc 1" if "toc" in line.classes else "",
        outline_level=int(level) if level.isascii() and level.isdigit() and len(level) == 1 else None,
        bold=bold,
        italic=bool(visible) and all(run.italic for run in visible),
        centred=line.centred,
        cell=cell,
        notes=tuple(line.notes),
        emphasis=() if bold else emphasis,
        struck=struck,
    )


def _ranges(line: AknLine, look: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = 0
    for run in line.runs:
        end = at + len(run.text)
        if getattr(run, look):
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], end)
            else:
                found.append((at, end))
        at = end
    return tuple(found)
