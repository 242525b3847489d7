"""Slopes: how a value rises or falls from year to year, as one draft has it beside another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .svg import TONES, breadth, element, picture, words

_TOP, _BOTTOM, _DOT = 18.0, 18.0, 3.5


@dataclass(frozen=True, slots=True)
class SlopePoint:
    """A value at a place of the axis, a year say; `name` of the place and `shown` value as printed."""

    at: float
    value: float
    name: str
    shown: str


@dataclass(frozen=True, slots=True)
class SlopeLine:
    """Points from left to right; a `faint` one is thin and broken, and its values are not printed."""

    label: str
    points: tuple[SlopePoint, ...]
    tone: str = "accent"
    faint: bool = False


def slope(
    lines: Sequence[SlopeLine],
    title: str,
    *,
    width: float = 220.0,
    height: float = 84.0,
    falling: bool = False,
) -> Markup:
    """Lines to one scale, the first and last point of each that is not faint told by year and value.

    `falling`: less is better, as a rank in a list, so that less stands higher.
    """
    points = [point for line in lines for point in line.points]
    if not points:
        return picture(width, height, title, (), "slope")
    scale = _Scale(points, width, height, falling=falling)
    drawn = [element("line", x1=0.0, x2=width, y1=height - _BOTTOM + 3, y2=height - _BOTTOM + 3,
                     stroke="currentColor", stroke_opacity=0.25)]  # fmt: skip
    for line in sorted(lines, key=lambda line: not line.faint):
        drawn += _drawn(line, scale)
    names = {point.at: point.name for point in points}
    drawn += _names(names, scale, height)
    return picture(width, height, title, drawn, "slope")


class _Scale:
    """Where a point stands in the picture."""

    def __init__(self, points: Sequence[SlopePoint], width: float, height: float, *, falling: bool) -> None:
        self._side = max(breadth(max((p.shown for p in points), key=len)), breadth("2025")) / 2 + 2
        self._low, self._high = min(p.at for p in points), max(p.at for p in points)
        self._least, self._most = min(p.value for p in points), max(p.value for p in points)
        self._width, self._height, self._falling = width, height, falling

    def x(self, at: float) -> float:
        if self._low == self._high:
            return self._width / 2
        return self._side + (self._width - 2 * self._side) * (at - self._low) / (self._high - self._low)

    def y(self, value: float) -> float:
        room = self._height - _TOP - _BOTTOM - _DOT
        if self._least == self._most:
            return _TOP + room / 2
        share = (value - self._least) / (self._most - self._least)
        return _TOP + room * (share if self._falling else 1 - share)


def _drawn(line: SlopeLine, scale: _Scale) -> Iterator[Markup]:
    colour = TONES.get(line.tone, TONES["accent"])
    places = " ".join(f"{scale.x(p.at):.1f},{scale.y(p.value):.1f}" for p in line.points)
    yield element(
        "polyline", element("title", line.label), points=places, fill="none", stroke=colour,
        stroke_width=1.5 if line.faint else 2.5, stroke_dasharray="4 3" if line.faint else None,
    )  # fmt: skip
    told = {line.points[0].at, line.points[-1].at}
    for point in line.points:
        inner = element("title", f"{line.label}: {point.name}: {point.shown}")
        radius = _DOT - 1 if line.faint else _DOT
        yield element("circle", inner, cx=scale.x(point.at), cy=scale.y(point.value), r=radius, fill=colour)
        if point.at in told and not line.faint:
            yield words(point.shown, scale.x(point.at), scale.y(point.value) - 7, anchor="middle")


def _names(names: dict[float, str], scale: _Scale, height: float) -> Iterator[Markup]:
    """The years below, the first and the last always, others where they have room."""
    wide = max(map(breadth, names.values())) + 4
    kept: list[float] = []
    for at in dict.fromkeys((min(names), max(names), *sorted(names))):
        if all(abs(scale.x(at) - scale.x(other)) >= wide for other in kept) or at == max(names):
            kept.append(at)
            yield words(names[at], scale.x(at), height - 2, anchor="middle")
