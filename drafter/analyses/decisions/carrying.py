"""Carrying over: decisions held against the comments of a new draft, a letter sent again, a second round.

What is the same is kept, for its key is. What changed is shown beside the old decision, for a person to
confirm: nothing here is ever applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from drafter.language.identities import identities
from drafter.model import (
    CarriedOver,
    Comment,
    Decision,
    Draft,
    Offer,
    OfferWhy,
    Past,
    Registered,
    Rounds,
)

from .likeness import Likeness, contrary, said

_MUCH = 0.7  # of the words: fewer are another comment
_LIKE = 0.6  # the same of somebody else's comment, which is only looked at
_MOST = 5  # precedents of one comment


def carried_over(
    registered: Sequence[Registered],
    decisions: Mapping[str, Decision],
    comments: Sequence[Comment],
    rounds: Rounds,
    *,
    clauses: Mapping[str, Sequence[str]] | None = None,
    home: str = "",
) -> CarriedOver:
    """What became of every decision, and what is offered for the comments without one.

    `registered`: every comment that was ever read. `clauses`: comment key → the clauses, in its draft, that
    it is about, for those that are there. `home`: the body that issues the draft. The same whatever the order
    of `decisions`; comments are taken in theirs, the likest earlier one each, the last said of equals.
    """
    past = [Past(each, decisions[each.key]) for each in registered if _decided(decisions.get(each.key))]
    now = {comment.key for comment in comments}
    open_now = [comment for comment in comments if not _decided(decisions.get(comment.key))]
    names = [*(comment.agency for comment in comments), *(each.registered.agency for each in past)]
    same = identities(dict.fromkeys(names), home)
    by_words = _by_agency((one for one in past if _may_be_offered(one, now, rounds)), same)
    in_file = {_in_file(each.registered): each for each in past if each.registered.key not in now}
    by_clause = _ByClause(past, {c.key: c for c in comments}, clauses or {}, rounds, same)
    offers: list[Offer] = []
    for comment in open_now:
        offer = _reworded(comment, by_words.get(same[comment.agency]), now, rounds) or _renamed(
            comment, in_file
        )
        offers.extend([offer] if offer else [])
        known = {offer.past.registered.key} if offer else set()
        offers.extend(one for one in by_clause.offers(comment) if one.past.registered.key not in known)
    return CarriedOver(
        tuple(comment.key for comment in comments if _decided(decisions.get(comment.key))),
        tuple(each for each in past if each.registered.key not in now),
        tuple(offers),
    )


def precedents(comment: Comment, known: Likeness[Past]) -> tuple[Offer, ...]:
    """Earlier decisions to comments like this one, the likest first; of equal answers the first alone. Who
    wished for the opposite is none of them."""
    offers: dict[tuple[object, ...], Offer] = {}
    for share, past in known.like(comment.text, least=_LIKE, among=lambda past: _another(past, comment)):
        if contrary(comment.text, past.registered.text):
            continue
        answer = (past.source, past.decision.disposition, past.decision.reason, past.decision.response)
        offers.setdefault(answer, Offer(comment.key, past, OfferWhy.LIKE, round(share, 2)))
    return tuple(offers.values())[:_MOST]


def known_answers(past: Sequence[Past]) -> Likeness[Past]:
    """Decided comments of this workspace and of others, for `precedents` to ask; the last decided first."""
    decided = [each for each in past if _decided(each.decision)]
    decided.sort(key=lambda each: (each.source, each.registered.no))
    decided.sort(key=lambda each: each.decision.decided_at, reverse=True)
    return Likeness(decided, lambda each: each.registered.text)


def _another(past: Past, comment: Comment) -> bool:
    return bool(past.source) or past.registered.key != comment.key


def _decided(decision: Decision | None) -> bool:
    return decision is not None and decision.decided


def _may_be_offered(past: Past, now: set[str], rounds: Rounds) -> bool:
    """Whether the comment is gone, or there may be later ones."""
    newest = rounds.newest.number if rounds.drafts else None
    return past.registered.key not in now or _is_earlier(past.registered.draft_number, newest)


def _by_agency(past: Iterable[Past], same: Mapping[str, str]) -> Mapping[str, Likeness[Past]]:
    """What each agency said; the last one first, so that it is taken of equals."""
    found: dict[str, list[Past]] = {}
    for each in past:
        found.setdefault(same[each.registered.agency], []).append(each)
    for own in found.values():
        own.sort(key=lambda each: (-(each.registered.draft_number or 0), -each.registered.no))
    return {agency: Likeness(own, lambda each: each.registered.text) for agency, own in found.items()}


def _reworded(comment: Comment, known: Likeness[Past] | None, now: set[str], rounds: Rounds) -> Offer | None:
    """The agency's earlier comment in much the same words: one that is gone, or one on an earlier draft."""
    number = _number(comment, rounds)

    def fits(past: Past) -> bool:
        return past.registered.key not in now or _is_earlier(past.registered.draft_number, number)

    found = [] if known is None else known.like(comment.text, least=_MUCH, among=fits)
    if not found:
        return None
    share, past = found[0]
    again = _is_earlier(past.registered.draft_number, number)
    return Offer(comment.key, past, OfferWhy.AGAIN if again else OfferWhy.CHANGED, round(share, 2))


def _in_file(one: Comment | Registered) -> tuple[str, tuple[str, ...]]:
    """The file and the words of a comment, whosever it is."""
    return one.path, said(one.text)


def _renamed(comment: Comment, gone: Mapping[tuple[str, tuple[str, ...]], Past]) -> Offer | None:
    """The same words in the same file, which were another agency's before somebody corrected whose they are,
    or the file was read otherwise."""
    past = gone.get(_in_file(comment))
    return None if past is None else Offer(comment.key, past, OfferWhy.CHANGED, 1.0)


def _is_earlier(number: int | None, other: int | None) -> bool:
    return number is not None and other is not None and number < other


def _number(comment: Comment, rounds: Rounds) -> int | None:
    draft = rounds.draft(comment.draft)
    return None if draft is None else draft.number


class _ByClause:
    """What each agency was answered on each clause, whatever draft it spoke of."""

    def __init__(
        self,
        past: Sequence[Past],
        comments: Mapping[str, Comment],
        clauses: Mapping[str, Sequence[str]],
        rounds: Rounds,
        same: Mapping[str, str],
    ) -> None:
        self._clauses, self._rounds, self._same = clauses, rounds, same
        self._on: dict[tuple[str, str, str], list[Past]] = {}  # agency, draft, clause there
        numbers = {draft.number: draft for draft in rounds.drafts if draft.number is not None}
        for each in past:
            comment = comments.get(each.registered.key)
            draft = rounds.draft(comment.draft) if comment else numbers.get(each.registered.draft_number or 0)
            about = each.decision.clauses or clauses.get(each.registered.key, ())
            if draft is not None:
                self._spread(each, draft, [id for id in about if id in draft.by_id])

    def _spread(self, past: Past, draft: Draft, ids: Iterable[str]) -> None:
        """Remember `past` at what continues its clauses in every later draft."""
        agency, about = self._same[past.registered.agency], tuple(ids)
        for later in self._rounds.later(draft):
            for id in self._rounds.follow(about, draft, later):
                self._on.setdefault((agency, later.path, id), []).append(past)

    def offers(self, comment: Comment) -> tuple[Offer, ...]:
        """What the agency of `comment` was answered on its clauses before, each once."""
        agency, path = self._same[comment.agency], comment.draft or ""
        places = self._clauses.get(comment.key, ())
        found = dict.fromkeys(past for id in places for past in self._on.get((agency, path, id), ()))
        return tuple(Offer(comment.key, past, OfferWhy.CLAUSE, 0.0) for past in list(found)[-_MOST:])
