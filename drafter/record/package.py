"""Records in packages: kept by Word and Excel under whatever name they give, and shown by neither."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.opc import packed, parse
from drafter.opc.custom import with_custom_part

from . import part
from .carried import carried
from .seal import sealed_parts

if TYPE_CHECKING:
    from drafter.opc import Package

    from .values import Record

PART = "customXml/drafter.xml"
_ITEM = "{6A0C1B52-8F0E-4F6A-9B0B-5D2E7C3A9F10}"


def recorded(parts: Mapping[str, bytes], record: Record, *, owner: str) -> bytes:
    """The package of these parts with its record, related to the main part `owner`; sealed and packed.

    A record that stands there already, since the parts are those of an earlier output, gives way.
    """
    data = part.written(record)
    known = next((name for name, content in parts.items() if _recorded_in(name, content) is not None), None)
    if known is None:
        whole = with_custom_part(parts, PART, data, owner=owner, item=_ITEM)
    else:  # as the last part, where its seal is sought
        whole = {name: content for name, content in parts.items() if name != known} | {known: data}
    return packed(sealed_parts(whole))


def record_of(package: Package) -> Record | None:
    """What a table or redline remembers, edited since or not; None for a file that drafter did not write.

    Raises DamagedFile or UnsafeFile.
    """
    found = (_recorded_in(name, package.read(name)) for name in package.in_order if _is_custom(name))
    kept = next((record for record in found if record is not None), None)
    return carried(package) if kept is None else kept


def _is_custom(name: str) -> bool:
    """Word saves a custom part under a name of its own, `customXml/item1.xml`."""
    return name.startswith("customXml/") and name.endswith(".xml")


def _recorded_in(name: str, data: bytes) -> Record | None:
    if not _is_custom(name) or part.NAMESPACE.encode() not in data:
        return None
    try:
        return part.read(parse(data, shown=name, part=name))
    except DrafterError:  # somebody else's, and broken: it stays as it is
        return None
