"""Changed figures of table rows: column against column, so that a new column shifts nothing.

Tricky case: one column "Kết quả" becomes a column for each year. Its figure goes on in the column that
has the same one, else in the last; the other years are figures added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.normal import folded
from drafter.language.quantities import is_unit, quantities
from drafter.model import Clause, FigureChange

from .figures import figure_changes

UNIT_COLUMNS = ("đơn vị", "đơn vị tính", "đvt", "đơn vị đo")
NUMBER_COLUMNS = ("stt", "tt", "số tt", "số thứ tự")
_YEARS = re.compile(r"(?:19|20)\d\d")
Cells = dict[str, str]  # what the header says → the cell


def row_figures(old: Clause, new: Clause) -> tuple[FigureChange, ...]:
    """The quantities that differ; a figure alone in its cell has the unit of the column "Đơn vị"."""
    before, after = _cells(old), _cells(new)
    unit = _unit(after) or _unit(before)
    if not before or not after:
        return figure_changes(old.text, new.text, unit)
    pairs = [(before.pop(name), after.pop(name)) for name in list(after) if name in before]
    pairs += _regrouped(before, after)
    return tuple(change for pair in pairs for change in figure_changes(*pair, unit))


def _cells(row: Clause) -> Cells:
    """The cells but for the running number; none where headers repeat or lack."""
    if len(row.columns) != len(row.cells):
        return {}
    named = [(_name(header), cell) for header, cell in zip(row.columns, row.cells, strict=True)]
    named = [(name, cell) for name, cell in named if name not in NUMBER_COLUMNS]
    return dict(named) if len({name for name, _ in named}) == len(named) else {}


def _name(header: str) -> str:
    """A column is known by the year in its header, else by its words."""
    years = _YEARS.findall(header)
    return str(years[0]) if len(years) == 1 else folded(header)


def _unit(cells: Cells) -> str | None:
    """The cell under "Đơn vị", unless it names an agency."""
    found = next((cells[name].strip() for name in UNIT_COLUMNS if name in cells), "")
    return found if is_unit(found) else None


def _regrouped(before: Cells, after: Cells) -> list[tuple[str, str]]:
    """Cells of columns that only one side has: paired by equal figures, then from the last back."""
    olds, news = list(before.values()), list(after.values())
    pairs = [*_equal_figures(olds, news), *_from_the_last(olds, news)]
    return [*pairs, *((cell, "") for cell in olds), *(("", cell) for cell in news)]


def _equal_figures(olds: list[str], news: list[str]) -> Iterator[tuple[str, str]]:
    """The cells with the same figures, taken out of both lists."""
    for cell in [cell for cell in olds if _figures(cell)]:
        same = next((other for other in news if _figures(other) == _figures(cell)), None)
        if same is not None:
            olds.remove(cell)
            news.remove(same)
            yield cell, same


def _from_the_last(olds: list[str], news: list[str]) -> Iterator[tuple[str, str]]:
    """The cells with figures, paired from the last back and taken out of both lists."""
    counted = [[cell for cell in side if _figures(cell)] for side in (olds, news)]
    while all(counted):
        cell, other = counted[0].pop(), counted[1].pop()
        olds.remove(cell)
        news.remove(other)
        yield cell, other


def _figures(cell: str) -> list[str]:
    return [quantity.text for quantity in quantities(cell)]
