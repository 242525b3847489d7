"""Outputs that are not written."""

from __future__ import annotations

from .failure import DrafterError


class CannotWrite(DrafterError):
    code = "cannot-write"
    http_status = 500


class EditedOutput(DrafterError):
    code = "edited-output"
    http_status = 409


class FolderTaken(DrafterError):
    """Something stands already where a new workspace was to be made."""

    code = "folder-taken"


class NameTaken(DrafterError):
    """A file stands there that this output must not take the place of."""

    code = "name-taken"
    http_status = 409


class OutputIsInput(DrafterError):
    code = "output-is-input"
    http_status = 409


class UnknownFormat(DrafterError):
    """The output's suffix is none of `known`."""

    code = "unknown-format"


class OutputNeedsOffice(DrafterError):
    """An output of OpenDocument is made by LibreOffice, which is not installed; without it `wanted`."""

    code = "output-needs-office"


class NeedsExtra(DrafterError):
    """An output is made by a library that only the extra `extra` brings."""

    code = "needs-extra"


class NoOutputFolder(CannotWrite):
    """`path` is to hold the output and is no folder."""

    code = "no-output-folder"
