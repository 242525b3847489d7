"""Marks on a strip: where in a long text something falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from .svg import box, element, picture


@dataclass(frozen=True, slots=True)
class StripMark:
    """`at` from 0, the beginning of the text, to 1, its end; `address` it leads to, "" for none."""

    at: float
    label: str
    tone: str
    address: str = ""


def strip(marks: Sequence[StripMark], title: str, *, width: float = 14.0, height: float = 480.0) -> Markup:
    """A narrow map of a text from top to bottom, a line for each mark, those of one place side by side. No
    mark is out of the picture."""
    drawn = []
    for at, group in groupby(sorted(marks, key=lambda mark: mark.at), key=lambda mark: mark.at):
        ours = tuple(group)
        top, wide = min(max(at, 0.0), 1.0) * (height - 4), width / len(ours)
        for place, mark in enumerate(ours):
            line = box(place * wide, top, wide, 4.0, mark.tone, mark.label)
            drawn.append(_linked(line, mark) if mark.address else line)
    role = "group" if any(mark.address for mark in marks) else "img"
    return picture(width, height, title, drawn, "strip", role=role)


def _linked(line: Markup, mark: StripMark) -> Markup:
    return element("a", line, href=mark.address, aria_label=mark.label, tabindex="-1")
