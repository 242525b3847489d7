"""Sections: headers and footers compared by the sections that show them; lost ones are brought along."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from drafter.opc import OFFICE

from ..bringing.bringing import Bringing
from ..bringing.packages import EditedPackage
from ..names import DEL, FOOTER_REF, HEADER_REF, INS, R_PREFIX, SECTPR, TBL, TYPE, Element, P
from ..reading.accepted import accept
from .blocks import merge_blocks
from .notes import unmark_last
from .story import StoryPair, Unsettled
from .whole import deleted, inserted

StoryOf = Callable[[str, str], StoryPair]  # the story of a part of old and one of new
_KINDS = {HEADER_REF: "header", FOOTER_REF: "footer"}
_ID = R_PREFIX + "id"


@dataclass(frozen=True, slots=True)
class Shown:
    """A header or footer that a section shows: on which pages ("default", "first", "even"), which part."""

    tag: str
    pages: str
    part: str


def shown_by(side: EditedPackage, sections: Iterable[Element]) -> list[Shown]:
    """The headers and footers of sections that are there, in order."""
    return [
        Shown(str(reference.tag), _pages(reference), part)
        for section in sections
        for reference in section.iterchildren(*_KINDS)
        if (part := _part(side, reference)) is not None
    ]


def _pages(reference: Element) -> str:
    return reference.get(TYPE) or "default"


def _part(side: EditedPackage, reference: Element) -> str | None:
    relation = side.relation(side.main, reference.get(_ID, ""))
    return side.target(side.main, relation) if relation is not None else None


class Sections:
    """Which header of the old draft each header of the new one continues."""

    def __init__(self, bringing: Bringing) -> None:
        self.bringing = bringing
        self.partner: dict[str, str] = {}  # old part → new part

    def pair(self, old: Element, new: Element) -> None:
        """The headers of two sections that continue each other."""
        after = {(shown.tag, shown.pages): shown.part for shown in shown_by(self.bringing.new, [new])}
        for shown in shown_by(self.bringing.old, [old]):
            part = after.get((shown.tag, shown.pages))
            if shown.part not in self.partner and part is not None and part not in self.partner.values():
                self.partner[shown.part] = part

    def pair_others(self, olds: Sequence[Shown], news: Sequence[Shown]) -> None:
        """Headers whose sections have no partner: those of one kind pair in their order."""
        free = [new for new in news if new.part not in self.partner.values()]
        for old in olds:
            match = next((new for new in free if (new.tag, new.pages) == (old.tag, old.pages)), None)
            if old.part not in self.partner and match is not None:
                self.partner[old.part] = match.part
                free = [new for new in free if new.part != match.part]


def settle(
    bringing: Bringing, found: Unsettled, body: Element, old_shown: Element, story_of: StoryOf
) -> None:
    """Mark headers and footers. `body` is written already; `old_shown` holds the old sections."""
    sections = Sections(bringing)
    olds = shown_by(bringing.old, old_shown.iter(SECTPR))
    news = shown_by(bringing.new, _kept(body, found))
    for old, new in found.sections:
        sections.pair(old, new)
    sections.pair_others(olds, news)
    for old_part, new_part in sections.partner.items():
        before, after = bringing.old.tree(old_part), bringing.new.tree(new_part)
        accept(before)
        accept(after)
        merge_blocks(before, after, story_of(old_part, new_part))
    for part in dict.fromkeys(shown.part for shown in news):
        if part not in sections.partner.values():
            _gain(bringing, part, story_of)
    for section in found.lost_sections:
        _point(sections, section, story_of)
    home = _last_section(body)
    for shown in olds:
        if shown.part not in sections.partner and shown.part not in bringing.brought:
            _attach(sections, home, shown, story_of)


def _kept(body: Element, found: Unsettled) -> list[Element]:
    """The sections of the new draft."""
    lost = {id(section) for section in found.lost_sections}
    return [section for section in body.iter(SECTPR) if id(section) not in lost]


def _last_section(body: Element) -> Element:
    last = body[-1] if len(body) else None
    if last is None or last.tag != SECTPR:
        last = etree.SubElement(body, SECTPR)
    return last


def _gain(bringing: Bringing, part: str, story_of: StoryOf) -> None:
    root = bringing.new.tree(part)
    accept(root)
    story = story_of(part, part)
    for element in list(root.iterchildren(P, TBL)):
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
        for element in list(root.iterchildren(P, TBL)):
            made = deleted(element, story)
            at = root.index(element)
            root[at : at + 1] = made
        unmark_last(root, DEL)
    return fresh


def _point(sections: Sections, section: Element, story_of: StoryOf) -> None:
    """A deleted section shows what became of its headers."""
    bringing = sections.bringing
    for reference in list(section.iterchildren(*_KINDS)):
        relation = bringing.old.relation(bringing.old.main, reference.get(_ID, ""))
        part = bringing.old.target(bringing.old.main, relation) if relation is not None else None
        if relation is None or part is None:
            section.remove(reference)
            continue
        target = sections.partner.get(part) or _bring(bringing, part, story_of)
        reference.set(_ID, bringing.new.relate(bringing.new.main, relation.get("Type", ""), "/" + target))


def _attach(sections: Sections, home: Element, lost: Shown, story_of: StoryOf) -> None:
    """Show a lost header in the last section; where that has one for these pages, add the words to it."""
    bringing = sections.bringing
    taken = next((there for there in home.iterchildren(lost.tag) if _pages(there) == lost.pages), None)
    if taken is None:
        _show(bringing, home, lost, _bring(bringing, lost.part, story_of))
    elif (target := _part(bringing.new, taken)) is not None:
        sections.partner[lost.part] = target
        root, source = bringing.new.tree(target), bringing.old.tree(lost.part)
        accept(source)
        story = story_of(lost.part, target)
        root[0:0] = [made for element in list(source) for made in deleted(element, story)]


def _show(bringing: Bringing, home: Element, lost: Shown, part: str) -> None:
    """A reference to a part of the new package, behind those that the section has."""
    reference = etree.Element(lost.tag)
    reference.set(TYPE, lost.pages)
    reference.set(_ID, bringing.new.relate(bringing.new.main, OFFICE + _KINDS[lost.tag], "/" + part))
    at = max((place + 1 for place, child in enumerate(home) if child.tag in _KINDS), default=0)
    home.insert(at, reference)
