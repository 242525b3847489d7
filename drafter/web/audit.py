"""Audit: who looked at what and who sent what, a line each; what it changed stands in the store's history."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import datetime
from pathlib import Path
from threading import Lock

from drafter.workspace import now

LOG = logging.getLogger("drafter.web")
_MOST = 10 * 2**20  # bytes of one file; the one before it is kept
_TOKEN = re.compile(r"(?<=^/submit/)[^/]+")
_QUIET = ("/static/", "/events")


class Audit:
    """Lines of JSON in a file beside the decisions; with no `path`, where nothing may be written, on standard
    error where several people come in (`shared`), else nowhere. One that cannot be written stops nobody: the
    log says it."""

    def __init__(self, path: Path | None, *, shared: bool = False) -> None:
        self._path, self._shared = path, shared
        self._lock = Lock()

    def tell(self, name: str, method: str, path: str, status: int) -> None:
        """`name`: of the person, "" for somebody who was not let in; `path` without what was searched for."""
        if path.startswith(_QUIET):
            return
        told = {"at": now(), "who": name, "did": method, "what": without_token(path), "status": status}
        line = json.dumps(told, ensure_ascii=False)
        if self._path is None:
            if self._shared:
                sys.stderr.write(f"{line}\n")
            return
        try:
            with self._lock:
                _make_room(self._path)
                self._path.parent.mkdir(exist_ok=True)
                with self._path.open("a", encoding="utf-8") as file:
                    file.write(line + "\n")
        except OSError as error:
            LOG.warning("%s: %s", self._path.name, error)


def _make_room(path: Path) -> None:
    if path.exists() and path.stat().st_size > _MOST:
        path.replace(path.with_suffix(f".{datetime.now().astimezone():%Y%m%d%H%M%S}.jsonl"))


def without_token(path: str) -> str:
    """An address without what lets somebody in: `"/submit/…"`."""
    return _TOKEN.sub("…", path)
