"""Numbers and dates as a text in Vietnamese or English prints them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

_EARLY = 2  # Nghị định 30/2020, phụ lục I: days under 10 and the months 1 and 2 get a zero before them

_TWO_DIGITS = 10


def number(value: Decimal | float, lang: str) -> str:
    """`5150` as `"5.150"` in Vietnamese, `"5,150"` in English; decimals after a comma or point."""
    whole = Decimal(str(value))
    shown = f"{whole.normalize():,f}"
    return shown if lang == "en" else shown.translate({ord(","): ".", ord("."): ","})


def count(value: int, lang: str) -> str:
    """How many, in a sentence of an office: `3` as `"03"` in Vietnamese, where offices write a zero before
    counts under 10."""
    return f"{value:02d}" if lang == "vi" and 0 < value < _TWO_DIGITS else number(value, lang)


def signed(value: int, lang: str) -> str:
    """A difference with its sign, a true minus: `"−686"`; `"0"` without."""
    if not value:
        return "0"
    return f"{'+' if value > 0 else '−'}{number(abs(value), lang)}"


def share(value: float, lang: str) -> str:
    """A share of one in whole per cent: `0.268` as `"27%"`."""
    return f"{number(round(100 * value), lang)}%"


def day(value: date, lang: str) -> str:
    """`"05/3/2021"`, `"10/02/2021"` in Vietnamese; `"5 March 2021"` in English."""
    if lang == "en":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{value.day:02d}/{_month(value)}/{value.year}"


def listed_numbers(numbers: Iterable[int | None]) -> str:
    """Numbers of comments in order, runs of them shortened: `"1–4, 7"`."""
    known = sorted({number for number in numbers if number is not None})
    runs: list[list[int]] = []
    for number in known:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs) or "–"


def full_day(value: date, lang: str) -> str:
    """`"ngày 05 tháng 3 năm 2021"`, as over a document; `"5 March 2021"` in English."""
    if lang == "en":
        return day(value, lang)
    return f"ngày {value.day:02d} tháng {_month(value)} năm {value.year}"


def _month(value: date) -> str:
    return f"{value.month:02d}" if value.month <= _EARLY else str(value.month)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
