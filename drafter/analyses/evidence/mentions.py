"""Mentions: acts to be cited, agencies to be named, targets to be set."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from drafter.language.agencies import cell_duty, duty
from drafter.language.columns import columns
from drafter.language.lexicon import cue, lexicon
from drafter.language.normal import decoded, folded
from drafter.language.senders import find_agencies
from drafter.model import Ask, Clause, Countable, Kind, Verdict

from .case import Case, Outcome, Side, compared, exact, loose, phrase
from .places import in_cited_clause
from .terms import pairs

_MOST = 0.6  # of the terms asked for: a target with so many is about it
_SOME = 0.25  # of the terms asked for: fewer in what was added are chance


def acts(case: Case, ask: Ask) -> Outcome | None:
    """An act to be cited: by its number, in the linked clauses, or anywhere for the legal bases."""
    if Countable.ACTS not in ask.counts:
        return None
    numbers = ask.acts
    cited = [[_cited(number, side) for number in numbers] for side in (case.before, case.after)]
    before, after = map(sum, cited)
    found = compared("acts-cited", before, after, "places")
    if found.verdict is Verdict.ADDRESSED and not all(cited[1]):
        return Outcome(Verdict.PARTLY, found.measures)  # others of them are named nowhere
    if found.verdict is Verdict.NOT_YET and before:
        return Outcome(_still(before, after), found.measures)
    where = tuple(id for number in numbers for id in case.after.holding(number, exact))
    return Outcome(found.verdict, found.measures, where if found.verdict is Verdict.ADDRESSED else ())


def _cited(number: str, side: Side) -> int:
    """How often an act is named in the linked clauses; where these are items of one list, in all of it."""
    if not side.ids:
        return len(phrase(number).findall(side.whole(exact)))
    lists = {side.draft.by_id[id].parent for id in side.ids} if len(side.ids) > 1 else set()
    texts = [c.text for c in side.draft.clauses if c.id in side.inside or c.parent in lists]
    return len(phrase(number).findall(decoded("\n".join(texts))))


def assigned(case: Case, ask: Ask) -> Outcome | None:
    """ "Giao Sở A chủ trì": each agency as one that leads, or in the annex rows of their targets."""
    return _of_each(ask.agency, partial(_assigned, case, ask)) if ask.agency else None


def _assigned(case: Case, ask: Ask, agency: str) -> Outcome:
    held = [
        tuple(id for id in side.places_of_targets() if _is_led(side.draft.by_id[id], agency))
        for side in (case.before, case.after)
    ]
    held[1] = held[1] or _newly_led(case, ask, agency)
    counts, where = [len(ids) for ids in held], held[1]
    outcome = compared("agency-named", counts[0], counts[1], "places")
    if outcome.verdict is Verdict.NOT_YET and counts[0]:
        return Outcome(_still(*counts), outcome.measures, where)
    return Outcome(outcome.verdict, outcome.measures, where)


def partnered(case: Case, ask: Ask) -> Outcome | None:
    """ "Bổ sung Sở A là cơ quan phối hợp": each agency among those that take part, not the one that leads."""
    return _of_each(ask.partner, partial(_partnered, case)) if ask.partner else None


def _partnered(case: Case, agency: str) -> Outcome:
    held = [
        tuple(id for id in side.places_of_targets() if _takes_part(side.draft.by_id[id], agency))
        for side in (case.before, case.after)
    ]
    outcome = compared("agency-named", len(held[0]), len(held[1]), "places")
    if outcome.verdict is Verdict.NOT_YET:
        now = [case.after.draft.by_id[id] for id in case.after.ids]
        open_ = any(agency in folded(clause.text) and not _leads(clause, agency) for clause in now)
        stood = _still(len(held[0]), len(held[1])) if held[0] else None
        verdict = stood or (Verdict.UNCLEAR if open_ else Verdict.NOT_YET)
        return Outcome(verdict, outcome.measures, held[1])
    return Outcome(outcome.verdict, outcome.measures, held[1])


def _still(before: int, after: int) -> Verdict:
    """Of what stood before it was asked for: what is there no more, or less often, a person must look at."""
    return Verdict.ALREADY if after >= before else Verdict.UNCLEAR


def _of_each(named: str, rule: Callable[[str], Outcome]) -> Outcome:
    """What came of agencies that are named together: of all of them, or of one where there is a choice."""
    starts = [start for start, _ in find_agencies(named)]
    if len(starts) < 2 or starts[0] > 0:
        return rule(folded(named))
    pieces = [named[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    ends = cue("evidence", "roles", "joining")
    found = [rule(folded(ends.sub("", piece))) for piece in pieces]
    done = [one for one in found if one.verdict is Verdict.ADDRESSED]
    if done and "hoặc" in decoded(named):
        return done[0]
    verdicts = {one.verdict for one in found}
    if len(verdicts) == 1:
        verdict = found[0].verdict
    elif verdicts == {Verdict.ADDRESSED, Verdict.ALREADY}:
        verdict = Verdict.ADDRESSED
    else:
        verdict = Verdict.PARTLY if done else Verdict.UNCLEAR
    before, after = (sum(getattr(one.measures[0], name) for one in found) for name in ("before", "after"))
    where = tuple(dict.fromkeys(id for one in found for id in one.where))
    return Outcome(verdict, (replace(found[0].measures[0], before=before, after=after),), where)


def _takes_part(clause: Clause, agency: str) -> bool:
    """Whether a clause has the agency among the partners; a row names it in the cell for that."""
    if clause.kind is Kind.TABLE_ROW:
        cell = _cell(clause, "partners")
        return agency in folded(clause.text if cell is None else cell)
    return any(agency in folded(one) for one in duty(decoded(clause.text)).partners)


def _cell(clause: Clause, kind: str) -> str | None:
    """The cell of a row of tasks that says who leads, or who takes part; None where it has none."""
    held = columns(clause.columns)
    place = held.first(kind) if held is not None else None
    return clause.cells[place] if place is not None and place < len(clause.cells) else None


def _newly_led(case: Case, ask: Ask, agency: str) -> tuple[str, ...]:
    """Clauses that are new in words, speak of what is asked, and have the agency lead."""
    wanted, clauses = _task(ask), case.after.draft.by_id
    return tuple(
        id
        for id, text in case.after.texts.anew(case.before.texts).items()
        if wanted
        and agency in folded(clauses[id].text)
        and len(wanted & pairs(text)) >= _SOME * len(wanted)
        and in_cited_clause(case, (id,))
        and _is_led(clauses[id], agency)
    )


def _task(ask: Ask) -> frozenset[str]:
    """The terms of what an agency is to lead: neither its name nor the part that it is to have."""
    text = loose(ask.about or ask.text).casefold()
    for said in (loose(ask.agency or ""), *lexicon("evidence")["roles"]["words"]):
        text = text.replace(said.casefold() or "\n", " ; ")
    return pairs(text)


def _leads(clause: Clause, agency: str) -> bool:
    """Whether a clause has the agency lead; a row names it in the cell for that."""
    text = folded(clause.text)
    if agency not in text:
        return False
    if clause.kind is Kind.TABLE_ROW:
        cell = _cell(clause, "lead")
        return cell is None or any(agency in folded(one) for one in cell_duty(decoded(cell)).lead)
    named = any(agency in folded(one) for one in duty(decoded(clause.text)).lead)
    return named or _is_said(agency, "chairs", text)


def _is_led(clause: Clause, agency: str) -> bool:
    """As `_leads`, but not where the sentence has the agency go with another: "Sở A phối hợp kiểm tra"."""
    text = folded(clause.text)
    helps = clause.kind is not Kind.TABLE_ROW and _is_said(agency, "helps", text)
    return _leads(clause, agency) and (not helps or _is_said(agency, "chairs", text))


def _is_said(agency: str, role: str, text: str) -> bool:
    """Whether a role of the lexicon stands right behind the agency."""
    said = cue("evidence", "roles", role)
    return any(said.match(text, found.end()) for found in re.finditer(rf"{re.escape(agency)}\s+", text))


def leads(case: Case, ask: Ask) -> Outcome | None:
    """ "Làm rõ cơ quan chủ trì": linked clauses that name who leads."""
    if not case.before.ids or Countable.LEAD not in ask.counts or ask.agency:
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
    asked = pairs(ask.about)
    counts = [
        sum(
            len(asked & pairs(t.text)) >= _MOST * len(asked)
            for t in side.register.targets
            if t.same_as is None
        )
        for side in (case.before, case.after)
    ]
    outcome = compared("targets-about-it", counts[0], counts[1], "targets")
    if outcome.verdict is Verdict.NOT_YET and counts[0]:
        return Outcome(_still(*counts), outcome.measures)
    return outcome
