"""Comment forms as .xlsx: every visible sheet, cells as shown; what is hidden or too much is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.model import Grid, Notice, Sheet, Source
from drafter.readers import opened
from drafter.readers.properties import issuer
from drafter.readers.xlsx import CellsBefore, SheetCell, Worksheet, column_name, read_workbook
from drafter.record import refuse_own

from .beside import pictured
from .grids import PlainCell, grid
from .inline_html import cell_text, plain
from .returned import returned, without_keys

_MOST_NAMED, _LONGEST = 20, 80  # cells, signs of a formula
MOST_ROWS, MOST_COLUMNS = 20_000, 60  # that hold something: a form is far below


def read(source: Source) -> Sheet:
    """The cells of every visible sheet. Raises DamagedFile, Encrypted, UnsafeFile, MissingPart,
    OwnOutput."""
    package = opened(source)
    refuse_own(package, returned=True)
    found = [*map(without_keys, read_workbook(package))]
    sheets = [sheet for sheet, _ in found]
    shown = [(sheet, keys) for sheet, keys in found if sheet.visible]
    names = [sheet.title if len(shown) > 1 else None for sheet, _ in shown]
    grids = (_grid(sheet, table, names[table]) for table, (sheet, _) in enumerate(shown))
    keyed = {(name, n): key for name, (_, keys) in zip(names, shown, strict=True) for n, key in keys.items()}
    made = Sheet(
        path=source.shown,
        sha256=source.sha256,
        unit="row",
        parts=tuple(made for made in grids if made.rows),
        issuer=issuer(package),
        raw="\n".join(_said(sheet for sheet, _ in shown)),
        notices=tuple(notice for sheet in sheets for notice in _notices(sheet, source.shown)),
    )
    return returned(made, keyed)


def _said(sheets: Iterable[Worksheet]) -> Iterator[str]:
    """The words of every cell, whatever table it stands in."""
    for sheet in sheets:
        for cells in sheet.rows.values():
            yield from (plain(cell.text) for cell in cells.values())


def _grid(sheet: Worksheet, table: int, name: str | None) -> Grid:
    """The rows that hold something, under their printed numbers."""
    numbers = _numbers(sheet)
    columns = _columns(sheet)
    rows = [[_cell(sheet.rows[number].get(column)) for column in columns] for number in numbers]
    return grid(rows, table=table, name=name, numbers=numbers, merged=_merged(sheet, numbers, columns))


def _numbers(sheet: Worksheet) -> list[int]:
    """Rows to be read: what stands in hidden ones was said all the same."""
    return sorted(sheet.rows)[:MOST_ROWS]


def _columns(sheet: Worksheet) -> Sequence[int]:
    used = sorted(_used(sheet))
    if used and used[-1] >= MOST_COLUMNS:
        return used[:MOST_COLUMNS]
    return range(used[-1] + 1 if used else 0)


def _used(sheet: Worksheet) -> set[int]:
    return {column for cells in sheet.rows.values() for column in cells}


def _cell(shown: SheetCell | None) -> PlainCell:
    if shown is None:
        return PlainCell()
    return PlainCell(shown.text, shown.struck) if shown.struck else cell_text(shown.text)


def _merged(
    sheet: Worksheet, numbers: Sequence[int], columns: Sequence[int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Covered cell → the cell that holds the text, both as places in `numbers` and `columns`."""
    rows_at = {number: place for place, number in enumerate(numbers)}
    columns_at = {column: place for place, column in enumerate(columns)}
    found = {}
    for top, left, bottom, right in sheet.merged:
        origin = rows_at.get(top), columns_at.get(left)
        if origin[0] is None or origin[1] is None:
            continue
        rows = _within(numbers, top, bottom)
        for row in rows:
            for column in _within(columns, left, right):
                if (row, column) != (top, left):
                    found[rows_at[row], columns_at[column]] = (origin[0], origin[1])
    return found


def _within(ordered: Sequence[int], first: int, last: int) -> Sequence[int]:
    return [each for each in ordered if first <= each <= last]


def _notices(sheet: Worksheet, path: str) -> Iterator[Notice]:
    """What of a sheet is not read, or is read though it cannot be seen."""
    place = f"{path} ({sheet.title})"
    if not sheet.visible:
        if sheet.rows:
            yield Notice("hidden-sheet", place, str(len(sheet.rows)))
        return
    if sheet.hidden_rows:
        yield Notice("hidden-rows", place, _listed(sheet.hidden_rows))
    if sheet.hidden_columns:
        yield Notice("hidden-columns", place, ", ".join(map(column_name, sheet.hidden_columns)))
    for code, held, most in (
        ("rows-left-out", len(sheet.rows), MOST_ROWS),
        ("columns-left-out", len(_used(sheet)), MOST_COLUMNS),
    ):
        if held > most:
            yield Notice(code, place, str(held - most))
    if sheet.uncomputed:
        yield Notice("uncomputed", place, _formulas(sheet.uncomputed))
    before = CellsBefore(
        {row: {at: cell.text for at, cell in cells.items()} for row, cells in sheet.rows.items()}
    )
    yield from pictured(place, [before.words(each.row, each.column) for each in sheet.drawn if each.picture])
    for each in sheet.drawn:
        if each.words:
            cell = f"{column_name(each.column)}{each.row}"
            yield Notice("sheet-box", f"{place}, {cell}", " ".join(each.words.split()))
    for cell, words in sheet.notes:
        yield Notice("cell-note", f"{place}, {cell}", " ".join(words.split()))


def _formulas(cells: Sequence[tuple[str, str]]) -> str:
    """Cells with their formulas: `D2 (=A2&B2), D3 (=A3&B3)`."""
    named = ", ".join(f"{cell} ({formula[:_LONGEST]})" for cell, formula in cells[:_MOST_NAMED])
    return f"{named}, …" if len(cells) > _MOST_NAMED else named


def _listed(numbers: Sequence[int]) -> str:
    """Row numbers, runs of them shortened: `4, 6–9`."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), lambda each: each[1] - each[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
