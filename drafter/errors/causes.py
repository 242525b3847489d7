"""Why something failed, in words that every language has."""

from __future__ import annotations

import errno
import os
from enum import StrEnum
from pathlib import Path


class Cause(StrEnum):
    """Why something failed, where that can be said in a few words."""

    BINARY = "binary"
    NOT_REGULAR = "not-regular"
    REPEATED_NAME = "repeated-name"
    TOO_LARGE = "too-large"
    TOO_MANY_PARTS = "too-many-parts"
    TOO_DEEP = "too-deep"
    BALANCE = "balance"
    NO_PERMISSION = "no-permission"
    NO_SPACE = "no-space"
    READ_ONLY = "read-only"
    NO_SUCH_FILE = "no-such-file"
    NAME_TOO_LONG = "name-too-long"
    IS_A_FOLDER = "is-a-folder"
    NOT_A_FOLDER = "not-a-folder"
    IN_USE = "in-use"
    DISK_FAULT = "disk-fault"
    CLOSED = "closed"
    BROKEN_LINK = "broken-link"
    LINK_LOOP = "link-loop"
    NO_DRIVER = "no-driver"
    NOT_CONVERTED = "not-converted"


_OF_SYSTEM = {
    errno.EACCES: Cause.NO_PERMISSION,
    errno.EPERM: Cause.NO_PERMISSION,
    errno.ENOSPC: Cause.NO_SPACE,
    errno.EFBIG: Cause.TOO_LARGE,  # for the account or the disk
    errno.EROFS: Cause.READ_ONLY,
    errno.ENOENT: Cause.NO_SUCH_FILE,
    errno.ENAMETOOLONG: Cause.NAME_TOO_LONG,
    errno.EISDIR: Cause.IS_A_FOLDER,
    errno.ENOTDIR: Cause.NOT_A_FOLDER,
    errno.EBUSY: Cause.IN_USE,
    errno.EIO: Cause.DISK_FAULT,
    errno.EBADF: Cause.CLOSED,
    errno.ELOOP: Cause.LINK_LOOP,
}
# Not every system has these.
_OF_SYSTEM |= {
    getattr(errno, name): cause
    for name, cause in (("EDQUOT", Cause.NO_SPACE), ("ETXTBSY", Cause.IN_USE))
    if hasattr(errno, name)
}
# Windows says them as EACCES or ENOENT (winerror.h): sharing and lock violations, a path or name too long.
_OF_WINDOWS = {32: Cause.IN_USE, 33: Cause.IN_USE, 206: Cause.NAME_TOO_LONG, 112: Cause.NO_SPACE}
_LONGEST = 259  # signs of a path on Windows where long ones are not allowed (MAX_PATH less the end)


def cause(error: OSError) -> str:
    """What the system refused, as a `Cause`, else in the system's own words."""
    windows = _OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return windows or _OF_SYSTEM.get(error.errno or 0) or error.strerror or type(error).__name__


def cause_at(error: OSError, path: Path) -> str:
    """The same of the file at `path`: refused since a program has it open, which Word and LibreOffice tell by
    a file beside it; or since its path is longer than this Windows takes."""
    found = cause(error)
    if found == Cause.NO_PERMISSION and is_open(path):
        return Cause.IN_USE
    if found == Cause.NO_SUCH_FILE and is_too_long(path):
        return Cause.NAME_TOO_LONG
    return found


def is_open(path: Path) -> bool:
    """Whether Word, Excel or LibreOffice has the file open: `"~$Dự thảo.docx"` beside `"Dự thảo.docx"`.

    Of names of more than eight signs Word leaves the first two out.
    """
    name = path.name
    beside = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#")
    try:
        return any(path.with_name(each).exists() for each in beside)
    except (OSError, ValueError):
        return False


def is_too_long(path: Path) -> bool:
    """Whether a file may only seem not to be there, since Windows takes no path of this length."""
    return os.name == "nt" and len(str(path.absolute())) > _LONGEST
