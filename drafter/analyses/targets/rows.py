"""Rows: targets in the annex tables, one a row and horizon.

`STT | Chỉ tiêu | Đơn vị | 2021 … 2025 | 2030 | Cơ quan chủ trì` gives two targets a row, to 2025 with
a measure for each year, and to 2030: a run of consecutive years is one horizon. A group row
("I | Đến năm 2030") sets the date of those below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.language.columns import Columns, columns
from drafter.language.figures import Figure, figures
from drafter.language.normal import decoded, folded
from drafter.language.numerals import figure as printed
from drafter.language.pipeline import lexicon, read
from drafter.model import Clause, Comparator, Draft, Kind, Measure, Target

from .goals import Goal
from .indicator import said_of
from .measures import comparator, completes
from .places import inherited, year_of

_ATTAIN = "đạt "  # a cell leaves the verb out; with it a bare number reads as a figure


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit cell: `"% GDP"` is a share of "GDP"; `rank` for "Thứ bậc"."""

    text: str | None
    of: str | None = None
    rank: bool = False


def of_the_annexes(draft: Draft) -> Iterator[Target]:
    """Targets of the rows of target tables, in order; ids are given later."""
    table, year = "", None
    for clause in draft.clauses:
        if clause.kind != Kind.TABLE_ROW:
            continue
        held = columns(clause.columns)
        if not held.of_targets:
            continue
        if clause.id.rsplit("r", 1)[0] != table:
            table, year = clause.id.rsplit("r", 1)[0], inherited(draft, clause)
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
    unit = _unit(decoded(_cell(clause, held.first("unit"))))
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
        if not found and completes(decoded(results) or name):
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
    for at, (one, place) in enumerate(years):
        run.append((one, place))
        last = at + 1 == len(years) or years[at + 1][0] - one > 1
        if last:
            if any(clause.cells[i].strip(" -–") for _, i in run) or len(years) == len(run):
                yield one, tuple(i for _, i in run)
            run = []


def _unit(cell: str) -> Unit:
    """What the unit cell says; a name of an index there is no unit."""
    text = re.sub(r"^số (?:lượng )?", "", _lowered(" ".join(cell.split())))
    if not text or (text.startswith("chỉ số") and "%" not in text):
        return Unit(None)
    if folded(text) in lexicon("units")["rank"]:
        return Unit(lexicon("units")["rank_unit"], rank=True)
    share = re.fullmatch(r"(%|phần trăm|tỷ lệ %|tỉ lệ %)\s*(.*)", text, re.DOTALL)
    if not share:
        return Unit(text)
    yearly = re.match(r"/\s*năm", share.group(2))
    whole = share.group(2)[yearly.end() if yearly else 0 :]
    whole = re.sub(r"^(?:/|của|trên|trong|so với)\s*", "", whole.strip()).strip()
    return Unit("%/năm" if yearly else "%", whole or None)


def _lowered(text: str) -> str:
    """Lower case but for abbreviations (GRDP, NSNN) and symbols without a vowel (Tbps, MW)."""
    return " ".join(
        word
        if sum(c.isupper() for c in word) > 1 or not re.search(r"[aeiouyà-ỹ%/]", word.lower())
        else word.lower()
        for word in text.split()
    )


def _measures(cell: str, at: int, name: str, unit: Unit, year: int | None) -> Iterator[Measure]:
    """The measures of one result cell, `at` its place in the row's text."""
    text = decoded(cell)
    found = _figures(text)
    goal = Goal(len(_ATTAIN), len(_ATTAIN) + len(text), found)
    for i, figure in enumerate(found):
        own = figure.unit if figure.kind not in ("", "other") and not unit.rank else None
        shared = own == "%" and (unit.text or "").startswith("%")
        kept = replace(
            figure, rank=figure.rank or unit.rank, unit=unit.text if shared or own is None else own
        )
        kind, of_change = comparator(kept, name)
        said = said_of(_ATTAIN + text, goal, i) if kept.rank or figure.kind == "share" else None
        scope = (
            said_of(
                _ATTAIN + text, Goal(goal.start, goal.end, tuple(replace(f, rank=True) for f in found)), i
            ).scope
            if kept.rank
            else said.scope
            if said
            else None
        )
        start = at + max(0, figure.start - len(_ATTAIN))
        yield Measure(
            kind, figure.value, figure.value_max, kept.unit, unit.of, _cased(scope), year, of_change,
            start, at + max(0, figure.end - len(_ATTAIN)),
        )  # fmt: skip


def _cased(scope: str | None) -> str | None:
    """ "Thế giới" in a cell is "thế giới"; names keep their capitals."""
    if scope and folded(scope) in lexicon("goals")["scope_in"]:
        return folded(scope)
    return scope


def _figures(text: str) -> tuple[Figure, ...]:
    """The figures of a cell: a plain number is one, whatever its size."""
    plain = text.strip()
    value: Decimal | None = printed(plain)
    if value is not None:
        start = len(_ATTAIN) + text.index(plain)
        return (Figure(value, None, None, "", None, start, start + len(plain), start, start + len(plain)),)
    return figures(read(_ATTAIN + text))
