"""Prints: the pages of a file as pictures, and the PDF that they stand in."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from ..downloads import shown
from ..visit import Visit, reading


def pdf(visit: Visit) -> Response:
    found = visit.site.prints.pdf(visit.request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    return shown(found, "drafter.pdf")


def picture(visit: Visit) -> Response:
    id, page = visit.request.path_params["id"], visit.number("page")
    found = visit.site.prints.picture(id, page, visit.text("size", "page"))
    if found is None:
        raise HTTPException(404)
    answer = shown(found, f"{page}.png")
    answer.headers["Cache-Control"] = "private, max-age=3600, immutable"
    return answer


ROUTES = [
    Route("/prints/{id}.pdf", reading(pdf)),
    Route("/prints/{id}/{page:int}.png", reading(picture)),
]
