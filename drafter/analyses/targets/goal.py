"""A goal: one chỉ tiêu in a text, and the words around it that are no part of its indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.language.dates import Due, dues
from drafter.language.figures import Figure
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Goals, Measures
from drafter.language.pipeline import read


@dataclass(frozen=True, slots=True)
class Goal:
    """One chỉ tiêu in a text: where it stands, its figures and dates, the label before it."""

    start: int
    end: int
    figures: tuple[Figure, ...] = ()
    dues: tuple[Due, ...] = ()
    first: bool = False  # of its text
    label: str = ""
    part_of: str = ""  # the words of the goal that "trong đó" opened this one from

    def stop(self, at: int) -> int:
        """Where what is said after figure number `at` ends: at the next figure or with the goal."""
        return self.figures[at + 1].left if at + 1 < len(self.figures) else self.end


@cache
def mood() -> re.Pattern[str]:
    """Opening words that say how a goal is willed, not what it is: "phấn đấu", "trong đó có"."""
    words = lexicon(Measures).complete.mood.alternatives
    return re.compile(rf"(?:[\s,:\-–+]*(?:{words})(?!\w))*[\s,:\-–+]*", re.IGNORECASE)


def undated(words: str) -> str:
    """`words` without the dates in it: "GRDP vào năm 2025" gives "GRDP"."""
    for due in reversed(dues(read(words))):
        words = words[: due.start] + " " + words[due.end :]
    return " ".join(words.split()).strip(" ,")


def has_predicate(words: str) -> bool:
    return bool(re.search(rf"\b{lexicon(Goals).predicate.opening.pattern}", words, re.IGNORECASE))
