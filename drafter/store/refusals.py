"""Refusals: what a database says no with, as a failure that can be told."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from drafter.errors import (
    Cause,
    DrafterError,
    StoreDamaged,
    StoreLocked,
    StoreNotWritable,
    StoreUnreachable,
)

_LEAST = 2**16  # bytes that one save needs at most, beside what lies there
_SQLITE = {  # SQLite's result codes, https://www.sqlite.org/rescode.html
    "SQLITE_FULL": Cause.NO_SPACE,
    "SQLITE_READONLY": Cause.READ_ONLY,
    "SQLITE_CANTOPEN": Cause.NO_PERMISSION,
    "SQLITE_PERM": Cause.NO_PERMISSION,
    "SQLITE_IOERR": Cause.DISK_FAULT,
}
_HELD = ("55P03", "40P01", "57014", "53300")  # a lock, a deadlock, a time limit, too many connections
_POSTGRES = {  # https://www.postgresql.org/docs/current/errcodes-appendix.html
    "53100": Cause.NO_SPACE,
    "25006": Cause.READ_ONLY,
    "42501": Cause.NO_PERMISSION,
}


def refused_file(error: DBAPIError, path: Path, shown: str) -> DrafterError:
    """What SQLite refuses of the database at `path`."""
    name = getattr(error.orig, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreLocked(shown)
    for code, reason in _SQLITE.items():
        if name.startswith(code):
            return StoreNotWritable(shown, reason=_plainer(reason, path))
    return StoreDamaged(shown, reason=_words(error))


def refused_server(error: DBAPIError, secrets: tuple[str, ...], shown: str) -> DrafterError:
    """What PostgreSQL refuses, or the way to it; in words that hold none of `secrets`."""
    state = getattr(error.orig, "sqlstate", None) or ""
    if state in _HELD:
        return StoreLocked(shown)
    if state in _POSTGRES:
        return StoreNotWritable(shown, reason=_POSTGRES[state])
    reason = _words(error)
    for secret in secrets:
        reason = reason.replace(secret, "***")
    return StoreUnreachable(shown, reason=reason)


def is_full(path: Path) -> bool:
    """Whether the disk that `path` lies on has no room for a save."""
    try:
        return shutil.disk_usage(path.parent).free < _LEAST
    except OSError:
        return False


def _plainer(reason: Cause, path: Path) -> Cause:
    """What the user can see of it: SQLite calls many things a fault of the disk or a lack of rights."""
    if path.is_dir():
        return Cause.IS_A_FOLDER
    if reason is not Cause.NO_PERMISSION and is_full(path):
        return Cause.NO_SPACE
    if reason is Cause.READ_ONLY and not _is_on_fixed_disk(path):
        return Cause.NO_PERMISSION
    return reason


def _is_on_fixed_disk(path: Path) -> bool:
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except (AttributeError, OSError):  # Windows does not say
        return False


def _words(error: DBAPIError) -> str:
    return " ".join(str(error.orig).split())
