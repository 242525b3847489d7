"""Answers in office wording: what the drafting office may send, from the facts of an `Answer`.

A proposal names the place and the whole phrase; where nothing is proved, it is the skeleton of an answer with
a blank in square brackets for a person: `"[lý do]"`. Tricky cases:
- the same place is named once: `"sửa “A” thành “B”; bổ sung “C” tại điểm a khoản 2 mục III (dự thảo lần 3)"`;
- of comments that cannot all be followed that which was is told as accepted, the others who was followed;
  where none was, one explanation is the same in each row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from drafter.language.locators import innermost
from drafter.model import Answer, Claim, Counted, Disposition, Op, Party, Row

from .decisions import decided_words
from .lines import lines
from .messages import known, say
from .names import cited

_GROWN = "grown"  # of what is longer again than in a draft in between
_BLANKS = ("reason", "choice", "explanation", "review", "place")


def response_words(row: Row, lang: str) -> str:
    """The drafting office's answer to a row: what people decided, else what is proposed; "" for nothing.

    Where they decided the comments of a row differently, each answer with its agencies.
    """
    if len(row.settled) == 1 and not row.open:
        return decided_words(row.settled[0].decision, lang)
    if row.settled:
        return "\n".join(lines(row, lang))
    if row.response:
        return row.response
    if row.decided:
        return f"{say(f'disposition.{row.disposition}', lang)}."
    return answer_words(row.answer, lang) if row.answer else ""


def answer_words(answer: Answer, lang: str) -> str:
    """`"Tiếp thu, sửa “A” thành “B” tại điểm a khoản 2 mục III (dự thảo lần 3)."`, or a skeleton."""
    return _explained(answer, lang) if answer.parties else _own(answer, lang)


def _own(answer: Answer, lang: str) -> str:
    match answer.proposes:
        case Disposition.ACCEPTED if answer.kept:
            return say("answer.accepted.kept", lang, told=_kept(answer, lang))
        case Disposition.ACCEPTED:
            return say("answer.accepted", lang, told=told_words(answer, lang))
        case Disposition.PARTLY:
            return say("answer.partly", lang, told=told_words(answer, lang), rest=_rest(answer, lang))
        case Disposition.EXPLAINED if answer.still:
            return say("answer.still", lang, told=_still(answer, lang))
        case Disposition.EXPLAINED if answer.claims:
            return say("answer.already", lang, told=told_words(answer, lang))
        case Disposition.EXPLAINED:
            return say("answer.explained", lang, reason=_blank("explanation", lang))
        case Disposition.NOTED:
            return say("answer.noted", lang)
        case _:
            return _blank("choice", lang)


def places_words(answer: Answer, lang: str) -> str:
    """Where in the newest draft the answer is to be seen, as an official cites it; "" for nowhere."""
    told = dict.fromkeys(place for claim in answer.claims for place in claim.places)
    return cited(tuple(told) or answer.places, lang)


def told_words(answer: Answer, lang: str) -> str:
    """What was done, and where: of each claim its words, of what was counted the numbers; the draft once.

    "" where there is nothing to be told.
    """
    places = cited(answer.places, lang)
    deeds = [counted for counted in answer.counted if _is_deed(counted)]
    figures = "; ".join(_figure(counted, lang) for counted in answer.counted if counted not in deeds)
    told_at = [(places, _deed(counted, answer, lang)) for counted in deeds]
    told_at += [(_where(claim, lang), _claim(claim, answer, lang)) for claim in answer.claims]
    parts = [
        _at("; ".join(words for _, words in group), where, lang)
        for where, group in groupby(told_at, key=lambda pair: pair[0])
    ]
    if figures and parts:
        parts.append(figures)
    elif figures or (answer.changed and not parts):
        amended = _at(say("answer.amended", lang), places, lang)
        parts.append(say("answer.figures", lang, told=amended, figures=figures) if figures else amended)
    if not parts:
        return ""
    told = "; ".join(parts)
    if answer.draft_number is None:
        return say("answer.newest", lang, told=told)
    return say("answer.draft", lang, told=told, number=answer.draft_number)


def blanks(text: str, lang: str) -> Iterator[tuple[str, bool]]:
    """`text` in pieces, each with whether it is a blank that a person has to fill in."""
    for at, piece in enumerate(_one_of(blank_words(lang)).split(text)):
        if piece:
            yield piece, bool(at % 2)


def blank_words(lang: str) -> tuple[str, ...]:
    """The blanks that stand in proposals for a person to fill in: `"[lý do]"`."""
    return tuple(_blank(name, lang) for name in _BLANKS)


@cache
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"({'|'.join(map(re.escape, words))})")


def _blank(name: str, lang: str) -> str:
    return say(f"blank.{name}", lang)


# --- what was done ------------------------------------------------------------------------


def _where(claim: Claim, lang: str) -> str:
    """The places of a claim, where its own words do not name them."""
    return "" if claim.whence else cited(claim.places, lang)


def _at(told: str, places: str, lang: str) -> str:
    return say("answer.at", lang, told=told, places=places) if places else told


def _claim(claim: Claim, answer: Answer, lang: str) -> str:
    facts = {"old": claim.old, "new": claim.new, "after": claim.after}
    if claim.whence:
        whence, places = _from_to(claim, answer, lang)
        key = f"claim.{claim.op}"
        return say(key if claim.new or not known(f"{key}.clause") else f"{key}.clause", lang,
                   whence=whence, places=places, **facts)  # fmt: skip
    if claim.op is Op.KEEP:
        number = answer.asked_in
        key = "answer.stood" if number is None else "answer.stood-since"
        return say(key, lang, new=claim.new, number=number)
    kind = ".after" if claim.after else ".new" if claim.op is Op.REPLACE and not claim.old else ""
    return say(f"claim.{claim.op}{kind}", lang, **facts)


def _from_to(claim: Claim, answer: Answer, lang: str) -> tuple[str, str]:
    """The places before and after; the units around both are named once, the draft where only it has them."""
    places = cited(claim.places, lang)
    if not claim.places:
        return _of_draft(cited(claim.whence, lang), answer, lang), ""
    around = [place.partition(", ")[2] for place in (*claim.whence, *claim.places)]
    if len(set(around)) == 1 and around[0]:
        return cited([innermost(place)[0] for place in claim.whence], lang), places
    return cited(claim.whence, lang), places


# --- what was counted ---------------------------------------------------------------------


def _is_deed(counted: Counted) -> bool:
    """Whether the number is told in a sentence of its own: something was added or made shorter."""
    measured = counted.measured
    if not known(f"counted.{measured.name}"):
        return False
    return measured.after < measured.before if measured.unit == "words" else not measured.before


def _deed(counted: Counted, answer: Answer, lang: str) -> str:
    measured = counted.measured
    facts: dict[str, object] = {"before": measured.before, "after": measured.after}
    facts["part"] = _of_commented(answer, lang)
    facts["all"] = measured.after + _left(answer, measured.name)
    facts["named"] = ", ".join(f"“{words}”" for words in counted.named)
    facts["review"] = _blank("review", lang)
    key = f"counted.{measured.name}"
    if facts["all"] != measured.after:
        return say(f"{key}.of", lang, **facts)
    if not counted.between:
        return say(key, lang, **facts)
    number, count = counted.between[-1]
    return say(f"{key}.{_GROWN}", lang, number=number, count=count, **facts)


def _of_commented(answer: Answer, lang: str) -> str:
    """What the comment is about, in the draft that was commented: `"mục I và mục II của dự thảo lần 1"`."""
    return _of_draft(cited(answer.commented, lang), answer, lang)


def _of_draft(places: str, answer: Answer, lang: str) -> str:
    key = "answer.of-commented" if answer.asked_in is None else "answer.of-draft"
    return say(key, lang, places=places, number=answer.asked_in)


def _figure(counted: Counted, lang: str) -> str:
    measured = counted.measured
    way = "fell" if measured.after < measured.before else "rose"
    name = say(f"counted.name.{measured.name}", lang)
    return say(f"counted.{way}", lang, name=name, before=measured.before, after=measured.after)


# --- what was not done --------------------------------------------------------------------


_WITHOUT = {"targets-with-roadmap": "targets-without-roadmap"}  # what all the others are counted as


def _left(answer: Answer, name: str) -> int:
    return sum(each.after for each in answer.left if each.name == _WITHOUT.get(name))


def _rest(answer: Answer, lang: str) -> str:
    reason = _blank("reason", lang)
    lacking = [_lacking(answer, lang)] if answer.lacking else []
    if answer.left:
        left = [say(f"left.{each.name}", lang, count=each.after) for each in answer.left]
        return "; ".join([*lacking, say("answer.left", lang, left=", ".join(left), reason=reason)])
    if not lacking:
        return say("answer.rest", lang, reason=reason)
    return lacking[0]


def _lacking(answer: Answer, lang: str) -> str:
    words = ", ".join(f"“{words}”" for words in answer.lacking)
    return say("answer.lacking", lang, words=words, reason=_blank("reason", lang))


def _explained(answer: Answer, lang: str) -> str:
    """The explanation that all rows of clashing comments share."""
    agencies = list(dict.fromkeys("; ".join(party.agencies) for party in answer.parties))
    wanted = [_party(party, lang) for party in answer.parties]
    told = _still(answer, lang) if answer.still or answer.followed else _blank("explanation", lang)
    facts = {"parties": _listed(wanted), "still": told}
    if len(agencies) == 1:
        return say("conflict.self", lang, agency=agencies[0], **facts)
    return say("conflict", lang, **facts)


def _kept(answer: Answer, lang: str) -> str:
    """What stays as it was, and where."""
    words = say("answer.kept" if answer.still else "answer.kept.clause", lang, words=answer.still)
    told = _at(words, cited(answer.places, lang), lang)
    key = "answer.newest" if answer.draft_number is None else "answer.draft"
    return say(key, lang, told=told, number=answer.draft_number)


def _still(answer: Answer, lang: str) -> str:
    """What the draft has where wishes clash, after whose wish, and the blank for why."""
    key = "conflict.still"
    if answer.followed:
        key = "conflict.followed" if answer.still else "conflict.followed.otherwise"
    if answer.draft_number is None:
        key = _NEWEST[key]
    facts = {"words": answer.still, "number": answer.draft_number, "reason": _blank("reason", lang)}
    return say(key, lang, followed="; ".join(answer.followed), **facts)


_NEWEST = {  # where drafts have no numbers
    "conflict.still": "conflict.still.newest",
    "conflict.followed": "conflict.followed.newest",
    "conflict.followed.otherwise": "conflict.followed.otherwise.newest",
}


def _party(party: Party, lang: str) -> str:
    agencies = "; ".join(party.agencies)
    if not party.wanted:
        return say("conflict.party.other", lang, agencies=agencies)
    key = "conflict.party.keeps" if party.keeps else "conflict.party"
    return say(key, lang, agencies=agencies, wanted=party.wanted)


def _listed(items: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(items))
