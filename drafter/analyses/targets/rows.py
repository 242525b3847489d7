"""Rows: targets in the annex tables, one a row and horizon.

`STT | Chỉ tiêu | Đơn vị | 2021 … 2025 | 2030 | Cơ quan chủ trì` gives two targets a row, to 2025 with
a measure for each year, and to 2030: a run of consecutive years is one horizon. A group row
("I | Đến năm 2030") sets the date of those below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.columns import Columns, columns
from drafter.language.normal import decoded
from drafter.model import Clause, Comparator, Draft, Kind, Measure, Target
from drafter.model.ids import table_of

from .cells import Unit, cell_figures, unit_of
from .indicator import is_place
from .measures import comparator, completes
from .places import inherited, year_of, year_of_title


def of_the_annexes(draft: Draft) -> Iterator[Target]:
    """Targets of the rows of target tables, in order; ids are given later."""
    table, year = "", None
    for clause in draft.clauses:
        if clause.kind != Kind.TABLE_ROW:
            continue
        held = columns(clause.columns)
        if not held.of_targets:
            continue
        if table_of(clause.id) != table:
            table, year = table_of(clause.id), inherited(draft, clause) or year_of_title(draft)
        if is_group(clause, held):
            year = year_of(" ".join(clause.cells)) or year
            continue
        yield from _of(clause, held, year)


def is_group(clause: Clause, held: Columns) -> bool:
    """A row with a title and nothing else: it heads those below it."""
    number = held.first("number")
    filled = [i for i, cell in enumerate(clause.cells) if cell.strip() and i != number]
    return len(filled) <= 1


def _cell(clause: Clause, place: int | None) -> str:
    return clause.cells[place].strip() if place is not None and place < len(clause.cells) else ""


def _offsets(clause: Clause, held: Columns) -> dict[int, int]:
    """Where each cell stands in the row's text."""
    number = held.first("number")
    found, at = {}, 0
    for place, cell in enumerate(clause.cells):
        if place == number and cell.strip() == (clause.marker or "").strip():
            continue
        where = clause.text.find(cell, at) if cell else -1
        if where >= 0:
            found[place], at = where, where + len(cell)
    return found


def _of(clause: Clause, held: Columns, year: int | None) -> Iterator[Target]:
    name = decoded(_cell(clause, held.first("indicator")))
    unit = unit_of(decoded(_cell(clause, held.first("unit"))))
    offsets = _offsets(clause, held)
    for due, places in _horizons(clause, held, year):
        found = [
            measure
            for place in places
            for measure in _measures(
                clause.cells[place], offsets.get(place, 0), name, unit, _year(held, place) or due
            )
        ]
        results = " ".join(_cell(clause, place) for place in places)
        last = decoded(_cell(clause, places[-1])) if places else ""
        if not found and (completes(last) or completes(name)):
            found = [Measure(Comparator.COMPLETE, deadline=due)]
        yield Target(
            id="", clause=clause.id, indicator=name, deadline=due, measurable=bool(found),
            text=" | ".join(filter(None, (_cell(clause, held.first("indicator")), results))),
            measures=tuple(found),
        )  # fmt: skip


def _year(held: Columns, place: int) -> int | None:
    return held.year(place) if held.kinds[place] == "year" else None


def _horizons(
    clause: Clause, held: Columns, year: int | None
) -> Iterator[tuple[int | None, tuple[int, ...]]]:
    """(deadline, columns) of each horizon: runs of consecutive years, else the result column."""
    years = sorted((held.year(i), i) for i in held.all("year") if i < len(clause.cells))
    if not years:
        yield year, tuple(i for i in held.all("result") if i < len(clause.cells))
        return
    run: list[tuple[int, int]] = []
    for at, (then, place) in enumerate(years):
        run.append((then, place))
        last = at + 1 == len(years) or years[at + 1][0] - then > 1
        if last:
            if any(clause.cells[i].strip(" -–") for _, i in run) or len(years) == len(run):
                yield then, tuple(i for _, i in run)
            run = []


def _measures(cell: str, at: int, name: str, unit: Unit, year: int | None) -> Iterator[Measure]:
    """The measures of one result cell, `at` its place in the row's text."""
    found = tuple(cell_figures(decoded(cell), unit))
    levels = _levels(name, len(found))
    for read, level in zip(found, levels, strict=True):
        figure = read.figure
        kind, of_change = comparator(figure, name)
        yield Measure(
            kind, figure.value, figure.value_max, figure.unit, read.of, read.scope or level, year,
            of_change, at + figure.start, at + figure.end,
        )  # fmt: skip


def _levels(name: str, count: int) -> tuple[str | None, ...]:
    """The scopes that a name lists: "Hồ sơ … (cấp tỉnh; cấp huyện; cấp xã)" beside "70; 55; 30"."""
    listed = re.search(r"\(([^()]+)\)\s*$", name)
    parts = [part.strip() for part in re.split(r"[;,]", listed.group(1))] if listed else []
    return tuple(parts) if len(parts) == count > 1 and all(map(is_place, parts)) else (None,) * count
