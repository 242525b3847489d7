"""Bars: parts of a whole in one bar, wholes side by side, the same part of several wholes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .svg import box, breadth, picture, words

WIDTH = 420.0  # of a picture that stands alone in a column
_BAR, _LINE, _GAP = 14.0, 16.0, 8.0


@dataclass(frozen=True, slots=True)
class BarPart:
    """A stretch of a bar: `value` is 0 or more, `shown` the same as printed, `tone` a name of TONES."""

    label: str
    value: float
    shown: str
    tone: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A whole of `parts`; `shown` is printed after its name."""

    label: str
    parts: tuple[BarPart, ...]
    shown: str = ""

    @property
    def value(self) -> float:
        return sum(part.value for part in self.parts)


def stacked_bar(
    parts: Sequence[BarPart], title: str, *, width: float = WIDTH, height: float = _BAR
) -> Markup:
    """One bar as wide as the picture; parts of nothing are not drawn. The widths add up to `width`."""
    whole = Bar("", tuple(parts))
    return picture(width, height, title, _stretches(whole, 0.0, width, height), "stacked-bar")


def stacked_bars(bars: Sequence[Bar], title: str, *, width: float = WIDTH, legend: bool = True) -> Markup:
    """A bar for each whole under its name, all to one scale: `legend` tells the parts of all, each once."""
    most = max((bar.value for bar in bars), default=0.0)
    drawn: list[Markup] = []
    top = 0.0
    for bar in bars:
        drawn.append(words(bar.label, 0.0, top + 12))
        drawn.append(words(bar.shown, width, top + 12, anchor="end", weight="bold"))
        length = width * bar.value / most if most else 0.0
        drawn += _stretches(bar, top + _LINE, length, _BAR)
        top += _LINE + _BAR + _GAP
    if legend:
        told = {part.label: part.tone for bar in bars for part in bar.parts if part.value}
        names, top = _legend(list(told.items()), top + _GAP / 2, width)
        drawn += names
    return picture(width, top, title, drawn, "stacked-bars")


def grouped_bars(groups: Sequence[Bar], title: str, *, width: float = WIDTH) -> Markup:
    """Under the name of each group a bar for each of its parts, all to one scale, its number behind it; what
    the parts are is told once, below."""
    parts = [part for group in groups for part in group.parts]
    most = max((part.value for part in parts), default=0.0)
    room = width - max((breadth(part.shown) for part in parts), default=0.0) - _GAP
    drawn: list[Markup] = []
    top = 0.0
    for group in groups:
        drawn.append(words(group.label, 0.0, top + 12, weight="bold"))
        top += _LINE
        for part in group.parts:
            length = room * part.value / most if most else 0.0
            drawn.append(box(0.0, top + 1, length, _BAR - 3, part.tone, f"{part.label}: {part.shown}"))
            drawn.append(words(part.shown, length + _GAP / 2, top + 11))
            top += _BAR
        top += _GAP
    names, top = _legend(list({part.label: part.tone for part in parts}.items()), top, width)
    return picture(width, top, title, [*drawn, *names], "grouped-bars")


def _stretches(bar: Bar, top: float, length: float, height: float) -> Iterator[Markup]:
    at = 0.0
    for part in bar.parts:
        if part.value:
            width = length * part.value / bar.value
            yield box(at, top, width, height, part.tone, f"{part.label}: {part.shown}")
            at += width


def _legend(names: Sequence[tuple[str, str]], top: float, width: float) -> tuple[list[Markup], float]:
    """What the colours mean, in as many lines as it takes; and where it ends."""
    if not names:
        return [], top
    drawn: list[Markup] = []
    at = 0.0
    for label, name in names:
        wide = 16 + breadth(label)
        if at and at + wide > width:
            at, top = 0.0, top + _LINE
        drawn += [box(at, top + 3, 10.0, 10.0, name), words(label, at + 14, top + 12)]
        at += wide + _GAP
    return drawn, top + _LINE + 2
