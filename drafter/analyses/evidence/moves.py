"""Splitting, merging, moving and removing, as the alignment shows them."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Ask, Measured, Op, Verdict

from .case import Case, Outcome, loose, phrase
from .given_up import gave_up
from .terms import pairs

_QUOTES = str.maketrans('“”"', "   ")


def split(case: Case, ask: Ask) -> Outcome | None:
    """A clause that was to become several."""
    if ask.op is not Op.SPLIT or not case.before.ids:
        return None
    measure = Measured("clauses", len(case.before.ids), len(case.after.ids), "clauses")
    if len(case.after.ids) <= len(case.before.ids):
        return Outcome(Verdict.NOT_YET, (measure,), case.after.ids)
    fewer = len(case.before.ids) == 1 and len(case.after.ids) < (ask.parts or 2)
    return Outcome(Verdict.PARTLY if fewer else Verdict.ADDRESSED, (measure,), case.after.ids)


def merged(case: Case, ask: Ask) -> Outcome | None:
    """Clauses that were to become one."""
    if ask.op is not Op.MERGE or len(case.before.ids) < 2:
        return None
    measure = Measured("clauses", len(case.before.ids), len(case.after.ids), "clauses")
    lasting = [id for id in case.before.ids if case.kept[id]]
    if 0 < len(case.after.ids) < len(lasting):
        return Outcome(Verdict.ADDRESSED, (measure,), case.after.ids)
    gone = len(lasting) < len(case.before.ids)  # merged in other words, or deleted: a person must say
    return Outcome(Verdict.UNCLEAR if gone else Verdict.NOT_YET, (measure,), case.after.ids)


def removed(case: Case, ask: Ask) -> Outcome | None:
    """ "Đề nghị bỏ điểm này": clauses as a whole that were to go, no words of them named."""
    if ask.op not in (Op.DELETE, Op.SHORTEN) or ask.old or not case.before.ids:
        return None
    if not ask.whole:
        return None
    meant = _meant(case)
    lasting = [id for id in meant if case.kept[id]]
    measure = Measured("clauses", len(meant), len(lasting), "clauses")
    if len(lasting) == len(meant):
        return Outcome(Verdict.NOT_YET, (measure,), case.after.ids)
    now = case.after.whole(loose).split("\n")
    if any(loose(case.before.draft.by_id[id].text) in now for id in meant if id not in lasting):
        return Outcome(Verdict.UNCLEAR, (measure,), case.after.ids)  # its words stand elsewhere
    return Outcome(Verdict.PARTLY if lasting else Verdict.ADDRESSED, (measure,))


def _meant(case: Case) -> Sequence[str]:
    """The linked clauses without those that serve as a measure only: "bỏ điểm b vì trùng khoản 2"."""
    roles = [(one.id, one.measure) for one in case.comment.references]
    measures = {id for id, measure in roles if measure} - {id for id, measure in roles if not measure}
    return [id for id in case.before.ids if id not in measures] or case.before.ids


def kept(case: Case) -> Outcome | None:
    """ "Giữ nguyên khoản 2", "giữ cụm từ “…”": what is to stay stands there still, or is gone, which undoes
    it; None where nothing says what."""
    words = [one.text for one in case.comment.words]
    if not case.before.ids or not case.sure:
        return None
    texts = [side.text(loose) for side in (case.before, case.after)]
    if words:
        stood = [phrase(loose(one)) for one in words if phrase(loose(one)).search(texts[0])]
        left = sum(found.search(texts[1]) is not None for found in stood)
        measure = Measured("old-words", len(stood), left, "places")
        if not stood:
            return None
        if left < len(stood):
            return Outcome(Verdict.REGRESSED, (measure,), case.after.ids)
        elsewhere = gave_up(case, pairs(loose(case.comment.text).translate(_QUOTES)))
        return Outcome(Verdict.UNCLEAR if elsewhere else Verdict.ADDRESSED, (measure,), case.after.ids)
    measure = Measured("clauses", len(case.before.ids), len(case.after.ids), "clauses")
    if texts[0] == texts[1]:
        return Outcome(Verdict.ADDRESSED, (measure,), case.after.ids)
    return Outcome(Verdict.UNCLEAR if case.after.ids else Verdict.REGRESSED, (measure,), case.after.ids)


def moved(case: Case, ask: Ask) -> Outcome | None:
    """Words that were to stand elsewhere: they are in no continuation of the clause that held them."""
    if ask.op is not Op.MOVE or not case.before.ids:
        return None
    if not ask.old:
        return _whole_clause(case)
    said = loose(ask.old)
    words = phrase(said)
    first = [id for id in case.before.ids if words.search(loose(case.before.draft.by_id[id].text))]
    now = case.after.holding(said, loose)
    if not first or not now:
        return Outcome(Verdict.UNCLEAR)
    left = {id for one in first for id in case.kept[one]}
    stayed = [id for id in now if id in left]
    measure = Measured("words-in-old-place", 1, len(stayed), "places")
    wanted = _destination(case)
    if stayed or not wanted or wanted.intersection(now):
        return Outcome(Verdict.NOT_YET if stayed else Verdict.ADDRESSED, (measure,), now)
    elsewhere = Measured("words-in-asked-place", 0, 0, "places")
    return Outcome(Verdict.PARTLY, (measure, elsewhere), now)


def _destination(case: Case) -> set[str]:
    """The clauses of the later draft at the place that is named second: "chuyển … sang điểm a"."""
    ids = (id for one in case.comment.references if one.second for id in case.cited.get(one.id or "", ()))
    return {clause.id for id in ids for clause in case.after.draft.subtree(id)}


def _whole_clause(case: Case) -> Outcome:
    """The clause cited first is to stand at the place cited next: what continues it stands there, or not."""
    cited = list(dict.fromkeys(r.id for r in case.comment.references if r.id in case.kept))
    if len(cited) < 2:
        return Outcome(Verdict.UNCLEAR)
    source, place = cited[0] or "", cited[1] or ""
    there = {clause.id for id in case.kept[place] for clause in case.after.draft.subtree(id)}
    now = case.kept[source]
    arrived = [id for id in now if id in there or (id == place and id != source)]
    measure = Measured("words-in-new-place", 0, len(arrived), "places")
    if arrived:
        return Outcome(Verdict.ADDRESSED, (measure,), tuple(arrived))
    return Outcome(Verdict.NOT_YET if now == (source,) else Verdict.UNCLEAR, (measure,), now)
