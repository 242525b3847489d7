"""Measures in words: of a target, and what was counted for evidence."""

from __future__ import annotations

from drafter.model import Measure, Measured, Target

from .figures import number
from .messages import say


def measure_words(measure: Measure, lang: str) -> str:
    """A measure in a few words: `≥ 20%`, `16 – 18%/năm`, `hạng ≤ 30`."""
    if measure.value is None:
        return say(f"comparator.{measure.comparator}", lang)
    value = figure_words(measure, lang)
    unit = measure.unit or ""
    amount = f"{value}{unit}" if unit.startswith("%") else f"{value} {unit}".strip()
    sign = say(f"comparator.{measure.comparator}", lang)
    change = say("screen.of-change", lang) if measure.of_change else ""
    of = f"({measure.of})" if measure.of else ""
    return " ".join(part for part in (change, sign, amount, of, measure.scope or "") if part)


def figure_words(measure: Measure, lang: str) -> str:
    """The figure of a measure: `"7,5"`, `"3 – 5"`."""
    values = [number(value, lang) for value in (measure.value, measure.value_max) if value is not None]
    return " – ".join(values)


def value_of(target: Target, lang: str) -> str:
    """The measures of a target in short, with its deadline: `">= 30 % GRDP (2030)"`.

    Values for several years stand with these: `"2021: 50%; 2022: 65%; 2025: 100%"`.
    """
    valued = [measure for measure in target.measures if measure.value is not None]
    years = dict.fromkeys(measure.deadline for measure in valued)
    if len(years) > 1 and None not in years:
        return "; ".join(
            f"{year}: {', '.join(measure_words(m, lang) for m in valued if m.deadline == year)}"
            for year in years
        )
    values = "; ".join(measure_words(measure, lang) for measure in valued)
    return f"{values or '–'} ({target.deadline})" if target.deadline else values or "–"


def counted_words(measured: Measured, lang: str) -> str:
    """What was counted, before and after: `"toàn văn: 5.150 → 4.464 từ"`."""
    return say(f"measure.{measured.name}", lang, before=measured.before, after=measured.after)
