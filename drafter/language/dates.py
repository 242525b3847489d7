"""Dates that things are due by: `"đến hết năm 2025"`, `"giai đoạn 2021 - 2025"`, `"trước ngày 31/12/2025"`.

A year that something is only compared with ("so với năm 2020", "từ 45% năm 2020 lên …") is no date
of this kind, nor is the year in the number of an act ("47/2020/NĐ-CP").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .spacy_core import Doc, Span

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Due:
    """A date something is due by: `"đến hết năm 2025"`, year 2025; `period` for a stretch of years."""

    year: int
    start: int
    end: int
    first: int | None = None


def dues(doc: Doc) -> tuple[Due, ...]:
    """The dates of a doc that things are due by, in order; years only compared with left out."""
    if "dues" not in doc.user_data:
        doc.user_data["dues"] = _read(doc)
    found: tuple[Due, ...] = doc.user_data["dues"]
    return found


def _read(doc: Doc) -> tuple[Due, ...]:
    spans = [s for s in doc.spans["lexicon"] if s.label_ in ("DEADLINE", "BASELINE")]
    taken: set[int] = set()  # tokens
    found: list[Due] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.label_ == "DEADLINE")):
        tokens = range(span.start, span.end)
        if not taken.isdisjoint(tokens) or _in_an_act(span):
            continue
        taken.update(tokens)
        years = [int(t.text) for t in span if _YEAR.fullmatch(t.text)]
        if span.label_ == "DEADLINE" and years:
            first = years[0] if len(years) > 1 else None
            found.append(Due(years[-1], span.start_char, span.end_char, first))
    return tuple(sorted(found, key=lambda due: due.start))


def _in_an_act(span: Span) -> bool:
    """ "47/2020" in "47/2020/NĐ-CP" is no date."""
    doc = span.doc
    return span.end < len(doc) and doc[span.end].text == "/" and not doc[span.end - 1].whitespace_
