"""The part: a record as the XML that an office file keeps, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from drafter.opc import storable, unprefixed

from .seal import SEAL
from .values import OutputKind, Record, RecordedRow

if TYPE_CHECKING:
    from drafter.opc import Element

NAMESPACE = "urn:drafter:table:1"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_INPUT, _ROW, _COMMENT = (f"{{{NAMESPACE}}}{local}" for local in ("input", "row", "comment"))


def written(record: Record) -> bytes:
    """The XML of a record, its seal still open."""
    root = unprefixed(f"{{{NAMESPACE}}}{record.kind}")
    root.set("seal", SEAL)
    if record.layout is not None:
        root.set("layout", record.layout)
    if record.lang is not None:
        root.set("lang", record.lang)
    inputs = _below(root, "inputs")
    for path, digest in record.inputs:
        made = etree.SubElement(inputs, _INPUT)
        made.set("path", storable(path))
        made.set("sha256", digest)
    if record.kind is OutputKind.TABLE:
        rows = _below(root, "rows")
        for row in record.rows:
            kept = etree.SubElement(rows, _ROW)
            kept.set("key", row.key)
            if row.mark:
                kept.set("mark", row.mark)
            keys = row.keys or ("",) * len(row.comments)
            for comment, key in zip(row.comments, keys, strict=True):
                named = etree.SubElement(kept, _COMMENT)
                named.text = storable(comment)
                if key:
                    named.set("key", key)
    return _DECLARATION + etree.tostring(root, encoding="UTF-8")


def read(root: Element) -> Record | None:
    """The record that stands in an XML part; None where the part is something else.

    What a later drafter may add is passed over.
    """
    name = etree.QName(root)
    if name.namespace != NAMESPACE or name.localname not in [*OutputKind]:
        return None
    from drafter.model import Layout  # most files have no record

    layout = root.get("layout")
    return Record(
        OutputKind(name.localname),
        tuple((made.get("path", ""), made.get("sha256", "")) for made in root.iter(_INPUT)),
        tuple(_row(row) for row in root.iter(_ROW)),
        Layout(layout) if layout is not None and layout in [*Layout] else None,
        root.get("lang"),
        root.get("seal", "").replace(SEAL, ""),
    )


def _row(row: Element) -> RecordedRow:
    named = [*row.iter(_COMMENT)]
    keys = tuple(key for comment in named if (key := comment.get("key")))
    comments = tuple(comment.text or "" for comment in named)
    return RecordedRow(
        row.get("key", ""), comments, keys if len(keys) == len(named) else (), row.get("mark", "")
    )


def _below(root: Element, local: str) -> Element:
    return etree.SubElement(root, f"{{{NAMESPACE}}}{local}")
