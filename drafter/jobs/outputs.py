"""Outputs: the one way from a job to the disk, which no input is ever lost on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from ..errors import CannotWrite, Cause, NameTaken, OutputIsInput, cause
from ..record.files import is_device
from ..workspace import Workspace
from .open_document import as_named, check_office


def refuse_inputs(workspace: Workspace, *outputs: Path, given: Iterable[Path] = ()) -> None:
    """Raises OutputIsInput where an output is a file of the workspace or one that the job was `given`.

    A file is the same by whatever name: another spelling of the path, a symbolic or a hard link. Asked before
    the work begins, so that nobody waits for a refusal; `write` asks again. Raises OutputNeedsOffice too.
    """
    check_office(*outputs)
    inputs = (*workspace.inputs(), *given) if outputs else ()
    for path in outputs:
        if os.name == "nt" and is_device(path.name):
            raise CannotWrite(path, reason=Cause.NOT_REGULAR)
        if _is_any(path, inputs):
            raise OutputIsInput(path)


def write(workspace: Workspace, path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a sealed output whole or not at all; under the name of an OpenDocument file as such.

    Raises OutputIsInput; EditedOutput where a file stands there that drafter did not write or somebody has
    edited, unless `force`; CannotWrite; OutputNeedsOffice.
    """
    from ..record import write_output

    refuse_inputs(workspace, path)
    write_output(path, as_named(path, data), force=force)


def write_new(workspace: Workspace, path: Path, data: bytes) -> None:
    """Write an output that carries no seal. Raises OutputIsInput, NameTaken where a file stands there."""
    from ..record import write_whole

    refuse_inputs(workspace, path)
    if path.exists():
        raise NameTaken(path)
    write_whole(path, data)


def made_folder(path: Path) -> Path:
    """The folder at `path`, made where it is missing. Raises CannotWrite."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path, reason=cause(error)) from error
    return path


def _is_any(output: Path, inputs: Iterable[Path]) -> bool:
    try:
        found = output.stat()
    except (OSError, ValueError):  # nothing stands there yet
        place = _place(output)
        return any(place == _place(path) for path in inputs if not Path(path).exists())
    return any(os.path.samestat(found, other) for other in map(_stat, inputs) if other is not None)


def _place(path: Path) -> str:
    """Where a path leads; alike for names that some systems hold to be one: in case or Unicode form."""
    return normalize("NFC", os.path.realpath(path)).casefold()


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
