"""Meanings: which kinds of clauses a cited unit may mean, and what each liberty costs."""

from __future__ import annotations

from drafter.model import Kind

# Kinds that a cited unit may mean, with what the liberty costs. Ruling: "mục 2 phần III" is
# read for khoản 2 of mục III.
MEANINGS: dict[str, dict[Kind, float]] = {
    "annex": {Kind.ANNEX: 0},
    "part": {Kind.PART: 0, Kind.SECTION: 1, Kind.CHAPTER: 2},
    "chapter": {Kind.CHAPTER: 0, Kind.PART: 1, Kind.SECTION: 2},
    "section": {
        Kind.SECTION: 0,
        Kind.SUBSECTION: 1,
        Kind.PARAGRAPH: 1,
        Kind.PART: 1,
        Kind.TABLE_ROW: 2,  # less where it heads a group: `_GROUP`
        Kind.ARTICLE: 3,
    },
    "group": {Kind.TABLE_ROW: 0, Kind.SECTION: 1, Kind.SUBSECTION: 1, Kind.PARAGRAPH: 1, Kind.POINT: 2},
    "subsection": {Kind.SUBSECTION: 0, Kind.PARAGRAPH: 1, Kind.SECTION: 1},
    "article": {Kind.ARTICLE: 0},
    "paragraph": {Kind.PARAGRAPH: 0, Kind.SUBSECTION: 1, Kind.SECTION: 2, Kind.POINT: 3},
    "point": {Kind.POINT: 0, Kind.PARAGRAPH: 1, Kind.DASH: 3},
    "dash": {Kind.DASH: 0, Kind.PLUS: 2, Kind.TEXT: 3},
    "plus": {Kind.PLUS: 0, Kind.DASH: 2},
    "text": {Kind.TEXT: 0, Kind.DASH: 1, Kind.PARAGRAPH: 2},
    "row": {Kind.TABLE_ROW: 0},
    "any": {kind: 0 for kind in Kind if kind not in (Kind.DASH, Kind.PLUS, Kind.TEXT)},
}
# Rows that head a group stand for a section, and rows in a group or an annex for its parts: "khoản 1 mục VI".
_HEADING_ROW = {"group": 0.0, "section": 0.5, "part": 0.5, "chapter": 1.0}
_ROW_WITHIN = {"paragraph": 0.5, "subsection": 0.5, "section": 1.0, "point": 1.0}


def meant(unit: str, kind: Kind, *, group: bool, within: bool) -> float | None:
    """What it costs to take `unit` for a clause of this kind; None where it never means one.

    `group`: the clause is a row that heads others; `within`: what stands around it was cited before.
    """
    if kind is Kind.TABLE_ROW:
        if group and unit in _HEADING_ROW:
            return _HEADING_ROW[unit]
        if within and unit in _ROW_WITHIN:
            return _ROW_WITHIN[unit]
    return MEANINGS.get(unit, {}).get(kind)
