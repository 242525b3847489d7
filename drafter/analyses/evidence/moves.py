"""Splitting, merging and moving, as the alignment shows them."""

from __future__ import annotations

from drafter.model import Measured, Op, Verdict

from .case import Case, Outcome, loose, phrase


def split(case: Case) -> Outcome | None:
    """A clause that was to become several."""
    asked = case.comment.suggestion
    if asked is None or asked.op is not Op.SPLIT or not case.before.ids:
        return None
    measure = Measured("clauses", len(case.before.ids), len(case.after.ids), "clauses")
    done = len(case.after.ids) > len(case.before.ids)
    return Outcome(Verdict.ADDRESSED if done else Verdict.NOT_YET, (measure,), case.after.ids)


def merged(case: Case) -> Outcome | None:
    """Clauses that were to become one."""
    asked = case.comment.suggestion
    if asked is None or asked.op is not Op.MERGE or len(case.before.ids) < 2:
        return None
    measure = Measured("clauses", len(case.before.ids), len(case.after.ids), "clauses")
    lasting = [id for id in case.before.ids if case.kept[id]]
    if 0 < len(case.after.ids) < len(lasting):
        return Outcome(Verdict.ADDRESSED, (measure,), case.after.ids)
    gone = len(lasting) < len(case.before.ids)  # merged in other words, or deleted: a person must say
    return Outcome(Verdict.UNCLEAR if gone else Verdict.NOT_YET, (measure,), case.after.ids)


def moved(case: Case) -> Outcome | None:
    """Words that were to stand elsewhere: they are in no continuation of the clause that held them."""
    asked = case.comment.suggestion
    if asked is None or asked.op is not Op.MOVE or not case.before.ids:
        return None
    if not asked.old:
        return Outcome(Verdict.UNCLEAR)
    words = phrase(loose(asked.old))
    first = [id for id in case.before.ids if words.search(loose(case.before.draft.by_id[id].text))]
    now = case.after.holding(words, loose)
    if not first or not now:
        return Outcome(Verdict.UNCLEAR)
    stayed = [id for id in now if id in case.after.ids]
    measure = Measured("words-in-old-place", 1, len(stayed), "places")
    return Outcome(Verdict.NOT_YET if stayed else Verdict.ADDRESSED, (measure,), now)
