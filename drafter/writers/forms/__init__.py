"""Comment forms for agencies: Word with content controls, Excel with drop-downs; each row with its key."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import UnknownFormat
from drafter.model import CommentForm
from drafter.writers.forms.docx import form_docx
from drafter.writers.forms.iso import iso_docx, iso_xlsx
from drafter.writers.forms.xlsx import form_xlsx

_WRITERS = {
    (".docx", False): form_docx, (".xlsx", False): form_xlsx,
    (".docx", True): iso_docx, (".xlsx", True): iso_xlsx,
}  # fmt: skip
_SUFFIXES = (".docx", ".xlsx")


def form_format(path: Path) -> str:
    """The format that an output's suffix says. Raises UnknownFormat."""
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        raise UnknownFormat(path, known=" ".join((*_SUFFIXES, ".odt", ".ods")))
    return suffix


def form_bytes(form: CommentForm, format: str, lang: str, *, iso: bool = False) -> bytes:
    """The form as a sealed file, our own or that of ISO/IEC. Equal for equal drafts."""
    return _WRITERS[format, iso](form, lang)
