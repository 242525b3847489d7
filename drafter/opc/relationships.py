"""Relationships: from a part to another or to an address, under ids of that part (ISO 29500-2 6.5)."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count

from lxml import etree

from .names import Element, name
from .xml import unprefixed

RELATIONSHIP = name("rel:Relationship")


@dataclass(frozen=True, slots=True)
class Relationship:
    """From one part to another; `target` is a part's name, or an address where `external`."""

    kind: str  # the last piece of the type: "styles", "footnotes", "image"
    target: str
    external: bool


def rels_name(part: str) -> str:
    """The part that holds the relationships of `part`; those of the package itself for `""`."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def full_target(element: Element, part: str) -> str | None:
    """The name of the part that a `Relationship` element of `part` points at; None for an address."""
    if element.get("TargetMode") == "External":
        return None
    target = posixpath.join("/", posixpath.dirname(part), element.get("Target", ""))
    return posixpath.normpath(target).lstrip("/")


def read_relationship(element: Element, part: str) -> Relationship:
    """A `Relationship` element of `part` as a value."""
    kind, target = element.get("Type", "").rsplit("/", 1)[-1], full_target(element, part)
    if target is None:
        return Relationship(kind, element.get("Target", ""), external=True)
    return Relationship(kind, target, external=False)


def no_relationships() -> Element:
    """The root of a part of relationships that has none yet."""
    return unprefixed(name("rel:Relationships"))


def relate(relationships: Element, kind: str, target: str, *, external: bool = False) -> str:
    """Add a relationship of the whole type `kind` under the first free id after the last; that id."""
    used = {element.get("Id") for element in relationships.iter(RELATIONSHIP)}
    key = _free_id(used)
    made = etree.SubElement(relationships, RELATIONSHIP, {"Id": key, "Type": kind, "Target": target})
    if external:
        made.set("TargetMode", "External")
    return key


def _free_id(used: Collection[str | None]) -> str:
    return next(key for number in count(len(used) + 1) if (key := f"rId{number}") not in used)
