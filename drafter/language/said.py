"""Said: what an answer says of the draft: words that stand there, words that are gone, figures, dates.

    "Tiếp thu, đã nâng chỉ tiêu từ 80% lên 95%." → figure "95%"
    "Tiếp thu, đã sửa “A” thành “B”, bỏ “C”." → stands "B", gone "C"
    "Giải trình: giữ nguyên “300 doanh nghiệp”." → figure "300 doanh nghiệp"

What was not done, is wished or planned, is another act's, or is old, says nothing of the draft as it stands:
"không bổ sung “X”", "Sở A đề nghị “X”", "theo Công văn số 12 ngày 5/3/2021". Better nothing than too much is
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from drafter.model import Reference

from .lexicon import cue
from .moments import moments
from .normal import decoded
from .numerals import figure
from .quotes import find_quotes
from .references import find_references
from .requests import blanked, figures_in, is_figure

_SENTENCE = re.compile(r"[;\n]|[.!?](?=\s|$)")
_PIECE = re.compile(r",\s|\s(?:nhưng|tuy nhiên|song|còn|đồng thời|và)\s")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


class SaidKind(StrEnum):
    STANDS = "stands"
    GONE = "gone"
    FIGURE = "figure"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One thing said of the draft; of a date `words` are as `moments` has it. Of a figure: the places at
    which it is said to stand, and whether it is said to be the "most" or the "least"."""

    kind: SaidKind
    words: str
    places: tuple[Reference, ...] = ()
    bound: str = ""


def said_of(text: str, *, taken: bool, draft: int | None) -> tuple[StatedFact, ...]:
    """What `text` says of the draft of the number `draft`; `taken`: the comment is recorded as taken in, so
    that an answer need not say "đã". A sentence that names another draft or paper says nothing of it."""
    plain = decoded(text)
    masked = _masked(plain)
    found: list[StatedFact] = []
    for start, end in _spans(masked, 0, len(masked), _SENTENCE):
        named = cue("said", "said", "draft").search(masked[start:end])
        if (named and int(named["number"]) != draft) or _has("elsewhere", masked[start:end]):
            continue
        done = taken or cue("said", "said", "done").search(masked[start:end]) is not None
        for piece in _spans(masked, start, end, _PIECE):
            found += _kept(plain, masked, piece)
            if not done:
                continue
            found += [*_quoted(plain, masked, piece), *_figures(plain, masked, piece), *_dates(masked, piece)]
    return tuple(dict.fromkeys(found))


def places_said(text: str) -> tuple[Reference, ...]:
    """The places of the draft at which something is said to stand: `"đã sửa tại Điều 12"`, not `"theo Điều
    12"`."""
    masked = _masked(decoded(text))
    return tuple(one for one in places_named(text) if _has("at", masked[: one.start]))


def places_named(text: str) -> tuple[Reference, ...]:
    """The places of the draft that a text names; offsets are in its normal form."""
    plain = decoded(text)
    masked = _masked(plain)
    own = [
        span
        for span in _spans(masked, 0, len(masked), _SENTENCE)
        if not _has("elsewhere", masked[slice(*span)])
    ]
    cited = (one for one in find_references(plain) if one.act is None and one.locators)
    return tuple(one for one in cited if any(start <= one.start < end for start, end in own))


def _masked(plain: str) -> str:
    return blanked(plain, find_quotes(plain)).lower()


def value(text: str) -> tuple[Decimal | None, str]:
    """A figure as it is compared, its unit apart: `"trên 95 %"` gives 95 and "%"."""
    found = _DIGITS.search(text)
    return (None, "") if found is None else (figure(found[0]), " ".join(text[found.end() :].split()).lower())


def bare_figure(text: str) -> str:
    """A figure with its unit, without what compares it: `"đạt trên 90%"` → `"90%"`."""
    found = _DIGITS.search(text)
    return text[found.start() :].strip() if found else text


def _spans(text: str, start: int, end: int, between: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for found in between.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _quoted(plain: str, masked: str, piece: tuple[int, int]) -> Iterator[StatedFact]:
    for quote in find_quotes(plain):
        if not piece[0] <= quote.start < piece[1] or "[" in quote.text:
            continue
        before, behind = masked[piece[0] : quote.start], masked[quote.end : piece[1]]
        if _has("not_done", before):
            continue
        last = before[before.rfind("·") + 1 :]
        if _has("drops", last):
            yield StatedFact(SaidKind.GONE, quote.text)
        elif _is_there(before, last, behind):
            yield StatedFact(SaidKind.FIGURE if is_figure(quote.text) else SaidKind.STANDS, quote.text)


def _kept(plain: str, masked: str, piece: tuple[int, int]) -> Iterator[StatedFact]:
    """What is said to stay as it is, quoted or a figure."""
    kept = cue("said", "said", "keeps").search(masked, *piece)
    if kept is None or _has("not_done", masked[piece[0] : kept.start()].replace("vẫn", "")):
        return
    quote = next((each for each in find_quotes(plain) if each.start >= kept.end() - 1), None)
    if quote is not None and quote.outer[0] <= kept.end() and quote.end <= piece[1]:
        if "[" not in quote.text and not cue("said", "said", "were_kept").match(masked, quote.end):
            yield StatedFact(SaidKind.FIGURE if is_figure(quote.text) else SaidKind.STANDS, quote.text)
        return
    for first, end in figures_in(masked[kept.end() : piece[1]], all_=True):
        words = plain[kept.end() + first : kept.end() + end].strip()
        told = not cue("said", "said", "were_kept").match(masked, kept.end() + end)
        if first == 0 and told and value(words)[1] and not moments(words):
            yield StatedFact(SaidKind.FIGURE, words)
        return


def _is_there(before: str, last: str, behind: str) -> bool:
    if cue("said", "said", "there").match(behind):
        return True
    if cue("said", "said", "becomes").match(behind) or _has("old", last):
        return False
    return _has("adds", last) or ("·" in before and _has("adds", before) and _becomes(last))


def _becomes(last: str) -> bool:
    return cue("said", "said", "becomes").match(last) is not None


def _figures(plain: str, masked: str, piece: tuple[int, int]) -> Iterator[StatedFact]:
    text = masked[piece[0] : piece[1]]
    for first, end in figures_in(text):
        digits = _DIGITS.search(text, first, end)
        start = digits.start() if digits else first
        before, behind = masked[piece[0] : piece[0] + start], masked[piece[0] + end : piece[1]]
        if _has("not_done", before) or _has("from", before) or cue("said", "said", "becomes").match(behind):
            continue
        words = plain[piece[0] + start : piece[0] + end]
        stated = _has("adds", before) or _has("done", before)
        if stated and _has("holds", before) and value(words)[1] and not moments(words):
            bound = next((name for name in ("most", "least") if _has(name, before)), "")
            places = (one for one in places_said(plain) if piece[0] <= one.start < piece[1])
            yield StatedFact(SaidKind.FIGURE, words.strip(), tuple(places), bound)


def _dates(masked: str, piece: tuple[int, int]) -> Iterator[StatedFact]:
    """The dates between the verb and what ends what was done: "đã lùi thời hạn sang năm 2026 theo …"."""
    text = masked[piece[0] : piece[1]]
    adds, dated, stop = (cue("said", "said", name).search(text) for name in ("adds", "dated", "not_done"))
    verb = adds or dated
    if verb is None or (stop and stop.start() < verb.start()):
        return
    told = text[verb.end() : stop.start() if stop else len(text)]
    told = re.sub(r"\btừ\b.*?\b(?=thành|sang|lên|xuống|đến)", " ", told)
    for moment in sorted(moments(told)):
        yield StatedFact(SaidKind.DATE, moment)


def _has(name: str, text: str) -> bool:
    return cue("said", "said", name).search(text) is not None
