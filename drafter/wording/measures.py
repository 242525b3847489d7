"""Measures in words: of a target, and what was counted for evidence."""

from __future__ import annotations

import re

from drafter.model import Comparator, Measure, Measured, Target

from .figures import number
from .messages import say

_UP, _DOWN = re.compile(r"\btăng\b", re.IGNORECASE), re.compile(r"\bgiảm\b", re.IGNORECASE)


def measure_words(measure: Measure, lang: str, text: str = "") -> str:
    """A measure in a few words: `100%`, `từ 16 đến 18%/năm`, `từ hạng 30 trở lên`, `tăng tối thiểu 8%/năm`.

    `text` is that of its target: whether it speaks of a rise or a fall.
    """
    if measure.value is None:
        return say(f"comparator.{measure.comparator}", lang)
    value = figure_words(measure, lang, f" {say('comparator.to', lang)} ")
    unit = measure.unit or ""
    amount = f"{value}{unit}" if unit.startswith("%") else f"{value} {unit}".strip()
    of = f"({measure.of})" if measure.of else ""
    if measure.comparator is Comparator.RANK:
        among = " ".join(part for part in (unit, measure.of, measure.scope) if part)
        rank = say("screen.rank", lang, value=value)
        return f"{rank} ({among})" if among else rank
    if measure.of_change:
        sign = _direction(text, lang)
        if measure.comparator is not Comparator.EQUAL:
            sign += f" {say(f'screen.bound.{measure.comparator}', lang)}"
    else:
        exact = measure.comparator is Comparator.EQUAL
        sign = "" if exact else say(f"comparator.{measure.comparator}", lang)
    return " ".join(part for part in (sign, amount, of, measure.scope or "") if part)


def _direction(text: str, lang: str) -> str:
    """Rise or fall, where `text` speaks of one of them alone."""
    up, down = bool(_UP.search(text)), bool(_DOWN.search(text))
    return say("screen.of-change" if up is down else "screen.rise" if up else "screen.fall", lang)


def figure_words(measure: Measure, lang: str, between: str = " – ") -> str:
    """The figure of a measure: `"7,5"`, `"3 – 5"`; `between` the two of a range."""
    values = [number(value, lang) for value in (measure.value, measure.value_max) if value is not None]
    return between.join(values)


def value_of(target: Target, lang: str, *, dated: bool = True) -> str:
    """The measures of a target in short, with its deadline where `dated`: `"≥ 30% (GRDP), năm 2030"`.

    Values for several years stand with these: `"2021: 50%; 2022: 65%; 2025: 100%"`.
    """
    valued = [measure for measure in target.measures if measure.value is not None]
    years = dict.fromkeys(measure.deadline for measure in valued)
    if len(years) > 1 and None not in years:
        return "; ".join(
            f"{year}: {', '.join(measure_words(m, lang, target.text) for m in valued if m.deadline == year)}"
            for year in years
        )
    values = "; ".join(measure_words(measure, lang, target.text) for measure in valued)
    values = values or say("targets.no-figure", lang)
    return (
        say("targets.by", lang, value=values, year=target.deadline) if target.deadline and dated else values
    )


def counted_words(measured: Measured, lang: str) -> str:
    """What was counted, before and after: `"số trang: từ 12 còn 9"`, `"lời văn cũ: vẫn 1 chỗ"`."""
    before, after = measured.before, measured.after
    way = "same" if before == after else "fewer" if after < before else "more"
    change = say(f"counted.{way}", lang, before=before, after=after)
    return say(
        f"measure.{measured.name}", lang, change=change, before=before, after=after, said=measured.said
    )
