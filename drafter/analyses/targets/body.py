"""The body: targets in the running text, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.normal import normal
from drafter.model import Clause, Draft, Target

from .goals import Goal, goals
from .indicator import named
from .measures import measures
from .places import Area, area, commits, inherited, opens_others

_TRIM = " \t\n,;:.–-+"


def of_the_body(draft: Draft) -> Iterator[Target]:
    """Targets of all clauses but table rows, in order; ids are given later."""
    for clause in draft.clauses:
        where = area(draft, clause)
        if where != Area.NONE and clause.text.strip() and not opens_others(draft, clause):
            yield from _of(draft, clause, where)


def _of(draft: Draft, clause: Clause, where: Area) -> Iterator[Target]:
    text = normal(clause.text)
    skip = _heading_end(clause, text.text)
    year = inherited(draft, clause)
    for goal in goals(text.text, every=where == Area.LISTED, start=skip):
        if where != Area.LISTED and not commits(text.text, goal, clause.role):
            continue
        year = _opening_year(text.text, goal) or year
        yield _target(clause, goal, year, scattered=where == Area.OUTSIDE)


def _heading_end(clause: Clause, text: str) -> int:
    """Where the text proper starts after a heading on the same line ("1. Chính quyền số: …")."""
    heading = normal(clause.heading).text if clause.heading else ""
    return len(heading) if heading and len(heading) < len(text) and text.startswith(heading) else 0


def _opening_year(text: str, goal: Goal) -> int | None:
    """A date that opens a goal holds for those after it in the clause: "Đến năm 2025, …; …"."""
    if not goal.dues:
        return None
    before = text[goal.start : goal.dues[0].start].strip(_TRIM)
    return goal.dues[0].year if len(before.split()) <= 2 else None


def _target(clause: Clause, goal: Goal, year: int | None, *, scattered: bool) -> Target:
    text = normal(clause.text)
    indicator = named(text.text, goal)
    found = measures(text, goal, indicator, year)
    start, end = text.span(goal.start, goal.end)
    deadline = found[-1].deadline if found else goal.dues[-1].year if goal.dues else year
    return Target(
        id="", clause=clause.id, indicator=indicator, deadline=deadline, measurable=bool(found),
        text=clause.text[start:end].strip(_TRIM), measures=found, scattered=scattered,
    )  # fmt: skip
