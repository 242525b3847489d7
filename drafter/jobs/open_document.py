"""Outputs as OpenDocument, for whoever has no Word: made for Word or Excel, and turned by LibreOffice."""

from __future__ import annotations

from pathlib import Path

from ..errors import CannotWrite, Cause, OutputNeedsOffice

# Suffix → that of the format it is made of, and the filter that writes it.
_MADE_OF = {".odt": (".docx", "odt:writer8"), ".ods": (".xlsx", "ods:calc8")}
SUFFIXES = tuple(_MADE_OF)


def made_of(path: Path) -> Path:
    """The name of what an output is made of: `bang.odt` is made of `bang.docx`; else its own."""
    suffix = path.suffix.lower()
    return path.with_suffix(_MADE_OF[suffix][0]) if suffix in _MADE_OF else path


def check_office(*paths: Path) -> None:
    """Raises OutputNeedsOffice where an output is OpenDocument and LibreOffice is not installed."""
    from ..intake.office import office

    for path in paths:
        if path.suffix.lower() in _MADE_OF and office() is None:
            raise OutputNeedsOffice(path, wanted=_MADE_OF[path.suffix.lower()][0])


def as_named(path: Path, data: bytes) -> bytes:
    """What is written at `path`: `data`, or the OpenDocument file that is made of it, sealed.

    Raises OutputNeedsOffice; CannotWrite where nothing came of it.
    """
    from ..intake.office import office
    from ..record import sealed_open_document

    made = _MADE_OF.get(path.suffix.lower())
    if made is None:
        return data
    check_office(path)
    program = office()
    assert program is not None
    (turned,) = program.converted([data], *made)
    if turned is None:
        raise CannotWrite(path, reason=Cause.NOT_CONVERTED)
    return sealed_open_document(turned, shown=path.as_posix(), made_of=data)
