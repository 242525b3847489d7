"""What stands against handing in beside the decisions: agencies, replies, changes and faults of the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from drafter.language.identities import identities
from drafter.model import (
    AnswerState,
    CheckCode,
    CheckFinding,
    Comment,
    Decision,
    Severity,
    Snapshot,
)

from .facts import ReadinessFacts


def silent_agencies(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Agencies that were asked and have not answered in time, each request; without a due date nobody knows
    whether there is time left."""
    for response in facts.responses:
        agency = response.agency
        undated = response.state is AnswerState.WAITING and agency.due is None
        if undated or response.state is AnswerState.SILENT:
            yield CheckFinding(
                CheckCode.SILENT_AGENCY, Severity.INFO if undated else Severity.WARNING, agency=agency.name,
                facts={"due": agency.due, "days": response.days_late},
            )  # fmt: skip


def replies(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Agencies that were not told what was decided since they were last written to; one finding each.

    A decision that waits for approval is nothing to be told yet.
    """
    by_agency: dict[str, list[Comment]] = {}
    agencies = [comment.agency for comment, _ in facts.settled]
    same = identities(dict.fromkeys([*agencies, *(each.agency for each in facts.sent)]), facts.home)
    sent = _sent(facts, same)
    for comment, decision in facts.settled:
        if facts.approval and not decision.approved_by:
            continue
        if not any(_tells(reply, comment, decision) for reply in sent.get(same[comment.agency], ())):
            by_agency.setdefault(same[comment.agency], []).append(comment)
    for untold in by_agency.values():
        yield CheckFinding(
            CheckCode.REPLY_NOT_SENT, Severity.WARNING, tuple(map(facts.named, untold)), untold[0].agency
        )


def _sent(facts: ReadinessFacts, same: Mapping[str, str]) -> Mapping[str, list[Snapshot]]:
    found: dict[str, list[Snapshot]] = {}
    for reply in facts.sent:
        found.setdefault(same[reply.agency], []).append(reply)
    return found


def _tells(reply: Snapshot, comment: Comment, decision: Decision) -> bool:
    """Whether a reply that went out told this decision."""
    told = {key for key, _ in reply.decisions}
    if told and comment.key not in told:
        return False
    return not _is_after(decision.decided_at, reply.author.at)


def _is_after(one: str, other: str) -> bool:
    """Whether a moment is later than another; those that are none are held as words."""
    try:
        return datetime.fromisoformat(one) > datetime.fromisoformat(other)
    except (TypeError, ValueError):
        return one > other


def silent_changes(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Changes of the newest draft that no comment explains, nor a decision that was fulfilled by them."""
    newest = facts.rounds.newest
    done = {id for deed in facts.deeds.values() if deed.draft == newest.path for id in deed.clauses}
    for change in facts.silent:
        if done.intersection(change.new):
            continue
        before = facts.rounds.drafts[-2].path
        yield CheckFinding(
            CheckCode.SILENT_CHANGE,
            Severity.WARNING,
            tuple(facts.named(facts.comments[id]) for id in change.perhaps if id in facts.comments),
            draft=newest.path if change.new else before,
            clauses=change.new or change.old,
            facts={"why": change.why},
        )


def faults(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Errors of the newest draft that can be measured."""
    for finding in facts.lint:
        if finding.severity is Severity.ERROR:
            clauses = () if finding.clause is None else (finding.clause,)
            yield CheckFinding(
                CheckCode.LINT, Severity.ERROR, draft=facts.rounds.newest.path, clauses=clauses,
                facts={"finding": finding},
            )  # fmt: skip


def deadline(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """The day for handing in is over."""
    if facts.deadline is not None and facts.today > facts.deadline:
        days = (facts.today - facts.deadline).days
        yield CheckFinding(CheckCode.DEADLINE, Severity.ERROR, facts={"day": facts.deadline, "days": days})
