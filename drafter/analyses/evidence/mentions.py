"""Mentions: acts to be cited, agencies to be named, targets to be set, things to be made clear."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from drafter.language.agencies import duty
from drafter.language.lexicon import lexicon
from drafter.language.normal import decoded, folded
from drafter.language.words import words
from drafter.model import Ask, Clause, Countable, Kind, Measured, Op, Scope, Verdict

from .case import Case, Outcome, Side, compared, exact, loose, phrase

_SOME = 0.25  # of the terms asked for: fewer in what was added are chance
_MOST = 0.4  # of them: one clause that has so many anew does what was asked
_NEARLY_ALL = 0.65  # of them: a linked clause that had so many before did it already
_MANY = 5  # terms: of fewer no share can be told


def acts(case: Case, ask: Ask) -> Outcome | None:
    """An act to be cited: by its number, in the linked clauses, or anywhere for the legal bases."""
    if Countable.ACTS not in ask.counts:
        return None
    numbers = ask.acts
    before, after = (sum(_cited(number, side) for number in numbers) for side in (case.before, case.after))
    found = compared("acts-cited", before, after, "places")
    if found.verdict is Verdict.NOT_YET and before:
        return Outcome(Verdict.ALREADY, found.measures)
    where = tuple(id for number in numbers for id in case.after.holding(phrase(number), exact))
    return Outcome(found.verdict, found.measures, where if found.verdict is Verdict.ADDRESSED else ())


def _cited(number: str, side: Side) -> int:
    """How often an act is named in the linked clauses; where these are items of one list, in all of it."""
    if not side.ids:
        return side.whole(exact).count(number)
    lists = {side.draft.by_id[id].parent for id in side.ids} if len(side.ids) > 1 else set()
    texts = [c.text for c in side.draft.clauses if c.id in side.inside or c.parent in lists]
    return decoded("\n".join(texts)).count(number)


def assigned(case: Case, ask: Ask) -> Outcome | None:
    """ "Giao Sở A chủ trì": the agency as the one that leads, or in the annex rows of their targets."""
    if not ask.agency:
        return None
    agency = folded(ask.agency)
    held = [
        tuple(id for id in side.places_of_targets() if _leads(side.draft.by_id[id], agency))
        for side in (case.before, case.after)
    ]
    held[1] = held[1] or _newly_led(case, ask, agency)
    counts, where = [len(ids) for ids in held], held[1]
    outcome = compared("agency-named", counts[0], counts[1], "places")
    if outcome.verdict is Verdict.NOT_YET and counts[0]:
        return Outcome(Verdict.ALREADY, outcome.measures, where)
    return Outcome(outcome.verdict, outcome.measures, where)


def _newly_led(case: Case, ask: Ask, agency: str) -> tuple[str, ...]:
    """Clauses that are new in words, speak of what is asked, and have the agency lead."""
    before, wanted = case.before.whole(loose), _pairs(loose(ask.text))
    return tuple(
        clause.id
        for clause in case.after.draft.clauses
        if agency in folded(clause.text)
        and loose(clause.text) not in before
        and len(wanted & _pairs(loose(clause.text))) >= _SOME * len(wanted)
        and _leads(clause, agency)
    )


def _leads(clause: Clause, agency: str) -> bool:
    """Whether a clause has the agency lead; a row names it in the cell for that."""
    text = folded(clause.text)
    if agency not in text or clause.kind is Kind.TABLE_ROW:
        return agency in text
    named = any(agency in folded(one) for one in duty(decoded(clause.text)).lead)
    return named or re.search(rf"{re.escape(agency)}\s+(?:là\s+cơ\s+quan\s+)?chủ\s+trì", text) is not None


def leads(case: Case, ask: Ask) -> Outcome | None:
    """ "Làm rõ cơ quan chủ trì": linked clauses that name who leads."""
    if not case.before.ids or Countable.LEAD not in ask.counts:
        return None
    counts = [
        sum(bool(duty(decoded(side.draft.by_id[id].text)).lead) for id in side.ids)
        for side in (case.before, case.after)
    ]
    return compared("lead-named", counts[0], counts[1], "clauses")


def own_target(case: Case, ask: Ask) -> Outcome | None:
    """ "Đề nghị có chỉ tiêu riêng về số hợp tác xã": targets that speak of it."""
    if Countable.TARGET not in ask.counts:
        return None
    asked = _pairs(ask.about)
    counts = [
        sum(2 * len(asked & _pairs(t.text)) >= len(asked) for t in side.register.targets if t.same_as is None)
        for side in (case.before, case.after)
    ]
    outcome = compared("targets-about-it", counts[0], counts[1], "targets")
    if outcome.verdict is Verdict.NOT_YET and counts[0]:
        return Outcome(Verdict.ALREADY, outcome.measures)
    return outcome


def terms(case: Case, ask: Ask) -> Outcome | None:
    """What is to be added or made clear, in no words of its own: does anything that was added speak of it?

    Where nothing was added that does, it was not done; where one clause has most of it anew, it was; in
    between a person must say, as of what is only to be weighed.
    """
    if ask.op not in (None, Op.ADD, Op.CLARIFY, Op.REPLACE):
        return None
    if ask.weighed:
        return Outcome(Verdict.UNCLEAR)
    op = ask.op
    already = op is not Op.CLARIFY and not ask.missing
    found = spoken_of(case, ask.about, add=op is not Op.REPLACE, already=already)
    known = op is not None or (found is not None and found.verdict in (Verdict.ADDRESSED, Verdict.ALREADY))
    return found if known else None  # what no verb names is proved, or left to a person


def spoken_of(case: Case, what: str, *, add: bool, already: bool = False) -> Outcome | None:
    """Whether the later draft speaks of something that it is to `add`; or did `already`, which is asked of
    additions alone: what is to be made clear is spoken of in any case."""
    wanted = _pairs(loose(what))
    if not wanted:
        return None
    wide = case.link.review or case.link.scope is not Scope.CLAUSES
    added = wanted & _added(case, wide=wide)
    measure = Measured("asked-terms", 0, len(added), "terms")
    if add and len(wanted) >= _MANY:
        anew = {id: added & pairs for id, pairs in _new_pairs(case).items()}
        best = max(anew, key=lambda id: len(anew[id]), default=None)
        if best is not None and len(anew[best]) >= _MOST * len(wanted):
            return Outcome(Verdict.ADDRESSED, (measure,), (best,))
        texts = (case.before.draft.by_id[id].text for id in case.before.inside)
        stood = max((len(wanted & _pairs(loose(text))) for text in texts), default=0)
        if already and stood >= _NEARLY_ALL * len(wanted):
            return Outcome(Verdict.ALREADY, (Measured("asked-terms", stood, stood, "terms"),), case.after.ids)
    verdict = Verdict.UNCLEAR if len(added) >= _SOME * len(wanted) else Verdict.NOT_YET
    return Outcome(verdict, (measure,), case.after.ids)


def _new_pairs(case: Case) -> dict[str, frozenset[str]]:
    """Clauses that are new or reworded → their pairs of words, less those of the clause they continue."""
    before = case.before.whole(loose)
    continued = {now: id for id, ids in case.kept.items() for now in ids}
    return {
        clause.id: _pairs(loose(clause.text)) - _pairs(loose(_text_of(case.before, continued.get(clause.id))))
        for clause in case.after.draft.clauses
        if loose(clause.text) not in before
    }


def _text_of(side: Side, id: str | None) -> str:
    return side.draft.by_id[id].text if id is not None else ""


def _added(case: Case, *, wide: bool) -> set[str]:
    """Pairs of words that stand more often in the later draft."""
    texts = [side.whole(loose) if wide else side.said(loose) for side in (case.before, case.after)]
    return set(_counted(texts[1]) - _counted(texts[0]))


@lru_cache(maxsize=65536)  # every comment asks for those of the draft's clauses
def _pairs(text: str) -> frozenset[str]:
    return frozenset(_counted(text))


def _counted(text: str) -> Counter[str]:
    """Neighbouring words, fillers left out: `"nguồn kinh phí"` → {nguồn kinh, kinh phí}."""
    fillers = set(lexicon("evidence")["fillers"]["words"])
    found: Counter[str] = Counter()
    for piece in re.split(r"[.,;:()\n“”\"|]", text.lower()):
        pairs = pairwise(words(piece))
        found.update(f"{one} {other}" for one, other in pairs if not {one, other} & fillers)
    return found
