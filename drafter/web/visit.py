"""A visit: one request of a person who was let in, and the two ways to answer it: reading and changing."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import URL, FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from drafter.errors import DrafterError
from drafter.jobs.board import Board
from drafter.settings import read_settings
from drafter.workspace import Workspace

from .faults import Forbidden, NotAllowedHere
from .options import ServeOptions
from .rendering import render
from .sessions import Access, Session
from .site import Site

Endpoint = Callable[[Request], Awaitable[Response]]
THEMES = ("auto", "light", "dark")


@dataclass(frozen=True)
class Visit:
    """What a route is given. `form` is empty where nothing was sent; `failures` gathers what stops one
    file."""

    request: Request
    site: Site
    session: Session
    form: FormData = field(default_factory=FormData)
    failures: list[DrafterError] = field(default_factory=list)

    @property
    def lang(self) -> str:
        return language(self.request, self.site)

    @property
    def theme(self) -> str:
        chosen = self.request.cookies.get("theme", "auto")
        return chosen if chosen in THEMES else "auto"

    @property
    def address(self) -> str:
        """Of this page, with what is asked there."""
        return address_of(self.request)

    @property
    def partial(self) -> bool:
        """Whether a part of a page is asked for, by htmx, and not a whole one."""
        return "HX-Request" in self.request.headers and "HX-Boosted" not in self.request.headers

    @property
    def may_change(self) -> bool:
        return self.session.access >= Access.DRAFTER and not self.site.options.read_only

    @property
    def may_approve(self) -> bool:
        return self.session.access >= Access.APPROVER and not self.site.options.read_only

    def board(self) -> Board:
        """Everything as it stands now; what could not be used goes to `failures`."""
        made, failures = self.site.board()
        self.failures.extend(failure for failure in failures if failure not in self.failures)
        return made

    def workspace(self) -> Workspace:
        """The workspace for a job that changes something or wants more than the board has."""
        return self.site.workspace(self.failures)

    def text(self, name: str, default: str = "") -> str:
        """A field of the form, else of the address."""
        found = self.form.get(name, self.request.query_params.get(name, default))
        return found if isinstance(found, str) else default

    def texts(self, name: str) -> tuple[str, ...]:
        """All values of a field of the form, else of the address."""
        given = self.form.getlist(name) or self.request.query_params.getlist(name)
        return tuple(each for each in given if isinstance(each, str))

    def files(self, name: str) -> tuple[UploadFile, ...]:
        """The files that were sent under a name."""
        return tuple(each for each in self.form.getlist(name) if isinstance(each, UploadFile))

    def number(self, name: str) -> int:
        """A number in the address. Routes see to it that it is one."""
        return int(self.request.path_params[name])

    def page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """The template filled in, as a page or a part of one."""
        return HTMLResponse(render(self, template, values), status)

    def to(self, path: str) -> Response:
        """On to another page: a form that was sent is not sent again by going back."""
        there = RedirectResponse(path, status_code=303)  # it writes the address as a header may hold it
        if self.partial:
            return Response(status_code=204, headers={"HX-Redirect": there.headers["location"]})
        return there


Route = Callable[[Visit], Response]


def language(request: Request, site: Site) -> str:
    """As the person chose it, else as the server was started, else as the workspace has it."""
    chosen = request.cookies.get("lang", site.options.lang)
    if chosen in ("vi", "en"):
        return chosen
    try:
        return read_settings(site.root).language
    except DrafterError:
        return "vi"


def reading(route: Route) -> Endpoint:
    """A page for whoever was let in; others are shown how to get in."""

    @wraps(route)
    async def answer(request: Request) -> Response:
        visit = _visit(request)
        if visit is None:
            return _outside(request)
        return await run_in_threadpool(route, visit)

    return answer


def changing(route: Route, access: Access = Access.DRAFTER, *, even_read_only: bool = False) -> Endpoint:
    """What changes something: sent from a page of ours, by somebody who may.

    `even_read_only`: it changes nothing of the workspace.
    """

    @wraps(route)
    async def answer(request: Request) -> Response:
        check_origin(request)
        visit = _visit(request)
        if visit is None:
            return _outside(request)
        limits = visit.site.options.limits
        async with request.form(max_files=limits.files, max_part_size=limits.file) as form:
            check_csrf(visit.session, request.headers, form)
            if visit.site.options.read_only and not even_read_only:
                raise NotAllowedHere("read-only")
            if visit.session.access < access:
                raise NotAllowedHere("approver" if access is Access.APPROVER else "drafter")
            sent = Visit(request, visit.site, visit.session, form)
            return await run_in_threadpool(route, sent)

    return answer


def check_origin(request: Request) -> None:
    """Raises Forbidden for what another site's page sent."""
    origin = request.headers.get("origin")
    options: ServeOptions = request.app.state.site.options
    own = f"{'https' if options.is_secure else 'http'}://{request.headers.get('host', '')}"
    if origin is not None and origin != own:
        raise Forbidden("origin")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Forbidden("origin")


def check_csrf(session: Session, headers: Mapping[str, str], form: FormData) -> None:
    """Raises Forbidden where the form was not made for this session."""
    given = headers.get("x-csrf-token") or form.get("csrf")
    if not isinstance(given, str) or not hmac.compare_digest(given.encode(), session.csrf.encode()):
        raise Forbidden("csrf")


def _visit(request: Request) -> Visit | None:
    site: Site = request.app.state.site
    session = site.session(request.cookies.get(site.options.cookie))
    if session is None:
        return None
    request.state.session = session
    return Visit(request, site, session)


def _outside(request: Request) -> Response:
    """To the door, which leads on to the page that was asked for; a part of a page sends the whole page
    there."""
    if "HX-Request" not in request.headers:
        return RedirectResponse(door(address_of(request)), status_code=303)
    to = ""
    with suppress(ValueError):  # no address at all
        page = URL(request.headers.get("HX-Current-URL", ""))
        to = _asked(page.path, page.query)
    return Response(status_code=204, headers={"HX-Redirect": door(to)})


def address_of(request: Request) -> str:
    """The path that was asked for with what is asked there, as a browser writes them."""
    return _asked(request.scope["raw_path"].decode("latin-1"), request.url.query)


def _asked(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def door(to: str = "") -> str:
    """The address of the door that leads on to a page of ours."""
    to = own_path(to)
    return "/enter" if to == "/" else str(URL("/enter").include_query_params(to=to))


def own_path(path: str) -> str:
    """`path` where it is one of ours; else the first page: nothing that was sent leads to another site. For a
    browser a backslash is a slash, and tabs and line ends are not there."""
    path = "".join(filter(str.isprintable, path))
    return path if path.startswith("/") and path[1:2] not in ("/", "\\") else "/"


def values_of(visit: Visit) -> dict[str, Any]:
    """What every template has beside its own values."""
    return {"visit": visit, "lang": visit.lang, "theme": visit.theme, "csrf": visit.session.csrf}
