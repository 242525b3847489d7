"""The overview: how far the work is, as numbers and parts of a whole."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.jobs.board import Board
from drafter.model import Disposition

SHOWN = (Disposition.ACCEPTED, Disposition.PARTLY, Disposition.EXPLAINED, Disposition.NOTED,
         Disposition.PENDING)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the comments are decided; `parts`: how many have each disposition."""

    decided: int
    total: int
    parts: tuple[tuple[Disposition, int], ...]


def progress(board: Board) -> Progress:
    """The comments in rows of the table: agreements ask for nothing."""
    if board.table is None:
        return Progress(0, 0, ())
    counts = board.table.dispositions
    total = sum(counts.values())
    return Progress(total - counts[Disposition.PENDING], total, tuple((each, counts[each]) for each in SHOWN))
