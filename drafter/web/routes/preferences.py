"""How a person wants the page: the language, light or dark."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from ..sessions import Access
from ..visit import THEMES, Visit, changing, own_path

_YEAR = 365 * 24 * 3600
_KNOWN = {"lang": ("vi", "en"), "theme": THEMES}


def prefer(visit: Visit) -> Response:
    answer = visit.to(own_path(visit.text("back", "/")))
    for name, values in _KNOWN.items():
        if visit.text(name) in values:
            answer.set_cookie(name, visit.text(name), max_age=_YEAR, httponly=True, samesite="strict")
    return answer


ROUTES = [
    Route("/preferences", changing(prefer, Access.VIEWER, even_read_only=True), methods=["POST"]),
]
