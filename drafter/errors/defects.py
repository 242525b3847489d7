"""Defects of drafter itself, never of an input."""

from __future__ import annotations

import sys
from os import PathLike
from pathlib import PurePath

from .failure import DrafterError


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
