"""Objects: of several sentences of a clause that one is meant which the request speaks of.

    "Sửa chế độ báo cáo thành “hằng quý”", and "hằng quý" came to the sentence on how citizens write in
    "Bổ sung thời hạn báo cáo là 10 ngày", and "10 ngày" came to that sentence
    "Giao Sở A chủ trì báo cáo", and Sở A came to lead what another sentence is about

What so came for something else may have been asked for elsewhere; a person must say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from drafter.language.lexicon import lexicon
from drafter.language.words import words
from drafter.model import Ask, Measured, Verdict, WordsRole

from .case import MARKS, Case, Outcome, loose, phrase, telling
from .narrowed import around, continues, halves, sentences_inside
from .terms import pairs

_QUOTED = (WordsRole.CITED, WordsRole.STANDING)
_FEW = 5  # words: so many do not come by chance
_MORE = 2  # pairs of words: by so many another sentence is rather the one that is spoken of
_OWN = 2  # words: a sentence that says so much besides is about something
_WISH = re.compile(r"[;,\n]|[.?!](?=\s|$)")  # before the piece in which words are asked for


def for_its_object(case: Case, ask: Ask, found: Outcome) -> Outcome:
    """`found`, but nothing sure where words or an agency came to another sentence than is spoken of."""
    if (
        found.verdict is not Verdict.ADDRESSED
        or not case.after.ids
        or case.after.inside.isdisjoint(found.where)
    ):
        return found
    elsewhere = _words_elsewhere(case, ask) if ask.new else _leads_elsewhere(case, ask)
    if not elsewhere:
        return found
    measure = Measured("words-in-asked-place", 0, 0, "places")
    return replace(found, verdict=Verdict.UNCLEAR, measures=(*found.measures, measure))


def came_about(case: Case, ask: Ask) -> bool:
    """Whether what a comment is against was done: words came that were not to, or half of them beside what it
    asks for itself; or some went that were to stay."""

    def times(said: str) -> tuple[int, ...]:
        found = phrase(loose(said).strip(MARKS))
        return tuple(len(found.findall(side.whole(loose))) for side in (case.before, case.after))

    came, went = (times(one) if one else (0, 0) for one in (ask.unwanted, ask.lasting))
    if came[1] > came[0] or went[1] < went[0]:
        return True
    rest = case.came
    for own in case.comment.asks:
        rest = phrase(loose(own.new).strip(MARKS)).sub(" ", rest) if own.new else rest
    unwanted = set(telling(loose(ask.unwanted or "")))
    return bool(unwanted) and 2 * len(unwanted & set(words(rest.lower()))) >= len(unwanted)


def _words_elsewhere(case: Case, ask: Ask) -> bool:
    new = loose(ask.new or "").strip(MARKS)
    if ask.old or ask.before or ask.edge:
        return False
    text = loose(ask.text)
    at = phrase(new).search(text)
    if _beside_what_is_quoted(case, ask, new):
        return True
    if len(words(new)) >= _FEW:
        return False
    said = pairs(_WISH.split(text[: at.start()])[-1]) if at else frozenset()
    return told_elsewhere(case, said, lambda sentence: phrase(new).search(sentence) is not None)


def _beside_what_is_quoted(case: Case, ask: Ask, new: str) -> bool:
    """Whether words came to another sentence than the one that the comment quotes of the draft."""
    said = [one.text for one in case.comment.words if one.role in _QUOTED and one.text != ask.new]
    stood = [one for one in map(loose, said) if phrase(one.strip(MARKS)).search(case.before.text(loose))]
    meant = [around(case, one.strip(MARKS), loose) for one in stood if len(words(one)) >= _OWN]
    if not meant or any(one is case or phrase(new).search(one.after.text(loose)) for one in meant):
        return False
    there = [line for line in sentences_inside(case.after, loose) if phrase(new).search(line)]
    return any(continues(line, case.before, loose) for line in there)


def _leads_elsewhere(case: Case, ask: Ask) -> bool:
    agency = loose(ask.agency or "").casefold()
    if not agency:
        return False

    def bare(text: str) -> str:
        for role in (agency, *lexicon("evidence")["roles"]["words"]):
            text = text.replace(role.casefold(), " ; ")
        return text

    lines = {line: bare(line.casefold()) for line in sentences_inside(case.after, loose)}
    general = any(agency in line.casefold() and len(telling(rest)) < _OWN for line, rest in lines.items())
    said = pairs(bare(loose(ask.about or ask.text).casefold()))
    return not general and told_elsewhere(case, said, lambda line: agency in line.casefold())


def told_elsewhere(case: Case, said: frozenset[str], came: Callable[[str], bool]) -> bool:
    """Whether a sentence without what came has more of the pairs of words that tell what is meant."""
    told = [half for line in sentences_inside(case.after, loose) for half in halves(line)]
    shares = {True: 0, False: 0}
    for half in told:
        here = came(half)
        shares[here] = max(shares[here], len(said & pairs(half)))
    return shares[False] > 0 and (not shares[True] or shares[False] >= shares[True] + _MORE)
