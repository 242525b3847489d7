"""Faults: what a page cannot do, as a page with its reason; details of what nobody foresaw go to the log."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from drafter.errors import DrafterError, as_failure
from drafter.wording.messages import known, say

from .audit import without_token
from .guard import HEADERS
from .rendering import plain, sentence

LOG = logging.getLogger("drafter.web")


class Forbidden(Exception):
    """A request that no page of ours made: `reason` origin or csrf."""


class NotAllowedHere(Exception):
    """The person may not do this: `reason` read-only, or the access that it needs."""


def refused(request: Request, error: Exception) -> Response:
    """403 with the reason."""
    key = f"web.refused.{error.args[0]}"
    return _page(request, 403, say(key, _language(request)))


def failed(request: Request, error: Exception) -> Response:
    """A failure that a person can do something about: its one line. No path of the server stands in it."""
    assert isinstance(error, DrafterError)
    return _page(request, error.http_status, sentence(_language(request), error))


def missing(request: Request, error: Exception) -> Response:
    """What HTTP itself refuses: no such page, no such method, too much sent. The address that a form was sent
    to stays in the browser where it was refused; whoever asks for it again gets the page that it stood on."""
    assert isinstance(error, HTTPException)
    if error.status_code == 405 and request.method in ("GET", "HEAD"):
        return RedirectResponse(request.url.path.rpartition("/")[0] or "/", status_code=303)
    lang = _language(request)
    key = f"web.http.{error.status_code}"
    words = say(key if known(key) else "web.http.400", lang)
    return _page(request, error.status_code, words, error.headers)


def unforeseen(request: Request, error: Exception) -> Response:
    """500 with a number; what happened stands in the log beside it."""
    failure = as_failure(error, "drafter")
    if failure.code not in ("defect", "unusable"):
        return failed(request, failure)
    number = secrets.token_hex(4)
    LOG.error("%s %s %s", number, request.method, without_token(request.url.path), exc_info=error)
    words = say("web.http.500", _language(request), number=number)
    return _page(request, 500, words, HEADERS)  # it is answered outside the guard


def _page(
    request: Request, status: int, words: str, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    lang = _language(request)
    part = "HX-Request" in request.headers
    body = plain("_fault.html.jinja" if part else "fault.html.jinja", lang, words=words, status=status)
    return HTMLResponse(body, status, headers=dict(headers or {}))


def _language(request: Request) -> str:
    from .visit import language

    return language(request, request.app.state.site)
