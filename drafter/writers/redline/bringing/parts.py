"""Parts: the new draft's package being rewritten, and what it takes over of the old one's.

What only deleted words need (pictures, links, styles, lists) is brought along under fresh names,
ids and relationships; what both packages have is used as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

from drafter.errors import MissingPart
from drafter.opc import OFFICE, Package, Rewriting
from drafter.opc.relationships import RELATIONSHIP

from ..names import ID, R_PREFIX, VAL, Element, w
from .lists import abstract_of, copy_list, numbered, same

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


class EditedPackage(Rewriting):
    """One package of the pair: the draft being rewritten, or the one that words are taken from."""

    def __init__(self, package: Package) -> None:
        super().__init__(package)
        self.styles: set[str] | None = None  # those it has, once somebody asked
        self.shapes = 1_000_000  # ids of drawings given so far

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
        for one in self.new.relations(new_part).iter(RELATIONSHIP):
            if one.get("Type") != kind:
                continue
            other = self.new.target(new_part, one)
            if target is None and other is None and one.get("Target") == found.get("Target"):
                return one.get("Id", "")
            if target is not None and other is not None and self.old.raw(target) == self.new.raw(other):
                return one.get("Id", "")
        if target is None:
            external = found.get("TargetMode") == "External"
            return self.new.relate(new_part, kind, found.get("Target", ""), external=external)
        return self.new.relate(new_part, kind, "/" + self.part(target))

    def part(self, old_name: str) -> str:
        """Bring a part with all that it relates to; its name in the new package."""
        return self.new.take(self.old, old_name, self.brought)

    def whole(self, kind: str) -> str | None:
        """The new draft's part of `kind`; the old one's brought over where it has none."""
        found = self.new.related(kind)
        if found is None and (source := self.old.related(kind)) is not None:
            found = self.part(source)
            self.new.relate(self.new.main, OFFICE + kind, "/" + found)
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
