"""Silent changes: edits of a newer draft that no comment explains, weightiest first, noise left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.language.agencies import duty
from drafter.language.lexicon import lexicon
from drafter.language.normal import decoded
from drafter.model import (
    Change,
    ChangeKind,
    ChangeSet,
    Comment,
    Draft,
    Evidence,
    Link,
    Op,
    Register,
    Role,
    Scope,
    SilentChange,
    Topic,
    Verdict,
)

from .repeats import follows
from .unasked import Wishes

_DONE = frozenset((Verdict.ADDRESSED, Verdict.PARTLY, Verdict.REGRESSED))
_YEARS = ("năm", "tháng", "ngày")


def silent(
    changes: ChangeSet,
    old: Draft,
    new: Draft,
    register: Register,
    comments: Sequence[Comment],
    links: Sequence[Link],
    found: Sequence[Evidence],
) -> tuple[SilentChange, ...]:
    """What `new` changed against `old` for no comment that is seen addressed in it.

    A row of the annex that changes as a clause does that was changed for a comment is explained with it: the
    row of its target, by the `register` of `new`, or of its task. `found` is the evidence of all comments.
    A clause that was edited for comments whose words are known is told where it got others besides; one that
    got what a comment on it names is not, whatever else that comment asks for. Beside each stand the comments
    it may have been made for.
    """
    explained = _explained(new, register, found)
    asked = Wishes(comments, links, old, new, found)
    answers = [change for change in changes.changes if change.old and explained & set(change.new)]
    unclear = _unclear(comments, links, old, new, found)
    roles = _shortened(old, comments, links, {one.comment for one in found if _holds(one, new)})
    out = []
    for change in changes.changes:
        if not _is_content(change) or asked.names(change):
            continue
        if explained & set(change.new) and not asked.beyond(change):
            continue
        if follows(change, answers, new):
            continue
        if change.old and old.by_id[change.old[0]].role in roles:
            continue
        why = _why(change, old, new)
        weights = lexicon("evidence")["weights"]
        weight = sum(weights[one] for one in why)
        perhaps = tuple(
            id
            for id, (before, after) in unclear.items()
            if not before.isdisjoint(change.old) or not after.isdisjoint(change.new)
        )
        out.append(SilentChange(change.old, change.new, change.segments, weight, why, perhaps))
    return tuple(sorted(out, key=lambda one: -one.weight))


def _is_content(change: Change) -> bool:
    if change.noise_only:
        return False
    return change.kind is not ChangeKind.UNCHANGED or change.moved


def _holds(one: Evidence, new: Draft) -> bool:
    return one.draft == new.path and one.verdict in _DONE


def _explained(new: Draft, register: Register, found: Sequence[Evidence]) -> set[str]:
    """Clauses of `new` where a comment was acted on, with what is under them and their targets' rows."""
    out: set[str] = set()
    for one in found:
        if _holds(one, new):
            out.update(clause.id for id in one.clauses for clause in new.subtree(id))
    roots = {target.same_as or target.id for target in register.targets if target.clause in out}
    return out | {target.clause for target in register.targets if (target.same_as or target.id) in roots}


def _unclear(
    comments: Sequence[Comment],
    links: Sequence[Link],
    old: Draft,
    new: Draft,
    found: Sequence[Evidence],
) -> Mapping[str, tuple[set[str], set[str]]]:
    """The comments that ask for something on clauses of the drafts, of which nobody can tell whether `new`
    does it: their clauses in `old` and in `new`, with what is under them."""
    open_ = {one.comment: one for one in found if one.draft == new.path and one.verdict is Verdict.UNCLEAR}
    by_id = {link.comment: link for link in links}
    out: dict[str, tuple[set[str], set[str]]] = {}
    for comment in comments:
        link = by_id.get(comment.id)
        if comment.id not in open_ or not comment.asks or link is None or link.scope is not Scope.CLAUSES:
            continue
        linked = [one.id for one in link.clauses if one.addressed] if comment.draft == old.path else []
        before = {clause.id for id in linked for clause in old.subtree(id)}
        after = {clause.id for id in open_[comment.id].clauses for clause in new.subtree(id)}
        out[comment.id] = before, after
    return out


def _shortened(
    old: Draft, comments: Sequence[Comment], links: Sequence[Link], done: set[str]
) -> frozenset[Role]:
    """The parts that a comment asked to shorten and that were shortened."""
    by_id = {link.comment: link for link in links}
    roles: set[Role] = set()
    for comment in comments:
        asked = comment.operation is not None and comment.operation.op is Op.SHORTEN
        if comment.id not in done or comment.draft != old.path:
            continue
        if not asked and Topic.SHORTEN not in comment.topics:
            continue
        link = by_id[comment.id]
        if link.scope is Scope.CLAUSES:
            roles.update(old.by_id[one.id].role for one in link.clauses if one.addressed)
    return frozenset(roles)


def _why(change: Change, old: Draft, new: Draft) -> tuple[str, ...]:
    """What is at stake: `("figure", "deletion")`."""
    found = []
    if any(one.unit not in _YEARS for one in change.figures):
        found.append("figure")
    before = duty(decoded("\n".join(old.by_id[id].text for id in change.old)))
    after = duty(decoded("\n".join(new.by_id[id].text for id in change.new)))
    both = change.old and change.new
    if any(one.unit in _YEARS for one in change.figures) or (both and before.deadline != after.deadline):
        found.append("deadline")
    if both and (before.lead, before.partners) != (after.lead, after.partners):
        found.append("agency")
    if change.kind is ChangeKind.DELETED:
        found.append("deletion")
    return tuple(found) or ("words",)
