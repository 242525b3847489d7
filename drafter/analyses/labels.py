"""Labels: which numbers of clauses people take for each other."""

from __future__ import annotations

import re

from drafter.language.numerals import roman, spoken, whole
from drafter.model import Clause, Kind

_WRITTEN_ALIKE = {Kind.ANNEX, Kind.CHAPTER, Kind.PART}  # "Phụ lục 1" and "Phụ lục I" are the same
OTHER_SCRIPT = 1.0  # what it costs to read "mục 3" for mục III
NEVER = 9.0  # what it costs to read "mục III" for khoản 3


def decimal(clause: Clause) -> str:
    """`1.2.1` as printed, where the label may be only the last figure."""
    marker = (clause.marker or "").strip(" .)")
    return marker if re.fullmatch(r"\d+(?:\.\d+)+", marker) else ""


def value(printed: str) -> str:
    """Labels that people take for each other have one value: `III`, `3`, `03` and "ba"."""
    text = printed.strip(" .)")
    number = roman(text) if _is_roman(text) else whole(text)
    if number is None and len(text) > 1 and text.isalpha():
        number = spoken(text)
    return str(number) if number is not None else text.lower()


def other_script(said: str, printed: str, kind: Kind) -> float:
    """What it costs to take one script for the other: "mục 3" may be mục III, "mục III" is never khoản 3."""
    if said == printed or kind in _WRITTEN_ALIKE:
        return 0
    return OTHER_SCRIPT if printed == "roman" else NEVER


def script(text: str) -> str:
    """Whether a label is written in Roman numerals: "roman" or "other"."""
    return "roman" if _is_roman(text) else "other"


def _is_roman(text: str) -> bool:
    """C and D alone are letters of parts; nobody numbers a hundred of them."""
    return roman(text) is not None and (len(text) > 1 or text in "IVX")


def titled(clause: Clause) -> str:
    """A unit with its heading, else its text, in one line: `"III- NHIỆM VỤ"`, `"PHỤ LỤC I: LỘ TRÌNH"`, as a
    title stands on the line below a unit that is named by a word."""
    marker, title = clause.marker or "", " ".join((clause.heading or clause.text).split())
    by_word = " " in marker and marker[-1].isalnum()
    return f"{marker}: {title}" if by_word and title else f"{marker} {title}".strip()
