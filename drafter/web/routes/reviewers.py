"""Addresses for agencies: made, shown once, taken back."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response
from starlette.routing import Route

from drafter.jobs.agencies import listed_name
from drafter.model import Asked

from ..reviewers import GRACE
from ..visit import Visit, changing, reading


def reviewers(visit: Visit) -> Response:
    return _page(visit, ())


def _page(visit: Visit, made: tuple[tuple[str, str], ...]) -> Response:
    """`made`: (agency, address) of what was just made; nobody can see these again."""
    site, today = visit.site, visit.site.today()
    known = site.reviewers.all()
    names = _names(visit)
    standing = {each.agency for each in known if each.may_come(today)}
    return visit.page(
        "reviewers.html.jinja",
        made=made,
        standing=[each for each in known if each.may_come(today)],
        choices=[name for name in names if name not in standing],
        asked=[each.name for each in _asked(visit) if each.name not in standing],
        is_local=site.options.is_local,
        today=today,
        grace=GRACE,
    )


def _names(visit: Visit) -> tuple[str, ...]:
    """The agencies that were asked and those that wrote, each once."""
    wrote = (each.agency for each in visit.board().read.letters)
    return tuple(dict.fromkeys((*(each.name for each in _asked(visit)), *wrote)))


def _asked(visit: Visit) -> tuple[Asked, ...]:
    return tuple(visit.board().workspace.settings.asked)


def make(visit: Visit) -> Response:
    """Addresses for one agency, or for all that were asked and have none."""
    site, today = visit.site, visit.site.today()
    asked = {each.name: each.due for each in _asked(visit)}
    standing = {each.agency for each in site.reviewers.all() if each.may_come(today)}
    typed = " ".join((visit.text("typed") or visit.text("agency")).split())[:200]
    if typed:
        known = [*_names(visit), *(each.agency for each in site.reviewers.all())]
        typed = listed_name(visit.board().workspace, typed, known)
    wanted = (
        [name for name in asked if name not in standing] if visit.text("all") else [typed] if typed else []
    )
    due = _day(visit.text("due"))
    made = tuple(
        (name, _address(visit, site.reviewers.make(name, due or asked.get(name), visit.session.name, today)))
        for name in wanted
    )
    return _page(visit, made)


def _address(visit: Visit, token: str) -> str:
    return f"{str(visit.request.base_url).rstrip('/')}/submit/{token}"


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year < date.max.year else None  # days are counted on from it


def revoke(visit: Visit) -> Response:
    visit.site.reviewers.revoke(visit.text("id"))
    return visit.to("/reviewers")


ROUTES = [
    Route("/reviewers", reading(reviewers)),
    Route("/reviewers/make", changing(make), methods=["POST"]),
    Route("/reviewers/revoke", changing(revoke), methods=["POST"]),
]
