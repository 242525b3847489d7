"""Prefixes: which namespaces a reader may ignore, those of both drafts."""

from __future__ import annotations

from typing import Any

from lxml import etree

from drafter.opc import NAMESPACES

from ..names import IGNORABLE, Element


def with_prefixes(new: Element, old: Element) -> Element:
    """The new root with the old one's ignorable prefixes declared too: its elements may stand here then."""
    wanted = old.get(IGNORABLE, "").split()
    have = new.get(IGNORABLE, "").split()
    extra = [
        prefix
        for prefix in wanted
        if prefix not in have and old.nsmap.get(prefix) and new.nsmap.get(prefix) in (None, old.nsmap[prefix])
    ]
    if not extra:
        return new
    nsmap: Any = {**{p: old.nsmap[p] for p in extra}, "mc": NAMESPACES["mc"], **new.nsmap}
    made = etree.Element(new.tag, nsmap=nsmap)
    made.attrib.update(new.attrib)
    made.set(IGNORABLE, " ".join([*have, *extra]))
    made.extend(list(new))
    return made
