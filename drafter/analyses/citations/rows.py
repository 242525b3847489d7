"""Rows: which row of a table heads a group of others, and the tables and rows that people count or name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.analyses.labels import script
from drafter.language.normal import folded
from drafter.language.numerals import whole
from drafter.model import Clause, Draft, Kind

_CAPITAL = re.compile(r"[A-ZĐ]")
_TABLE = re.compile(r"bảng\s+(?:danh\s+mục\s+|tổng\s+hợp\s+)?(?:các\s+)?(?P<name>.+)")


def parents(draft: Draft) -> dict[str, str | None]:
    """Parents, with group rows ("II Đến năm 2045") as parents of the table rows after them, and of these the
    ones with a letter ("A") as parents of those with a Roman numeral."""
    above: dict[str, str | None] = {clause.id: clause.parent for clause in draft.clauses}
    open_groups: dict[str | None, list[Clause]] = {}
    for clause in draft.clauses:
        if clause.kind is not Kind.TABLE_ROW:
            continue
        around = open_groups.setdefault(clause.parent, [])
        heads = _heads(clause)
        while heads and around and _outer(around[-1]) <= _outer(clause):
            around.pop()
        if around:
            above[clause.id] = around[-1].id
        if heads:
            around.append(clause)
    return above


def _heads(row: Clause) -> bool:
    """Whether a row heads those after it: it has a Roman numeral, or one cell alone."""
    return script(row.label) == "roman" or not any(cell.strip() for cell in row.text.split("|")[1:])


def _outer(row: Clause) -> int:
    """How far out a group stands, the larger the farther."""
    return int(bool(_CAPITAL.fullmatch(row.label)) and script(row.label) != "roman")


def groups(draft: Draft, above: Mapping[str, str | None]) -> frozenset[str]:
    """The rows that stand above others."""
    rows = {clause.id for clause in draft.clauses if clause.kind is Kind.TABLE_ROW}
    return frozenset(id for id in above.values() if id in rows)


def lists_targets(draft: Draft, row: Clause) -> bool:
    """Whether the table of a row says that it lists targets."""
    annex = draft.ancestors(row.id)
    heads = " ".join([*row.columns, *(clause.text for clause in annex)])
    return "chỉ tiêu" in folded(heads)


def named_tables(draft: Draft, cited: str) -> tuple[str, ...]:
    """The places that hold a table called so ("bảng chỉ tiêu") by their title; all with a table if none."""
    holders = {c.parent for c in draft.clauses if c.kind is Kind.TABLE_ROW and c.parent is not None}
    found = _TABLE.search(folded(cited))
    name = found["name"] if found else ""
    ordered = [clause.id for clause in draft.clauses if clause.id in holders]
    titled = [id for id in ordered if name and name in folded(draft.by_id[id].text)]
    return tuple(titled or ordered)


def counted(draft: Draft, place: str, label: str) -> str | None:
    """The n-th row of a place whose rows have no numbers."""
    rows = [clause for clause in draft.children.get(place, ()) if clause.kind is Kind.TABLE_ROW]
    number = whole(label) or 0
    if not 0 < number <= len(rows) or any(row.label for row in rows):
        return None
    return rows[number - 1].id
