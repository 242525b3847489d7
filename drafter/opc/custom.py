"""Custom XML parts: what an office file keeps for a program, and shows to nobody."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from .content_types import TYPES, add_content_type
from .names import OFFICE, Element
from .relationships import RELATIONSHIP, no_relationships, relate, rels_name
from .xml import parse, serialised

_KIND = OFFICE + "customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def with_custom_part(
    parts: Mapping[str, bytes], part: str, data: bytes, *, owner: str, item: str
) -> dict[str, bytes]:
    """`parts` with `data` as the custom part `part`, related to the main part `owner`.

    `item` is its id, a GUID in braces. With it comes what ISO 29500-1 15.2.6 asks for: properties, and the
    way to them.
    """
    made = dict(parts)
    folder, file = posixpath.split(part)
    properties = f"itemProps{posixpath.splitext(file)[0].capitalize()}.xml"
    types = _tree(made, TYPES)
    add_content_type(types, part, "application/xml")
    add_content_type(types, f"{folder}/{properties}", _PROPERTIES)
    made[TYPES] = serialised(types)
    relationships = _tree(made, rels_name(owner)) if rels_name(owner) in made else no_relationships()
    if not any(known.get("Target") == f"/{part}" for known in relationships.iter(RELATIONSHIP)):
        relate(relationships, _KIND, f"/{part}")
    made[rels_name(owner)] = serialised(relationships)
    to_properties = no_relationships()
    relate(to_properties, OFFICE + "customXmlProps", properties)
    made[rels_name(part)] = serialised(to_properties)
    made[f"{folder}/{properties}"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        f'<ds:datastoreItem ds:itemID="{item}" xmlns:ds="{_STORE}"><ds:schemaRefs/></ds:datastoreItem>'
    ).encode()
    made[part] = data
    return made


def _tree(parts: Mapping[str, bytes], part: str) -> Element:
    return parse(parts[part], shown=part, part=part)
