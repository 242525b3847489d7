"""Folders: which of their files count, and in what order."""

from __future__ import annotations

import os
import re
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import cause
from drafter.language.natural import natural

# What systems and programs leave in folders: owner files of Word and LibreOffice, thumbnails.
_LITTER = re.compile(r"~\$.*|\..*|thumbs\.db|desktop\.ini|.*\.(tmp|bak|crdownload|part)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refused:
    """A folder that the system does not let one look into, and why: a `Cause`, or its own words."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder and its subfolders, in natural order (2 before 10).

    `files` is all that is no folder, whether it can be read or not: broken links and pipes too.
    `passed_over`: the litter among it.
    """

    files: tuple[Path, ...]
    refused: tuple[Refused, ...]
    passed_over: tuple[Path, ...] = ()


def listing(root: Path, *, litter: bool = False) -> Listing:
    """What lies under `root`, litter only where it is asked for; nothing where there is no such folder.

    Links to folders are followed; no folder is gone through twice.
    """
    files: list[Path] = []
    refused: list[Refused] = []
    passed_over: list[Path] = []
    seen: set[tuple[int, int]] = set()
    pending = deque([root])
    while pending:
        folder = pending.popleft()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                found = list(entries)
        except OSError as error:
            if os.path.lexists(folder):
                refused.append(Refused(folder, cause(error)))
            continue
        for entry in found:
            path = folder / entry.name
            if not litter and _LITTER.fullmatch(entry.name):
                passed_over.extend([path] if entry.is_file() else [])
            elif not _is_folder(entry):
                files.append(path)
            elif entry.is_symlink():
                pending.append(path)  # after the folders themselves
            else:
                pending.appendleft(path)
    return Listing(
        tuple(sorted(files, key=lambda path: natural(path.relative_to(root).as_posix()))),
        tuple(sorted(refused, key=lambda each: natural(each.path.as_posix()))),
        tuple(sorted(passed_over, key=lambda path: natural(path.relative_to(root).as_posix()))),
    )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: the reading of it says so
        return False
