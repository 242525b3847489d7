"""Marks on a strip: where in a long text something falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """A narrow map of a text from top to bottom, a line for each mark. No mark is out of the picture."""
    drawn = []
    for mark in marks:
        top = min(max(mark.at, 0.0), 1.0) * (height - 4)
        line = box(0.0, top, width, 4.0, mark.tone, mark.label)
        drawn.append(
            element("a", line, href=mark.address, aria_label=mark.label, tabindex="-1")
            if mark.address
            else line
        )
    role = "group" if any(mark.address for mark in marks) else "img"
    return picture(width, height, title, drawn, "strip", role=role)
