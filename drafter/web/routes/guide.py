"""The guide, as a page."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from ..views.guide import shown_guide
from ..visit import Visit, reading


def guide_page(visit: Visit) -> Response:
    return visit.page("guide.html.jinja", found=shown_guide(visit.lang))


ROUTES = [Route("/guide", reading(guide_page))]
