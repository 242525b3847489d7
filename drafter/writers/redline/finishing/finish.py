"""Finishing: the parts of the new package, macros left out."""

from __future__ import annotations

import re

from drafter.opc.content_types import OVERRIDE, TYPES

from ..bringing.packages import EditedPackage

_MACROS = re.compile(r"(?:^|/)vba[^/]*\.(?:bin|xml)(?:\.rels)?$", re.IGNORECASE)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def finished(side: EditedPackage) -> dict[str, bytes]:
    """Every part of the package by name; content types first."""
    macros = {part for part in side.names if _MACROS.search(part)}
    if macros:
        side.leave_out(macros)
        for override in side.tree(TYPES).iter(OVERRIDE):
            if override.get("PartName", "").lstrip("/") == side.main:
                override.set("ContentType", _DOCX)
    return side.parts()
