"""Output files: written whole or not at all, and never over what a person has edited.

It stands in the room of records because the seal alone says whether a file may be replaced.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path

from drafter.errors import CannotWrite, Cause, EditedOutput, cause

from .seal import is_ours


def write_output(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a sealed output to `path`.

    Raises EditedOutput where a file stands there that drafter did not write or somebody has
    edited, unless `force`; CannotWrite where the system refuses. Either the whole file is there
    afterwards or what was there before.
    """
    if not force and _is_replaceable(path):
        try:
            present = path.read_bytes()
        except OSError as error:
            raise CannotWrite(path, reason=cause(error)) from error
        if not is_ours(present):
            raise EditedOutput(path)
    write_whole(path, data)


def _is_replaceable(path: Path) -> bool:
    """Whether a file stands there. Raises CannotWrite for a folder, a device or a name no file can have."""
    try:
        present = path.exists()
    except OSError as error:
        raise CannotWrite(path, reason=cause(error)) from error
    if present and not path.is_file():
        raise CannotWrite(path, reason=Cause.NOT_REGULAR)
    return present


def write_whole(path: Path, data: bytes) -> None:
    """Through a temporary file in the same folder and a rename. Raises CannotWrite.

    Who may read the file is what the user's settings say of new files, or what the old file said.
    """
    replaced = _is_replaceable(path)
    temporary = path.with_name(f".{path.stem[:20]}-{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replaced:
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise CannotWrite(path, reason=cause(error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
