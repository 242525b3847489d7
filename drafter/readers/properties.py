"""What a file's properties say of who made it; damaged ones say nothing."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.opc import Package

_FIELDS = (("docProps/app.xml", "Company"), ("docProps/core.xml", "creator"))


def issuer(package: Package) -> str | None:
    """The company, else the author."""
    for part, field in _FIELDS:
        if part in package.names and (found := _first(package, part, field)) is not None:
            return found
    return None


def _first(package: Package, part: str, field: str) -> str | None:
    try:
        root = package.xml(part)
    except DrafterError:
        return None
    texts = (element.text.strip() for element in root.iter(f"{{*}}{field}") if element.text)
    return next((text for text in texts if text), None)
