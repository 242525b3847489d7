"""What was decided, held against what the drafts show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.analyses.decisions import fallen, is_unshown
from drafter.model import (
    CheckCode,
    CheckedComment,
    CheckFinding,
    Comment,
    Decision,
    DeedState,
    Disposition,
    Evidence,
    Severity,
    Stance,
    Verdict,
    Watched,
)

from .facts import ReadinessFacts

_TAKEN = (Disposition.ACCEPTED, Disposition.PARTLY)
_COUNTED = (Verdict.ADDRESSED, Verdict.ALREADY)


def fulfilled(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Accepted comments whose edit was undone or written anew, stands in part, is not seen: one each."""
    for comment, decision in facts.settled:
        if decision.disposition in _TAKEN and comment.stance is not Stance.AGREEMENT and comment.asks:
            yield from _fulfilled(facts, comment, decision)


def _fulfilled(facts: ReadinessFacts, comment: Comment, decision: Decision) -> Iterator[CheckFinding]:
    found = facts.verdicts.get(comment.id, ())
    verdict = found[-1].verdict if found else None
    watched = facts.watched.get(comment.key, ())
    undone, named = fallen(watched), facts.named(comment)
    counted = verdict in _COUNTED
    if undone is not None:  # where what was asked for is counted all the same, a person weighs it
        severity = Severity.WARNING if counted else Severity.ERROR
        yield _of(CheckCode.REGRESSED, severity, named, undone, gone=undone.gone, back=undone.back)
    elif watched and watched[-1].state is DeedState.OVERRIDDEN:  # counted or not: the answer names words gone
        last = watched[-1]
        gone = last.gone + last.reworded
        yield _of(CheckCode.OVERRIDDEN, Severity.WARNING, named, last, by=last.by, gone=gone, back=last.back)
    elif counted:
        return
    elif watched and watched[-1].state is DeedState.REWORDED:
        last = watched[-1]
        yield _of(CheckCode.REWORDED, Severity.WARNING, named, last, words=last.reworded)
    elif verdict is Verdict.REGRESSED:
        first = _first_undone(found)
        yield CheckFinding(
            CheckCode.REGRESSED, Severity.ERROR, (named,), comment.agency, first.draft, first.clauses
        )
    elif is_unshown(decision, verdict) or (verdict is not Verdict.PARTLY and comment.key not in facts.deeds):
        sure = verdict not in (Verdict.UNCLEAR, Verdict.PARTLY)
        newest = found[-1] if found else None
        yield CheckFinding(
            CheckCode.NOT_SEEN,
            Severity.ERROR if sure else Severity.WARNING,
            (named,),
            comment.agency,
            facts.rounds.newest.path,
            () if newest is None else newest.clauses,
            {
                "verdict": None if verdict is None else verdict.value,
                "disposition": decision.disposition.value,
            },
        )


def _of(
    code: CheckCode,
    severity: Severity,
    comment: CheckedComment,
    watched: Watched,
    **words: tuple[str, ...] | tuple[int, ...],
) -> CheckFinding:
    return CheckFinding(
        code, severity, (comment,), comment.agency, watched.draft, watched.clauses, dict(words)
    )


def refused(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Comments that are recorded as explained, and the newest draft does what they ask for."""
    for comment, decision in facts.settled:
        found = facts.verdicts.get(comment.id, ())
        if decision.disposition is not Disposition.EXPLAINED or not found:
            continue
        if found[-1].verdict is Verdict.ADDRESSED and not comment.contrary:
            yield CheckFinding(
                CheckCode.DONE_BUT_REFUSED, Severity.WARNING, (facts.named(comment),), comment.agency,
                found[-1].draft, found[-1].clauses,
            )  # fmt: skip


def _first_undone(found: Sequence[Evidence]) -> Evidence:
    """The first of the entries at the end that say regressed."""
    first = found[-1]
    for each in reversed(found):
        if each.verdict is not Verdict.REGRESSED:
            break
        first = each
    return first
