"""Documents: what python-docx has made, as parts that are packed once."""

from __future__ import annotations

from docx.document import Document

from drafter.opc.content_types import TYPES, types_of

from .application import APPLICATION
from .grid import LateGrid


def parts_of(document: Document, late: LateGrid | None = None) -> dict[str, bytes]:
    """Every part of a document by name, content types first; `late`: a table of it that is no tree."""
    package = document.part.package
    made: dict[str, bytes] = {TYPES: b"", "_rels/.rels": package.rels.xml}
    kinds: dict[str, str] = {}
    for part in package.iter_parts():
        name = part.partname.membername
        made[name], kinds[name] = part.blob, part.content_type
        if len(part.rels):
            made[part.partname.rels_uri.membername] = part.rels.xml
    made[TYPES] = types_of(kinds)
    if late is not None:
        name = document.part.partname.membername
        before, _, behind = made[name].partition(late.place)
        made[name] = before + late.xml + behind
    if "docProps/app.xml" in made:  # a document that another program made may have none
        made["docProps/app.xml"] = APPLICATION
    return made
