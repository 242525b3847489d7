"""Position: where in a comment file some words stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """Where in its file a comment stands: one of paragraph, row, line (from 1) and offsets there.

    `end` counts on across the line breaks where the comment runs through several of them;
    `sheet` names the sheet of a workbook.
    """

    paragraph: int | None = None
    row: int | None = None
    line: int | None = None
    start: int = 0
    end: int = 0
    sheet: str | None = None
