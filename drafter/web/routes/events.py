"""Events: that somebody saved something, or that a file changed, told to every page that is open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from ..sessions import COOKIE
from ..site import Site

_EVERY = 1.0  # seconds between two looks at the workspace
_ALIVE = 15  # looks after which a line is sent, so that a page that is gone is noticed


async def events(request: Request) -> Response:
    """Server-sent events: `changed` with a number that is another each time something is."""
    site: Site = request.app.state.site
    if site.session(request.cookies.get(COOKIE)) is None:
        return Response(status_code=401)
    return StreamingResponse(_told(request, site), media_type="text/event-stream")


async def _told(request: Request, site: Site) -> AsyncIterator[str]:
    last = await run_in_threadpool(site.stamp)
    yield "retry: 3000\n\n"
    looks = 0
    while not await request.is_disconnected():
        await asyncio.sleep(_EVERY)
        looks += 1
        now = await run_in_threadpool(site.stamp)
        if now != last:
            last = now
            yield f"event: changed\ndata: {hash(now)}\n\n"
        elif looks % _ALIVE == 0:
            yield ": \n\n"


ROUTES = [Route("/events", events)]
