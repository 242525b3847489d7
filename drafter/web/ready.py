"""Readiness: what stands against handing in, found once for all pages that tell of it."""

from __future__ import annotations

from drafter.jobs.check import CheckOptions, check_on
from drafter.model import Readiness

from .days import today
from .visit import Visit


def readiness(visit: Visit) -> Readiness:
    """What stands against handing in on the day that is asked for; there must be drafts and letters."""
    board, day = visit.board(), today(visit)
    return visit.site.shelf.get(board, ("check", day), lambda: check_on(board, CheckOptions(day)))
