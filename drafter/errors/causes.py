"""Why something failed, in words that every language has."""

from __future__ import annotations

import errno
from enum import StrEnum


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


_OF_SYSTEM = {
    errno.EACCES: Cause.NO_PERMISSION,
    errno.EPERM: Cause.NO_PERMISSION,
    errno.ENOSPC: Cause.NO_SPACE,
    errno.EDQUOT: Cause.NO_SPACE,
    errno.EFBIG: Cause.TOO_LARGE,  # for the account or the disk
    errno.EROFS: Cause.READ_ONLY,
    errno.ENOENT: Cause.NO_SUCH_FILE,
    errno.ENAMETOOLONG: Cause.NAME_TOO_LONG,
    errno.EISDIR: Cause.IS_A_FOLDER,
    errno.ENOTDIR: Cause.NOT_A_FOLDER,
    errno.EBUSY: Cause.IN_USE,
    errno.ETXTBSY: Cause.IN_USE,
    errno.EIO: Cause.DISK_FAULT,
    errno.EBADF: Cause.CLOSED,
    errno.ELOOP: Cause.LINK_LOOP,
}


def cause(error: OSError) -> str:
    """What the system refused, as a `Cause`, else in the system's own words."""
    return _OF_SYSTEM.get(error.errno or 0) or error.strerror or type(error).__name__
