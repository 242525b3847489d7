"""The targets: the register through all drafts."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from ..views.targets import Wanted, target_page
from ..visit import Visit, reading


def targets(visit: Visit) -> Response:
    board = visit.board()
    wanted = Wanted(visit.text("part"), visit.text("deadline"), visit.text("only"))
    page = target_page(board, wanted, visit.lang) if board.rounds.drafts else None
    return visit.page("targets.html.jinja", page=page, wanted=wanted)


ROUTES = [Route("/targets", reading(targets))]
