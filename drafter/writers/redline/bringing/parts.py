"""Parts: the new draft's package being rewritten, and what it takes over of the old one's.

What only deleted words need (pictures, links, styles, lists) is brought along under fresh names,
ids and relationships; what both packages have is used as it is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree

from drafter.errors import MissingPart
from drafter.opc import NAMESPACES, Package, name, parse

from ..names import ID, R_PREFIX, VAL, Element, w
from .lists import abstract_of, copy_list, numbered, same

_REL = name("rel:Relationship")
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES = "[Content_Types].xml"
_OFFICE = NAMESPACES["r"] + "/"
_STYLE_TAGS = tuple(map(w, ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")))
_DROPPED = tuple(
    map(
        w,
        (
            "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
            "proofErr", "permStart", "permEnd",
        ),
    )
)  # fmt: skip
_PARA_ID = re.compile(r"\}(?:paraId|textId)$")
# No prefix: the name of the namespace stands alone, which lxml knows as None.
_PLAIN: Any = {None: NAMESPACES["rel"]}


class EditedPackage:
    """One package: its parts as trees, and their relationships."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main
        self.names = set(package.names)
        self.trees: dict[str, Element] = {}
        self.data: dict[str, bytes] = {}
        self.styles: set[str] | None = None  # those it has, once somebody asked
        self.shapes = 1_000_000  # ids of drawings given so far

    def tree(self, part: str) -> Element:
        if part not in self.trees:
            self.trees[part] = (
                parse(self.data[part], shown=self.package.shown, part=part)
                if part in self.data
                else self.package.xml(part)
            )
        return self.trees[part]

    def raw(self, part: str) -> bytes:
        return self.data[part] if part in self.data else self.package.read(part)

    def relations(self, part: str) -> Element:
        """The relationships of `part`; made where it has none yet (kept once something is added)."""
        rels = rels_name(part)
        if rels not in self.trees and rels not in self.names:
            self.trees[rels] = etree.Element(name("rel:Relationships"), nsmap=_PLAIN)
        return self.tree(rels)

    def relation(self, part: str, key: str) -> Element | None:
        if rels_name(part) not in self.names and rels_name(part) not in self.trees:
            return None
        return next((one for one in self.relations(part).iter(_REL) if one.get("Id") == key), None)

    def target(self, part: str, relation: Element) -> str | None:
        """The part that a relationship of `part` points at, if it is there."""
        if relation.get("TargetMode") == "External":
            return None
        full = posixpath.normpath(
            posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
        ).lstrip("/")
        return full if full in self.names else None

    def related(self, kind: str) -> str | None:
        """The part of `kind` ("footnotes") that the main part relates to."""
        for relation in self.relations(self.main).iter(_REL):
            if relation.get("Type", "").endswith("/" + kind) and (found := self.target(self.main, relation)):
                return found
        return None

    def add(self, part: str, root: Element, content_type: str, relation: str) -> None:
        """A new part, related to the main one. `part` is not there yet."""
        self.trees[part] = root
        self.names.add(part)
        types = self.tree(_TYPES)
        etree.SubElement(types, _CT + "Override", {"PartName": "/" + part, "ContentType": content_type})
        relations = self.relations(self.main)
        used = {one.get("Id") for one in relations.iter(_REL)}
        key = next(f"rId{n}" for n in range(len(used) + 1, 2 * len(used) + 3) if f"rId{n}" not in used)
        etree.SubElement(relations, _REL, {"Id": key, "Type": relation, "Target": "/" + part})
        self.names.add(rels_name(self.main))

    def pointed(self, part: str) -> Callable[[str], bytes]:
        """What a relationship id of `part` leads to, as bytes that can be compared."""

        def read(key: str) -> bytes:
            relation = self.relation(part, key)
            if relation is None:
                return b""
            target = self.target(part, relation)
            return self.raw(target) if target is not None else relation.get("Target", "").encode()

        return read


def body_of(root: Element, side: EditedPackage) -> Element:
    """The `w:body` of a main part. Raises MissingPart."""
    body = root.find(w("body"))
    if body is None:
        raise MissingPart(side.package.shown, part="w:body")
    return body


def highest_id(root: Element) -> int:
    """The highest id that anything in a part has; marks count on from there."""
    numbers = (one.get(ID, "") for one in root.iter() if isinstance(one.tag, str))
    return max((int(number) for number in numbers if number.isdigit() and len(number) < 9), default=0)


def rels_name(part: str) -> str:
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


class Bringing:
    """Brings parts, styles and lists of the old package into the new one."""

    def __init__(self, old: EditedPackage, new: EditedPackage) -> None:
        self.old, self.new = old, new
        self.brought: dict[str, str] = {}  # parts: old name → new name
        self.note: Callable[[str, str], str] = lambda _kind, key: key  # old note's id → the new one's
        self._lists: dict[str, str] = {}
        self._abstracts: dict[str, str] = {}

    def copy(self, element: Element, old_part: str, new_part: str) -> Element:
        """`element` of the old draft, ready to stand in `new_part`."""
        made = deepcopy(element)
        made.tail = None
        for one in list(made.iter(*_DROPPED)):
            parent = one.getparent()
            if parent is not None:
                parent.remove(one)
        for one in made.iter():
            if not isinstance(one.tag, str):
                continue
            local = one.tag.rpartition("}")[2]
            for key in one.attrib:
                if str(key).startswith(R_PREFIX) and local not in ("headerReference", "footerReference"):
                    one.set(key, self.relation(one.get(key, ""), old_part, new_part))
                elif _PARA_ID.search(str(key)):
                    del one.attrib[key]
            if local in ("pStyle", "rStyle", "tblStyle"):
                self.style(one.get(VAL, ""))
            elif local == "numId":
                one.set(VAL, self.list(one.get(VAL, "")))
            elif local in ("footnoteReference", "endnoteReference"):
                one.set(ID, self.note(local[: -len("Reference")] + "s", one.get(ID, "")))
            elif local == "docPr":
                self.new.shapes += 1
                one.set("id", str(self.new.shapes))
        return made

    def relation(self, key: str, old_part: str, new_part: str) -> str:
        """The id in `new_part` of what `key` means in `old_part`; `key` itself where that is nothing."""
        found = self.old.relation(old_part, key)
        if found is None:
            return key
        target = self.old.target(old_part, found)
        kind = found.get("Type", "")
        for one in self.new.relations(new_part).iter(_REL):
            if one.get("Type") != kind:
                continue
            other = self.new.target(new_part, one)
            if target is None and other is None and one.get("Target") == found.get("Target"):
                return one.get("Id", "")
            if target is not None and other is not None and self.old.raw(target) == self.new.raw(other):
                return one.get("Id", "")
        if target is None:
            return self.relate(new_part, kind, found.get("Target", ""), mode=found.get("TargetMode"))
        return self.relate(new_part, kind, "/" + self.part(target))

    def relate(self, part: str, kind: str, target: str, *, mode: str | None = None) -> str:
        """Add a relationship to `part` of the new package; its id."""
        relations = self.new.relations(part)
        used = {one.get("Id") for one in relations.iter(_REL)}
        key = next(f"rId{n}" for n in range(len(used) + 1, 2 * len(used) + 3) if f"rId{n}" not in used)
        one = etree.SubElement(relations, _REL, {"Id": key, "Type": kind, "Target": target})
        if mode:
            one.set("TargetMode", mode)
        self.new.names.add(rels_name(part))
        return key

    def part(self, old_name: str) -> str:
        """Bring a part with all that it relates to; its name in the new package."""
        if old_name in self.brought:
            return self.brought[old_name]
        fresh = self.fresh(old_name)
        self.brought[old_name] = fresh
        self.new.names.add(fresh)
        self.new.data[fresh] = self.old.raw(old_name)
        self.content_type(old_name, fresh)
        if rels_name(old_name) in self.old.names:
            relations = deepcopy(self.old.relations(old_name))
            for one, source in zip(
                relations.iter(_REL), list(self.old.relations(old_name).iter(_REL)), strict=True
            ):
                target = self.old.target(old_name, source)
                if target is not None:
                    one.set("Target", "/" + self.part(target))
            self.new.trees[rels_name(fresh)] = relations
            self.new.names.add(rels_name(fresh))
        return fresh

    def fresh(self, wanted: str) -> str:
        stem, extension = posixpath.splitext(wanted)
        taken = {one.lower() for one in self.new.names}
        found, n = wanted, 1
        while found.lower() in taken:
            found, n = f"{stem}_{n}{extension}", n + 1
        return found

    def content_type(self, old_name: str, fresh: str) -> None:
        kind = _type_of(self.old.tree(_TYPES), old_name)
        types = self.new.tree(_TYPES)
        if kind is not None and _type_of(types, fresh) != kind:
            etree.SubElement(types, _CT + "Override", {"PartName": "/" + fresh, "ContentType": kind})

    def whole(self, kind: str) -> str | None:
        """The new draft's part of `kind`; the old one's brought over where it has none."""
        found = self.new.related(kind)
        if found is None and (source := self.old.related(kind)) is not None:
            found = self.part(source)
            self.relate(self.new.main, _OFFICE + kind, "/" + found)
        return found

    # --- styles and lists ----------------------------------------------------------------

    def style(self, key: str) -> None:
        """See that the new draft has the style, with those it builds on; what it has already stays."""
        if self.new.styles is None:
            part = self.whole("styles")
            self.new.styles = set() if part is None else {
                one.get(w("styleId"), "") for one in self.new.tree(part).iter(w("style"))
            }  # fmt: skip
        source, part = self.old.related("styles"), self.new.related("styles")
        if key in self.new.styles or not key or source is None or part is None:
            return
        self.new.styles.add(key)
        for one in self.old.tree(source).iter(w("style")):
            if one.get(w("styleId")) == key:
                made = deepcopy(one)
                if w("default") in made.attrib:
                    del made.attrib[w("default")]
                for number in made.iter(w("numId")):
                    number.set(VAL, self.list(number.get(VAL, "")))
                self.new.tree(part).append(made)
                for tag in _STYLE_TAGS[3:]:
                    linked = one.find(tag)
                    if linked is not None:
                        self.style(linked.get(VAL, ""))
                return

    def list(self, key: str) -> str:
        """The new draft's number of the old list `key`: an equal one, else a copy."""
        if key in self._lists or key in ("", "0"):
            return self._lists.get(key, key)
        source = self.old.related("numbering")
        if source is None:
            return key
        if self.new.related("numbering") is None:
            self.whole("numbering")
        part = self.new.related("numbering")
        num = numbered(self.old.tree(source), "num", "numId", key)
        if part is None or num is None:
            return key
        tree = self.new.tree(part)
        old_abstract = abstract_of(self.old.tree(source), num)
        for other in tree.iter(w("num")):
            if same(num, other) and same(old_abstract, abstract_of(tree, other)):
                self._lists[key] = other.get(w("numId"), "")
                return self._lists[key]
        self._lists[key] = copy_list(tree, num, old_abstract, self._abstracts)
        return self._lists[key]


def _type_of(types: Element, part: str) -> str | None:
    for one in types.iter(_CT + "Override"):
        if one.get("PartName", "").lower() == "/" + part.lower():
            return one.get("ContentType")
    extension = posixpath.splitext(part)[1].lstrip(".").lower()
    for one in types.iter(_CT + "Default"):
        if one.get("Extension", "").lower() == extension:
            return one.get("ContentType")
    return None
