"""Headings: which part of a clause's text is its title."""

from __future__ import annotations

import re

from drafter.language.markers import ITEMS, NAMED, Family

from .nodes import Node
from .numbering import shouted, titled
from .roles import role_of
from .tables import DraftRow

_RUN_IN = 8  # words before a colon: "Mục tiêu chung: …"
_MORE = re.compile(r"[,;%]|như sau|sau đây")  # "Hỗ trợ 50% chi phí, tối đa:" is no title
_SECTIONS = frozenset({Family.ROMAN, Family.LETTER})
_LONGEST = 80  # words of a heading; the tasks of a Party resolution have headings of fifty


def heading_of(node: Node) -> str | None:
    """The title in `node`'s text, or None. `"1. Đến năm 2030"` with items below is all heading."""
    if node.row is not None:
        return _of_row(node.row)
    text = node.text
    if not text:
        return None
    if node.part:
        return text.rstrip(" :")
    if node.marker is None:
        return None
    family = node.marker.family
    if family in NAMED:
        return text if _reads_as_title(text) else _run_in(text)
    return _bold_opening(node) or (
        _of_item(node, text) if family in ITEMS else _of_number(node, family, text)
    )


def _of_row(row: DraftRow) -> str | None:
    """A row with one text alone heads those below it."""
    return next((cell for cell in row.text.split(" | ") if cell), None) if row.group else None


def _of_item(node: Node, text: str) -> str | None:
    """A dash is a heading only where it is set as one and has items below."""
    bold = node.lines[0].paragraph.bold
    return text if node.children and bold and _reads_as_title(text) else None


def _of_number(node: Node, family: Family, text: str) -> str | None:
    opening = text.split("\n", 1)[0]
    if not _reads_as_title(opening):
        return _introduction(node, opening) or _run_in(opening)
    heads = family in _SECTIONS or bool(node.children) or opening != text
    return opening if heads or shouted(opening) or node.lines[0].paragraph.bold else None


def _reads_as_title(text: str) -> bool:
    return text[-1] not in ".;,:" and len(text.split()) <= _LONGEST


def _bold_opening(node: Node) -> str | None:
    """A bold title that the text runs on from: `"**Về hạ tầng số:** đầu tư …"`."""
    line = node.lines[0]
    start = line.place.start
    for first, end in line.paragraph.emphasis:
        if first <= start < end < line.end:
            title, after = line.paragraph.text[start:end].strip(), line.paragraph.text[end:].lstrip()
            ends = title[-1:] in ".:" or after[:1] in ".:"
            return title.rstrip(" .:") or None if ends and titled(title.rstrip(" .:")) else None
    return None


def _introduction(node: Node, text: str) -> str | None:
    """A title with a colon: `"a) Mục tiêu chung:"`."""
    short = titled(text[:-1]) and len(text.split()) <= _RUN_IN and not _MORE.search(text)
    if node.children and text.endswith(":") and short:
        return text[:-1].rstrip()
    return None


def _run_in(text: str) -> str | None:
    """A title that the text runs on from: `"Mục tiêu chung: phấn đấu …"`, where it names a part."""
    title, colon, _ = text.partition(":")
    if colon and len(title.split()) <= _RUN_IN and role_of(title) is not None:
        return title.strip()
    return None
