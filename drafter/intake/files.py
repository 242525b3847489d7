"""Files: one path → `Source`, read once and closed again."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from drafter.errors import CannotRead, Cause, IsAFolder, NotFound, UnsafeFile, Vanished, cause_at, is_too_long
from drafter.model import Notice, Source
from drafter.opc import FileFormat, format_named, format_of

MAX_FILE = 256 * 2**20  # bytes on disk


def read_source(path: Path, *, shown: str | None = None, listed: bool = False) -> Source:
    """What the file at `path` holds; `shown` is how results and errors name it.

    Raises NotFound, or Vanished where a folder `listed` the file a moment ago; IsAFolder; UnsafeFile past
    `MAX_FILE`; CannotRead for a link to nothing, for what is no regular file or what the system refuses.
    """
    label = shown or path.as_posix()
    try:
        status = path.stat()
    except FileNotFoundError as error:
        if path.is_symlink():
            raise CannotRead(label, reason=Cause.BROKEN_LINK) from error
        if is_too_long(path):
            raise CannotRead(label, reason=Cause.NAME_TOO_LONG) from error
        raise (Vanished(label) if listed else NotFound(label)) from error
    except OSError as error:
        raise CannotRead(label, reason=cause_at(error, path)) from error
    if stat.S_ISDIR(status.st_mode):
        raise IsAFolder(label)
    if not stat.S_ISREG(status.st_mode):  # a pipe or device might never end
        raise CannotRead(label, reason=Cause.NOT_REGULAR)
    if status.st_size > MAX_FILE:
        raise UnsafeFile(label, reason=Cause.TOO_LARGE)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Vanished(label) from error
    except OSError as error:
        raise CannotRead(label, reason=cause_at(error, path)) from error
    return source_of(data, label)


def source_of(data: bytes, shown: str) -> Source:
    """The content of a file, wherever it came from; told where it is another thing than its name says."""
    found, named = format_of(data, shown), format_named(shown)
    odd = found not in (named, FileFormat.EMPTY, FileFormat.ENCRYPTED, FileFormat.BINARY)
    notices = (Notice("other-format", shown, found.value),) if odd else ()
    return Source(data, shown, hashlib.sha256(data).hexdigest(), notices)
