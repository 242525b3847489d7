"""Output files: written whole or not at all, and never over what a person has edited.

It stands in the room of records because the seal alone says whether a file may be replaced.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import time
from pathlib import Path

from drafter.errors import CannotWrite, Cause, EditedOutput, NoOutputFolder, cause_at

from .seal import is_ours

_LARGEST = 256 * 2**20  # bytes: no output is larger
_TEMPORARY = ".drafter-"
_LEFT = re.compile(r"\.drafter-[0-9a-f]{12}\.tmp")
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?= *(\.|$))", re.IGNORECASE)
_OLD = 3600  # seconds after which a temporary file belongs to a run that was killed


def write_output(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a sealed output to `path`.

    Raises EditedOutput where a file stands there that drafter did not write or somebody has
    edited, unless `force`; CannotWrite where the system refuses. Either the whole file is there
    afterwards or what was there before.
    """
    if not force:
        refuse_edited(path)
    write_whole(path, data)


def refuse_edited(path: Path) -> None:
    """Raises EditedOutput, CannotWrite where `write_output` would, unless forced."""
    if not _is_replaceable(path):
        return
    try:
        ours = path.stat().st_size <= _LARGEST and is_ours(path.read_bytes())
    except OSError as error:
        raise CannotWrite(path, reason=cause_at(error, path)) from error
    if not ours:
        raise EditedOutput(path)


def _is_replaceable(path: Path) -> bool:
    """Whether a file stands there. Raises CannotWrite for a folder, a device or a name no file can have."""
    try:
        present = path.exists()
    except OSError as error:
        raise CannotWrite(path, reason=cause_at(error, path)) from error
    if (present and not path.is_file()) or (os.name == "nt" and is_device(path.name)):
        raise CannotWrite(path, reason=Cause.NOT_REGULAR)
    return present


def is_device(name: str) -> bool:
    """Whether Windows takes a file of this name for a device, whatever its suffix: `"con.docx"`, `"LPT1"`."""
    return _DEVICE.match(name) is not None


def write_whole(path: Path, data: bytes) -> None:
    """Through a temporary file in the same folder and a rename. Raises CannotWrite.

    Who may read the file is what the user's settings say of new files, or what the old file said. Through a
    symbolic link the file that it leads to is written, and the link stays.
    """
    replaced = _is_replaceable(path)
    target = _led_to(path)
    temporary = target.with_name(f"{_TEMPORARY}{secrets.token_hex(6)}.tmp")
    _sweep(target.parent)
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replaced:
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not target.parent.exists():
            raise NoOutputFolder(target.parent) from error
        raise CannotWrite(path, reason=cause_at(error, path)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _led_to(path: Path) -> Path:
    """The file that a link leads to, or would. Raises CannotWrite for links in a circle."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if target.is_symlink():
        raise CannotWrite(path, reason=Cause.LINK_LOOP)
    return target


def _sweep(folder: Path) -> None:
    """Clear away what runs that were killed have left in a folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _LEFT.fullmatch(entry.name) and time.time() - entry.stat().st_mtime > _OLD:
                Path(entry).unlink(missing_ok=True)
