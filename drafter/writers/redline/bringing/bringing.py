"""Bringing: what the new draft's package takes over of the old one's.

What only deleted words need (pictures, links, styles, lists) is brought along under fresh names,
ids and relationships; what both packages have is used as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cached_property

from drafter.opc import OFFICE
from drafter.opc.relationships import RELATIONSHIP

from ..names import (
    ENDNOTE_REF,
    FOOTER_REF,
    FOOTNOTE_REF,
    HEADER_REF,
    ID,
    R_PREFIX,
    VAL,
    Element,
    note_kind,
    parent_of,
    w,
)
from .lists import BroughtLists
from .packages import EditedPackage
from .styles import BroughtStyles

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


class Bringing:
    """Brings parts, styles and lists of the old package into the new one."""

    def __init__(self, old: EditedPackage, new: EditedPackage) -> None:
        self.old, self.new = old, new
        self.brought: dict[str, str] = {}  # parts: old name → new name
        self.note: Callable[[str, str], str] = lambda _kind, key: key  # old note's id → the new one's

    def copy(self, element: Element, old_part: str, new_part: str) -> Element:
        """`element` of the old draft, ready to stand in `new_part`."""
        made = deepcopy(element)
        made.tail = None
        for dropped in list(made.iter(*_DROPPED)):
            if dropped is not made:
                parent_of(dropped).remove(dropped)
        for inner in made.iter():
            if isinstance(inner.tag, str):
                self._adapt(inner, old_part, new_part)
        return made

    def _adapt(self, element: Element, old_part: str, new_part: str) -> None:
        """Make what an element names by id or key mean the same in the new package."""
        for key in element.attrib:
            if str(key).startswith(R_PREFIX) and element.tag not in (HEADER_REF, FOOTER_REF):
                element.set(key, self.relation(element.get(key, ""), old_part, new_part))
            elif _PARA_ID.search(str(key)):
                del element.attrib[key]
        adapt = _NAMING.get(element.tag)
        if adapt is not None:
            adapt(self, element)
        elif element.tag.endswith("}docPr"):
            element.set("id", self.new.next_shape())  # of a drawing

    def relation(self, key: str, old_part: str, new_part: str) -> str:
        """The id in `new_part` of what `key` means in `old_part`; `key` itself where that is nothing."""
        found = self.old.relation(old_part, key)
        if found is None:
            return key
        for other in self.new.relations(new_part).iter(RELATIONSHIP):
            if other.get("Type") == found.get("Type") and self._leads_alike(found, old_part, other, new_part):
                return other.get("Id", "")
        target, kind = self.old.target(old_part, found), found.get("Type", "")
        if target is None:
            external = found.get("TargetMode") == "External"
            return self.new.relate(new_part, kind, found.get("Target", ""), external=external)
        return self.new.relate(new_part, kind, "/" + self.part(target))

    def _leads_alike(self, old: Element, old_part: str, new: Element, new_part: str) -> bool:
        """Whether two relationships lead to equal parts, or both to the same address."""
        before, after = self.old.target(old_part, old), self.new.target(new_part, new)
        if before is None or after is None:
            return before is after and old.get("Target") == new.get("Target")
        return self.old.raw(before) == self.new.raw(after)

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
        """See that the new draft has the style of the old one."""
        if self._styles is not None:
            self._styles.bring(key)

    def list(self, key: str) -> str:
        """The new draft's number of the old list `key`: of an equal one, else of a copy."""
        if key in ("", "0") or self._lists is None:
            return key
        return self._lists.number(key)

    @cached_property
    def _styles(self) -> BroughtStyles | None:
        trees = self._trees("styles")
        return None if trees is None else BroughtStyles(*trees, self.new.styles, self.list)

    @cached_property
    def _lists(self) -> BroughtLists | None:
        trees = self._trees("numbering")
        return None if trees is None else BroughtLists(*trees)

    def _trees(self, kind: str) -> tuple[Element, Element] | None:
        """The parts of a kind of both packages; None where the old one has none."""
        source = self.old.related(kind)
        part = self.whole(kind)
        return None if source is None or part is None else (self.old.tree(source), self.new.tree(part))


def _name_style(bringing: Bringing, element: Element) -> None:
    bringing.style(element.get(VAL, ""))


def _name_list(bringing: Bringing, element: Element) -> None:
    element.set(VAL, bringing.list(element.get(VAL, "")))


def _name_note(bringing: Bringing, element: Element) -> None:
    element.set(ID, bringing.note(note_kind(element), element.get(ID, "")))


_NAMING: Mapping[str, Callable[[Bringing, Element], None]] = {
    **dict.fromkeys(map(w, ("pStyle", "rStyle", "tblStyle")), _name_style),
    w("numId"): _name_list,
    **dict.fromkeys((FOOTNOTE_REF, ENDNOTE_REF), _name_note),
}
