"""Markup: lines and tables of a draft as blocks and inlines of Akoma Ntoso, to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from drafter.language.citations import find_acts
from drafter.language.normal import normal
from drafter.model import Paragraph
from drafter.opc import Element, storable

from .eids import ElementIds
from .names import act_uri
from .parts import AknPiece

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_CENTRED = "text-align: center"
APART, BESIDE = "line", "beside"


@dataclass(frozen=True, slots=True)
class Cited:
    """A stretch of a paragraph that names something else: `href` as in `ref`, or a clause's id."""

    start: int
    end: int
    href: str


@dataclass(slots=True)
class Markup:
    """What is common to all elements of one document: identifiers, and which clause has which.

    `cites`: by paragraph, stretches that name another clause, with that clause's id; `within`: the elements
    made of them, whose `href` waits until all clauses have identifiers.
    """

    ids: ElementIds = field(default_factory=ElementIds)
    eids: dict[str, str] = field(default_factory=dict)
    cites: dict[int, list[Cited]] = field(default_factory=dict)
    within: list[Element] = field(default_factory=list)

    def settle(self) -> None:
        """Point each element of `within` to its clause."""
        for ref in self.within:
            ref.set("href", f"#{self.eids[ref.get('href', '')]}")


def below(parent: Element, tag: str, **attributes: str) -> Element:
    """A new element at the end of `parent`; attributes without a value are left out."""
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    for key, value in attributes.items():
        if value:
            made.set(key.rstrip("_"), value)
    return made


def looks(paragraph: Paragraph, *, soft: bool = False, place: str = "", automatic: bool = False) -> str:
    """The classes that tell how a line is set where no element does.

    `place`: APART of what opens a line of its own, BESIDE of what stands on the line of its number.
    """
    found = [
        "soft" if soft else "",
        place,
        "auto" if automatic else "",
        "toc" if paragraph.style.startswith("toc") else "",
        "" if paragraph.outline_level is None else f"outline-{paragraph.outline_level}",
    ]
    return " ".join(filter(None, found))


def block(parent: Element, tag: str, line: AknPiece, markup: Markup, eid: str, *, place: str = "") -> Element:
    """A line without its number as a `p`, `heading` or `subheading`, with its notes."""
    made = below(
        parent,
        tag,
        class_=looks(line.paragraph, soft=line.soft and not line.number, place=place),
        style=_CENTRED if line.paragraph.centred else "",
    )
    _fill(made, line.paragraph, line.body, line.end, markup, eid)
    if not line.soft:
        notes(made, line.paragraph, markup, eid)
    return made


def number(parent: Element, line: AknPiece, markup: Markup, eid: str) -> None:
    """The number of a clause as printed; `auto` where Word counts it, `line` where nothing follows on its
    line, so that it has the line's notes."""
    alone = not line.text
    automatic = line.marker is not None
    made = below(
        parent, "num",
        class_=looks(line.paragraph, soft=line.soft, place=APART if alone else "", automatic=automatic),
        style=_CENTRED if line.paragraph.centred else "",
    )  # fmt: skip
    if automatic:
        made.text = storable(line.number)
    else:
        stop = line.start + len(line.paragraph.text[line.start : line.body].rstrip())
        _fill(made, line.paragraph, line.start, stop, None, "")
    if alone and not line.soft:
        notes(made, line.paragraph, markup, eid)


def whole(parent: Element, paragraph: Paragraph, markup: Markup, eid: str) -> None:
    """A whole paragraph as a `p`, with its automatic number before it."""
    made = below(parent, "p", class_=looks(paragraph), style=_CENTRED if paragraph.centred else "")
    if paragraph.marker:
        below(made, "span", class_="auto").text = storable(paragraph.marker)
    _fill(made, paragraph, 0, len(paragraph.text), markup, eid)
    notes(made, paragraph, markup, eid)


def notes(parent: Element, paragraph: Paragraph, markup: Markup, eid: str) -> None:
    """The notes and text boxes that are anchored in a paragraph."""
    for note in paragraph.notes:
        made = below(
            parent, "authorialNote",
            eId=markup.ids.take("authorialNote", eid), class_=note.story, placement="bottom",
        )  # fmt: skip
        for text in note.text.split("\n"):
            below(made, "p").text = storable(text)


# --- inlines


def _fill(
    element: Element, paragraph: Paragraph, start: int, end: int, markup: Markup | None, eid: str
) -> None:
    """The words from `start` to `end` with what is bold, italic or struck through, and whom they cite."""
    at = start
    if markup is not None:
        own = [one for one in markup.cites.get(paragraph.index, ()) if start <= one.start and one.end <= end]
        for one in sorted([*_acts(paragraph.text[start:end], start), *own], key=lambda one: one.start):
            if one.start < at:
                continue
            _runs(element, paragraph, at, one.start)
            ref = below(element, "ref", eId=markup.ids.take("ref", eid), href=one.href)
            if one in own:
                markup.within.append(ref)
            _runs(ref, paragraph, one.start, one.end)
            at = one.end
    _runs(element, paragraph, at, end)


def _acts(text: str, start: int) -> list[Cited]:
    """The acts that a stretch names by their number or name."""
    norm = normal(text)
    found = []
    for first, last in find_acts(norm.text):
        href = act_uri(norm.text[first:last], norm.text[last:])
        if href:
            begin, stop = norm.span(first, last)
            found.append(Cited(start + begin, start + stop, href))
    return found


def _runs(element: Element, paragraph: Paragraph, start: int, end: int) -> None:
    for first, last in _stretches(paragraph, start, end):
        inner = element
        if paragraph.bold or _within(first, paragraph.emphasis):
            inner = below(inner, "b")
        if paragraph.italic:
            inner = below(inner, "i")
        if _within(first, paragraph.struck):
            inner = below(inner, "span", class_="struck")
        _words(inner, storable(paragraph.text[first:last]))


def _stretches(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`start` to `end` cut wherever the looks change."""
    cuts = {at for span in (*paragraph.emphasis, *paragraph.struck) for at in span if start < at < end}
    bounds = [start, *sorted(cuts), end]
    return ((first, last) for first, last in pairwise(bounds) if first < last)


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in spans)


def _words(element: Element, text: str) -> None:
    """Text at the end of an element, a break for each line that it begins."""
    for at, piece in enumerate(text.split("\n")):
        if at:
            below(element, "br")
        last = element[-1] if len(element) else None
        if last is None:
            element.text = (element.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece
