"""Comment forms for agencies: Word with content controls, Excel with drop-downs; each row with its key."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import UnknownFormat
from drafter.model import CommentForm
from drafter.writers.forms.docx import form_docx
from drafter.writers.forms.xlsx import form_xlsx

_WRITERS = {".docx": form_docx, ".xlsx": form_xlsx}


def form_format(path: Path) -> str:
    """The format that an output's suffix says. Raises UnknownFormat."""
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        raise UnknownFormat(path, known=" ".join(_WRITERS))
    return suffix


def form_bytes(form: CommentForm, format: str, lang: str) -> bytes:
    """The form as a sealed file. Equal for equal drafts."""
    return _WRITERS[format](form, lang)
