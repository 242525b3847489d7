"""Tesseract: where the program is that recognises text, if it is installed and knows Vietnamese."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

LANGUAGE = "vie"
# Where its installer for Windows puts it, which sets no path.
_FOLDERS = (
    ("PROGRAMFILES", "Tesseract-OCR"),
    ("PROGRAMFILES(X86)", "Tesseract-OCR"),
    ("LOCALAPPDATA", "Programs/Tesseract-OCR"),
    ("LOCALAPPDATA", "Tesseract-OCR"),
)


@cache
def program() -> Path | None:
    """Tesseract with Vietnamese; None where it is not installed."""
    found = shutil.which("tesseract")
    places = [Path(found)] if found else []
    for name, folder in _FOLDERS:
        if (home := os.environ.get(name)) is not None:
            places.append(Path(home, folder, "tesseract.exe"))
    return next((place for place in places if place.is_file() and _speaks(place)), None)


def _speaks(place: Path) -> bool:
    """Whether a Tesseract knows Vietnamese."""
    try:
        told = subprocess.run(  # noqa: S603 a program that was looked for, no shell
            [str(place), "--list-langs"],
            capture_output=True,
            timeout=20,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in (told.stdout + told.stderr).decode("utf-8", "replace").split()
