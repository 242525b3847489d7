"""Signing: what an answer must say before it is recorded, and whose it is then."""

from __future__ import annotations

from dataclasses import replace

from ..errors import AnswerContradicts, BlankInAnswer, NeedsReason, NeedsWord
from ..language.dispositions import gainsays, is_bare
from ..language.normal import folded
from ..model import Author, Decision, Disposition

_REASONED = (Disposition.PARTLY, Disposition.EXPLAINED)


def check_answer(decision: Decision, *, number: int, shown: str) -> None:
    """Raises NeedsReason where the comment is not followed, or not wholly, and the answer gives no reason in
    words; NeedsWord where it is left open without one; BlankInAnswer where something is to be filled in, be
    the comment still pending: what is recorded is printed; AnswerContradicts where answer and disposition
    are at odds."""
    blanks = _blanks(decision.response)
    if blanks:
        raise BlankInAnswer(shown, number=number, blanks=", ".join(blanks))
    if gainsays(decision.response, decision.disposition):
        raise AnswerContradicts(shown, number=number, answer=decision.response, chosen=decision.disposition)
    if decision.disposition in _REASONED and (not _says(decision.response) or is_bare(decision.response)):
        raise NeedsReason(shown, number=number)
    if decision.disposition is Disposition.PENDING and not _says(decision.response + decision.remark):
        raise NeedsWord(shown, number=number)


def _blanks(text: str) -> tuple[str, ...]:
    from ..wording.answers import blank_words

    found = (blank for lang in ("vi", "en") for blank in blank_words(lang) if blank in text)
    return tuple(dict.fromkeys(found))


def _says(text: str) -> bool:
    return any(char.isalnum() for char in text)


def signed(before: Decision, made: Decision, author: Author) -> Decision:
    """`made` from `before` under the name of `author`, to be approved anew; where the answer is the same it
    stays whose it was: who works on it until when, remarks and what the agency says are no part of it."""
    if _answer(before) == _answer(made):
        return made
    return replace(
        made,
        draft=author.draft,
        decided_by=author.name,
        decided_at=author.at,
        approved_by="",
        approved_at="",
    )


def _answer(decision: Decision) -> tuple[object, ...]:
    told = (decision.disposition, decision.reason, decision.response, decision.where)
    return (*told, decision.clauses, decision.scope, decision.asks)


def is_same_person(name: str, other: str) -> bool:
    """Whether two names are one, however typed: in Unicode form, letter case or spaces."""
    return folded(name) == folded(other)
