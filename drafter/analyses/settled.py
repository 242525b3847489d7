"""The table with what people decided: each row shows one answer where its comments have one, else each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.model import Comment, Decision, Disposition, Row, Settled, Table


def settled(
    table: Table, comments: Iterable[Comment], decisions: Mapping[str, Decision], *, approval: bool = False
) -> Table:
    """`table` with the decisions (by comment key) in its rows, and the comments' numbers.

    The table is provisional while anything in it is not decided: a proposal is no decision. `approval`: the
    workspace wants every row approved; until then it is provisional too.
    """
    known = {comment.id: comment for comment in comments}
    rows = tuple(_row(row, known, decisions, approval) for row in table.rows)
    return replace(table, rows=rows, provisional=any(row.provisional for row in rows))


def _row(row: Row, comments: Mapping[str, Comment], decisions: Mapping[str, Decision], approval: bool) -> Row:
    numbers = tuple(no for id in row.comments if (no := comments[id].no) is not None)
    groups: dict[tuple[object, ...], list[tuple[Comment, Decision]]] = {}
    for id in row.comments:
        decision = decisions.get(comments[id].key)
        if decision is not None and decision.decided:
            groups.setdefault(_answer(decision), []).append((comments[id], decision))
    found = tuple(
        Settled(
            tuple(comment.id for comment, _ in group),
            tuple(dict.fromkeys(comment.agency for comment, _ in group)),
            _last(decision for _, decision in group),
        )
        for group in groups.values()
    )
    said = {id for each in found for id in each.comments}
    undecided = tuple(dict.fromkeys(comments[id].agency for id in row.comments if found and id not in said))
    waiting = tuple(
        comment.id
        for group in groups.values()
        for comment, decision in group
        if decision.disposition is Disposition.PENDING or (approval and not decision.approved_by)
    )
    made = replace(row, numbers=numbers, settled=found, undecided=undecided, waiting=waiting)
    if not made.open:
        made = replace(made, review=False)  # a person has looked
    if len(found) != 1 or made.open:
        return made
    one = found[0].decision
    return replace(
        made,
        disposition=one.disposition,
        reason="" if one.reason is None else one.reason.value,
        response=one.response,
        decided_by=one.decided_by or None,
        decided_at=one.decided_at or None,
    )


def _answer(decision: Decision) -> tuple[object, ...]:
    """What is printed of a decision: equal ones are one answer."""
    return decision.disposition, decision.reason, decision.response, decision.where


def _last(decisions: Iterable[Decision]) -> Decision:
    """The one that was made last; without approval where one of them has none."""
    found = sorted(decisions, key=lambda decision: decision.decided_at)
    last = found[-1]
    if all(each.approved_by for each in found):
        return last
    return replace(last, approved_by="", approved_at="")
