"""Hidden words of a web page: what a browser prints nowhere, or so that nobody sees it.

White on white, next to nothing in size, off the page, in boxes that are not shown. Where a picture or a style
that is not read here may lie behind white words, they are taken for seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from .web_styles import BLACK, UNREAD, WHITE, Colour, Element, WebStyle, WebStyles

_STEP = 0.06  # of 1, in red, green or blue: what differs less looks the same
_PICTURES = frozenset(("img", "svg", "canvas", "embed", "object", "video"))
_SHOWN = 60  # signs of the words before
_LONG, _HIGH = 150.0, 16.0  # dots: what holds words is no shorter, no lower


@dataclass(frozen=True, slots=True)
class _Around:
    """What words inherit: their colour, that of the ground behind them (None: not known), their size."""

    colour: Colour = BLACK
    ground: Colour | None = WHITE
    tiny: bool = False

    def within(self, style: WebStyle) -> _Around:
        return replace(
            self,
            colour=style.colour or self.colour,
            ground=style.ground or (None if style.pictured else self.ground),
            tiny=self.tiny if style.tiny is None else style.tiny,
        )

    @property
    def unseen(self) -> bool:
        return self.tiny or (self.ground is not None and _alike(self.colour, self.ground))


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(first - second) < _STEP for first, second in zip(one, other, strict=True))


def without_hidden(root: Element, styles: WebStyles) -> tuple[str, ...]:
    """Take out of a page what nobody sees, and give it, scripts and styles left aside."""
    found: list[str] = []
    gone: list[Element] = []
    for element, around, hidden in _walked(root, styles):
        if hidden:
            if element.tag not in UNREAD:
                found.append(" ".join("".join(map(str, element.itertext())).split()))
            gone.append(element)
            continue
        if not around.unseen:
            continue
        found.append(" ".join((element.text or "").split()))
        element.text = None
        for child in element:
            found.append(" ".join((child.tail or "").split()))
            child.tail = None
    for element in gone:
        _remove(element)
    return tuple(words for words in found if words)


def _walked(root: Element, styles: WebStyles) -> Iterator[tuple[Element, _Around, bool]]:
    """Every element outside hidden ones, with what its own words inherit; hidden ones themselves."""
    stack = [(root, _Around(ground=WHITE if styles.known_grounds else None))]
    while stack:
        element, outer = stack.pop()
        style = styles.of(element)
        if style.hidden and element.getparent() is not None:
            yield element, outer, True
            continue
        around = outer.within(style)
        stack.extend((child, around) for child in reversed(element) if isinstance(child.tag, str))
        yield element, around, False


def _remove(element: Element) -> None:
    """Take out an element; the words behind it stay."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if element.tail and before is None:
        parent.text = (parent.text or "") + element.tail
    elif element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    element.tail = None
    parent.remove(element)


def beside_pictures(root: Element, *, mail: bool) -> tuple[str, ...]:
    """The words before each picture that may hold some, but for those of a `mail` itself: it tells them."""
    found: list[str] = []
    last = ""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element.tag in _PICTURES and _may_speak(element, mail=mail):
            found.append(last[-_SHOWN:].strip())
        said = element.text if event == "start" else element.tail
        if said and said.strip():
            last = (
                " ".join(f"{last} {said}".split())[-4 * _SHOWN :]
                if event == "end"
                else " ".join(said.split())
            )
    return tuple(found)


def _may_speak(element: Element, *, mail: bool) -> bool:
    """Whether a picture is large enough, as far as the page says it."""
    if next(element.iter("text"), None) is not None:  # a drawing whose words are read
        return False
    if mail and (element.get("src") or "").lower().startswith("cid:"):
        return False
    sides = [_dots(element.get(side)) for side in ("width", "height")]
    known = [side for side in sides if side is not None]
    return not known or (max(known) >= _LONG and min(known) >= _HIGH)


def _dots(said: str | None) -> float | None:
    text = (said or "").strip().lower().removesuffix("px")
    try:
        return float(text)
    except ValueError:
        return None
