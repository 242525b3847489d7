"""Decisions of people against what drafts and letters say now: the edit that fulfils one, whether it still
stands, what of it must be looked at again, and what was decided before of comments like it."""

from .carrying import carried_over, known_answers, precedents
from .deeds import deed_in_words, deed_of, is_telling
from .likeness import apart
from .overriding import overridden
from .shown import is_unshown
from .watching import fallen, watch, watched

__all__ = [
    "apart",
    "carried_over",
    "deed_in_words",
    "deed_of",
    "fallen",
    "is_telling",
    "is_unshown",
    "known_answers",
    "overridden",
    "precedents",
    "watch",
    "watched",
]
