"""Findings: measurable faults of a register, each with the facts its sentence is made from.

no-figure, no-deadline, duplicate, contradiction (other value, base or comparator), scattered,
falls (a later date asks less), not-in-annex, not-in-body, count-mismatch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from drafter.language.indicators import near, similarity
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Indicators
from drafter.language.normal import folded
from drafter.model import Comparator, Draft, Finding, Kind, Measure, Severity, Target

from .declared import ALL, Declaration

_DOWNWARD = (Comparator.AT_MOST, Comparator.LESS)
_SAME_INDICATOR = 0.8
_FALLS = 20  # earlier places that a later one is held against at most: who sees so many looks at all


def printed(measure: Measure) -> str:
    """A measure in short: `">= 30% GRDP"`, `"16 - 18 %/năm"`, `"hạng 20"` comes out as `"rank<= 20"`."""
    if measure.value is None:
        return str(measure.comparator)
    value = _figure(measure.value) + (
        f" - {_figure(measure.value_max)}" if measure.value_max is not None else ""
    )
    unit = measure.unit or ""
    body = f"{value}{unit}" if unit.startswith("%") else f"{value} {unit}"
    sign = "" if measure.comparator in (Comparator.EQUAL, Comparator.RANGE) else f"{measure.comparator} "
    return " ".join(f"{sign}{body} {measure.of or ''}".split())


def _figure(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def _facts(target: Target) -> dict[str, object]:
    return {
        "target": target.id,
        "indicator": target.indicator,
        "deadline": target.deadline,
        "value": "; ".join(printed(m) for m in target.measures),
    }


def findings(
    draft: Draft, targets: Sequence[Target], counts: Mapping[str, int], declared: Sequence[Declaration]
) -> tuple[Finding, ...]:
    """All findings, in the order of the clauses they are about."""
    rows = {t.id for t in targets if draft.by_id[t.clause].kind == Kind.TABLE_ROW}
    found = [
        *_each(targets),
        *_repeats(targets, rows),
        *_falls(targets),
        *_missing(targets, rows),
        *_counted(counts, declared),
    ]
    order = {clause.id: clause.order for clause in draft.clauses}
    found = [_placed(draft, finding) for finding in found]
    return tuple(sorted(found, key=lambda finding: order.get(finding.clause or "", -1)))


def _placed(draft: Draft, finding: Finding) -> Finding:
    """With the first place's locator beside its id, for the sentence."""
    first = finding.data.get("first")
    if not isinstance(first, str):
        return finding
    return replace(finding, data={**finding.data, "place": draft.by_id[first].locator or first})


def _each(targets: Sequence[Target]) -> Iterator[Finding]:
    """What one target shows by itself."""
    for target in targets:
        if target.scattered:
            yield Finding("scattered", Severity.WARNING, target.clause, _facts(target))
        if target.same_as is not None:
            continue
        if all(m.value is None for m in target.measures):
            yield Finding("no-figure", Severity.WARNING, target.clause, _facts(target))
        if target.deadline is None:
            yield Finding("no-deadline", Severity.WARNING, target.clause, _facts(target))


def _repeats(targets: Sequence[Target], rows: set[str]) -> Iterator[Finding]:
    """Second places: equal ones of the body are duplicates, others contradict the first place."""
    by_id = {target.id: target for target in targets}
    for target in targets:
        if target.same_as is None:
            continue
        first = by_id[target.same_as]
        what = differs(first, target)
        facts = _facts(target) | {"first": first.clause, "first_value": _facts(first)["value"]}
        if what is not None:
            severity = Severity.WARNING if what == "comparator" else Severity.ERROR
            yield Finding("contradiction", severity, target.clause, facts | {"what": what})
        elif target.id not in rows or first.id in rows:
            yield Finding("duplicate", Severity.INFO, target.clause, facts)


def differs(first: Target, second: Target) -> str | None:
    """ "value", "base" or "comparator" where two places of one target disagree, else None.

    A place that gives fewer figures (a milestone row, a rank without its second field) agrees as
    long as one of its figures is the other's; a place without figures never disagrees.
    """
    left, right = _own(first), _own(second)
    if not left or not right:
        return None
    pairs = [(a, b) for a in left for b in right if (a.value, a.value_max) == (b.value, b.value_max)]
    if not pairs:
        return "value" if _comparable(left, right) else None
    if all(_bases_differ(a, b) for a, b in pairs):
        return "base"
    if any(a.comparator == b.comparator for a, b in pairs) or all(_alike(a, b) for a, b in pairs):
        return None
    return "comparator"


def _alike(first: Measure, second: Measure) -> bool:
    """Comparators that say the same of different sides: a growth or rank beside anything."""
    return bool({first.comparator, second.comparator} & {Comparator.INCREASE, Comparator.RANK})


def _bases_differ(first: Measure, second: Measure) -> bool:
    return bool(first.of and second.of) and not _same_words(first.of or "", second.of or "")


def _own(target: Target) -> list[Measure]:
    """The figures at the target's own date, milestones left out."""
    return [m for m in target.measures if m.value is not None and m.deadline in (target.deadline, None)]


def _comparable(left: Sequence[Measure], right: Sequence[Measure]) -> bool:
    """Figures in one unit; "100%" in the annex and "5 sàn" in the text measure different sides."""
    return bool({_unit(m) for m in left} & {_unit(m) for m in right})


def _unit(measure: Measure) -> str:
    return folded(measure.unit or "")


def _same_words(first: str, second: str) -> bool:
    left, right = folded(first), folded(second)
    return left in right or right in left or similarity(first, second) > 0.5


def _falls(targets: Sequence[Target]) -> Iterator[Finding]:
    """A later date that asks less than an earlier one of the same indicator."""
    dated = sorted(
        ((t.deadline, at, t) for at, t in enumerate(targets) if t.same_as is None and t.deadline is not None),
        key=lambda each: each[:2],
    )
    found: list[tuple[int, list[Finding]]] = []
    for (year, at, later), places in zip(
        dated, near([t.indicator for *_, t in dated], _SAME_INDICATOR), strict=True
    ):
        earlier = sorted(dated[place][1:] for place in places if dated[place][0] < year)
        falls = (
            finding for _, one in earlier if of_one_indicator(one, later) for finding in _fallen(one, later)
        )
        found.append((at, list(islice(falls, _FALLS))))
    for _, each in sorted(found, key=lambda pair: pair[0]):
        yield from each


def of_one_indicator(first: Target, other: Target) -> bool:
    """Whether two targets, of two dates say, are of the same thing."""
    return similarity(first.indicator, other.indicator) >= _SAME_INDICATOR


def _fallen(earlier: Target, later: Target) -> Iterator[Finding]:
    """A finding for the first figure that falls from one date to the later."""
    downward = any(word in folded(later.indicator) for word in lexicon(Indicators).lower_is_better)
    for before in _own(earlier):
        for after in _own(later):
            if _of_one_kind(before, after) and _asks_less(before, after, downward=downward):
                facts = {
                    "earlier": earlier.deadline,
                    "earlier_value": printed(before),
                    "later_value": printed(after),
                }
                place = {"first": earlier.clause}
                yield Finding("falls", Severity.ERROR, later.clause, _facts(later) | facts | place)
                return


def _of_one_kind(before: Measure, after: Measure) -> bool:
    """Whether two figures can be compared: the same unit, scope and base, both levels or both changes."""
    same_unit = _unit(before) == _unit(after) and before.of_change == after.of_change
    same_scope = folded(before.scope or "") == folded(after.scope or "")
    return same_unit and same_scope and not _bases_differ(before, after)


def _asks_less(before: Measure, after: Measure, *, downward: bool) -> bool:
    if before.value is None or after.value is None:
        return False
    if downward or before.comparator == Comparator.RANK or before.comparator in _DOWNWARD:
        return after.value > before.value
    return after.value < before.value


def _missing(targets: Sequence[Target], rows: set[str]) -> Iterator[Finding]:
    """Body targets that the annex leaves out, and rows that the body knows nothing of."""
    if not rows:
        return
    listed = any(t.id not in rows and not t.scattered for t in targets)
    annexed = {t.same_as for t in targets if t.id in rows}
    dates = {t.deadline for t in targets if t.id in rows}
    for target in targets:
        if target.same_as is not None:
            continue
        if target.id in rows:
            if listed:  # else the annex is where this draft sets its targets
                yield Finding("not-in-body", Severity.WARNING, target.clause, _facts(target))
        elif target.id not in annexed and target.deadline in dates and not target.scattered:
            yield Finding("not-in-annex", Severity.WARNING, target.clause, _facts(target))


def _counted(counts: Mapping[str, int], declared: Sequence[Declaration]) -> Iterator[Finding]:
    """Counts that the prose states and the register does not bear out."""
    for stated in declared:
        actual = sum(counts.values()) if stated.key == ALL else counts.get(stated.key, 0)
        if actual != stated.count:
            dates = ", ".join(counts) if stated.key == ALL else stated.key
            facts = {"deadline": dates, "declared": stated.count, "counted": actual}
            yield Finding("count-mismatch", Severity.ERROR, stated.clause, facts)
