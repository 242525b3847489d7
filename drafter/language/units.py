"""Units after a figure: `"người trên một vạn dân"` reads as `người/vạn dân`, `"% mỗi năm"` as `%/năm`."""

from __future__ import annotations

import re
from typing import NamedTuple

from .lexicon import lexicon
from .lexicons import Units
from .quantities import without_one
from .spans import LexiconSpans
from .words import NUMBER

_NUMBER = re.compile(NUMBER)
_STOPS = ("FILLER", "COMPARATOR", "LEAD", "AFTER", "RISE", "UP", "DOWN")


def plain_case(unit: str) -> str:
    """Lower case but for abbreviations (USD, GRDP) and symbols, which have no vowel (Tbps, Mb/s, MW)."""
    return " ".join(
        word
        if sum(c.isupper() for c in word) > 1 or not re.search(r"[aeiouyà-ỹ]", word.lower())
        else word.lower()
        for word in unit.split()
    )


class FoundUnit(NamedTuple):
    """A unit as told, what kind it is (share, size, count, time, rank, other), the token after it."""

    text: str
    kind: str
    end: int


def unit_at(spans: LexiconSpans, i: int) -> FoundUnit | None:
    """The unit that starts at token `i`: `"người trên một vạn dân"` is `người/vạn dân`."""
    found = spans.at("UNIT", i)
    if found is None:
        return None
    end, kind = found
    unit = FoundUnit(plain_case(spans.doc[i:end].text), kind, end)
    for step in (_multiplied, _joined, _per, _yearly):
        unit = step(spans, unit)
    return unit


def _multiplied(spans: LexiconSpans, unit: FoundUnit) -> FoundUnit:
    """ "triệu lượt khách": the noun after a multiplier is the unit's."""
    noun = spans.at("UNIT", unit.end) if unit.text in lexicon(Units).multiplier else None
    if noun is None or noun[1] not in ("count", "size"):
        return unit
    return FoundUnit(f"{unit.text} {plain_case(spans.doc[unit.end : noun[0]].text)}", noun[1], noun[0])


def _joined(spans: LexiconSpans, unit: FoundUnit) -> FoundUnit:
    """Two counted nouns for one figure: "tổ chức, doanh nghiệp"."""
    doc, end = spans.doc, unit.end
    if unit.kind != "count" or end >= len(doc) or doc[end].text != ",":
        return unit
    more = spans.at("UNIT", end + 1)
    if more is None or more[1] != "count" or _NUMBER.fullmatch(doc[end + 1].text):
        return unit
    return FoundUnit(f"{unit.text}, {doc[end + 1 : more[0]].text.lower()}", "count", more[0])


def _per(spans: LexiconSpans, unit: FoundUnit) -> FoundUnit:
    """What the unit is counted per: "/năm", "trên một vạn dân"; a counted noun "trên" people or after "/"."""
    doc, end = spans.doc, unit.end
    word = spans.at("PER_WORD", end) if end < len(doc) else None
    per = spans.at("PER", word[0]) if word else None
    if word is None or per is None:
        return unit
    whole = doc[word[0] : per[0]].text
    if unit.kind == "count" and doc[end].text != "/" and "dân" not in whole:
        return unit
    return _per(spans, FoundUnit(f"{unit.text}/{without_one(whole.lower())}", unit.kind, per[0]))


def _yearly(spans: LexiconSpans, unit: FoundUnit) -> FoundUnit:
    """ "% mỗi năm" is `%/năm`."""
    yearly = spans.at("YEARLY", unit.end) if unit.kind != "time" and unit.text.startswith("%") else None
    return FoundUnit(f"{unit.text}/năm", unit.kind, yearly[0]) if yearly else unit


def unknown_unit(spans: LexiconSpans, i: int) -> FoundUnit | None:
    """A noun that no list holds: up to two small words after the number."""
    end = i
    if i < len(spans.doc) and spans.doc[i].lower_ in ("số", "tổng"):  # "1/3 số xã": a fraction of a whole
        return None
    stops = lexicon(Units).stop
    while end < min(i + 2, len(spans.doc)):
        word = spans.doc[end].text
        if not (word.isalpha() and word.islower()) or word in stops or any(spans.at(s, end) for s in _STOPS):
            break
        end += 1
    return FoundUnit(spans.doc[i:end].text, "other", end) if end > i else None
