"""Natural order: names in which figures count as numbers, 2 before 10."""

from __future__ import annotations

import re

_FIGURES = re.compile(r"(\d+)")


def natural(name: str) -> list[tuple[int, str]]:
    """A sort key: `"lan-2.docx"` comes before `"lan-10.docx"`; letter case counts not."""
    parts = _FIGURES.split(name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
