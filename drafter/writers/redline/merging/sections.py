"""Sections: headers and footers compared by the sections that show them; lost ones are brought along."""

from __future__ import annotations

from lxml import etree

from drafter.opc import OFFICE

from ..bringing.parts import Bringing
from ..names import DEL, FOOTER_REF, HEADER_REF, INS, R_PREFIX, SECTPR, TYPE, Element
from ..reading.accepted import accept
from .blocks import merge_blocks
from .notes import unmark_last
from .story import StoryPair, Unsettled
from .whole import deleted, inserted

_REFS = (HEADER_REF, FOOTER_REF)
_ID = R_PREFIX + "id"


class Sections:
    """Which header of the old draft each header of the new one continues."""

    def __init__(self, bringing: Bringing) -> None:
        self.bringing = bringing
        self.partner: dict[str, str] = {}  # old part → new part
        self.lost: list[tuple[str, str, str]] = []  # tag, type, old part

    def shown(self, side_is_old: bool, root: Element) -> dict[str, None]:
        """The parts that the sections of a document show, in order."""
        side = self.bringing.old if side_is_old else self.bringing.new
        return {part: None for _, _, part in self._refs(side_is_old, [*root.iter(SECTPR)])} if side else {}

    def _refs(self, old: bool, sections: list[Element]) -> list[tuple[str, str, str]]:
        side = self.bringing.old if old else self.bringing.new
        out = []
        for section in sections:
            for reference in section.iterchildren(*_REFS):
                relation = side.relation(side.main, reference.get(_ID, ""))
                target = side.target(side.main, relation) if relation is not None else None
                if target is not None:
                    out.append((str(reference.tag), reference.get(TYPE) or "default", target))
        return out

    def pair(self, old: Element, new: Element) -> None:
        """The headers of two sections that continue each other."""
        after = {(tag, kind): part for tag, kind, part in self._refs(False, [new])}
        for tag, kind, part in self._refs(True, [old]):
            other = after.get((tag, kind))
            if part not in self.partner and other is not None and other not in self.partner.values():
                self.partner[part] = other


def settle(
    bringing: Bringing, found: Unsettled, body: Element, old_shown: Element, story_of: StoryOf
) -> None:
    """Mark headers and footers. `body` is written already; `old_shown` holds the old sections."""
    sections = Sections(bringing)
    lost = {id(section) for section in found.lost_sections}
    old_all, new_all = sections.shown(True, old_shown), _shown_new(sections, body, lost)
    for old, new in found.sections:
        sections.pair(old, new)
    _leftover(sections, old_shown, body, lost)
    for old_part, new_part in sections.partner.items():
        one, other = bringing.old.tree(old_part), bringing.new.tree(new_part)
        accept(one)
        accept(other)
        merge_blocks(one, other, story_of(old_part, new_part))
    for part in new_all:
        if part not in sections.partner.values():
            _gain(bringing, part, story_of)
    for section in found.lost_sections:
        _point(sections, section, story_of)
    home = _last_section(body)
    for tag, kind, part in sections._refs(True, [*old_shown.iter(SECTPR)]):
        if part in old_all and part not in sections.partner and part not in bringing.brought:
            _attach(sections, home, tag, kind, part, story_of)


class StoryOf:
    """Makes the story of a pair of parts; see `redline`."""

    def __call__(self, old_part: str, new_part: str) -> StoryPair:
        raise AssertionError(old_part, new_part)


def _shown_new(sections: Sections, body: Element, lost: set[int]) -> dict[str, None]:
    kept = [section for section in body.iter(SECTPR) if id(section) not in lost]
    return {part: None for _, _, part in sections._refs(False, kept)}


def _leftover(sections: Sections, old_shown: Element, body: Element, lost: set[int]) -> None:
    """Headers whose sections have no partner: those of one kind pair in their order."""
    kept = [section for section in body.iter(SECTPR) if id(section) not in lost]
    news = [ref for ref in sections._refs(False, kept) if ref[2] not in sections.partner.values()]
    for tag, kind, part in sections._refs(True, [*old_shown.iter(SECTPR)]):
        match = next((ref for ref in news if ref[:2] == (tag, kind)), None)
        if part not in sections.partner and match is not None:
            sections.partner[part] = match[2]
            news = [ref for ref in news if ref[2] != match[2]]


def _gain(bringing: Bringing, part: str, story_of: StoryOf) -> None:
    root = bringing.new.tree(part)
    accept(root)
    story = story_of(part, part)
    for element in list(root):
        if element.tag.endswith(("}p", "}tbl")):
            inserted(element, story)
    unmark_last(root, INS)


def _bring(bringing: Bringing, part: str, story_of: StoryOf) -> str:
    """An old header as a part of the new package, all of it deleted."""
    known = part in bringing.brought
    fresh = bringing.part(part)
    if not known:
        root = bringing.new.tree(fresh)
        accept(root)
        story = story_of(fresh, fresh).copied()
        for element in list(root):
            if element.tag.endswith(("}p", "}tbl")):
                made = deleted(element, story)
                at = root.index(element)
                root[at : at + 1] = made
        unmark_last(root, DEL)
    return fresh


def _point(sections: Sections, section: Element, story_of: StoryOf) -> None:
    """A deleted section shows what became of its headers."""
    bringing = sections.bringing
    for reference in list(section.iterchildren(*_REFS)):
        relation = bringing.old.relation(bringing.old.main, reference.get(_ID, ""))
        part = bringing.old.target(bringing.old.main, relation) if relation is not None else None
        if relation is None or part is None:
            section.remove(reference)
            continue
        target = sections.partner.get(part) or _bring(bringing, part, story_of)
        reference.set(_ID, bringing.new.relate(bringing.new.main, relation.get("Type", ""), "/" + target))


def _attach(sections: Sections, home: Element, tag: str, kind: str, part: str, story_of: StoryOf) -> None:
    """Show a lost header in the last section; where that has one of its kind, add the words to it."""
    bringing = sections.bringing
    taken = next((r for r in home.iterchildren(tag) if (r.get(TYPE) or "default") == kind), None)
    if taken is None:
        fresh = _bring(bringing, part, story_of)
        relation_kind = "header" if tag == HEADER_REF else "footer"
        reference = etree.Element(tag)
        reference.set(TYPE, kind)
        reference.set(_ID, bringing.new.relate(bringing.new.main, OFFICE + relation_kind, "/" + fresh))
        at = max((place + 1 for place, one in enumerate(home) if one.tag in _REFS), default=0)
        home.insert(at, reference)
        return
    relation = bringing.new.relation(bringing.new.main, taken.get(_ID, ""))
    target = bringing.new.target(bringing.new.main, relation) if relation is not None else None
    if target is None:
        return
    sections.partner[part] = target
    root, source = bringing.new.tree(target), bringing.old.tree(part)
    accept(source)
    story = story_of(part, target)
    root[0:0] = [made for element in list(source) for made in deleted(element, story)]


def _last_section(body: Element) -> Element:
    last = body[-1] if len(body) else None
    if last is None or last.tag != SECTPR:
        last = etree.SubElement(body, SECTPR)
    return last
