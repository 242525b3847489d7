"""Rest: what a request says behind the words that came, and what tells its object from others of the kind.

"nâng lên 10% hoặc 15% đối với tái phạm", and 10% alone came: the other figure is a part of the wish
"từ 30% lên 50% và không yêu cầu giấy xác nhận": what is not to be asked for is one too
"thay “6 tháng” bằng “hằng quý”, riêng huyện đảo giữ 6 tháng": what is left out is one as well
"trách nhiệm của Ủy ban nhân dân cấp xã" is not said by words about those of the districts
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from drafter.language.lexicon import cue, lexicon
from drafter.language.normal import decoded
from drafter.language.sentences import hide_quotes
from drafter.language.words import NUMBER, words
from drafter.model import Ask, Countable, Measured, Op, Verdict

from .case import MARKS, Case, Outcome, loose, phrase, telling
from .terms import pairs
from .wording import asked_words

_NUMBER = re.compile(rf"(?<![\w/.,-]){NUMBER}")
_LED = frozenset((Countable.ASSIGNED, Countable.LEAD))
_NAMED = "¦"  # in place of words that an ask names
_TOLD = 2  # words: fewer say nothing
_MOST = 0.7  # of the words of a part
_SOME = 0.4  # of its pairs of words
_STOP = re.compile(r"\n|[.](?!\d)")
_LISTED = re.compile(r"\(\d{1,2}\)")


def unmet(case: Case) -> list[Outcome]:
    """An outcome where the later draft does not show parts behind the new words, with these."""
    open_ = tuple(dict.fromkeys(" ".join(part.split()) for part in _open(case)))
    measure = Measured("rest-of-the-wish", len(open_), 0, "places", "; ".join(open_))
    return [Outcome(Verdict.UNCLEAR, (measure,))] if open_ else []


def _open(case: Case) -> Iterator[str]:
    """The parts of a wish that the later draft does not show."""
    texts = [side.said(loose).lower() for side in (case.before, case.after)]
    known = {number for text in texts for number in _NUMBER.findall(text)}
    others = [ask for ask in case.comment.asks if ask.op is not Op.KEEP]
    known |= {number for ask in others for number in _NUMBER.findall(loose(ask.new or ""))}
    for ask in (asked_words(case, ask) or ask for ask in others):
        parts = _tail(ask)
        tail = " , ".join(parts)
        behind = " , ".join(cue("evidence", "further", "reasons").split(part)[0] for part in parts)
        if ask.op is Op.DELETE:
            said = (*_parts(behind, others), *_before(ask))
            yield from (part for part in said if not _is_lacking(part, texts[1], none=True))
            continue
        figures = _NUMBER.findall(cue("evidence", "further", "cited").sub(" ", behind))
        yield from (figure for figure in figures if figure not in known)
        denied = cue("evidence", "further", "denied").search(behind) if len(others) == 1 else None
        if denied is not None:
            yield behind[denied.start() :].strip(" ,")
        yield from (bound[0].strip(" ,") for bound in _bounds(tail) if not _has(texts[1], bound["what"]))
        role = cue("evidence", "further", "role").match(tail) if ask.new else None
        if role is not None and not _is_beside(role["what"], _loose(ask.new), texts[1]):
            yield role["what"].strip()
        if _elsewhere_still(case, ask, tail):
            yield ask.old or ""
        ahead = tuple(_before(ask))
        yield from (part for part in ahead if not known.issuperset(_NUMBER.findall(part)))
        yield from (part for part in (*_parts(behind, others), *ahead) if _is_lacking(part, texts[1]))
    yield from (what for what in _left_out(case) if not _has(case.came.lower(), what))
    yield from _untouched(case)


def _untouched(case: Case) -> Iterator[str]:
    """Places at which something is asked for as well, and that are as they were: "tương tự tại khoản 2"."""
    asked = {ask.place for ask in case.comment.asks}
    lines = [side.texts.lines(loose) for side in (case.before, case.after)]
    for one in case.comment.references:
        id = one.id or ""
        if one.act is not None or one.measure or one.text in asked or id not in case.kept:
            continue
        lead = hide_quotes(decoded(case.comment.text[: one.start]))
        if cue("evidence", "further", "likewise").search(lead) is None:
            continue
        old = [lines[0][clause.id] for clause in case.before.draft.subtree(id)]
        now = [clause.id for kept in case.kept[id] for clause in case.after.draft.subtree(kept)]
        if old == [lines[1][clause] for clause in now]:
            yield one.text


def _left_out(case: Case) -> Iterator[str]:
    """Whom or what the wish is not for: "riêng huyện đảo giữ 6 tháng"."""
    said = loose(hide_quotes(case.comment.text)).lower()
    return (found["what"] for found in cue("evidence", "further", "excepted").finditer(said))


def one_of_several(case: Case) -> bool:
    """Whether one of several ways is wished for, "phương án 2": which of them came a person must see."""
    return cue("evidence", "further", "options").search(hide_quotes(decoded(case.comment.text))) is not None


def withdrawn(case: Case) -> bool:
    """Whether who made the wish takes it back: "nội dung này Sở xin rút"."""
    return cue("evidence", "further", "withdrawn").search(loose(case.comment.text).lower()) is not None


def on_condition(case: Case) -> bool:
    """Whether the wish is for one case alone that the draft does not speak of: "trường hợp dự án nhóm A thì
    bổ sung …", "bỏ khoản 3, nếu chưa có hướng dẫn thì giữ"."""
    said = loose(hide_quotes(case.comment.text)).lower()
    found = cue("evidence", "further", "in_case").finditer(said)
    return any(not _has(case.came.lower(), one["what"]) for one in found)


def changes_something(case: Case) -> bool:
    """Whether what is wanted takes the place of something, so that no draft has it already:
    "mỗi tháng thay vì mỗi quý"."""
    return cue("evidence", "further", "instead").search(loose(case.comment.text).lower()) is not None


def _tail(ask: Ask) -> list[str]:
    """What an ask says behind its words: to the end of their part, in the parts of that sentence, and in the
    sentences that carry it on."""
    named, text = _loose(ask.old if ask.op is Op.DELETE else ask.new), loose(ask.text).lower()
    at = phrase(named).search(text) if named else _leads(ask, text)
    if at is None:
        return []
    first, *sentences_ = _STOP.split(_LISTED.sub(" ", text[at.end() :]))
    goes_on = cue("evidence", "further", "goes_on")
    return [
        part.strip()
        for one in (first, *takewhile(goes_on.match, map(str.lstrip, sentences_)))
        for part in one.split(";")
    ]


def _loose(said: str | None) -> str:
    return loose(said or "").lower().strip(MARKS)


def _leads(ask: Ask, text: str) -> re.Match[str] | None:
    """Where a request that counts nothing else ends to say who is to lead, and says no more of it."""
    if ask.agency is None or ask.old or not _LED.issuperset(ask.counts):
        return None
    named = phrase(loose(ask.agency).lower()).pattern
    return re.search(rf"{named}[^.;,]{{0,30}}?(?<!\w)chủ trì(?=\s*(?:,|;|\s(?:và|đồng thời|kèm)\s))", text)


def _parts(behind: str, asks: Sequence[Ask]) -> Iterator[str]:
    """What is joined to the new words of a request, but for what has words or an ask of its own."""
    rest = cue("evidence", "further", "cited").sub(" ", behind)
    for named in (one for ask in asks for one in (ask.old, ask.new) if one):
        rest = phrase(loose(named).lower().strip(MARKS)).sub(_NAMED, rest)
    own = [frozenset(words(loose(f"{ask.about} {ask.text}").lower())) for ask in asks[1:]]
    for part in cue("evidence", "further", "joined").split(rest)[1:]:
        if not any(told.issuperset(telling(part)) for told in own):
            yield part.replace(_NAMED, "…").strip(" ,.()")


def _before(ask: Ask) -> Iterator[str]:
    """What a request names before its words: "bổ sung báo cáo đột xuất và “hằng quý”"."""
    text = loose(ask.text).lower()
    named = [phrase(loose(one).lower().strip(MARKS)).search(text) for one in (ask.old, ask.new) if one]
    starts = [found.start() for found in named if found]
    if not starts or len(starts) < len(named):
        return
    lead = text[: min(starts)]
    wish = max((found.end() for found in cue("evidence", "further", "wishes").finditer(lead)), default=0)
    verb = cue("evidence", "further", "edits").search(lead, wish)
    if verb is None:
        return
    said = cue("evidence", "further", "cited").sub(" ", hide_quotes(lead[verb.start() :]))
    parts = cue("evidence", "further", "joined").split(said)
    yield from (part for part in parts[:-1] if "·" not in part)


def _is_lacking(part: str, text: str, *, none: bool = False) -> bool:
    """Whether the later draft has not most of the words of a part, in their order; `none` of a part that says
    nothing."""
    plain = cue("evidence", "further", "generic").sub(" ; ", part)
    said, wanted = telling(plain), pairs(plain)
    if len(said) < _TOLD:
        return none
    there = frozenset(words(text))
    some = sum(word in there for word in said) < _MOST * len(said)
    return some or len(wanted & pairs(text)) < _SOME * len(wanted)


def _bounds(tail: str) -> Iterator[re.Match[str]]:
    return cue("evidence", "further", "bound").finditer(tail)


def _has(text: str, what: str) -> bool:
    """Whether every word of a condition stands in `text`."""
    return set(words(what)) <= set(words(text))


def _is_beside(what: str, new: str, text: str) -> bool:
    """Whether one piece of `text` has both the new words and the part that they are to have."""
    both = [phrase(one.strip(MARKS)) for one in (what, new)]
    return any(all(one.search(piece) for one in both) for piece in re.split(r"[;\n]|[.](?!\d)", text))


def _elsewhere_still(case: Case, ask: Ask, tail: str) -> bool:
    """Whether words that were to go everywhere stand somewhere still."""
    if not ask.old or cue("evidence", "further", "everywhere").search(tail) is None:
        return False
    return bool(case.after.holding(loose(ask.old), loose))


def tells_apart(what: str, text: str) -> bool:
    """Whether `text` has every word of `what` that tells one thing from others of its kind: "cấp xã"."""
    said = text.lower()
    return all(phrase(one).search(said) for one in _apart(what.lower()))


def _apart(what: str) -> Iterator[str]:
    for kind in lexicon("evidence")["apart"]:
        yield from (
            found[0]
            for found in re.finditer(rf"(?<!\w)(?:{cue('evidence', 'apart', kind).pattern})(?!\w)", what)
        )
