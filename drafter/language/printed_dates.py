"""Dates as letters and drafts print them: in the letterhead, beside "dự thảo", in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_PLACE = r"[^\d,;:]{2,60},\s*"
_SHORT = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_FIGURES = re.compile(rf"\b{_SHORT}\b")
_AFTER_DAY = re.compile(
    r"ngày\s+(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(\d{4})", re.IGNORECASE
)
_GAP = r"[\s.…_/]*"  # the dots of a date left blank
_LETTERHEAD = re.compile(
    rf"(?:{_PLACE})?ngày\s*(\d{{0,2}}){_GAP}tháng\s*(\d{{0,2}}){_GAP}năm\s*(\d{{0,4}})[\s.…]*"
)
_ENDING = re.compile(
    r"[^.;:]{0,40}\bngày\s*[\d…._]*\s*tháng\s*[\d…._]*\s*năm\s*[\d…._]*\s*\W*", re.IGNORECASE
)
_DATE_LINE = 40  # characters of a line that is about its date
_LETTERHEAD_SHORT = re.compile(rf"{_PLACE}ngày\s+{_SHORT}")


# "17 tháng 3, 2025", "17 thg 3 năm 2025", "17/3/2025", "Mon, 17 Mar 2025", "March 17, 2025".
_SENT = re.compile(
    r"\b(?P<day>\d{1,2})\s*(?:[/.-]|\s(?:tháng|thg\.?)\s)\s*(?P<month>\d{1,2})"
    r"\s*(?:[/.,-]|\s(?:năm\s)?)\s*(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?:(?P<late>\d{{1,2}}),?\s+)?"
    r"(?P<year>\d{4})\b",
    re.IGNORECASE,
)


def sent_day(field: str) -> date | None:
    """The day in a field of a mail's head, as the programs write it in Vietnamese and in English."""
    found, named = _SENT.search(field), _NAMED.search(field)
    try:
        if found:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        if named and (day := named["day"] or named["late"]):
            return date(int(named["year"]), _MONTHS.index(named["month"].lower()) + 1, int(day))
    except ValueError:  # no day of the calendar
        return None
    return None


def find_date(text: str) -> date | None:
    """The first date of a text: `"ngày 03 tháng 12 năm 2024"`, `"03/12/2024"`; None for blanks."""
    return _first((*_WORDS.finditer(text), *_FIGURES.finditer(text)))


def find_named_day(text: str) -> date | None:
    """The first date of a text that "ngày" opens: `"Dự thảo ngày 15/3/2024"`."""
    return _first(_AFTER_DAY.finditer(text))


def is_date_line(line: str) -> bool:
    """Whether a line of a letter tells its date and little else, blank or not."""
    return bool(_ENDING.fullmatch(line)) or (len(line) < _DATE_LINE and bool(_FIGURES.search(line)))


def dates_letter(plain: str) -> bool:
    """Whether a line (folded) is that of place and date: `"an sơn, ngày … tháng … năm 2024"`."""
    return _letterhead(plain) is not None


def letter_date(plain: str) -> date | None:
    """The date in the line of place and date (folded); None for other lines and where the day is blank."""
    found = _letterhead(plain)
    return _first([found]) if found else None


def _letterhead(plain: str) -> re.Match[str] | None:
    return _LETTERHEAD.fullmatch(plain) or _LETTERHEAD_SHORT.fullmatch(plain)


def _first(places: Iterable[re.Match[str]]) -> date | None:
    """The first that is a day of the calendar; groups are day, month, year."""
    for found in places:
        try:
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        except ValueError:
            continue
    return None
