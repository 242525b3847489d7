"""Folders: which of their files count, and in what order."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.language.natural import natural

# What systems and programs leave in folders: owner files of Word and LibreOffice, thumbnails.
_LITTER = re.compile(r"~\$.*|\..*|thumbs\.db|desktop\.ini|.*\.(tmp|bak|crdownload|part)", re.IGNORECASE)


def ignored(path: Path, root: Path) -> bool:
    """Whether `path` is litter, or lies in a hidden folder: `~$gop-y.docx`, `Thumbs.db`, `.git/x`."""
    return any(_LITTER.fullmatch(part) for part in path.relative_to(root).parts)


def files_under(root: Path) -> tuple[Path, ...]:
    """All files under `root`, subfolders too, litter left out, in natural order (2 before 10)."""
    found = (path for path in root.rglob("*") if path.is_file() and not ignored(path, root))
    return tuple(sorted(found, key=lambda path: natural(path.relative_to(root).as_posix())))
