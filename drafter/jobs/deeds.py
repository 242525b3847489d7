"""Deeds: the edits that fulfil decisions, found in the drafts and followed through the later ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ..model import (
    UNDECIDED,
    Ask,
    Comment,
    Correspondence,
    Decision,
    Deed,
    DeedState,
    Disposition,
    Draft,
    Evidence,
    Followed,
    Link,
    Rounds,
    Scope,
    Verdict,
    Watched,
)
from ..workspace import Workspace

_TAKEN = (Disposition.ACCEPTED, Disposition.PARTLY)
_DONE = (Verdict.ADDRESSED, Verdict.PARTLY)
_BROKEN = (DeedState.REGRESSED, DeedState.REWORDED)
_NOT_DONE = (Verdict.NOT_YET, Verdict.REGRESSED)


class DeedsDone:
    """What later drafts did for the comments `read`, and by which words that is watched.

    `decisions` by comment key.
    """

    def __init__(self, workspace: Workspace, read: Correspondence, decisions: Mapping[str, Decision]) -> None:
        self._workspace, self._rounds = workspace, workspace.rounds
        self._read, self._decisions = read, decisions
        self._links = {link.comment: link for link in workspace.links(read)}
        self._evidence: dict[str, list[Evidence]] = {}
        for each in workspace.evidence(read):
            self._evidence.setdefault(each.comment, []).append(each)
        self._about = {comment.id: self._clauses(comment) for comment in read.comments}
        self._asked: dict[tuple[str, tuple[str, ...]], tuple[tuple[str, Ask], ...]] = {}
        self._on: dict[tuple[str, str], list[Comment]] = {}
        for comment in read.comments:
            for id in self._about[comment.id]:
                self._on.setdefault((workspace.about(comment).path, id), []).append(comment)

    def of(self, comment: Comment) -> Deed | None:
        """What the newest draft did for one comment, to be kept with its decision; None where nothing is to
        be seen of it, and where it is accepted and was not done: what stands there is no fulfilment."""
        decision = self._decisions.get(comment.key, UNDECIDED)
        newest = self._rounds.newest
        if decision.disposition is Disposition.ACCEPTED and self._verdict(comment, newest) in _NOT_DONE:
            return None
        return self._in(comment, newest)

    def _in(self, comment: Comment, draft: Draft) -> Deed | None:
        """What one draft did for a comment; of what was not counted as done only edits of the words it
        names."""
        from ..analyses.decisions import deed_of

        about = self._workspace.about(comment)
        asks = self._decisions.get(comment.key, UNDECIDED).asks or comment.asks
        if not asks or draft not in self._rounds.later(about):
            return None
        found = self._found(comment, draft)
        return deed_of(
            self._about[comment.id],
            about,
            self._rounds,
            asks=asks,
            others=self._others(comment),
            shown=[id for each in found for id in each.clauses],
            draft=draft,
            named=self._verdict(comment, draft) not in _DONE,
        )

    def all(self) -> Mapping[str, Deed]:
        """By comment key, what was done for every comment that was accepted, wholly or in part."""
        return {key: each.deed for key, each in self.followed.items()}

    def watched(self) -> Mapping[str, tuple[Watched, ...]]:
        """By comment key, what every draft after the deed did to it."""
        numbers = {each.key: each.no for each in self._read.comments if each.no is not None}
        return watched_together(self.followed, self._rounds, numbers, self._read.comments, self._decisions)

    @cached_property
    def followed(self) -> Mapping[str, Followed]:
        """The deed of each with what every later draft did to it.

        It is the deed that was kept with its decision, else what the first draft shows in which the thing
        asked for is counted, else in which the clauses have other words. Where a later draft is the first to
        do what was accepted, in other words than those kept, it is what that draft did.
        """
        from ..analyses.decisions import watch

        accepted = {
            comment.key: comment
            for comment in self._read.comments
            if self._decisions.get(comment.key, UNDECIDED).disposition in _TAKEN
        }
        deeds: dict[str, Deed] = {}
        for key, comment in accepted.items():
            deed = self._decisions[key].deed or self._first(comment)
            if deed is not None:
                deeds[key] = deed
        seen = watch(deeds, self._rounds)
        learned = {key: self._learned(accepted[key], deeds[key], found) for key, found in seen.items()}
        done = {key: deed for key, deed in learned.items() if deed is not None}
        seen = {**seen, **watch(done, self._rounds)}
        return {key: Followed(deed, seen[key]) for key, deed in {**deeds, **done}.items()}

    def _learned(self, comment: Comment, deed: Deed, seen: Sequence[Watched]) -> Deed | None:
        """What a later draft did in place of `deed`, where it is the first to do what was accepted as a whole
        and does not keep what was done before."""
        if self._decisions[comment.key].disposition is not Disposition.ACCEPTED:
            return None
        verdicts = {each.draft: each.verdict for each in self._evidence.get(comment.id, ())}
        done = [path for path, verdict in verdicts.items() if verdict is Verdict.ADDRESSED]
        if deed.draft in done or not done:
            return None
        first = next((each for each in seen if each.draft in done), None)
        draft = None if first is None else self._rounds.draft(first.draft)
        if first is None or draft is None or first.state not in _BROKEN:
            return None
        return self._in(comment, draft)

    def _first(self, comment: Comment) -> Deed | None:
        done = {each.draft for each in self._evidence.get(comment.id, ()) if each.verdict in _DONE}
        later = self._rounds.later(self._workspace.about(comment))
        found = (self._in(comment, draft) for draft in sorted(later, key=lambda one: one.path not in done))
        return next((deed for deed in found if deed is not None), None)

    def _found(self, comment: Comment, draft: Draft) -> Sequence[Evidence]:
        return [each for each in self._evidence.get(comment.id, ()) if each.draft == draft.path]

    def _verdict(self, comment: Comment, draft: Draft) -> Verdict | None:
        return next((each.verdict for each in self._found(comment, draft)), None)

    def _clauses(self, comment: Comment) -> tuple[str, ...]:
        """The clauses that a person named, none where the comment is about none, else those linked."""
        decision, draft = self._decisions.get(comment.key, UNDECIDED), self._workspace.about(comment)
        if decision.scope is not None:
            return ()
        named = tuple(id for id in decision.clauses if id in draft.by_id)
        return named or _addressed(self._links.get(comment.id))

    def _others(self, comment: Comment) -> tuple[Ask, ...]:
        """What other comments ask for in words on the same clauses, in them and around them, each once."""
        path, ids = self._workspace.about(comment).path, self._about[comment.id]
        if (path, ids) not in self._asked:
            self._asked[path, ids] = tuple(self._asked_near(comment, ids))
        named = (ask for id, ask in self._asked[path, ids] if id != comment.id)
        return tuple(
            {(ask.op, ask.old, ask.new, ask.agency, ask.figure, ask.acts): ask for ask in named}.values()
        )

    def _asked_near(self, comment: Comment, ids: tuple[str, ...]) -> Iterator[tuple[str, Ask]]:
        about = self._workspace.about(comment)
        near = {clause.id for id in ids for clause in (*about.subtree(id), *about.ancestors(id))}
        beside = {each.id: each for id in sorted(near) for each in self._on.get((about.path, id), ())}
        for each in beside.values():
            for ask in each.asks:
                if any(_named(ask)):
                    yield each.id, ask


def watched_together(
    followed: Mapping[str, Followed],
    rounds: Rounds,
    numbers: Mapping[str, int],
    comments: Iterable[Comment],
    decisions: Mapping[str, Decision],
) -> Mapping[str, tuple[Watched, ...]]:
    """By comment key, what every later draft did to the deeds, some of which wrote others anew; `numbers` of
    the comments."""
    from ..analyses.decisions import overridden

    found = {key: each.watched for key, each in followed.items()}
    asks = {each.key: decisions.get(each.key, UNDECIDED).asks or each.asks for each in comments}
    return overridden(found, {key: each.deed for key, each in followed.items()}, rounds, numbers, asks)


def _named(ask: Ask) -> tuple[object, ...]:
    """What an ask names, by which an edit that does it is known."""
    return ask.old, ask.new, ask.agency, ask.figure, ask.acts


def _addressed(link: Link | None) -> tuple[str, ...]:
    if link is None or link.scope is not Scope.CLAUSES:
        return ()
    return tuple(one.id for one in link.clauses if one.addressed)
