"""What people have decided, and what they have not."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.analyses.decisions import apart
from drafter.language.normal import folded
from drafter.language.words import count
from drafter.model import CheckCode, CheckedComment, CheckFinding, Comment, OfferWhy, Past, Severity, Stand

from .facts import ReadinessFacts, is_settled

_TELLING = 6  # words: "Đề nghị bỏ câu này." is another comment at another place
_SHOWN = (OfferWhy.CHANGED, OfferWhy.AGAIN)


def open_comments(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Comments of which nobody has said what becomes of them."""
    for comment in facts.answerable:
        if not is_settled(facts.decision(comment)):
            yield CheckFinding(CheckCode.OPEN, Severity.ERROR, (facts.named(comment),), comment.agency)


def assignees(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Open comments that are nobody's, where others are somebody's."""
    if not any(decision.assignee for decision in facts.decisions.values()):
        return
    for comment in facts.answerable:
        decision = facts.decision(comment)
        if not decision.assignee and not is_settled(decision):
            yield CheckFinding(
                CheckCode.UNASSIGNED, Severity.WARNING, (facts.named(comment),), comment.agency
            )


def approvals(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Decisions that wait for approval, where that is wanted."""
    if not facts.approval:
        return
    for comment, decision in facts.settled:
        if not decision.approved_by:
            yield CheckFinding(
                CheckCode.UNAPPROVED, Severity.ERROR, (facts.named(comment),), comment.agency,
                facts={"who": decision.decided_by},
            )  # fmt: skip


def contradictions(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Equal comments with different dispositions: those of one row, and the same words about one place."""
    rows = [tuple(facts.comments[id] for id in row.comments) for row in facts.rows]
    told: set[frozenset[str]] = set()
    for group in (*rows, *_same_words(facts)):
        decided = [comment for comment in group if is_settled(facts.decision(comment))]
        dispositions = dict.fromkeys(facts.decision(comment).disposition for comment in decided)
        keys = frozenset(comment.key for comment in decided)
        if len(dispositions) < 2 or any(keys <= known for known in told):
            continue
        told.add(keys)
        yield CheckFinding(
            CheckCode.CONTRADICTORY,
            Severity.ERROR,
            tuple(map(facts.named, decided)),
            facts={"dispositions": tuple(each.value for each in dispositions)},
        )


def _same_words(facts: ReadinessFacts) -> Iterator[tuple[Comment, ...]]:
    """Comments of one draft in the very same words, wherever they are linked."""
    found: dict[tuple[str, ...], list[Comment]] = {}
    for comment in facts.answerable:
        if count(comment.text) < _TELLING:
            continue
        context = comment.anchor.context if comment.anchor is not None else ""
        words = (comment.text, comment.proposal, comment.cited, context)
        found.setdefault((comment.draft or "", *map(folded, words)), []).append(comment)
    for group in found.values():
        if len({comment.agency for comment in group}) > 1:
            yield tuple(group)


def objections(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Comments whose agency does not agree with what it was answered."""
    for comment, decision in facts.settled:
        if decision.stand is Stand.NOT_SATISFIED:
            yield CheckFinding(
                CheckCode.NOT_SATISFIED, Severity.WARNING, (facts.named(comment),), comment.agency,
                facts={"disposition": decision.disposition.value},
            )  # fmt: skip


def offers(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Comments in much the same words as ones that were decided: a person says whether that holds."""
    known = {comment.key: comment for comment in facts.answerable}
    for offer in facts.carried.offers:
        comment = known.get(offer.key)
        if comment is None or offer.why not in _SHOWN or is_settled(facts.decision(comment)):
            continue
        yield CheckFinding(
            CheckCode.CONFIRM,
            Severity.WARNING,
            (facts.named(comment), _past(offer.past)),
            comment.agency,
            facts={
                "disposition": offer.past.decision.disposition.value,
                "why": offer.why.value,
                "apart": apart(comment.text, offer.past.registered.text),
            },
        )


def vanished(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Decided comments that no file holds any more: kept, and told."""
    for past in facts.carried.vanished:
        yield CheckFinding(
            CheckCode.VANISHED, Severity.INFO, (_past(past),), past.registered.agency,
            facts={"disposition": past.decision.disposition.value},
        )  # fmt: skip


def _past(past: Past) -> CheckedComment:
    known = past.registered
    return CheckedComment(known.no, known.key, known.agency, known.text, known.path)
