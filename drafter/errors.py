"""Failures: one class per way an input or output can be unusable, with its code and its facts.

`wording.errors` makes the sentence. Facts go in as keyword arguments and stay readable on the error
(`error.facts`); one that has words in each language is a `Cause`.
"""

from __future__ import annotations

import errno
import sys
from enum import StrEnum
from os import PathLike, fspath
from pathlib import PurePath
from typing import ClassVar


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


_OF_SYSTEM = {
    errno.EACCES: Cause.NO_PERMISSION,
    errno.EPERM: Cause.NO_PERMISSION,
    errno.ENOSPC: Cause.NO_SPACE,
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


class DrafterError(Exception):
    """Nothing can be used of `path`. Raised by readers, writers and the workspace."""

    code: ClassVar[str] = "unusable"
    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 422

    def __init__(self, path: str | PathLike[str], **facts: object) -> None:
        self.path = fspath(path)
        self.facts = facts
        super().__init__(self.path, facts)

    def at(self, path: str) -> DrafterError:
        """The same failure, the file named as `path`."""
        return type(self)(path, **self.facts)

    def __str__(self) -> str:
        return f"{self.path}: {self.code} {self.facts or ''}".rstrip()


class NotFound(DrafterError):
    code = "not-found"
    http_status = 404


class IsAFolder(DrafterError):
    """A folder stands where a file was asked for."""

    code = "is-a-folder"


class CannotRead(DrafterError):
    """The system refuses: `reason`."""

    code = "cannot-read"


class Vanished(DrafterError):
    code = "vanished"
    http_status = 404


class EmptyFile(DrafterError):
    code = "empty-file"


class NoSuchFolder(NotFound):
    code = "no-such-folder"


class NotADocx(DrafterError):
    """The content is `found`, whatever the suffix says."""

    code = "not-a-docx"


class WorkbookAsDocx(NotADocx):
    code = "workbook-as-docx"


class DocxAsWorkbook(DrafterError):
    code = "docx-as-workbook"


class OldWordFile(DrafterError):
    code = "old-word-file"


class Encrypted(DrafterError):
    code = "encrypted"


class MissingPart(DrafterError):
    """The package lacks `part`, without which it is no document."""

    code = "missing-part"


class DamagedFile(DrafterError):
    """`part` cannot be unpacked or parsed."""

    code = "damaged"


class CutFile(DamagedFile):
    code = "cut-off"


class UnsafeFile(DrafterError):
    """The package would unpack to more than the limit, or carries what no office file carries."""

    code = "unsafe"
    http_status = 413


class UnknownSuffix(DrafterError):
    """`known` lists the suffixes that can be read there."""

    code = "unknown-suffix"


class NotText(DrafterError):
    code = "not-text"


class NoComments(DrafterError):
    """A file among the comments in which neither a comment nor an agreement was found."""

    code = "no-comments"


class OwnOutput(DrafterError):
    """What drafter wrote itself lies among the drafts or comments."""

    code = "own-output"


class OwnRedline(OwnOutput):
    """A redline of drafter's whose changes nobody has accepted or refused yet."""

    code = "own-redline"


class NotACopy(DrafterError):
    """It has too little in common with the draft `base` to be a copy: `likeness`, in per cent."""

    code = "not-a-copy"


class EmptyFolder(DrafterError):
    """The folder holds none of `wanted`."""

    code = "empty-folder"


class SameNumber(DrafterError):
    """Another draft, `other`, bears the same `number`."""

    code = "same-number"


class UnknownDraft(DrafterError):
    """`path` is no file and names no draft of the workspace; `known` lists those."""

    code = "unknown-draft"
    http_status = 404


class UnknownAgency(DrafterError):
    """`path` names no agency that wrote; `known` lists those."""

    code = "unknown-agency"
    http_status = 404


class UnknownClause(DrafterError):
    """`path` names no clause of any draft; `known` lists the outermost of the newest."""

    code = "unknown-clause"
    http_status = 404


class BadSettings(DrafterError):
    """`drafter.toml`: `reason` says which key and what it may be."""

    code = "bad-settings"
    http_status = 500


class UnmatchedDraft(BadSettings):
    """`drafter.toml` declares a draft at `declared`, where no file is."""

    code = "unmatched-draft"


class UnmatchedLetter(BadSettings):
    """`drafter.toml` declares a letter at `declared`, where no file of comments/ is."""

    code = "unmatched-letter"


class NotToml(BadSettings):
    """`drafter.toml` is no TOML at `place`, line and column."""

    code = "not-toml"


class CannotWrite(DrafterError):
    code = "cannot-write"
    http_status = 500


class EditedOutput(DrafterError):
    code = "edited-output"
    http_status = 409


class OutputIsInput(DrafterError):
    code = "output-is-input"
    http_status = 409


class UnknownFormat(DrafterError):
    """The output's suffix is none of `known`."""

    code = "unknown-format"


class CheckFailed(DrafterError):
    """An internal check failed (a defect of drafter, never of the input); nothing was written."""

    code = "check-failed"
    exit_code = 4
    http_status = 500


class Defect(DrafterError):
    """What nobody foresaw happened to `path`: a defect of drafter; `reason` says where it lies."""

    code = "defect"
    exit_code = 4
    http_status = 500


def as_failure(error: Exception, path: str | PathLike[str]) -> DrafterError:
    """A failure that can be told: `error` itself, else a Defect met at `path`.

    Python's development mode (`-X dev`) shows a defect with all its calls instead.
    """
    if isinstance(error, DrafterError):
        return error
    if sys.flags.dev_mode:
        raise error
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    line = "" if place is None else f", {PurePath(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}"
    return Defect(path, reason=f"{type(error).__name__}{line}")
