"""The door: how somebody is let in, and out again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from drafter.wording.messages import say

from ..options import LOOPBACK, ServeOptions
from ..people import ANYWHERE, recognised
from ..rendering import plain
from ..sessions import Access, Session
from ..site import Site
from ..visit import Visit, changing, check_origin, door, language, own_path


async def enter(request: Request) -> Response:
    """With a token that serves once: in. Without: what to do to get in."""
    site: Site = request.app.state.site
    token = request.query_params.get("token", "")
    if token and site.options.users is None and site.sessions.takes(token):
        session = site.sessions.begin(site.options.name, Access.APPROVER)
        return let_in(request, session, _wanted(request.query_params))
    if site.session(request.cookies.get(site.options.cookie)) is not None:
        return RedirectResponse(_wanted(request.query_params), status_code=303)
    return _door(request, "web.enter.spent" if token else "", 403 if token else 401)


def _wanted(sent: Mapping[str, Any]) -> str:
    """The page that was asked for before the door."""
    return own_path(str(sent.get("to", "/")))


def _door(
    request: Request,
    told: str = "",
    status: int = 401,
    sent: Mapping[str, Any] | None = None,
    **facts: object,
) -> Response:
    """The page outside: a form for those who have a password, else where the address is to be found."""
    site: Site = request.app.state.site
    lang, people = language(request, site), site.options.users is not None
    words = say(told, lang, **facts) if told else ""
    to = _wanted(request.query_params if sent is None else sent)
    return HTMLResponse(plain("enter.html.jinja", lang, told=words, people=people, to=to), status)


async def log_in(request: Request) -> Response:
    """With name and password: in. Who guesses has to wait longer each time."""
    check_origin(request)
    site: Site = request.app.state.site
    people = await run_in_threadpool(site.people)
    if people is None:
        raise HTTPException(404)
    async with request.form(max_files=0, max_fields=10) as form:
        name, password = (str(form.get(each, "")) for each in ("name", "password"))
    sources = tuple(_sources(request, name.strip()))
    wait = site.attempts.wait(*sources)
    if wait > 0:
        return _door(request, "web.enter.wait", 429, form, seconds=math.ceil(wait))
    site.attempts.failed(*sources)  # until it turns out right: of many at once none is free
    person = await run_in_threadpool(recognised, people, name.strip(), password)
    if person is None:
        return _door(request, "web.enter.wrong", sent=form)
    site.attempts.passed(*sources)
    return let_in(request, site.sessions.begin(person.name, person.access, person.secret), _wanted(form))


def _sources(request: Request, name: str) -> Iterator[str]:
    """By what a wrong password is counted: whoever guesses at a name elsewhere does not make its owner wait.
    From this computer come all who come through a proxy on it: they are not made to wait for one of them."""
    host = request.client.host if request.client is not None else ""
    yield f"{ANYWHERE}{name}"
    yield f"name {name} from {host}"
    if host not in ("", *LOOPBACK):
        yield f"from {host}"


async def again(request: Request) -> Response:
    """A new address, printed where the server was started: whoever sees that window may come in."""
    check_origin(request)
    site: Site = request.app.state.site
    announce = getattr(request.app.state, "announce", None)
    async with request.form(max_files=0, max_fields=10) as form:
        to = _wanted(form)
    if announce is not None and site.options.users is None:
        announce(site.sessions.token(), to)
    return RedirectResponse(door(to), status_code=303)


def let_in(request: Request, session: Session, to: str) -> Response:
    """To the page that was asked for, with a cookie that no script sees and no other site sends."""
    answer = RedirectResponse(to, status_code=303)
    options: ServeOptions = request.app.state.site.options
    answer.set_cookie(options.cookie, session.id, httponly=True, samesite="strict", secure=options.is_secure)
    request.state.session = session
    return answer


def leave(visit: Visit) -> Response:
    visit.site.sessions.end(visit.session.id)
    answer = RedirectResponse("/enter", status_code=303)
    answer.delete_cookie(visit.site.options.cookie)
    return answer


ROUTES = [
    Route("/enter", enter),
    Route("/enter/person", log_in, methods=["POST"]),
    Route("/enter/again", again, methods=["POST"]),
    Route("/leave", changing(leave, Access.VIEWER, even_read_only=True), methods=["POST"]),
]
