"""Printing: an Office file as the pages of paper that it makes, by LibreOffice where that is installed."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass

from ..intake.office import LibreOffice, office
from ..intake.programs import run

_PAGE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Printer:
    """The programs at hand: `office` makes a PDF, `pictures` and `facts` pictures of its pages; None where it
    is not installed."""

    office: LibreOffice | None = None
    pictures: str | None = None
    facts: str | None = None

    @property
    def shows_pages(self) -> bool:
        """Whether pages can be shown as pictures."""
        return self.pictures is not None and self.facts is not None


def printer() -> Printer:
    """What this computer has."""
    return Printer(office(), shutil.which("pdftoppm"), shutil.which("pdfinfo"))


def printed(printer: Printer, data: bytes, suffix: str = ".docx") -> bytes | None:
    """The PDF of an Office file; None where none came of it within the time that it may take."""
    return None if printer.office is None else printer.office.converted([data], suffix, "pdf")[0]


def page_count(printer: Printer, pdf: bytes) -> int:
    """How many pages a PDF has; 0 where nobody can say."""
    if printer.facts is None:
        return 0
    told = run([printer.facts, "-"], _PAGE_SECONDS, given=pdf)
    found = re.search(rb"^Pages:\s*(\d+)", told or b"", re.MULTILINE)
    return int(found[1]) if found else 0


def page_picture(printer: Printer, pdf: bytes, page: int, dpi: int) -> bytes | None:
    """A page of a PDF, counted from 1, as PNG; None where there is no such page."""
    if printer.pictures is None:
        return None
    wanted = [printer.pictures, "-f", str(page), "-l", str(page), "-r", str(dpi), "-png", "-singlefile", "-"]
    return run(wanted, _PAGE_SECONDS, given=pdf) or None
