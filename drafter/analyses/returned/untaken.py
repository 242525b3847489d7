"""Untaken: edits in cells that no decision is made from, told so that none is lost in silence.

What a cell said when the table went out counts, where that is kept: records that moved on since make no edit.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from drafter.language.identities import identities
from drafter.language.retyped import retyped
from drafter.model import ColumnRole, EditedRow, KnownTable, RowNote

from .finding import FoundRow

_OTHERS = (
    ColumnRole.DRAFT_TEXT,
    ColumnRole.PROOF,
    ColumnRole.LINE,
    ColumnRole.PART,
    ColumnRole.ISO_TYPE,
    ColumnRole.PROPOSED,
)


def untaken(found: FoundRow, columns: Collection[ColumnRole], known: KnownTable) -> Iterator[RowNote]:
    """What was edited of a row beside its answer and its comment. Of rows joined nobody can say."""
    went = known.went.get(found.names[0]) if len(found.names) == 1 else None
    if went is None:
        if _names_others(found, known):
            yield RowNote.AGENCY_EDITED
        if _has_other_place(found, known):
            yield RowNote.PLACE_EDITED
        return
    if ColumnRole.AGENCIES in columns and _names_change(went, found.row):
        yield RowNote.AGENCY_EDITED
    if _differs(went, found.row, ColumnRole.CLAUSE, columns):
        yield RowNote.PLACE_EDITED
    if any(_differs(went, found.row, role, columns) for role in _OTHERS):
        yield RowNote.CELL_EDITED


def people_s_own(found: FoundRow, known: KnownTable) -> Iterator[tuple[str, str]]:
    """What people wrote beside a row in columns of their own: not what went out in one that they renamed."""
    went = [known.went[name] for name in found.names if name in known.went]
    then = {retyped(text) for row in went for text in row.cells.values()}
    yield from (each for each in found.row.own if retyped(each[1]) not in then)


def _differs(went: EditedRow, row: EditedRow, role: ColumnRole, columns: Collection[ColumnRole]) -> bool:
    then = went.cells.get(role)
    return role in columns and then is not None and retyped(row.cell(role)) != retyped(then)


def _names_change(went: EditedRow, row: EditedRow) -> bool:
    """Whether the cell of agencies names others than it did, or no longer all of them."""
    then, now = _named(went.cell(ColumnRole.AGENCIES)), _named(row.cell(ColumnRole.AGENCIES))
    same = identities((*then, *now))
    return {same[name] for name in then} != {same[name] for name in now}


def _names_others(found: FoundRow, known: KnownTable) -> bool:
    """Whether the cell of agencies no longer names one whose comment stands in the row."""
    own = {known.agencies[key] for key in found.keys if key in known.agencies}
    named = _named(found.row.cell(ColumnRole.AGENCIES))
    if not named or not own:
        return False
    same = identities((*own, *named))
    return not {same[name] for name in own} <= {same[name] for name in named}


def _has_other_place(found: FoundRow, known: KnownTable) -> bool:
    """Whether the cell of the place says another than is printed now."""
    if RowNote.MERGED in found.notes:
        return False
    place = retyped(found.row.cell(ColumnRole.CLAUSE))
    printed = [retyped(each) for row in known.rows if row.key in found.names for each in row.places]
    return bool(place and printed) and place not in printed


def _named(cell: str) -> Iterable[str]:
    return [part.strip() for part in re.split(r"[;\n]", cell) if part.strip()]
