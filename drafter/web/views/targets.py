"""The register of targets through all drafts: values, pictures of them, findings, who commented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.jobs.board import Board
from drafter.language.locators import as_cited
from drafter.model import Draft, Entry, Finding, LedgerRow, Role, Target
from drafter.wording.findings import finding_words
from drafter.wording.measures import value_of
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_name

from .drafts import key_of
from .said import SaidHere, said
from .trends import Trend, trend


@dataclass(frozen=True, slots=True)
class ValueCell:
    """A target in one draft: its value, the clause it stands in (id and place), what other places say."""

    value: str
    clause: str
    place: str
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target: a cell for each draft, None where it has none; `fate` is new, gone, changed or kept."""

    indicator: str
    deadline: str
    role: Role
    cells: tuple[ValueCell | None, ...]
    fate: str
    trend: Trend | None
    findings: tuple[str, ...]
    said: tuple[SaidHere, ...]


@dataclass(frozen=True, slots=True)
class CountLine:
    """Targets by one date: for each draft how many were counted and how many its prose states."""

    deadline: str
    counts: tuple[tuple[int, int | None], ...]


@dataclass(frozen=True, slots=True)
class TargetPage:
    """`drafts` as (key, name); `lines` that are wanted of `total`; `findings` that belong to no line, with
    the clause; `roles` and `deadlines` that there are."""

    drafts: tuple[tuple[str, str], ...]
    lines: tuple[TargetLine, ...]
    total: int
    changed: int
    commented: int
    counts: tuple[CountLine, ...]
    findings: tuple[tuple[str, str | None], ...]
    roles: tuple[Role, ...]
    deadlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are shown; "" for all. `only`: changed, commented or faulty."""

    role: str = ""
    deadline: str = ""
    only: str = ""

    def holds(self, line: TargetLine) -> bool:
        return (
            self.role in ("", str(line.role))
            and self.deadline in ("", line.deadline)
            and (self.only != "changed" or line.fate != "kept")
            and (self.only != "commented" or bool(line.said))
            and (self.only != "faulty" or bool(line.findings))
        )


def target_page(board: Board, wanted: Wanted, lang: str) -> TargetPage:
    """Everything about the targets of all drafts. There must be a draft."""
    rows, drafts, alike = board.ledger, board.rounds.drafts, board.dated
    found = board.workspace.register(board.rounds.newest).findings
    lines = [
        _line(row, [rows[at] for at in alike[place]], found, board, lang) for place, row in enumerate(rows)
    ]
    told = {clause for row in rows for clause in _clauses(row.entries[-1])}
    return TargetPage(
        tuple((key_of(draft, board.rounds), draft_name(draft, lang)) for draft in drafts),
        tuple(filter(wanted.holds, lines)),
        len(lines),
        sum(line.fate != "kept" for line in lines),
        sum(bool(line.said) for line in lines),
        tuple(_counts(board)),
        tuple((finding_words(each, lang), each.clause) for each in found if each.clause not in told),
        tuple(role for role in Role if any(line.role is role for line in lines)),
        tuple(sorted({line.deadline for line in lines})),
    )


def _line(
    row: LedgerRow, alike: Sequence[LedgerRow], found: Sequence[Finding], board: Board, lang: str
) -> TargetLine:
    drafts = board.rounds.drafts
    last = max(at for at, entry in enumerate(row.entries) if entry is not None)
    entry = row.entries[last]
    assert entry is not None
    ours = set(_clauses(row.entries[-1]))
    return TargetLine(
        entry.target.indicator,
        str(entry.target.deadline or "none"),
        drafts[last].by_id[entry.target.clause].role,
        tuple(_cell(each, draft, lang) for each, draft in zip(row.entries, drafts, strict=True)),
        _fate(row, lang),
        trend(row, alike, drafts, lang),
        tuple(finding_words(each, lang) for each in found if each.clause in ours and _is_of(each, entry)),
        said(board, row.comments, drafts[-1], lang),
    )


def _clauses(entry: Entry | None) -> Iterator[str]:
    """Where a target stands."""
    if entry is not None:
        yield from (each.clause for each in (entry.target, *entry.others))


def _is_of(finding: Finding, entry: Entry) -> bool:
    """Whether a finding is about this target, where several stand in one clause."""
    named = finding.data.get("indicator")
    return named is None or named in {each.indicator for each in (entry.target, *entry.others)}


def _cell(entry: Entry | None, draft: Draft, lang: str) -> ValueCell | None:
    if entry is None:
        return None
    value = shown_value(entry.target, lang)
    others: dict[str, str] = {}
    for other in entry.others:
        clause = draft.by_id[other.clause]
        if (its := shown_value(other, lang)) != value:
            key = "ledger.annex" if clause.role is Role.ANNEX else "ledger.body"
            others.setdefault(its, say(key, lang, value=its, place=as_cited(clause.locator)))
    clause = draft.by_id[entry.target.clause]
    return ValueCell(
        value, clause.id, capital(as_cited(clause.locator)), tuple(map(capital, others.values()))
    )


def shown_value(target: Target, lang: str) -> str:
    """Its value without the deadline, which stands beside it."""
    if all(measure.value is None for measure in target.measures):
        return say("targets-page.no-figure", lang)
    return value_of(target, lang, dated=False)


def _fate(row: LedgerRow, lang: str) -> str:
    """What became of a target over the drafts."""
    if row.entries[-1] is None:
        return "gone"
    values = {None if entry is None else shown_value(entry.target, lang) for entry in row.entries}
    if len(values) == 1:
        return "kept"
    return "new" if row.entries[0] is None and len(values) == 2 else "changed"


def _counts(board: Board) -> Iterator[CountLine]:
    registers = [board.workspace.register(draft) for draft in board.rounds.drafts]
    for key in sorted({key for each in registers for key in (*each.counts, *each.declared)}):
        yield CountLine(key, tuple((each.counts.get(key, 0), each.declared.get(key)) for each in registers))
