"""Dispositions as answers put them: the words that an answer begins with say what becomes of the comment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from drafter.model import Disposition

from .lexicon import alternatives, lexicon
from .lexicons import Dispositions
from .normal import folded
from .sentences import hide_quotes

_PARTS = re.compile(r"[;\n]|[.!?](?=\s|$)")
_FOLLOWED = (Disposition.ACCEPTED, Disposition.PARTLY)
_DOUBTED = (*_FOLLOWED, Disposition.NOTED)


def disposition_of(answer: str) -> Disposition | None:
    """What an answer says of its comment; None where it does not say it clearly.

    It is as the answer begins, unless what follows makes it doubtful: `"Tiếp thu. Tuy nhiên chưa sửa"`, `"Sẽ
    tiếp thu ở dự thảo lần sau"`, `"Tiếp thu ý kiến của Sở A, không tiếp thu ý kiến của Sở B"` say none.
    """
    said = begins_as(answer)
    return None if said in _DOUBTED and _is_doubtful(answer, said) else said


def begins_as(answer: str) -> Disposition | None:
    """What an answer says by how it begins.

    `"Tiếp thu, sửa tại khoản 2"` is accepted, `"Không tiếp thu, vì …"` explained. What is refused further
    on counts too: `"Tiếp thu ý kiến này là không phù hợp"` is explained, `"Tiếp thu ý 1. Không tiếp thu ý 2"`
    partly accepted.
    """
    first, *further = [folded(part) for part in _PARTS.split(answer) if re.search(r"\w", part)] or [""]
    found = _pattern().match(first)
    said = None if found is None else _phrases()[found["said"]]
    if found is None or said is not Disposition.ACCEPTED:
        return said
    if _turned().match(first, found.end()):
        return Disposition.EXPLAINED
    refused = any(_refusing().match(part) for part in further) or _refused_later().search(first, found.end())
    return Disposition.PARTLY if refused else said


def _is_doubtful(answer: str, said: Disposition | None) -> bool:
    words, plain = lexicon(Dispositions), folded(hide_quotes(answer))
    if said is Disposition.PARTLY:
        return bool(words.whose.pattern.search(plain) and words.denied.pattern.search(plain))
    return bool(words.doubtful.pattern.search(plain) or words.denied.pattern.search(plain))


def is_unclear(answer: str) -> bool:
    """Whether an answer begins with what becomes of the comment and leaves it in doubt."""
    return bool(_pattern().match(folded(answer))) and disposition_of(answer) is None


def is_bare(answer: str) -> bool:
    """Whether an answer names a disposition and says nothing more: `"Giải trình."`, `"Không nhất trí tiếp thu
    ý kiến này."`"""
    plain = folded(answer)
    found = _pattern().match(plain)
    if found is None:
        return False
    rest = lexicon(Dispositions).empty.pattern.sub("", plain[found.end() :])
    return not re.search(r"\w", rest)


def gainsays(answer: str, chosen: Disposition) -> bool:
    """Whether an answer says that the comment is followed, and the disposition chosen that it is not, or the
    other way; that it is followed in part, and the disposition that it is as a whole; or which of these it
    is, where that is left open."""
    begins = disposition_of(answer)
    if begins is None or begins is chosen:
        return False
    if chosen is Disposition.PENDING:
        return begins is not Disposition.NOTED  # who notes it may still be at work on it
    said = {chosen, begins}
    return said <= {*_FOLLOWED, Disposition.EXPLAINED} and (
        Disposition.EXPLAINED in said or chosen is Disposition.ACCEPTED
    )


@cache
def _phrases() -> Mapping[str, Disposition | None]:
    words = lexicon(Dispositions)
    named = {said: each for each in Disposition for said in getattr(words, each)}
    return {**named, **dict.fromkeys(words.either)}


@cache
def _turned() -> re.Pattern[str]:
    return re.compile(rf"[^,:]*?(?<!\w)(?:{alternatives(lexicon(Dispositions).turned)})(?!\w)")


@cache
def _refusing() -> re.Pattern[str]:
    words = lexicon(Dispositions)
    behind = f"(?:(?:{alternatives(words.parting)})[\\W_]+)?(?:[^,]{{1,40}}? )??"
    return re.compile(rf"[\W_\d]*{behind}(?:{alternatives(words.refusing)})(?!\w)")


@cache
def _refused_later() -> re.Pattern[str]:
    words = lexicon(Dispositions)
    parting, refusing = alternatives(words.parting), alternatives(words.refusing)
    return re.compile(rf"(?<!\w)(?:{parting})(?!\w)[^,]{{0,60}}?(?<!\w)(?:{refusing})(?!\w)")


@cache
def _pattern() -> re.Pattern[str]:
    before, said = alternatives(lexicon(Dispositions).before), alternatives(_phrases())
    return re.compile(rf"[\W_]*(?:(?:{before})\s+)*(?P<said>{said})(?!\w)")
