"""The body: targets in the running text, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.language.figures import figures
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Goals
from drafter.language.normal import decoded, normal
from drafter.language.pipeline import read
from drafter.model import Clause, Draft, Kind, Role, Target

from .goal import Goal
from .goals import goals
from .indicator import is_place, named
from .measures import measures
from .places import Area, area, commits, inherited, is_specific, opens_others, year_of_title

_TRIM = " \t\n,;:.–-+"


def of_the_body(draft: Draft) -> Iterator[Target]:
    """Targets of all clauses but table rows, in order; ids are given later."""
    levels: set[str] = set()
    found: list[Target] = []
    ruling = (draft.kind or "").lower() in lexicon(Goals).rulings
    for clause in draft.clauses:
        where = area(draft, clause)
        if (
            where == Area.NONE
            or (ruling and where == Area.OUTSIDE)
            or clause.id in levels
            or not clause.text.strip()
        ):
            continue
        below = _levels(draft, clause)
        if below:
            levels.update(child.id for child in below)
            found.extend(_joined(draft, clause, below, where))
        elif not opens_others(draft, clause) and not _heads(draft, clause):
            found.extend(_of(draft, clause, where))
    return _without_prose(draft, found)


def _heads(draft: Draft, clause: Clause) -> bool:
    """Words without a figure above other clauses are their heading, printed as one or not."""
    below = any(child.kind != Kind.TABLE_ROW for child in draft.children.get(clause.id, ()))
    return below and not figures(read(decoded(clause.text)))


def _of(draft: Draft, clause: Clause, where: Area) -> Iterator[Target]:
    text = normal(clause.text)
    skip = _heading_end(clause, text.text)
    year = inherited(draft, clause) or year_of_title(draft)
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


def _levels(draft: Draft, clause: Clause) -> tuple[Clause, ...]:
    """The lines under "Tỷ lệ hồ sơ trực tuyến đạt:" that each give a level or a date and its figure."""
    below = draft.children.get(clause.id, ())
    if not clause.text.rstrip().endswith(":") or clause.heading or len(below) < 2:
        return ()
    return below if all(_is_level(child) for child in below) else ()


def _is_level(clause: Clause) -> bool:
    text = decoded(clause.text)
    found = figures(read(text))
    return clause.kind != Kind.TABLE_ROW and bool(found) and is_place(text[: found[0].left])


def _joined(draft: Draft, clause: Clause, below: Iterable[Clause], where: Area) -> Iterator[Target]:
    """One target of a clause and its lines of levels; offsets of measures are those of the lines."""
    found = [target for child in below for target in _of(draft, child, where)]
    if not found:
        return
    indicator = named(decoded(clause.text), None)
    text = " ".join([clause.text.strip(), *(target.text for target in found)])
    all_measures = tuple(replace(m, start=0, end=0) for target in found for m in target.measures)
    yield replace(found[-1], clause=clause.id, indicator=indicator, text=text, measures=all_measures)


def _without_prose(draft: Draft, found: list[Target]) -> Iterator[Target]:
    """Without the aims of a section that sets no figure, date or list of targets at all: they are general."""
    roots = {target.clause: _root(draft, target.clause) for target in found}
    figured = {roots[t.clause] for t in found if any(m.value is not None for m in t.measures)}
    for target in found:
        clause = draft.by_id[target.clause]
        dated = inherited(draft, clause) is not None
        if target.measures or roots[target.clause] in figured or dated or is_specific(draft, clause):
            yield target


def _root(draft: Draft, id: str) -> str:
    """The outermost clause of the target section that holds a clause."""
    chain = [draft.by_id[id], *draft.ancestors(id)]
    return next((held.id for held in reversed(chain) if held.role == Role.TARGETS), id)
