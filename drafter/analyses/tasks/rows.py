"""Task tables of the annexes: `TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian`."""

from __future__ import annotations

from drafter.language.agencies import cell_duty, split_agencies
from drafter.language.columns import Columns, columns
from drafter.language.normal import decoded
from drafter.model import Clause, Draft, Kind, Task, TaskGroup
from drafter.model.ids import table_of


def of_the_annexes(draft: Draft) -> tuple[TaskGroup, ...]:
    """One group for each group row, or for the table where it has none; `title` is "" for the latter."""
    groups: list[TaskGroup] = []
    table = ""
    for clause in draft.clauses:
        held = columns(clause.columns) if clause.kind == Kind.TABLE_ROW else None
        if held is None or not held.of_tasks:
            continue
        name = table_of(clause.id)
        if _is_group(clause, held):
            groups.append(TaskGroup(clause.id, _title(clause, held), ()))
        else:
            if name != table:
                groups.append(TaskGroup(clause.parent or clause.id, "", ()))
            last = groups[-1]
            groups[-1] = TaskGroup(last.clause, last.title, (*last.tasks, _task(clause, held)))
        table = name
    return tuple(groups)


def _is_group(clause: Clause, held: Columns) -> bool:
    number = held.first("number")
    return sum(bool(cell.strip()) for i, cell in enumerate(clause.cells) if i != number) <= 1


def _title(clause: Clause, held: Columns) -> str:
    number = held.first("number")
    return " ".join(
        decoded(
            next((c for i, c in enumerate(clause.cells) if c.strip() and i != number), clause.marker or "")
        ).split()
    )


def _task(clause: Clause, held: Columns) -> Task:
    def cell(kind: str) -> str:
        place = held.first(kind)
        return decoded(clause.cells[place]).strip() if place is not None and place < len(clause.cells) else ""

    deadline = " ".join(cell("due").split()) or _marked_year(clause, held)
    told = cell_duty(cell("lead"))
    partners = split_agencies(cell("partners")) or told.partners
    return Task(clause.id, cell("task") or clause.text, told.lead, partners, deadline or None)


def _marked_year(clause: Clause, held: Columns) -> str:
    """A timetable with a column for each year: the last one that is marked."""
    marked = [held.headers[i] for i in held.all("year") if i < len(clause.cells) and clause.cells[i].strip()]
    return " ".join(marked[-1].split()) if marked else ""
