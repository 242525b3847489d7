"""SVG: elements written out and escaped, colours by name."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from drafter.opc import storable

FONT = 12  # height of letters, in units of the picture
_LETTER = 6.7  # width of a letter of that height, on the whole more than it takes
_SPACE = "http://www.w3.org/2000/svg"

# Colours by name, each of a luminance (WCAG 2.2) that stands out from white and from a dark ground alike.
TONES = {
    "first": "#3d7fc4", "second": "#b5731a", "third": "#2b8a72", "fourth": "#a85fb0",
    "fifth": "#c2576a", "sixth": "#5f8f2f", "seventh": "#7d8792", "eighth": "#8a7cc9",
    "accent": "#3d7fc4", "before": "#7d8792",
    "accepted": "#2b8a5a", "partly": "#b5731a", "explained": "#5580c9", "noted": "#7d8792",
    "pending": "#8a93a0", "inserted": "#2b8a5a", "deleted": "#cf4f4f",
}  # fmt: skip
ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "eighth", "seventh")


def tone(place: int) -> str:
    """The name of a colour for the part at `place`, counted from 0."""
    return ORDER[place % len(ORDER)]


def element(name: str, *content: Markup | str, **attributes: object) -> Markup:
    """An element; `_` in the name of an attribute is written `-`, one that is None is left out."""
    given = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(written(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(part if isinstance(part, Markup) else escape(storable(part)) for part in content)
    return Markup(f"<{name}{given}>{inner}</{name}>")  # noqa: S704 (every part of it is escaped)


def written(value: object) -> str:
    """Numbers to a hundredth, without what says nothing: `12.5`, `3`."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return storable(str(value))


def picture(
    width: float, height: float, title: str, content: Iterable[Markup], kind: str, *, role: str = "img"
) -> Markup:
    """The whole picture; `kind` is its class beside `chart`; `role` group where links stand in it."""
    return element(
        "svg", element("title", title), *content,
        xmlns=_SPACE, viewBox=f"0 0 {written(float(width))} {written(float(height))}",
        width=float(width), height=float(height), role=role, aria_label=title,
        class_=f"chart {kind}", font_family="Arial, sans-serif", font_size=FONT,
    )  # fmt: skip


def box(x: float, y: float, width: float, height: float, name: str, told: str = "") -> Markup:
    """A filled stretch; `told` is shown where one points at it."""
    inner = (element("title", told),) if told else ()
    return element(
        "rect", *inner,
        class_=f"fill-{name}", fill=TONES.get(name, TONES["accent"]), x=x, y=y, width=width, height=height,
    )  # fmt: skip


def words(text: str, x: float, y: float, *, anchor: str | None = None, weight: str | None = None) -> Markup:
    """Words in the colour of the text around; `y` is the line they stand on."""
    return element("text", text, x=x, y=y, fill="currentColor", text_anchor=anchor, font_weight=weight)


def breadth(text: str) -> float:
    """How wide words are at most, nearly."""
    return len(text) * _LETTER
