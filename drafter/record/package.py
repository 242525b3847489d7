"""Records in packages: kept by Word and Excel under whatever name they give, and shown by neither."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.opc import Package, packed
from drafter.opc.custom import with_custom_part

from . import part
from .seal import sealed_parts
from .values import Record

PART = "customXml/drafter.xml"
_ITEM = "{6A0C1B52-8F0E-4F6A-9B0B-5D2E7C3A9F10}"


def recorded(parts: Mapping[str, bytes], record: Record, *, owner: str) -> bytes:
    """The package of these parts with its record, related to the main part `owner`; sealed and packed."""
    whole = with_custom_part(parts, PART, part.written(record), owner=owner, item=_ITEM)
    return packed(sealed_parts(whole))


def record_of(package: Package) -> Record | None:
    """What a table or redline remembers, edited since or not; None for a file that drafter did not write.

    Word saves a custom part under a name of its own, `customXml/item1.xml`. Raises DamagedFile, UnsafeFile.
    """
    for name in package.in_order:
        if name.startswith("customXml/") and name.endswith(".xml"):
            data = package.read(name)
            if part.NAMESPACE.encode() in data and (found := part.read(package.xml(name))) is not None:
                return found
    return None
