"""Serving: the socket, the address that lets in, the browser, the end."""

from __future__ import annotations

import os
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace

import uvicorn
from starlette.datastructures import URL

from drafter.errors import CannotWrite, cause

from .application import application
from .options import ServeOptions
from .rendering import warm
from .site import Site
from .visit import door

PORT = 8730  # where nobody names one and it is free
_CONNECTIONS = (
    500  # at one time; the next is told to come again, and the files of the workspace stay readable
)


def serve(options: ServeOptions, announce: Callable[[str], None], *, open_browser: bool = True) -> None:
    """Serve until the person ends it. `announce` is given each address that lets somebody in.

    Raises CannotWrite where the port is taken or the host is none of this computer's.
    """
    listening = bound(options)
    with closing(listening):
        known = replace(options, port=listening.getsockname()[1])
        app = application(known)
        site: Site = app.state.site
        site.people()  # a file that cannot be used is told now

        def told(token: str, to: str) -> None:
            announce(str(URL(f"{known.base}{door(to)}").include_query_params(token=token)))

        app.state.announce = told
        config = uvicorn.Config(
            app, log_level="warning", server_header=False, date_header=False, proxy_headers=False,
            access_log=False, timeout_graceful_shutdown=2, limit_concurrency=_CONNECTIONS,
            ws="none", lifespan="off", ssl_certfile=known.certificate, ssl_keyfile=known.key,
        )  # fmt: skip
        server = uvicorn.Server(config)
        first = known.base if known.users else f"{known.base}/enter?token={site.sessions.token()}"
        announce(first)
        if open_browser:
            threading.Timer(0.5, webbrowser.open, (first,)).start()
        threading.Thread(target=_warm, args=(site,), daemon=True).start()
        server.run(sockets=[listening])


def _warm(site: Site) -> None:
    """Read and compile everything before anybody asks; what cannot be read is told on the page that asks."""
    with suppress(Exception):
        board, _ = site.board()
        warm(site.options.lang or board.workspace.settings.language)


def bound(options: ServeOptions) -> socket.socket:
    """A socket at the port wanted; at any that is free where none is wanted and the usual one is taken."""
    wanted = (options.port,) if options.port else (PORT, 0)
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    for last, port in enumerate(wanted, 1):
        # Named TCP, or asyncio leaves small writes waiting for each other: 40 ms for each page.
        made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name == "posix":  # elsewhere it would let another program take the port from us
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((options.host, port))
            made.listen()  # until somebody listens, SO_REUSEADDR gives the port to the next one too
            return made
        except OSError as error:
            made.close()
            if last == len(wanted):
                raise CannotWrite(f"{options.host}:{port}", reason=cause(error)) from error
    raise AssertionError
