"""The door: how somebody is let in, and out again."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ..rendering import plain
from ..sessions import COOKIE, Access, Session
from ..site import Site
from ..visit import Visit, changing, check_origin, language


async def enter(request: Request) -> Response:
    """With a token that serves once: in. Without: what to do to get in."""
    site: Site = request.app.state.site
    token = request.query_params.get("token", "")
    if token and site.sessions.takes(token):
        return let_in(request, site.sessions.begin(site.options.name, Access.APPROVER))
    if site.sessions.find(request.cookies.get(COOKIE)) is not None:
        return RedirectResponse("/", status_code=303)
    words = plain("enter.html.jinja", language(request, site), spent=bool(token))
    return HTMLResponse(words, 403 if token else 401)


async def again(request: Request) -> Response:
    """A new address, printed where the server was started: whoever sees that window may come in."""
    check_origin(request)
    site: Site = request.app.state.site
    announce = getattr(request.app.state, "announce", None)
    if announce is not None:
        announce(site.sessions.token())
    return RedirectResponse("/enter", status_code=303)


def let_in(request: Request, session: Session) -> Response:
    """To the first page, with a cookie that no script sees and no other site sends."""
    answer = RedirectResponse("/", status_code=303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, session.id, httponly=True, samesite="strict", secure=secure)
    return answer


def leave(visit: Visit) -> Response:
    visit.site.sessions.end(visit.session.id)
    answer = RedirectResponse("/enter", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


ROUTES = [
    Route("/enter", enter),
    Route("/enter/again", again, methods=["POST"]),
    Route("/leave", changing(leave, Access.VIEWER, even_read_only=True), methods=["POST"]),
]
