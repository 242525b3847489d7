"""The application: which address leads to which route."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module

from starlette.applications import Starlette
from starlette.datastructures import URL
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from drafter.errors import DrafterError

from . import numbers  # noqa: F401 (what {no:int} means)
from .faults import Forbidden, NotAllowedHere, failed, missing, refused, unforeseen
from .guard import Guard
from .options import ServeOptions
from .site import Site

# Modules of `routes`, one for each page; each has `ROUTES`.
PAGES = (
    "entry",
    "preferences",
    "events",
    "comments",
    "comment",
    "overview",
    "files",
    "general",
    "reviewers",
    "submit",
    "table",
    "prints",
    "drafts",
    "targets",
    "consultations",
    "returned",
    "agencies",
    "replies",
    "log",
    "guide",
)


def application(options: ServeOptions, hosts: Sequence[str] = ()) -> Starlette:
    """The workbench of the workspace at `options.root`. `hosts`: names under which it may be called, in place
    of those that follow from the options."""
    site = Site(options)
    guard = Middleware(
        Guard, hosts=hosts or tuple(host_names(options)), limits=options.limits, tell=site.audit.tell
    )
    app = Starlette(
        routes=[*_routes(), Mount("/static", StaticFiles(packages=[("drafter.web", "static")]))],
        middleware=[guard],
        exception_handlers={
            Forbidden: refused,
            NotAllowedHere: refused,
            DrafterError: failed,
            HTTPException: missing,
            Exception: unforeseen,
        },
    )
    app.state.site = site
    return app


def _routes() -> Iterable[BaseRoute]:
    for name in PAGES:
        yield from import_module(f"{__package__}.routes.{name}").ROUTES


def host_names(options: ServeOptions) -> Iterable[str]:
    """What a browser may send as Host."""
    if options.address:
        yield URL(options.address).netloc.lower()
    for name in ("127.0.0.1", "localhost", "[::1]", *(() if options.is_local else (options.host.lower(),))):
        yield name
        yield f"{name}:{options.port}"
