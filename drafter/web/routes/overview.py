"""The overview: drafts, comments, what is open, the days that are left."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from ..views.overview import progress
from ..visit import Visit, reading


def overview(visit: Visit) -> Response:
    board = visit.board()
    return visit.page("overview.html.jinja", board=board, progress=progress(board))


ROUTES = [Route("/", reading(overview))]
