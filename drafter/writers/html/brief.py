"""The brief as a page shows it: numbers, charts and lists, ready to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from drafter.model import (
    AnswerState,
    Brief,
    CheckCode,
    CheckFinding,
    Comment,
    Disposition,
    Draft,
    LedgerRow,
    Role,
    Severity,
    SilentChange,
)  # fmt: skip
from drafter.wording.changes import edits_words
from drafter.wording.check import check_words, deadline_words
from drafter.wording.figures import day, listed_numbers, number, signed
from drafter.wording.measures import value_of
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_name, place, shortened
from drafter.writers.charts import Bar, BarPart, stacked_bar, stacked_bars, tone
from drafter.writers.html.consultation import ShownConsultation, shown_consultations
from drafter.writers.html.shown import change_name

OUTCOMES = tuple(Disposition)
_UNDONE = (CheckCode.REGRESSED, CheckCode.REWORDED, CheckCode.OVERRIDDEN)
_TEXT, _EDIT = 200, 260  # characters of a comment, of what was done to a clause
_MOST = 25  # silent changes that are listed


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """How many comments have a disposition, and for how many it is only proposed."""

    disposition: Disposition
    decided: int
    proposed: int


@dataclass(frozen=True, slots=True)
class PartSize:
    """The words of one part in every draft, as printed; `change` from the first to the newest."""

    name: str
    words: tuple[str, ...]
    change: str


@dataclass(frozen=True, slots=True)
class ChangedTarget:
    """A target whose value is another one in the newest draft than in the one before; "–" where it is not."""

    indicator: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FromAgency:
    """One agency's comments by outcome, pending last."""

    name: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A comment as a list names it; `no` None where nobody keeps numbers."""

    no: int | None
    agency: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownClash:
    """Comments that cannot all be followed, and why."""

    why: str
    comments: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line with the place it speaks of; `numbers` of the comments it is about; `change`: by what clause the
    change that it is about is known in the comparison of the newest two drafts, as `change_name` has it."""

    place: str
    words: str
    numbers: tuple[int, ...] = ()
    change: str = ""


@dataclass(frozen=True, slots=True)
class OpenKind:
    """What of one kind is open: how often, how grave, and each in a sentence."""

    code: CheckCode
    severity: Severity
    name: str
    lines: tuple[ToldLine, ...]


@dataclass(frozen=True, slots=True)
class ShownBrief:
    """Everything that stands on the page. Drafts are named from the oldest to the newest."""

    drafts: tuple[str, ...]
    title: str
    today: str
    deadline: str
    days_left: int | None
    decided: int
    total: int
    outcomes: tuple[OutcomeCount, ...]
    outcome_chart: Markup
    sizes: tuple[PartSize, ...]
    whole: PartSize
    size_chart: Markup
    deadlines: tuple[tuple[str, tuple[str, ...]], ...]
    changed_targets: tuple[ChangedTarget, ...]
    agencies: tuple[FromAgency, ...]
    agency_chart: Markup
    conflicts: tuple[ShownClash, ...]
    undone: tuple[ToldLine, ...]
    silent: tuple[ToldLine, ...]
    more_silent: int
    open: tuple[OpenKind, ...]
    owing: tuple[str, ...]
    asked: int
    answered: bool  # whether anybody wrote anything yet
    consultations: tuple[ShownConsultation, ...]


def shown_brief(found: Brief, lang: str) -> ShownBrief:
    drafts, newest = found.rounds.drafts, found.rounds.newest
    outcomes = tuple(_outcomes(found))
    agencies = tuple(_agencies(found))
    silent = tuple(_silent(each, found, lang) for each in found.silent)
    return ShownBrief(
        drafts=tuple(draft_name(draft, lang) for draft in drafts),
        title=newest.title or "",
        today=day(found.today, lang),
        deadline="" if found.readiness is None else deadline_words(found.readiness, lang),
        days_left=None if found.readiness is None else found.readiness.days_left,
        decided=sum(each.decided for each in outcomes if each.disposition is not Disposition.PENDING),
        total=sum(each.decided for each in outcomes),
        outcomes=outcomes,
        outcome_chart=_outcome_chart(outcomes, lang),
        sizes=tuple(_sizes(found, lang)),
        whole=_size(say("brief.whole", lang), [sum(each.values()) for each in found.sizes], lang),
        size_chart=_size_chart(found, lang),
        deadlines=tuple(_deadlines(found, lang)),
        changed_targets=tuple(_changed(found.ledger, drafts, lang)),
        agencies=agencies,
        agency_chart=_agency_chart(agencies, lang),
        conflicts=tuple(
            ShownClash(
                say(f"clash.{each.why}", lang), tuple(_said(found.comments[id]) for id in each.comments)
            )
            for each in found.clashes
        ),
        undone=tuple(_told(each, found, lang) for each in _findings(found) if each.code in _UNDONE),
        silent=silent[:_MOST],
        more_silent=max(0, len(silent) - _MOST),
        open=tuple(_open(found, lang)),
        owing=tuple(each.agency.name for each in found.responses if each.state.owes),
        answered=found.readiness is not None,
        asked=sum(each.state is not AnswerState.UNASKED for each in found.responses),
        consultations=shown_consultations(found.consultations, drafts, lang),
    )


def _outcomes(found: Brief) -> Iterator[OutcomeCount]:
    decided, proposed = found.table.dispositions, found.table.proposals
    for each in OUTCOMES:
        yield OutcomeCount(each, decided[each], 0 if each is Disposition.PENDING else proposed[each])


def _outcome_chart(outcomes: Sequence[OutcomeCount], lang: str) -> Markup:
    parts = [
        BarPart(say(f"disposition.{each.disposition}", lang), each.decided, number(each.decided, lang),
                each.disposition)
        for each in outcomes
    ]  # fmt: skip
    return stacked_bar(parts, say("brief.outcomes", lang))


def _sizes(found: Brief, lang: str) -> Iterator[PartSize]:
    for role in Role:
        words = [each.get(role, 0) for each in found.sizes]
        if any(words):
            yield _size(capital(say(f"role.{role}", lang)), words, lang)


def _size(name: str, words: Sequence[int], lang: str) -> PartSize:
    change = signed(words[-1] - words[0], lang) if len(words) > 1 else ""
    return PartSize(name, tuple(number(each, lang) for each in words), change)


def _size_chart(found: Brief, lang: str) -> Markup:
    tones = {role: tone(place) for place, role in enumerate(Role)}
    bars = [
        Bar(
            draft_name(draft, lang),
            tuple(
                BarPart(capital(say(f"role.{role}", lang)), count, number(count, lang), tones[role])
                for role, count in sizes.items()
            ),
            say("brief.words", lang, count=sum(sizes.values())),
        )
        for draft, sizes in zip(found.rounds.drafts, found.sizes, strict=True)
    ]
    return stacked_bars(bars, say("brief.sizes", lang))


def _deadlines(found: Brief, lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    known = sorted({deadline for counts in found.targets for deadline in counts})
    for deadline in known:
        name = say("brief.targets.undated", lang) if deadline == "none" else deadline
        yield name, tuple(number(counts.get(deadline, 0), lang) for counts in found.targets)


def _changed(rows: Iterable[LedgerRow], drafts: Sequence[Draft], lang: str) -> Iterator[ChangedTarget]:
    if len(drafts) < 2:
        return
    for row in rows:
        values = [None if each is None else value_of(each.target, lang) for each in row.entries[-2:]]
        if values[0] != values[1]:
            yield ChangedTarget(shortened(row.indicator, _TEXT), *(each or "–" for each in values))


def _agencies(found: Brief) -> Iterator[FromAgency]:
    counts: dict[str, dict[Disposition, int]] = {}
    for row in found.table.rows:
        settled = {id: each.decision.disposition for each in row.settled for id in each.comments}
        for id in row.comments:
            own = counts.setdefault(found.comments[id].agency, dict.fromkeys(OUTCOMES, 0))
            default = row.disposition if not row.settled else Disposition.PENDING
            own[settled.get(id, default)] += 1
    for name, own in counts.items():
        yield FromAgency(name, tuple(own.values()), sum(own.values()))


def _agency_chart(agencies: Sequence[FromAgency], lang: str) -> Markup:
    bars = [
        Bar(
            each.name,
            tuple(
                BarPart(say(f"disposition.{outcome}", lang), count, number(count, lang), outcome)
                for outcome, count in zip(OUTCOMES, each.counts, strict=True)
            ),
            number(each.total, lang),
        )
        for each in sorted(agencies, key=lambda one: -one.total)
    ]
    return stacked_bars(bars, say("brief.agencies", lang))


def _said(comment: Comment) -> SaidLine:
    return SaidLine(comment.no, comment.agency, shortened(comment.text, _TEXT))


def _silent(change: SilentChange, found: Brief, lang: str) -> ToldLine:
    drafts, words = found.rounds.drafts, shortened(edits_words(change.segments, lang), _EDIT)
    ids, draft = (change.new, drafts[-1]) if change.new else (change.old, drafts[-2])
    if perhaps := [found.comments[id].no for id in change.perhaps]:
        words += f" ({say('silent.perhaps', lang, comments=listed_numbers(perhaps))})"
    return ToldLine(place(ids, draft), words, change=change_name(change.old, change.new))


def _told(finding: CheckFinding, found: Brief, lang: str) -> ToldLine:
    numbers, change = tuple(each.no for each in finding.comments if each.no is not None), ""
    if finding.code is CheckCode.SILENT_CHANGE:
        here = finding.draft == found.rounds.newest.path
        change = change_name(() if here else finding.clauses, finding.clauses if here else ())
    return ToldLine("", check_words(finding, found.rounds.drafts, lang), numbers, change)


def _findings(found: Brief) -> Sequence[CheckFinding]:
    return () if found.readiness is None else found.readiness.findings


def _open(found: Brief, lang: str) -> Iterator[OpenKind]:
    """Each kind with its findings, the gravest first."""
    grave = [*Severity]
    of_code = {code: [each for each in _findings(found) if each.code is code] for code in CheckCode}
    kinds = [(code, mine) for code, mine in of_code.items() if mine]
    for code, mine in sorted(kinds, key=lambda kind: grave.index(kind[1][0].severity)):
        name = say(f"check.code.{code}", lang)
        yield OpenKind(code, mine[0].severity, name, tuple(_told(each, found, lang) for each in mine))
