"""Remarks: what people wrote beside the cells of a returned table, kept in the house beside the decision."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import ReturnedRow, RowFate, RowNote

_WHOLE = (RowFate.TAKEN, RowFate.UNCHANGED)  # what is known to be of these comments, and not to be mended


def remarked(row: ReturnedRow) -> ReturnedRow:
    """`row` with the remark that its comments get, and what is to be noted of it.

    A remark that stands here is not replaced, but by one that holds it: else both are told.
    """
    said = [line for each in row.remarks for line in each.split("\n") if line.strip()]
    stood = [set(each.remark.split("\n")) - {""} for each in row.standing]
    if not said or not stood or row.fate not in _WHOLE or RowNote.MERGED in row.notes:
        return row
    if all(set(said) <= lines for lines in stood):
        return row
    if any(not lines <= set(said) for lines in stood):
        return replace(row, notes=(*row.notes, RowNote.REMARK_CONFLICT))
    return replace(row, notes=(*row.notes, RowNote.REMARK), remark="\n".join(dict.fromkeys(said)))
