"""Rewriting: a package being changed; its parts as trees, what they relate to, and the parts to pack."""

from __future__ import annotations

import posixpath
from copy import deepcopy

from .content_types import OVERRIDE, TYPES, add_content_type, content_type, guessed_types
from .names import Element, name
from .package import Package
from .relationships import RELATIONSHIP, full_target, no_relationships, relate, rels_name
from .xml import STRICT, parse, serialised

_CONFORMANCE = name("w:conformance")


class Rewriting:
    """One package being rewritten; the opened one stays as it is.

    `trees` holds the parts that were looked into, and may be changed; all others are packed as they came.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main
        self.names = set(package.names)
        self.trees: dict[str, Element] = {}
        self._data: dict[str, bytes] = {}  # parts taken from other packages

    def tree(self, part: str) -> Element:
        """The root of `part`. Raises MissingPart, DamagedFile or UnsafeFile."""
        if part == TYPES and part not in self.trees and part not in self.names:
            self.trees[part] = self._lost_types()
            self.names.add(part)
        elif part not in self.trees:
            self.trees[part] = (
                parse(self._data[part], shown=self.package.shown, part=part)
                if part in self._data
                else self.package.xml(part)
            )
        return self.trees[part]

    def _lost_types(self) -> Element:
        """The content types of a package that has none, from what relates to what."""
        package, related = self.package, {self.main: "officeDocument"}
        owners = ("", *(part for part in package.in_order if rels_name(part) in package.names))
        for owner in owners:
            for relation in package.relationships(owner).values():
                if not relation.external:
                    related.setdefault(relation.target, relation.kind)
        there = {part: kind for part, kind in related.items() if part in self.names}
        return guessed_types(there, package.in_order)

    def raw(self, part: str) -> bytes:
        """The bytes of `part` as it came."""
        return self._data[part] if part in self._data else self.package.read(part)

    # --- relationships -------------------------------------------------------------------

    def relations(self, part: str) -> Element:
        """The relationships of `part`; made where it has none yet (kept once something is added)."""
        rels = rels_name(part)
        if rels not in self.trees and rels not in self.names:
            self.trees[rels] = no_relationships()
        return self.tree(rels)

    def relation(self, part: str, key: str) -> Element | None:
        """The relationship of `part` under the id `key`."""
        if rels_name(part) not in self.names and rels_name(part) not in self.trees:
            return None
        relations = self.relations(part).iter(RELATIONSHIP)
        return next((relation for relation in relations if relation.get("Id") == key), None)

    def target(self, part: str, relation: Element) -> str | None:
        """The part that a relationship of `part` points at, if it is there."""
        full = full_target(relation, part)
        return full if full in self.names else None

    def related(self, kind: str) -> str | None:
        """The part of `kind` ("footnotes") that the main part relates to."""
        for relation in self.relations(self.main).iter(RELATIONSHIP):
            if relation.get("Type", "").endswith("/" + kind) and (found := self.target(self.main, relation)):
                return found
        return None

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """Add a relationship of the whole type `kind` to `part`; its id."""
        self.names.add(rels_name(part))
        return relate(self.relations(part), kind, target, external=external)

    # --- parts ---------------------------------------------------------------------------

    def add(self, part: str, root: Element, kind: str, relation: str) -> None:
        """A new part of the content type `kind`, related to the main one. `part` is not there yet."""
        self.trees[part] = root
        self.names.add(part)
        add_content_type(self.tree(TYPES), part, kind)
        self.relate(self.main, relation, f"/{part}")

    def take(self, other: Rewriting, part: str, taken: dict[str, str]) -> str:
        """Take a part of another package with all that it relates to; its name here.

        `taken`, their names → ours, holds what was taken before, and gains what is taken now.
        """
        if part in taken:
            return taken[part]
        fresh = taken[part] = self.fresh(part)
        self.names.add(fresh)
        self._data[fresh] = other.raw(part)
        kind = content_type(other.tree(TYPES), part)
        if kind is not None:
            add_content_type(self.tree(TYPES), fresh, kind)
        if rels_name(part) in other.names:
            theirs = other.relations(part)
            ours = deepcopy(theirs)
            for relation, source in zip(ours.iter(RELATIONSHIP), theirs.iter(RELATIONSHIP), strict=True):
                target = other.target(part, source)
                if target is not None:
                    relation.set("Target", f"/{self.take(other, target, taken)}")
            self.trees[rels_name(fresh)] = ours
            self.names.add(rels_name(fresh))
        return fresh

    def fresh(self, wanted: str) -> str:
        """A name like `wanted` that no part has; case does not count."""
        stem, extension = posixpath.splitext(wanted)
        taken = {part.lower() for part in self.names}
        found, number = wanted, 1
        while found.lower() in taken:
            found, number = f"{stem}_{number}{extension}", number + 1
        return found

    def leave_out(self, parts: set[str]) -> None:
        """Take parts out, with what says their type and what relates to them."""
        types = self.tree(TYPES)
        for override in list(types.iter(OVERRIDE)):
            if override.get("PartName", "").lstrip("/") in parts:
                types.remove(override)
        for rels in [part for part in self.names if part.endswith(".rels") and part not in parts]:
            folder, file = posixpath.split(rels)
            owner = posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])
            tree = self.tree(rels)
            for relation in list(tree.iter(RELATIONSHIP)):
                if full_target(relation, owner) in parts:
                    tree.remove(relation)
        self.names -= parts
        for part in parts:
            self.trees.pop(part, None)

    def parts(self) -> dict[str, bytes]:
        """Every part by name: content types first, then as they stood, then new ones; all transitional."""
        self.tree(TYPES)
        order = [*self.package.in_order]
        order += sorted((self.names | set(self.trees)) - set(order))
        out: dict[str, bytes] = {}
        for part in sorted(order, key=lambda entry: entry != TYPES):
            if part in self.trees:
                if part in self.names or len(self.trees[part]):
                    out[part] = _transitional(self.trees[part])
            elif part in self.names:
                data = self.raw(part)
                strict = STRICT in data and part.endswith((".xml", ".rels"))
                # Parsing turns strict names into transitional ones.
                out[part] = _transitional(self.tree(part)) if strict else data
        return out


def _transitional(root: Element) -> bytes:
    """A strict document says so on its root; what is written is transitional."""
    root.attrib.pop(_CONFORMANCE, "")
    return serialised(root)
