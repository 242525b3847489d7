"""Agencies: who was asked, until when, who answered with which letter, who is late, who is silent."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from drafter.jobs.agencies import AgenciesOptions, agencies
from drafter.model import Readiness
from drafter.wording.check import deadline_words

from ..days import today
from ..views.agencies import agency_counts, agency_lines
from ..visit import Visit, reading


def show(visit: Visit) -> Response:
    board, day = visit.board(), today(visit)
    found = visit.site.shelf.get(
        board, ("agencies", day), lambda: agencies(board.workspace, AgenciesOptions(day, as_of=True))
    )
    settings = board.workspace.settings
    deadline = ""
    if board.rounds.drafts:
        deadline = deadline_words(Readiness(board.rounds.newest, day, settings.deadline, ()), visit.lang)
    return visit.page(
        "agencies.html.jinja",
        board=board,
        today=day,
        asked=bool(settings.asked),
        deadline=deadline,
        counts=agency_counts(found),
        lines=agency_lines(found, visit.lang),
    )


ROUTES = [Route("/agencies", reading(show))]
