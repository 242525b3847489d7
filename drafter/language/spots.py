"""Spots: where in a clause new words are to stand, beside which words or at which end.

    "Bổ sung “hằng năm” sau cụm từ “định kỳ 6 tháng”" → behind "định kỳ 6 tháng"
    "giữa từ “báo cáo” và từ “kết quả” bổ sung “đầy đủ”" → behind "báo cáo", before "kết quả"
    "Thêm “Khẩn trương” vào đầu điểm b" → at the start
    "Tại câu thứ hai khoản 3, bỏ “hằng năm”" → in the second sentence

The grammar is in `data/asks.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.model import Ask, Edge, Op

from .lexicon import lexicon
from .lexicons import Asks
from .noise import canonical
from .numerals import spoken
from .quotes import Quote

LAST = -1  # the last sentence


def spotted(ask: Ask, text: str, quotes: Sequence[Quote]) -> Ask:
    """`ask` with the place that `text`, in normal form, gives its new words; what is replaced has its place,
    unless it is a heading. The sentence that is spoken of is told of any."""
    ask = replace(ask, sentence=_sentence(text, quotes))
    if ask.op not in (Op.ADD, Op.REPLACE):
        return ask
    edge = _edge(text, quotes)
    if ask.op is Op.REPLACE:
        return replace(ask, edge=edge if edge is Edge.TITLE else None)
    behind, before = _neighbours(ask.new or "", text, quotes)
    return replace(ask, old=ask.old or behind, before=before, edge=edge)


def _neighbours(new: str, text: str, quotes: Sequence[Quote]) -> tuple[str | None, str | None]:
    """The quoted words behind which and before which new ones are to stand."""
    cues = lexicon(Asks)
    behind = before = None
    for at, quote in enumerate(quotes):
        lead = text[: quote.outer[0]]
        if canonical(quote.text) == canonical(new):
            continue
        if cues.behind.pattern.search(lead):
            behind = quote.text
        elif cues.ahead.pattern.search(lead):
            before = quote.text
        elif cues.amid.pattern.search(lead) and at + 1 < len(quotes):
            behind, before = quote.text, quotes[at + 1].text
    return behind, before


def _sentence(text: str, quotes: Sequence[Quote]) -> int | None:
    found = lexicon(Asks).sentence.pattern.search(_without(text, quotes))
    if found is None:
        return None
    nth = found["nth"].lower()
    if nth.startswith("cuối"):
        return LAST
    return 1 if nth.startswith("đầu") else int(nth) if nth.isdigit() else spoken(nth)


def _without(text: str, quotes: Sequence[Quote]) -> str:
    for quote in reversed(quotes):
        text = text[: quote.start] + text[quote.end :]
    return text


def _edge(text: str, quotes: Sequence[Quote]) -> Edge | None:
    text = _without(text, quotes)
    cues = lexicon(Asks)
    if cues.titled.pattern.search(text):
        return Edge.TITLE
    if cues.start.pattern.search(text):
        return Edge.START
    return Edge.END if cues.close.pattern.search(text) else None
