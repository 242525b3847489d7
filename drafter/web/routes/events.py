"""Events: that somebody saved something, or that a file changed, told to every page that is open."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from ..sessions import Session
from ..site import Site, Stamp

_EVERY = 1.0  # seconds between two looks at the workspace
_ALIVE = 15  # looks after which a line is sent, so that a page that is gone is noticed


async def events(request: Request) -> Response:
    """Server-sent events: `stands` with a name of all that stands now, at once and each time it is another
    one."""
    site: Site = request.app.state.site
    session = site.session(request.cookies.get(site.options.cookie))
    if session is None:
        return Response(status_code=401)
    return StreamingResponse(_told(request, site, session), media_type="text/event-stream")


async def _told(request: Request, site: Site, session: Session) -> AsyncIterator[str]:
    """Until the page is gone, or its person: whoever has left is told nothing more."""
    last = await run_in_threadpool(site.stamp)
    yield f"retry: 3000\n{_named(last)}"
    looks = 0
    while not await request.is_disconnected():
        await asyncio.sleep(_EVERY)
        looks += 1
        if not await run_in_threadpool(site.lasts, session):
            return
        now = await run_in_threadpool(site.stamp)
        if now != last:
            last = now
            yield _named(now)
        elif looks % _ALIVE == 0:
            yield ": \n\n"


def _named(stamp: Stamp) -> str:
    """The same for the same files and decisions, also after the server was started anew."""
    return f"event: stands\ndata: {hashlib.sha256(repr(stamp).encode()).hexdigest()}\n\n"


ROUTES = [Route("/events", events)]
