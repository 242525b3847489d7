"""The guard: what holds of every request and every answer, before any route sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .options import Limits

# No script or style stands in a page, nothing is loaded from elsewhere, nobody frames us, forms go home.
POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
    "font-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-src 'self'",
    "frame-ancestors 'self'", "base-uri 'none'",
))  # fmt: skip
Tell = Callable[[str, str, str, int], None]  # (name of the person, method, path, status)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser sends our own forms with Origin: null
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """ASGI middleware. `hosts`: the names by which the server may be called, with their ports; another one is
    a page elsewhere that has its own name lead here (DNS rebinding). `limits`: how large a request may be,
    and how slow. `tell` is called of each request when it has been answered."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str], limits: Limits, tell: Tell) -> None:
        self.app, self._hosts, self._limits, self._tell = app, frozenset(hosts), limits, tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            await PlainTextResponse("Host?", 421, HEADERS)(scope, receive, send)
            return
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > self._limits.request:
            await PlainTextResponse("413", 413, HEADERS)(scope, receive, send)
            return
        try:
            await self.app(scope, self._counted(receive), _guarded(send, scope))
        finally:
            name = getattr(scope.get("state", {}).get("session"), "name", "")
            status = scope.get("drafter.status", 500)
            await run_in_threadpool(self._tell, name, scope["method"], scope["path"], status)

    def _counted(self, receive: Receive) -> Receive:
        """A body that is longer than it may be, whatever length it named, ends there; so does one that does
        not come."""
        read, whole = 0, False

        async def counting() -> Message:
            nonlocal read, whole
            if whole:  # what is waited for now is that the browser goes away
                return await receive()
            try:
                async with asyncio.timeout(self._limits.pause):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408) from None
            read += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if read > self._limits.request:
                raise HTTPException(413)
            return message

        return counting


def _guarded(send: Send, scope: Scope) -> Send:
    async def guarding(message: Message) -> None:
        if message["type"] == "http.response.start":
            scope["drafter.status"] = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            kept = (
                "public, max-age=31536000, immutable" if scope["path"].startswith("/static/") else "no-store"
            )
            headers.setdefault("Cache-Control", kept)
        await send(message)

    return guarding
