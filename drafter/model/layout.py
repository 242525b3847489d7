"""How a draft is set on paper: pages and the look of its running text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One section's paper and margins, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """`pages` in order. The others map a value to the characters of running text that have it.

    Running text is the body's own paragraphs of some length, outside tables. `sizes` in points, `spacing`
    after and before a paragraph in points, `first_line` indents in millimetres, `alignment` as Word says it.
    """

    pages: tuple[Page, ...] = ()
    fonts: Mapping[str, int] = field(default_factory=dict)
    sizes: Mapping[float, int] = field(default_factory=dict)
    alignment: Mapping[str, int] = field(default_factory=dict)
    spacing: Mapping[float, int] = field(default_factory=dict)
    numbered_pages: bool = False
