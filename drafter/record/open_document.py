"""OpenDocument: seal and record of an output that another program has turned into .odt or .ods."""

from __future__ import annotations

from lxml import etree

from drafter.opc import open_package, packed, parse

from .carried import carry
from .package import record_of
from .seal import SEAL, sealed_parts

_META = "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_PART = "drafter.txt"  # of no meaning to an office program, which keeps or drops it (ODF 1.3 part 2, 3.2)


def sealed_open_document(data: bytes, *, shown: str, made_of: bytes) -> bytes:
    """The package with the record of what it was `made_of`, and with its seal in a part of its own. Raises
    what opening the two raises."""
    package = open_package(data, shown=shown)
    parts = {name: package.read(name) for name in package.in_order if name != _PART}
    record = record_of(open_package(made_of, shown=shown))
    if record is not None and _META in parts:
        meta = parse(parts[_META], shown=shown, part=_META)
        carry(meta, record)
        parts[_META] = etree.tostring(meta, xml_declaration=True, encoding="UTF-8")
    manifest = parse(parts[_MANIFEST], shown=shown, part=_MANIFEST)
    entry = etree.SubElement(manifest, f"{{{_SPACE}}}file-entry")
    entry.set(f"{{{_SPACE}}}full-path", _PART)
    entry.set(f"{{{_SPACE}}}media-type", "text/plain")
    parts[_MANIFEST] = etree.tostring(manifest, xml_declaration=True, encoding="UTF-8")
    return packed(sealed_parts({**parts, _PART: SEAL.encode()}))
