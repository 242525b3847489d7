"""Figures: numbers that measure, with comparator, unit and direction.

`"đạt tối thiểu 16 - 18%/năm"` reads as one figure from 16 to 18, unit `%/năm`, comparator `>=`.
Years, citations of acts, and names ("5G", "4.0", "mức độ 4", "lần thứ tư") are no figures; nor
is where things stand ("từ 45% lên 80%" gives 80 alone). Hard cases:

- "12 người trên một vạn dân": one figure, unit `người/vạn dân`; "trên" is no comparator there;
- "dân số từ 15 tuổi trở lên": no figure, a time span counts only after a verb of result;
- "xếp thứ 15 trở lên": a rank, the smaller the better, whatever the comparator says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from .figure_leads import FigureLead, lead_of
from .lexicon import lexicon
from .lexicons import Measures, Units
from .numerals import figure as printed
from .numerals import spoken
from .spans import LexiconSpans, blocked
from .units import FoundUnit, unit_at, unknown_unit
from .words import NUMBER

if TYPE_CHECKING:
    from .spacy_core import Doc

_NUMBER = re.compile(NUMBER)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASHES = ("-", "–", "—", "÷", "~")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text; offsets in its normal form.

    `start`, `end` are the number with its unit; `left`, `right` take in comparator, verb and "trở
    lên". `growth` is "up" or "down" where the figure is by how much something changes, "to" where it
    says where a change ends ("giảm còn 5%"). `kind` of the unit: share, size, count, time, rank, other
    or "".
    """

    value: Decimal
    value_max: Decimal | None
    unit: str | None
    kind: str
    comparator: str | None
    start: int
    end: int
    left: int
    right: int
    growth: str | None = None
    rank: bool = False


def _glued(doc: Doc, i: int) -> bool:
    """Letters before the number without a space (IPv6, COVID-19)."""
    if i == 0 or doc[i - 1].whitespace_:
        return False
    if doc[i - 1].text[-1].isalpha():
        return True
    return (
        doc[i - 1].text in ("-", ".")
        and i > 1
        and doc[i - 2].text[-1].isalnum()
        and not doc[i - 2].whitespace_
    )


def _value(doc: Doc, i: int) -> tuple[Decimal, int] | None:
    """The number at token `i` and the token after it; fractions of small figures too ("1/3")."""
    value = printed(doc[i].text) if _NUMBER.fullmatch(doc[i].text) else None
    if value is None:
        return None
    if i + 2 < len(doc) and doc[i + 1].text == "/" and not doc[i].whitespace_:
        below = printed(doc[i + 2].text) if _NUMBER.fullmatch(doc[i + 2].text) else None
        if below is not None and 0 < value < below <= 10:
            return (value / below).quantize(Decimal("0.0001")), i + 3
        if below is not None and value <= below <= 400:
            return value, i + 3
    return value, i + 1


def _range(spans: LexiconSpans, i: int, value_end: int) -> tuple[Decimal, int] | None:
    """The upper figure of "16 - 18", "20% - 50%", "40 đến 50" and the token after it."""
    doc = spans.doc
    at = value_end
    unit = spans.at("UNIT", at)
    if unit and unit[0] < len(doc) and doc[unit[0]].text in (*_DASHES, "đến"):
        at = unit[0]
    if at >= len(doc) - 1 or doc[at].text not in (*_DASHES, "đến", "tới"):
        return None
    upper = _value(doc, at + 1)
    lower = printed(doc[i].text)
    if upper is None or lower is None or upper[0] <= lower:
        return None
    if (
        doc[at].text in ("đến", "tới")
        and unit is not None
        and unit[0] == at
        and spans.at("UNIT", upper[1]) is None
    ):
        return None
    return upper


def _risen(spans: LexiconSpans, end: int, lead: FigureLead) -> bool:
    """The lower figure of "từ 45% (năm 2020) lên 80%": where things stand."""
    if "từ" not in lead.words:
        return False
    tail = range(end, min(end + 6, len(spans.doc)))
    return any(
        spans.at("RISE", at) and not spans.upto("AFTER", at + 1) and spans.doc[at].lower_ != "đến"
        for at in tail
    )


def _read_at(spans: LexiconSpans, i: int) -> tuple[Figure, int] | None:
    """The figure whose number starts at token `i`, and the token after it."""
    doc = spans.doc
    number = _value(doc, i) or _spoken(spans, i)
    if number is None or _glued(doc, i):
        return None
    value, end = number
    value_max, end = _range(spans, i, end) or (None, end)
    lead = lead_of(spans, i)
    unit = unit_at(spans, end) or _twofold(doc, i, end)
    if (unit is None and _sticks(doc, end)) or _is_name(spans, i, lead, unit):
        return None
    if unit is None and not lead.ranks:
        unit = unknown_unit(spans, end)
    if not _measures(spans, i, lead, unit, end):
        return None
    stop = unit.end if unit and not lead.ranks else end
    return _made(spans, (value, value_max), (i, stop), lead, unit if not lead.ranks else None), stop


def _twofold(doc: Doc, i: int, end: int) -> FoundUnit | None:
    """ "gấp đôi": a number in words that has its unit in it."""
    return FoundUnit("lần", "size", end) if doc[i].lower_ in lexicon(Measures).multiples else None


def _sticks(doc: Doc, end: int) -> bool:
    """Letters after the number without a space: 5G."""
    return end < len(doc) and not doc[end - 1].whitespace_ and doc[end].text[0].isalpha()


def _is_name(spans: LexiconSpans, i: int, lead: FigureLead, unit: FoundUnit | None) -> bool:
    """A number after "mức độ", "khóa": part of a name, unless a unit follows that counts something."""
    named = spans.upto("NAMES", i) is not None and not lead.ranks
    return named and (unit is None or unit.kind == "time")


def _measures(spans: LexiconSpans, i: int, lead: FigureLead, unit: FoundUnit | None, end: int) -> bool:
    """Is the number aimed at? Not a time span or a bare number without a verb of result, nor what is."""
    if unit and unit.kind == "time" and not lead.words & _results():
        return False
    if unit is None and not lead.ranks and not _bare(spans.doc[i].text, lead):
        return False
    return "BEFORE" not in lead.said and not _risen(spans, unit.end if unit else end, lead)


def _made(
    spans: LexiconSpans,
    values: tuple[Decimal, Decimal | None],
    tokens: tuple[int, int],
    lead: FigureLead,
    unit: FoundUnit | None,
) -> Figure:
    doc, (i, stop) = spans.doc, tokens
    right, comparator = _after(spans, stop, lead) or (stop, None)
    growth = lead.growth
    text = unit.text if unit else lexicon(Units).rank_unit if lead.ranks else None
    if text == "%" and growth and "năm" in lead.said.get("MEAN", ""):
        text = "%/năm"
    return Figure(
        *values, text, unit.kind if unit else "rank" if lead.ranks else "",
        lead.said.get("COMPARATOR") or comparator,
        start=doc[i].idx, end=_end(doc, stop), left=doc[lead.start].idx, right=_end(doc, right),
        growth=growth, rank=lead.ranks,
    )  # fmt: skip


def _after(spans: LexiconSpans, stop: int, lead: FigureLead) -> tuple[int, str] | None:
    """ "trở lên" after a figure, or after its noun where "từ" announced it: "từ 90 đảng viên mới trở lên"."""
    reach = 4 if "từ" in lead.words else 1
    for at in range(stop, min(stop + reach, len(spans.doc))):
        if found := spans.at("AFTER", at):
            return found if at == stop else (stop, found[1])
        if not spans.doc[at].is_alpha:
            break
    return None


def _end(doc: Doc, token: int) -> int:
    return doc[token - 1].idx + len(doc[token - 1])


@cache
def _results() -> frozenset[str]:
    return frozenset(word for phrase in lexicon(Measures).words.attain for word in phrase.split())


def _bare(text: str, lead: FigureLead) -> bool:
    """May a number without a unit be a figure? Only after a comparator or a verb of result."""
    if _YEAR.fullmatch(text) or re.fullmatch(r"\d\.\d", text):
        return False
    return "COMPARATOR" in lead.said or bool(lead.words & _results())


def _spoken(spans: LexiconSpans, i: int) -> tuple[Decimal, int] | None:
    """A number in words after "ít nhất" and before a unit: "ít nhất một khu công nghiệp"."""
    if (
        (times := lexicon(Measures).multiples.get(spans.doc[i].lower_))
        and i
        and spans.doc[i - 1].lower_ == "gấp"
    ):
        return Decimal(times), i + 1
    before = spans.upto("COMPARATOR", i)
    if before is None or before[1] not in (">=", "<=") or spans.at("UNIT", i + 1) is None:
        return None
    value = spoken(spans.doc[i].text) if spans.doc[i].is_alpha else None
    return (Decimal(value), i + 1) if value else None


def _beginnings(spans: LexiconSpans) -> Iterator[int]:
    """The tokens at which a number may begin, in figures or in words."""
    multiples = lexicon(Measures).multiples
    for i, token in enumerate(spans.doc):
        text = token.text
        if _NUMBER.match(text) or text.lower() in multiples or spans.upto("COMPARATOR", i) is not None:
            yield i


def read_figures(doc: Doc) -> Doc:
    """Pipe component: `doc.user_data["figures"]` and the span group "figures"."""
    spans = LexiconSpans(doc)
    found: list[Figure] = []
    never: set[int] | None = None  # looked for where there is a figure: most clauses have none
    next_free = 0
    for i in _beginnings(spans):
        read = _read_at(spans, i) if i >= next_free else None
        if read is None:
            continue
        never = blocked(doc) if never is None else never
        if i not in never:
            found.append(read[0])
            next_free = read[1]
    doc.user_data["figures"] = tuple(found)
    doc.spans["figures"] = [s for f in found if (s := doc.char_span(f.start, f.end)) is not None]
    return doc


def figures(doc: Doc) -> tuple[Figure, ...]:
    """The figures of a doc that the pipeline has read, in order."""
    found: tuple[Figure, ...] = doc.user_data["figures"]
    return found
