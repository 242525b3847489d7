"""Families of markers: the ways a draft numbers its clauses, with the kind and depth that each stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from drafter.model import Kind

from .numerals import letter

# "2a" stands after 2, "1.3b" after 1.3a, "a1" after a: clauses that an amendment slipped in.
_INSERTED = re.compile(r"[\d.]*\d(?P<letter>[a-zđ])|[a-zđ](?P<figure>\d)")


class Family(StrEnum):
    """One way of numbering, named for its printed form."""

    ANNEX = "annex"
    PART = "part"
    LETTER = "A."
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ROMAN = "I."
    ARTICLE = "article"
    NUMBER = "1."
    BRACED = "1)"
    POINT = "a)"
    SMALL_ROMAN = "ii)"
    BRACKETED = "(1)"
    BRACKETED_ROMAN = "(i)"
    STAR = "*"
    DASH = "-"
    BULLET = "•"
    PLUS = "+"


# Family, the kind of its clauses, and how deep it stands where a draft does not show otherwise.
# Decimals add one to the rank of NUMBER for every further figure: 1.2.3 stands at 62.
FAMILIES: tuple[tuple[Family, Kind, int], ...] = (
    (Family.ANNEX, Kind.ANNEX, 0),
    (Family.PART, Kind.PART, 10),
    (Family.LETTER, Kind.PART, 15),
    (Family.CHAPTER, Kind.CHAPTER, 20),
    (Family.SECTION, Kind.SECTION, 30),
    (Family.SUBSECTION, Kind.SUBSECTION, 33),
    (Family.ROMAN, Kind.SECTION, 35),
    (Family.ARTICLE, Kind.ARTICLE, 50),
    (Family.NUMBER, Kind.PARAGRAPH, 60),
    (Family.BRACED, Kind.PARAGRAPH, 66),
    (Family.POINT, Kind.POINT, 70),
    (Family.SMALL_ROMAN, Kind.POINT, 74),
    (Family.BRACKETED, Kind.POINT, 76),
    (Family.BRACKETED_ROMAN, Kind.POINT, 77),
    (Family.STAR, Kind.DASH, 78),
    (Family.DASH, Kind.DASH, 80),
    (Family.BULLET, Kind.DASH, 82),
    (Family.PLUS, Kind.PLUS, 90),
)
KIND = {family: kind for family, kind, _ in FAMILIES}
RANK = {family: rank for family, _, rank in FAMILIES}
ITEMS = frozenset({Family.STAR, Family.DASH, Family.BULLET, Family.PLUS})
# A heading of these stands on a line of its own, its title on the next.
NAMED = frozenset({Family.ANNEX, Family.PART, Family.CHAPTER, Family.SECTION, Family.SUBSECTION})


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as read: `label` as printed, `number` bare, `end` where text begins.

    `prefix` is that of a named unit in a clause id: `dieu` for `Điều 5.`. `value` orders siblings
    (null for dashes); `parts` are the figures of `2.1.3`. Where `sure` is false the line may be plain
    text: `2.1 Hạ tầng` without a full stop, `V. …` out of sequence.
    """

    family: Family
    label: str
    number: str
    value: int | None
    end: int
    parts: tuple[int, ...] = ()
    sure: bool = True
    prefix: str = ""

    @property
    def key(self) -> str:
        """The marker's piece of a clause id: `dieu-5`, `III`, `2.1`, `pl` for a lone annex."""
        return f"{self.prefix}-{self.number}" if self.prefix and self.number else self.prefix or self.number

    @property
    def inserted(self) -> int:
        """The place among those slipped in after a number: 1 for `2a` and `a1`, 2 for `2b`; 0 for `2`."""
        found = _INSERTED.fullmatch(self.number)
        if found is None:
            return 0
        return letter(found["letter"]) or 0 if found["letter"] else int(found["figure"])
