"""Wording: words to be replaced, added or deleted; are they gone, are they there, and where.

Hard cases: the new words hold the old ones ("bố trí kinh phí" → "bố trí kinh phí theo khả năng ngân
sách"); the old words stay with others put in between ("định kỳ 6 tháng, hằng năm báo cáo"); only some
of the new words came; "đề nghị sửa tương ứng" means the words of the comment before.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from drafter.language.lexicon import cue
from drafter.language.normal import decoded
from drafter.language.words import words
from drafter.model import Measured, Op, Suggestion, Verdict

from .case import Case, Outcome, Side

_LOOSE = 4  # words that may stand between those of a phrase
_SOME = 0.25  # of the words asked for: fewer that came are chance


def wording(case: Case) -> Outcome | None:
    """The outcome of a request that names words; None where it names none."""
    asked = _asked(case)
    if asked is None:
        return None
    old, new = (None if text is None else decoded(text).strip() for text in (asked.old, asked.new))
    if asked.op is Op.DELETE and old:
        return _deleted(case, old)
    if asked.op is Op.REPLACE and new:
        return _replaced(case, old, new)
    if asked.op is Op.ADD and new:
        return _added(case, new)
    return None


def _asked(case: Case) -> Suggestion | None:
    own = case.comment.suggestion
    if own is not None and (own.old or own.new):
        return own
    if own is not None and own.op is Op.ADD:  # quoted words that do not stand there are those to add
        fresh = [quote for quote in case.comment.quote if not _times(decoded(quote).strip(), case.before)]
        if len(fresh) == 1:
            return Suggestion(Op.ADD, None, fresh[0])
    follows = own is not None and cue("evidence", "cues", "accordingly").search(case.comment.text)
    return case.earlier[-1].suggestion if follows and case.earlier else None


def _deleted(case: Case, old: str) -> Outcome:
    before, after = (_times(old, side) for side in (case.before, case.after))
    measure = Measured("old-words", before, after, "places")
    if before == 0:
        return Outcome(Verdict.UNCLEAR, (measure,))
    if after < before:
        return Outcome(Verdict.ADDRESSED, (measure,))
    return Outcome(Verdict.NOT_YET, (measure,), case.after.ids)


def _replaced(case: Case, old: str | None, new: str) -> Outcome:
    came = _came(case, new)
    if old is None:
        return came
    remains = [_remains(old, new, side) for side in (case.before, case.after)]
    gone = Measured("old-words", int(remains[0]), int(remains[1]), "places")
    measures = (*came.measures, gone)
    if came.verdict is Verdict.ADDRESSED and remains[1] and remains[0]:
        return Outcome(Verdict.PARTLY, measures, came.where)
    if came.verdict is Verdict.ALREADY and remains[0]:
        return Outcome(Verdict.PARTLY if not remains[1] else Verdict.NOT_YET, measures, came.where)
    if came.verdict is Verdict.NOT_YET:
        share = _share(case, old, new)
        if _SOME <= share < 1:
            return Outcome(Verdict.PARTLY, (*measures, _percent(share)), case.after.ids)
    return Outcome(came.verdict, measures, came.where)


def _added(case: Case, new: str) -> Outcome:
    proposal = decoded(case.comment.proposal).strip(' .;:“”"')
    if proposal and proposal != new and _times(proposal, case.after) > _times(proposal, case.before):
        measure = Measured("new-words", 0, _times(proposal, case.after), "places")
        return Outcome(Verdict.ADDRESSED, (measure,), _where(proposal, case.after))
    came = _came(case, new)
    if came.verdict is Verdict.NOT_YET:
        share = _share(case, "", new)
        if _SOME <= share < 1 and len(words(new)) > 2:
            return Outcome(Verdict.PARTLY, (*came.measures, _percent(share)), case.after.ids)
    return came


def _came(case: Case, new: str) -> Outcome:
    """Whether words are there now: in the linked clauses, else anywhere that they were not."""
    before, after = _times(new, case.before), _times(new, case.after)
    where = _where(new, case.after)
    if after <= before and before == 0:
        elsewhere = [side.whole.count(new) for side in (case.before, case.after)]
        if elsewhere[1] > elsewhere[0]:
            before, after, where = elsewhere[0], elsewhere[1], case.after.holding(new)
    measure = Measured("new-words", before, after, "places")
    if after > before:
        return Outcome(Verdict.ADDRESSED, (measure,), where)
    if before:
        return Outcome(Verdict.ALREADY, (measure,), where)
    return Outcome(Verdict.NOT_YET, (measure,), case.after.ids)


def _times(phrase: str, side: Side) -> int:
    """How often a phrase stands in the linked clauses; letter case counts, as in "Các" for "các"."""
    text = side.text if side.ids else side.whole
    return len(re.findall(rf"(?<!\w){re.escape(phrase)}(?!\w)", text))


def _where(phrase: str, side: Side) -> tuple[str, ...]:
    held = side.holding(phrase)
    inside = tuple(id for id in held if id in side.inside)
    return inside or held or side.ids


def _remains(old: str, new: str, side: Side) -> bool:
    """Whether the old words stand there, also with others between; not as a part of the new ones."""
    text = (side.text if side.ids else side.whole).replace(new, " ¦ ")
    pattern = rf"\W+(?:\w+\W+){{0,{_LOOSE}}}?".join(re.escape(word) for word in words(old))
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None


def _share(case: Case, old: str, new: str) -> float:
    """Of the words that a request adds, the share that was added to the linked clauses."""
    gained = _gained(words(old), words(new))
    came = _gained(words(case.before.text), words(case.after.text))
    if not gained:
        return 0.0
    kept = Indel.normalized_similarity(gained, came) if len(came) <= 2 * len(gained) else 0.0
    shared = sum(1 for word in gained if word in came)
    return shared / len(gained) if kept else 0.0


def _gained(old: list[str], new: list[str]) -> list[str]:
    found: list[str] = []
    for op in Indel.opcodes(old, new):
        if op.tag == "insert" or op.tag == "replace":
            found += new[op.dest_start : op.dest_end]
    return found


def _percent(share: float) -> Measured:
    return Measured("asked-words", 0, round(100 * share), "%")
