"""Clause ids: how they are put together, and the parts they are taken apart into; nowhere else.

An id is the path of parts from the root, joined by points: `III.3.e`. A part is the marker's key
(`dieu-5`, `e`, `-2`), a paragraph's place (`p4`) or a table row (`t1r4`); `~2` follows the second use of
a path. A part may hold points itself (`2.1`), so the parent says where it begins.
"""

from __future__ import annotations

_BETWEEN, _AGAIN = ".", "~"


def clause_id(parent: str | None, part: str) -> str:
    """The id of a clause under `parent`; of a top clause for None."""
    return part if parent is None else f"{parent}{_BETWEEN}{part}"


def repeated_id(id: str, number: int) -> str:
    """The id of the clause that uses a path for the `number`-th time."""
    return f"{id}{_AGAIN}{number}"


def row_part(table: int, row: int) -> str:
    """The part of a table row: `t1r4` is row 4 of table 1."""
    return f"t{table}r{row}"


def table_of(row: str) -> str:
    """What the ids of all rows of the same table begin with: `pl.t1` for `pl.t1r4`."""
    return row.rpartition("r")[0]


def last_part(id: str) -> str:
    """What stands after the last point: `đ` for `III.3.đ`."""
    return id.rpartition(_BETWEEN)[2]
