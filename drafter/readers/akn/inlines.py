"""Inlines: the words of an element with how they are set, notes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from drafter.model import Note, Story
from drafter.opc import Element

_BLANK = re.compile(r"[ \t\r\n]+")
_NOTES = frozenset({"authorialNote", "subFlow"})
_IGNORED = frozenset({"meta", "noteRef", "eol", "eop", "img", "marker"})


@dataclass(frozen=True, slots=True)
class AknRun:
    """Words that are set alike."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False


@dataclass(slots=True)
class AknLine:
    """What one element prints: its words, the number that a program counts for it, its notes."""

    runs: list[AknRun] = field(default_factory=list)
    marker: str | None = None
    notes: list[Note] = field(default_factory=list)
    classes: frozenset[str] = frozenset()
    centred: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for what is none."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words_of(element: Element) -> str:
    """All words in an element, as they stand in the XML."""
    return "".join(map(str, element.itertext()))


def line_of(element: Element) -> AknLine:
    """The words of a `p`, `num`, `heading` or another element of words."""
    made = AknLine(
        classes=frozenset((element.get("class") or "").split()),
        centred="text-align:center" in (element.get("style") or "").replace(" ", "").lower(),
    )
    made.runs = _tidy([*_runs(element, made, AknRun(""))])
    if "auto" in made.classes and made.text:
        made.marker, made.runs = made.text, []
    return made


def _runs(element: Element, line: AknLine, looks: AknRun) -> Iterator[AknRun]:
    name = local(element)
    looks = AknRun(
        "",
        looks.bold or name == "b",
        looks.italic or name == "i",
        looks.struck or name == "del" or "struck" in (element.get("class") or "").split(),
    )
    yield _as(looks, element.text)
    for child in element:
        inner = local(child)
        if inner in _NOTES:
            line.notes.append(_note(child))
        elif inner == "br":
            yield _as(looks, "\n")
        elif inner == "span" and "auto" in (child.get("class") or "").split():
            line.marker = words_of(child)
        elif inner and inner not in _IGNORED:
            yield from _runs(child, line, looks)
        yield _as(looks, child.tail)


def _as(looks: AknRun, text: str | None) -> AknRun:
    return AknRun(text or "", looks.bold, looks.italic, looks.struck)


def _tidy(runs: Sequence[AknRun]) -> list[AknRun]:
    """Without what only breaks lines of the XML: white space with a line feed in it, at either end or within.

    A break of the text is an element, so a line feed that stands alone in a run is one.
    """
    found = []
    for run in runs:
        text = run.text if run.text == "\n" else re.sub(r"[ \t\r]*\n\s*", " ", run.text)
        if text:
            found.append(AknRun(text, run.bold, run.italic, run.struck))
    return found


def _note(element: Element) -> Note:
    story = next((each for each in Story if each in (element.get("class") or "").split()), Story.FOOTNOTE)
    blocks = [*element.iter("{*}p", "{*}block")]
    texts = [line_of(child).text for child in blocks] if blocks else [" ".join(words_of(element).split())]
    return Note(story, "\n".join(texts))
