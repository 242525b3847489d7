"""Placing: a file that came in, put into the workspace under a name that every system can hold."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from unicodedata import category, normalize

from ..errors import CannotWrite, cause
from ..intake import listing
from ..record.files import is_device
from .outputs import made_folder

LONGEST = 120  # characters of a name
_BYTES = 240  # of a name in UTF-8: systems hold 255, and a number may come behind it
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")
_FORBIDDEN = re.compile(r'[<>:"|?*\\/]')
_EXCHANGED = 1 << 20  # bytes read at once
_COPIED = (errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EACCES, errno.EMLINK)


@dataclass(frozen=True, slots=True)
class Housed:
    """Where a file stands now; `already`: the same content was there before."""

    path: Path
    already: bool = False


def safe_name(sent: str) -> str:
    """The name under which a file may be kept: one part, without signs that are not seen or that turn the
    reading order, no device of Windows, no litter, at most `LONGEST` characters.

    `"../../Dự thảo lần 2.docx"` is `"Dự thảo lần 2.docx"`, `"con.docx"` is `"_con.docx"`.
    """
    last = re.split(r"[\\/]", sent)[-1]
    shown = "".join(" " if char.isspace() else char for char in normalize("NFC", last))
    shown = "".join(char for char in shown if category(char)[0] != "C")
    name = " ".join(_FORBIDDEN.sub("-", shown).split()).lstrip(".~$ ").rstrip(". ")
    suffix = Path(name).suffix
    suffix = suffix if _SUFFIX.fullmatch(suffix) else ""
    stem = name.removesuffix(suffix).rstrip(". ") or "_"
    if is_device(stem):
        stem = f"_{stem}"
    return _cut(stem, suffix) + suffix


def _cut(stem: str, suffix: str) -> str:
    """As much of the stem as a name has room for."""
    kept = stem[: LONGEST - len(suffix)]
    while len((kept + suffix).encode()) > _BYTES:
        kept = kept[:-1]
    return kept.rstrip(". ") or "_"


def place(
    stored: Path,
    folder: Path,
    name: str,
    *,
    among: tuple[Path, ...] = (),
    counts: Callable[[Path], bool] = lambda _: True,
) -> Housed:
    """Move the file at `stored` into `folder` under a safe form of `name`, never over another file.

    The same content there, or in the folders `among`, stays as it is where it `counts` for the same;
    another file of that name stays too, and the new one gets a number behind its name. Raises CannotWrite.
    """
    try:
        same = _same(stored, (folder, *among), counts)
        if same is not None:
            stored.unlink()
            return Housed(same, already=True)
        made_folder(folder)
        return Housed(_moved(stored, folder, safe_name(name)))
    except OSError as error:
        raise CannotWrite(name, reason=cause(error)) from error


def _same(stored: Path, folders: tuple[Path, ...], counts: Callable[[Path], bool]) -> Path | None:
    """A file in `folders` that holds what the one at `stored` holds."""
    size, digest = stored.stat().st_size, ""
    for path in (path for folder in folders for path in listing(folder).files):
        with suppress(OSError):
            if path.is_file() and path.stat().st_size == size:
                digest = digest or _digest(stored)
                if _digest(path) == digest and counts(path):
                    return path
    return None


def _digest(path: Path) -> str:
    made = hashlib.sha256()
    with path.open("rb") as file:
        while data := file.read(_EXCHANGED):
            made.update(data)
    return made.hexdigest()


def _moved(stored: Path, folder: Path, name: str) -> Path:
    taken = {normalize("NFC", entry.name).casefold() for entry in folder.iterdir()}
    for number in count(1):
        path = folder / _numbered(name, number)
        if path.name.casefold() not in taken and _moved_to(stored, path):
            return path
    raise AssertionError


def _numbered(name: str, number: int) -> str:
    if number == 1:
        return name
    suffix, behind = Path(name).suffix, f" ({number})"
    return _cut(name.removesuffix(suffix), behind + suffix) + behind + suffix


def _moved_to(stored: Path, path: Path) -> bool:
    """Whether the file stands at `path` now, whole; not where another one stood there a moment before."""
    try:
        os.link(stored, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _COPIED:
            raise
        return _copied_to(stored, path)
    stored.unlink()
    return True


def _copied_to(stored: Path, path: Path) -> bool:
    """The same where the system knows no second name of a file, or the folder lies on another disk."""
    beside = path.with_name(f".drafter-{secrets.token_hex(6)}.tmp")
    try:
        shutil.copyfile(stored, beside)
        try:
            path.open("xb").close()  # nobody else takes the name from here on
        except FileExistsError:
            return False
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    stored.unlink()
    return True
