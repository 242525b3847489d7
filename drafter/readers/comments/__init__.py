"""Comment files: every form that offices send → `Sheet`, a neutral form for the analyses.

    Góp ý của Sở Tài chính.docx, phieu-gop-y.xlsx, gop-y.csv, gop-y.md, gop-y.txt → Sheet

The suffix chooses the reader; what the file really holds decides whether it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from drafter.errors import CannotRead, EmptyFile, NotFound, UnknownSuffix, Vanished, cause
from drafter.language.natural import natural
from drafter.model import Sheet

from . import csv, docx, markdown, spreadsheet, text

__all__ = ["comment_files", "ignored", "read_comment_file"]

READERS: dict[str, Callable[[Path, str], Sheet]] = {
    ".docx": docx.read,
    ".docm": docx.read,
    ".doc": docx.read,  # some are zip packages inside; a true one is refused with its remedy
    ".xlsx": spreadsheet.read,
    ".xlsm": spreadsheet.read,
    ".csv": csv.read,
    ".tsv": csv.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".txt": text.read,
}

# What systems and programs leave in folders: owner files of Word and LibreOffice, thumbnails.
_LITTER = re.compile(r"~\$.*|\..*|thumbs\.db|desktop\.ini|.*\.(tmp|bak|crdownload|part)", re.IGNORECASE)


def ignored(path: Path, root: Path) -> bool:
    """Whether `path` is litter, or lies in a hidden folder: `~$gop-y.docx`, `Thumbs.db`, `.git/x`."""
    return any(_LITTER.fullmatch(part) for part in path.relative_to(root).parts)


def comment_files(root: Path) -> tuple[Path, ...]:
    """All files under `root`, subfolders too, litter left out, in natural order (2 before 10)."""
    found = (path for path in root.rglob("*") if path.is_file() and not ignored(path, root))
    return tuple(sorted(found, key=lambda path: natural(path.relative_to(root).as_posix())))


def read_comment_file(path: Path, *, root: Path) -> Sheet:
    """What `path` holds; `Sheet.path` is relative to `root`, with slashes.

    Raises a DrafterError for what cannot be used: missing, empty, unknown suffix, damaged,
    binary. Whether there is a comment in it is for the analyses to say.
    """
    reader = READERS.get(path.suffix.lower())
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    try:
        size = path.stat().st_size
        if reader is None:
            raise UnknownSuffix(shown, known=spreadsheet.KNOWN)
        if not size:
            raise EmptyFile(shown)
        return reader(path, shown)
    except FileNotFoundError as error:
        raise (Vanished(shown) if path.parent.is_dir() else NotFound(shown)) from error
    except OSError as error:
        raise CannotRead(shown, reason=cause(error)) from error
