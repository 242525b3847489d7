"""Dispositions as answers put them: the words that an answer begins with say what becomes of the comment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from drafter.model import Disposition

from .lexicon import alternatives, lexicon
from .lexicons import Dispositions
from .normal import folded

_FOLLOWED = (Disposition.ACCEPTED, Disposition.PARTLY)


def disposition_of(answer: str) -> Disposition | None:
    """What an answer says of its comment by how it begins; None where it does not say it clearly.

    `"Tiếp thu, sửa tại khoản 2"` is accepted, `"Không tiếp thu, vì …"` explained.
    """
    found = _pattern().match(folded(answer))
    return None if found is None else _phrases()[found["said"]]


def is_bare(answer: str) -> bool:
    """Whether an answer names a disposition and says nothing more: `"Giải trình."`"""
    found = _pattern().match(folded(answer))
    return found is not None and not re.search(r"\w", folded(answer)[found.end() :])


def gainsays(answer: str, chosen: Disposition) -> bool:
    """Whether an answer says that the comment is followed, and the disposition chosen that it is not, or the
    other way."""
    begins = disposition_of(answer)
    return (chosen in _FOLLOWED and begins is Disposition.EXPLAINED) or (
        chosen is Disposition.EXPLAINED and begins in _FOLLOWED
    )


@cache
def _phrases() -> Mapping[str, Disposition | None]:
    words = lexicon(Dispositions)
    named = {said: each for each in Disposition for said in getattr(words, each)}
    return {**named, **dict.fromkeys(words.either)}


@cache
def _pattern() -> re.Pattern[str]:
    before, said = alternatives(lexicon(Dispositions).before), alternatives(_phrases())
    return re.compile(rf"[\W_]*(?:(?:{before})\s+)*(?P<said>{said})(?!\w)")
