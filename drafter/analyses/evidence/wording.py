"""Wording: words to be replaced, added or deleted; are they gone, are they there, and where.

Hard cases: the new words hold the old ones ("bố trí kinh phí" → "bố trí kinh phí theo khả năng ngân
sách"); the old words stay with others put in between ("định kỳ 6 tháng, hằng năm báo cáo"); only some
of the new words came; "đề nghị sửa tương ứng" means the words of the comment before; the draft writes
them in another way (UBND, a second space, other quotation marks), unless that way is what is asked for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.language.lexicon import lexicon
from drafter.language.longer_names import times_in_longer_names
from drafter.language.words import words
from drafter.model import Ask, Comment, Measured, Op, Verdict, WordsRole

from .case import MARKS, Case, Form, Outcome, Side, exact, loose, phrase, printed, times
from .deleting import deleted
from .narrowed import around, edited_from
from .places import placed, stands_there
from .shares import percent, share_come

_LOOSE = 4  # words that may stand between those of a phrase
_SOME = 0.25  # of the words asked for: fewer that came are chance
_NAME = 3  # words that mean the same wherever they stand
_LONG = 5  # words that do not stand in several places by chance
_MARKER = re.compile(r"^(?:\d{1,2}(?:\.\d+)*[.)]|[a-zđ]\)|[-+])\s+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


def wording(case: Case, ask: Ask) -> Outcome | None:
    """The outcome of a request that names words; None where it names none."""
    asked = asked_words(case, ask)
    if asked is None:
        return None
    form = _form(asked, case)
    old, new = (None if text is None else _words(text, form) for text in (asked.old, asked.new))
    if asked.op is Op.DELETE and old:
        return deleted(case, old, form)
    if asked.op is Op.REPLACE and new:
        return placed(case, replace(asked, old=None), _replaced(case, old, new, form), form)
    if asked.op is Op.REPLACE and old:
        return _to_be_made_fit(case, old, form)
    if asked.op is Op.ADD and new:
        return placed(case, asked, _added(case, asked, old, new, form), form)
    return None


def _words(text: str, form: Form) -> str:
    """Words as they are looked for; a clause proposed without its number, which another may take."""
    whole = form(text).strip(MARKS)
    return _MARKER.sub("", whole, count=1) if len(words(whole)) > _LONG else whole


def _form(asked: Ask, case: Case) -> Form:
    """How words are compared: as printed where a request is about just that, `"UBND"` written out."""
    old, new = asked.old or "", asked.new or ""
    if asked.op is Op.REPLACE and loose(old).strip(MARKS) == loose(new).strip(MARKS):
        return exact
    if old or not new:
        return loose
    printed, meant = (times(form(new).strip(MARKS), case.before, form) for form in (exact, loose))
    return exact if asked.op is Op.REPLACE and meant and not printed else loose


def asked_words(case: Case, ask: Ask) -> Ask | None:
    """The ask with the words that are looked for: its own, else a quote that does not stand there and is to
    be added, else those of the comment before that it refers to."""
    if ask.op is None or ask.old or ask.new:
        return ask if ask.op else None
    if ask.op is Op.ADD:
        fresh = [quote for quote in _addable(case.comment) if not _stands(quote, case.before)]
        if len(fresh) == 1:
            return replace(ask, new=fresh[0])
    return next((other for other in case.comment.asks[1:] if other.likewise), None)


def _addable(comment: Comment) -> list[str]:
    """Quoted words that may be meant to be added."""
    roles = {one.text: one.role for one in comment.words}
    return [q for q in comment.quote if roles.get(q) in (WordsRole.ADD, WordsRole.CITED)]


def _stands(quote: str, side: Side) -> bool:
    """Whether quoted words are the draft's: in the linked clauses, long ones anywhere."""
    said = loose(quote).strip(MARKS)
    text = side.whole(loose) if len(words(said)) >= _LONG else side.said(loose)
    return phrase(said).search(text) is not None


def _to_be_made_fit(case: Case, old: str, form: Form) -> Outcome | None:
    """Words complained of that are to become others: they did not, or a person must judge what came."""
    before, after = (times(old, side, form) for side in (case.before, case.after))
    if not before:
        return None
    measure = Measured("old-words", before, after, "places")
    return Outcome(Verdict.NOT_YET if after >= before else Verdict.UNCLEAR, (measure,), case.after.ids)


def _replaced(case: Case, old: str | None, new: str, form: Form) -> Outcome:
    came = arrived(case, new, form, apart=old if old and new in old else "")
    if not old:
        return _not_in_other_words(case, _no_request_before_it(case, came))
    remains = [_remains(old, new, side, form) for side in (case.before, case.after)]
    gone = Measured("old-words", int(remains[0]), int(remains[1]), "places")
    measures = (*came.measures, gone)
    if came.verdict is Verdict.ADDRESSED and remains[1] and remains[0]:
        verdict = Verdict.PARTLY if _came_for(case, old, new, form) else Verdict.UNCLEAR
        return Outcome(verdict, measures, came.where)
    if came.verdict is Verdict.ALREADY and remains[0]:
        if not remains[1]:
            return Outcome(Verdict.PARTLY, measures, came.where)
        return _not_in_other_words(case, Outcome(Verdict.NOT_YET, measures, came.where))
    if came.verdict is Verdict.NOT_YET:
        share = share_come(around(case, old, form), old, new, form)
        if _SOME <= share < 1:
            return Outcome(Verdict.PARTLY, (*measures, percent(share)), case.after.ids)
        if remains[0] and not remains[1]:  # other words came for them: a person must judge these
            return Outcome(Verdict.UNCLEAR, measures, case.after.ids)
        if not remains[0] and _changed_elsewhere(old, new, case, form):
            return Outcome(Verdict.UNCLEAR, measures, case.after.ids)
    return _no_request_before_it(case, Outcome(came.verdict, measures, came.where))


def _changed_elsewhere(old: str, new: str, case: Case, form: Form) -> bool:
    """Whether words that the linked clauses never had went from others, where new ones came."""
    gone, came = (
        len(found.findall(case.before.whole(form))) - len(found.findall(case.after.whole(form)))
        for found in map(phrase, (old, new))
    )
    return gone > 0 > came


def _came_for(case: Case, old: str, new: str, form: Form) -> bool:
    """Whether new words came where old ones were, some of which still stand."""
    here, left = around(case, old, form), [times(old, side, form, new) for side in (case.before, case.after)]
    there = left[1] < left[0] or times(new, here.after, form) > times(new, here.before, form)
    return there or phrase(old).search(new) is not None or edited_from(case, new, old, form)


def _not_in_other_words(case: Case, found: Outcome) -> Outcome:
    """Where the linked clauses themselves were edited, a person must judge whether that is an answer."""
    if found.verdict is not Verdict.NOT_YET or case.before.own(loose) == case.after.own(loose):
        return found
    return replace(found, verdict=Verdict.UNCLEAR)


def _no_request_before_it(case: Case, found: Outcome) -> Outcome:
    """A request to change is never met already: its new words stand there for something else."""
    if found.verdict is not Verdict.ALREADY:
        return found
    same = case.before.ids and case.before.text(loose) == case.after.text(loose)
    return Outcome(Verdict.NOT_YET if same else Verdict.UNCLEAR, found.measures, case.after.ids)


def _stood_there(case: Case, asked: Ask, old: str | None, new: str, form: Form) -> bool:
    """Whether words to be added stood before where they are to be: behind the words named, or long enough
    to be meant."""
    if asked.before or asked.edge:
        return stands_there(case.before, case, asked, form)
    if old:
        behind = rf"(?<!\w){re.escape(old)}\W+(?:\w+\W+){{0,{_LOOSE}}}?{re.escape(new)}(?!\w)"
        return re.search(behind, case.before.said(form)) is not None
    return len(words(new)) >= _NAME


def _added(case: Case, asked: Ask, old: str | None, new: str, form: Form) -> Outcome:
    proposal = form(case.comment.proposal).strip(MARKS)
    if proposal and proposal != new:
        before, after = (times(proposal, side, form) for side in (case.before, case.after))
        if after > before:
            measure = Measured("new-words", 0, after, "places")
            return Outcome(Verdict.ADDRESSED, (measure,), _where(proposal, case.after, form))
    came = arrived(case, new, form)
    if came.verdict is Verdict.ADDRESSED and not (old or asked.before):
        came = _by_itself(case, asked.new or "", came)
    if came.verdict is Verdict.ADDRESSED and _is_denied(case.after, came.where, new, form):
        return Outcome(Verdict.UNCLEAR, came.measures, came.where)
    if came.verdict is Verdict.ALREADY and not _stood_there(case, asked, old, new, form):
        return _no_request_before_it(case, came)
    if came.verdict is Verdict.NOT_YET:
        share = share_come(case, "", new, form)
        if _SOME <= share < 1 and len(words(new)) > 2:
            return Outcome(
                _of_share(case, asked, old, new, form), (*came.measures, percent(share)), case.after.ids
            )
    return came


def _of_share(case: Case, asked: Ask, old: str | None, new: str, form: Form) -> Verdict:
    """What a part of the words says that came: beside the words named it is a part of what was asked for."""
    spot = old or (form(asked.before).strip(MARKS) if asked.before else "")
    here = around(case, spot, form) if spot else case
    return Verdict.PARTLY if share_come(here, "", new, form) >= _SOME else Verdict.UNCLEAR


def _is_denied(side: Side, where: tuple[str, ...], new: str, form: Form) -> bool:
    """Whether words came with a negation before them wherever they stand: "không từ ngân sách tỉnh"."""
    text = "\n".join(form(printed(side.draft.by_id[id])) for id in where)
    negation = "|".join(map(re.escape, lexicon("evidence")["negation"]["words"]))
    denied = re.compile(rf"(?<!\w)(?:{negation})\s+(?:\w+\s+)??{phrase(new).pattern}", re.IGNORECASE)
    return 0 < len(phrase(new).findall(text)) <= len(denied.findall(text))


def _by_itself(case: Case, new: str, came: Outcome) -> Outcome:
    """What came, unclear where it did as a part of the name of something else alone."""
    counted = came.measures[0]
    texts = [
        [printed(side.draft.by_id[id]) for id in side.inside] if counted.before else []
        for side in (case.before, case.after)
    ]
    if not counted.before:
        texts[1] = [printed(case.after.draft.by_id[id]) for id in came.where]
    inside = [sum(times_in_longer_names(new, text) for text in each) for each in texts]
    if counted.after - inside[1] > counted.before - inside[0]:
        return came
    measure = Measured("words-in-other-names", inside[0], inside[1], "places")
    return Outcome(Verdict.UNCLEAR, (*came.measures, measure), came.where)


def arrived(case: Case, new: str, form: Form, apart: str = "") -> Outcome:
    """Whether words are there now: in the linked clauses, else anywhere that they were not.

    As a part of `apart`, the words they are to replace, they do not count.
    """
    before, after = (times(new, side, form, apart) for side in (case.before, case.after))
    where = _where(new, case.after, form)
    if after <= before and before == 0:
        found = phrase(new)
        elsewhere = [len(found.findall(side.whole(form))) for side in (case.before, case.after)]
        chance = case.sure and len(words(new)) < _LONG  # a few words, a figure: they may be about anything
        if elsewhere[1] > elsewhere[0] and not (chance and _FIGURE.search(new)):
            before, after, where = elsewhere[0], elsewhere[1], case.after.holding(new, form)
            above = {clause.id for id in case.after.ids for clause in case.after.draft.ancestors(id)}
            if chance and above.isdisjoint(where):
                return Outcome(Verdict.UNCLEAR, (Measured("new-words", before, after, "places"),), where)
    measure = Measured("new-words", before, after, "places")
    if after > before:
        return Outcome(Verdict.ADDRESSED, (measure,), where)
    if before:
        return Outcome(Verdict.ALREADY, (measure,), where)
    return Outcome(Verdict.NOT_YET, (measure,), case.after.ids)


def _where(said: str, side: Side, form: Form) -> tuple[str, ...]:
    held = side.holding(said, form)
    inside = tuple(id for id in held if id in side.inside)
    return inside or held or side.ids


def _remains(old: str, new: str, side: Side, form: Form) -> bool:
    """Whether the old words stand there, also with others between; not as a part of the new ones."""
    text = side.said(form) if new in old else phrase(new).sub(" ¦ ", side.said(form))
    if phrase(old).search(text):
        return True
    pattern = rf"\W+(?:\w+\W+){{0,{_LOOSE}}}?".join(re.escape(word) for word in words(old))
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None
