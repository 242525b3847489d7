"""Counts: what is asked of the whole draft or of a part of it, and can be counted there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from drafter.language.normal import folded
from drafter.model import Ask, Countable, Draft, Measured, Scope, Target, Topic, Verdict

from .case import Case, Outcome, Side, compared

_SHORTER = 0.95  # of the words before: what is asked to be shorter is, from here on
_SHORTENED = 0.8  # the same of a single part
_YEARS = 3  # figures for so many years make a roadmap


def length(case: Case, ask: Ask) -> Outcome | None:
    """ "Dự thảo còn dài": words of the whole draft."""
    if Countable.LENGTH not in ask.counts or case.link.scope is not Scope.DOCUMENT:
        return None
    found = _shorter("words", case.before.words(), case.after.words(), _SHORTER)
    before, after = case.before.draft.pages, case.after.draft.pages
    if before is None or after is None:
        return found
    return Outcome(found.verdict, (*found.measures, Measured("pages", before, after, "pages")))


def shortened(case: Case, ask: Ask) -> Outcome | None:
    """ "Phần bối cảnh nên rút ngắn": words of the parts that the linked clauses belong to."""
    if Countable.PART not in ask.counts or case.link.scope is not Scope.CLAUSES or not case.before.ids:
        return None
    if all(case.before.draft.by_id[id].parent is None for id in case.before.ids):
        roles = case.before.roles
        return _shorter("words-of-part", case.before.words(roles), case.after.words(roles), _SHORTENED)
    sizes = [sum(side.draft.by_id[id].words for id in side.inside) for side in (case.before, case.after)]
    return _shorter("words-of-clauses", sizes[0], sizes[1], _SHORTER)


def _shorter(name: str, before: int, after: int, most: float) -> Outcome:
    measure = Measured(name, before, after, "words")
    if after <= most * before:
        return Outcome(Verdict.ADDRESSED, (measure,))
    return Outcome(Verdict.PARTLY if after < 0.99 * before else Verdict.NOT_YET, (measure,))


def vague(case: Case, ask: Ask) -> Outcome | None:
    """ "Chỉ tiêu còn dàn trải, chưa cụ thể": targets outside their part, targets without figure or date."""
    if Countable.TARGETS not in ask.counts:
        return None
    topics = {Topic.SCATTERED, Topic.VAGUE} & set(case.comment.topics)
    sides = (case.before, case.after)
    found = [Counter(finding.rule for finding in side.register.findings) for side in sides]
    rules = [("scattered", Topic.SCATTERED), ("no-figure", Topic.VAGUE), ("no-deadline", Topic.VAGUE)]
    measures = [
        Measured(rule, found[0][rule], found[1][rule], "targets") for rule, topic in rules if topic in topics
    ]
    parts = [len(_parts(side)) for side in sides]
    if Topic.SCATTERED in topics:
        measures.insert(0, Measured("parts-with-targets", parts[0], parts[1], "parts"))
    before, after = sum(one.before for one in measures), sum(one.after for one in measures)
    if all(one.after == 0 for one in measures) or 2 * after <= before:
        verdict = Verdict.ADDRESSED if before > after else Verdict.UNCLEAR
    else:
        verdict = Verdict.PARTLY if after < before else Verdict.NOT_YET
    return Outcome(verdict, tuple(measures))


def _parts(side: Side) -> set[str]:
    """The outermost clauses of the body that hold targets."""
    rows = {t.clause for t in side.register.targets if t.same_as is not None}
    held = {t.clause for t in side.register.targets} - rows
    return {_top(side.draft, id) for id in held}


def _top(draft: Draft, id: str) -> str:
    above = draft.ancestors(id)
    return above[-1].id if above else id


def headings(case: Case, ask: Ask) -> Outcome | None:
    """ "Điều chỉnh, bổ sung một số đề mục": headings that were added or reworded."""
    if Countable.HEADINGS not in ask.counts:
        return None
    before, after = (
        Counter(folded(c.heading) for c in side.draft.clauses if c.heading)
        for side in (case.before, case.after)
    )
    return compared("new-headings", 0, sum((after - before).values()), "headings")


def milestones(case: Case, ask: Ask) -> Outcome | None:
    """ "Lộ trình từng năm": targets that have figures for several years, in the text or in the annex.

    What is told are those with a figure for every year, and how many lack some.
    """
    if Countable.ROADMAP not in ask.counts:
        return None
    sides = (case.before, case.after)
    counts, full = [_with_roadmap(side) for side in sides], [_with_every_year(side) for side in sides]
    lack = [len(side.targets()) - count for side, count in zip(sides, full, strict=True)]
    verdict = compared("targets-with-roadmap", counts[0], counts[1], "targets").verdict
    measures = (
        Measured("targets-with-roadmap", full[0], full[1], "targets"),
        Measured("targets-without-roadmap", lack[0], lack[1], "targets"),
    )
    if verdict is Verdict.NOT_YET and counts[0]:
        return Outcome(Verdict.UNCLEAR, measures)  # some targets have one; whether all asked for, who knows
    if verdict is not Verdict.ADDRESSED:
        return Outcome(verdict, measures)
    if "nhiệm vụ" in ask.about.lower() and "chỉ tiêu" not in ask.about.lower():
        return Outcome(Verdict.UNCLEAR, measures)  # a roadmap of tasks is not that of targets
    return Outcome(verdict if full[1] > full[0] else Verdict.PARTLY, measures, _tables(case.after))


def _with_roadmap(side: Side) -> int:
    return sum(len(_years(group)) >= _YEARS for group in side.targets())


def _with_every_year(side: Side) -> int:
    """Targets with a figure for every year of the columns that their part has: `"2021 | 2022 | … | 2025"`."""
    periods: dict[str, set[int]] = {}
    for target in side.register.targets:
        years = _years([target])
        if len(years) >= _YEARS:
            periods.setdefault(_top(side.draft, target.clause), set()).update(years)
    runs = {top: _in_a_row(years) for top, years in periods.items()}
    return sum(
        any(len(run) >= _YEARS and run <= _years(group) for t in group for run in [_run(side, t, runs)])
        for group in side.targets()
    )


def _run(side: Side, target: Target, runs: Mapping[str, set[int]]) -> set[int]:
    return runs.get(_top(side.draft, target.clause), set())


def _in_a_row(years: set[int]) -> set[int]:
    """The longest run of years without a gap: a single later year (2030) is no part of it."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    longest: list[int] = max(runs, key=len)
    return set(longest)


def _years(places: Sequence[Target]) -> set[int]:
    return {m.deadline for target in places for m in target.measures if m.deadline}


def _tables(side: Side) -> tuple[str, ...]:
    """Where the yearly figures stand: the part around them, once."""
    rows = [t.clause for group in side.targets() for t in group if len(_years([t])) >= _YEARS]
    if len(rows) == 1:
        return (rows[0],)
    return tuple(dict.fromkeys(_top(side.draft, id) for id in rows))


def rewriting(case: Case) -> Outcome | None:
    """A linked clause that is not there any more: what became of it, a person must say."""
    if case.before.ids and not case.after.ids:
        return Outcome(Verdict.UNCLEAR, (Measured("clauses", len(case.before.ids), 0, "clauses"),))
    return None
