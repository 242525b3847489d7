"""Units after a figure: `"người trên một vạn dân"` reads as `người/vạn dân`, `"% mỗi năm"` as `%/năm`."""

from __future__ import annotations

import re

from .lexicon import lexicon
from .lexicons import Units
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


def unit_at(spans: LexiconSpans, i: int) -> tuple[str, str, int] | None:
    """(unit, kind, end) of the unit that starts at token `i`: `"người trên một vạn dân"` too."""
    found = spans.at("UNIT", i)
    if found is None:
        return None
    end, kind = found
    unit = plain_case(spans.doc[i:end].text)
    if unit in lexicon(Units).multiplier and (noun := spans.at("UNIT", end)) and noun[1] in ("count", "size"):
        unit, end, kind = f"{unit} {plain_case(spans.doc[end : noun[0]].text)}", noun[0], noun[1]
    if kind == "count":
        unit, end = _joined(spans, unit, end)
    while end < len(spans.doc):
        word = spans.at("PER_WORD", end)
        per = spans.at("PER", word[0]) if word else None
        if (
            word is None
            or per is None
            or (
                kind == "count"
                and spans.doc[end].text != "/"
                and "dân" not in spans.doc[word[0] : per[0]].text
            )
        ):
            break
        below = re.sub(r"^(?:một|1) (?=vạn|nghìn)", "", spans.doc[word[0] : per[0]].text.lower())
        unit, end = f"{unit}/{below}", per[0]
    if kind != "time" and (yearly := spans.at("YEARLY", end)) and unit.startswith("%"):
        unit, end = f"{unit}/năm", yearly[0]
    return unit, kind, end


def _joined(spans: LexiconSpans, unit: str, end: int) -> tuple[str, int]:
    """Two counted nouns for one figure: "tổ chức, doanh nghiệp"."""
    if end < len(spans.doc) and spans.doc[end].text == ",":
        more = spans.at("UNIT", end + 1)
        if (
            more
            and more[1] == "count"
            and not any(_NUMBER.fullmatch(t.text) for t in spans.doc[end + 1 : end + 2])
        ):
            return f"{unit}, {spans.doc[end + 1 : more[0]].text.lower()}", more[0]
    return unit, end


def unknown_unit(spans: LexiconSpans, i: int) -> tuple[str, str, int] | None:
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
    return (spans.doc[i:end].text, "other", end) if end > i else None
