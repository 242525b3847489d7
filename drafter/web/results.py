"""Results: the consultations of the workspace, read once for all pages that tell of them."""

from __future__ import annotations

from drafter.jobs.board import Board
from drafter.jobs.consulting.results import consultations, results_stamp
from drafter.model import Consultation

from .visit import Visit


def consulted(visit: Visit, board: Board) -> tuple[Consultation, ...]:
    """Those whose results lie in the workspace, as they are now."""
    root, drafts = visit.site.root, board.rounds.drafts
    if not drafts:
        return ()
    name = ("consultations", results_stamp(root))
    return visit.site.shelf.get(board, name, lambda: consultations(root, drafts))
