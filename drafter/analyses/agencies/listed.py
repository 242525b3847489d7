"""Lists: the agencies asked for comments as an office keeps them, in a table with a header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import AskedList
from drafter.language.normal import decoded
from drafter.language.printed_dates import find_date
from drafter.model import Asked, Block, Grid, Sheet

_HIGHEST = 20  # rows down to which the header is sought
_COLUMNS = ("due", "asked", "address", "level", "name")
Cell = tuple[Block, ...]


class NotAList(ValueError):
    """No column of names, or a cell of dates that holds none: the row as printed and what stands there."""


def asked_in(sheet: Sheet) -> tuple[Asked, ...]:
    """The agencies that a table lists, by its first grid that has a column of names. Raises NotAList."""
    for grid in (part for part in sheet.parts if isinstance(part, Grid)):
        for place, row in enumerate(grid.rows[:_HIGHEST]):
            columns = _columns(row)
            if "name" in columns and (len(columns) > 1 or len([cell for cell in row if cell]) == 1):
                return tuple(_agencies(grid.rows[place + 1 :], columns))
    raise NotAList("")


def _columns(row: Iterable[Cell]) -> dict[str, int]:
    words = lexicon(AskedList)
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        text = _text(cell)
        name = next((each for each in _COLUMNS if getattr(words, each).pattern.search(text)), None)
        if text and name is not None:
            found.setdefault(name, place)
    return found


def _agencies(rows: Iterable[tuple[Cell, ...]], columns: dict[str, int]) -> Iterator[Asked]:
    for row in rows:
        said = {name: _text(row[place]) if place < len(row) else "" for name, place in columns.items()}
        if said["name"]:
            number = next(block.number for block in row[columns["name"]])
            yield Asked(
                name=said["name"],
                asked=_day(said.get("asked", ""), number),
                due=_day(said.get("due", ""), number),
                address=said.get("address", ""),
                level=said.get("level", ""),
            )


def _day(text: str, row: int) -> date | None:
    """The date in a cell, as offices or programs write it; None for an empty one."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        found = find_date(text)
    if found is None:
        raise NotAList(f"{row}: {text}")
    return found


def _text(cell: Cell) -> str:
    return " ".join(decoded(" ".join(block.text for block in cell)).split())
