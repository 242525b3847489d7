"""What is installed here of what drafter can make use of."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from .. import __version__
from ..intake.office import office
from ..intake.paper import tesseract
from ..intake.programs import apart, run
from ..model import InstalledPart, PartName, PartNeed

_SECONDS = 20.0  # that a program may take to say its version
_FONTS = ("times", "liberationserif", "liberation serif")  # as files or names


def installed() -> tuple[InstalledPart, ...]:
    """Every part, in the order of `PartName`."""
    return tuple(InstalledPart(name, need, find()) for name, (need, find) in _PARTS.items())


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _office(library: str) -> Callable[[], str | None]:
    """LibreOffice's version, where its part in `library` is there: packages may leave one out."""

    def find() -> str | None:
        found = office()
        if found is None:
            return None
        folder = Path(found.program).resolve().parent
        if not any(folder.glob(f"*{library}*")) and not any(
            (folder.parent / "Frameworks").glob(f"*{library}*")
        ):
            return None
        told = run([found.program, "--version"], _SECONDS) or b""
        return told.decode("utf-8", "replace").strip() or found.program

    return find


def _tesseract() -> str | None:
    found = tesseract.program()
    return None if found is None else str(found)


def _poppler() -> str | None:
    return shutil.which("pdftoppm") and shutil.which("pdfinfo")


def _fonts() -> str | None:
    """A font with the letters of Vietnamese in which official texts are set, or one of its measures."""
    windows = os.environ.get("WINDIR")
    if windows is not None:
        found = Path(windows, "Fonts", "times.ttf")
        return str(found) if found.is_file() else None
    program = shutil.which("fc-list")
    told = run([program, ":lang=vi", "family"], _SECONDS) if program else None
    families = sorted(
        {line.partition(",")[0] for line in (told or b"").decode("utf-8", "replace").splitlines()}
    )
    return next((family for family in families if family.lower().startswith(_FONTS)), None)


def _fence() -> str | None:
    found = apart()
    return found[0] if found else None


def _package(name: str) -> Callable[[], str | None]:
    def find() -> str | None:
        if find_spec(name) is None:
            return None
        try:
            return version(name)
        except PackageNotFoundError:
            return name

    return find


_PARTS: dict[PartName, tuple[PartNeed, Callable[[], str | None]]] = {
    PartName.PYTHON: (PartNeed.REQUIRED, _python),
    PartName.DRAFTER: (PartNeed.REQUIRED, lambda: __version__),
    PartName.WRITER: (PartNeed.USEFUL, _office("swlo")),
    PartName.CALC: (PartNeed.USEFUL, _office("sclo")),
    PartName.TESSERACT: (PartNeed.USEFUL, _tesseract),
    PartName.POPPLER: (PartNeed.USEFUL, _poppler),
    PartName.FONTS: (PartNeed.USEFUL, _fonts),
    PartName.FENCE: (PartNeed.OPTIONAL, _fence),
    PartName.POSTGRES: (PartNeed.OPTIONAL, _package("psycopg")),
    PartName.MCP: (PartNeed.OPTIONAL, _package("mcp")),
}
