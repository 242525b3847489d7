"""Moments: dates as they are compared, whatever way they are printed.

"quý II năm 2022", "quý 2/2022" → 2022-Q2; "tháng 6/2022", "06/2022" → 2022-06
"trước ngày 30/6/2022", "ngày 30 tháng 6 năm 2022" → 2022-06-30; "năm 2022" → 2022
"""

from __future__ import annotations

import re

from .normal import decoded

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"((?:19|20)\d\d)(?!\d)"
_OF = r"\s*(?:/|\s+năm\s+|\s+)\s*"
_DAY = re.compile(
    rf"(?<![\d/])(\d{{1,2}})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{{1,2}})(?:\s*[/.-]\s*|\s+năm\s+){_YEAR}"
)
_QUARTER = re.compile(rf"\bquý\s+(iv|i{{1,3}}|[1-4]){_OF}{_YEAR}")
_MONTH = re.compile(rf"(?:\btháng\s+|(?<![\d/]))(0?[1-9]|1[0-2]){_OF}{_YEAR}(?!/)")
_ALONE = re.compile(rf"(?<![\d/.,-]){_YEAR}(?!\s?[/–-]\s?\d)")


def moments(text: str) -> frozenset[str]:
    """The dates of `text`, each as fine as it is told; a year within a finer date is none of its own."""
    rest, found = decoded(text).lower(), set()
    for pattern in (_DAY, _QUARTER, _MONTH, _ALONE):
        for one in pattern.finditer(rest):
            *finer, year = one.groups()
            found.add("-".join([year, *(_part(each, pattern) for each in reversed(finer))]))
        rest = pattern.sub(" ¦ ", rest)
    return frozenset(found)


def _part(printed: str, pattern: re.Pattern[str]) -> str:
    if pattern is _QUARTER:
        return f"Q{_ROMAN.get(printed) or int(printed)}"
    return f"{int(printed):02}"


def is_fine(moment: str) -> bool:
    """Whether a date is told finer than by its year."""
    return "-" in moment
