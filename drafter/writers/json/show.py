"""`drafter show N --json`: one comment with all that is known of it."""

from __future__ import annotations

from drafter.model import CommentView, DeedState, Offer, OfferWhy
from drafter.wording.answers import answer_words
from drafter.writers.json.comments import CommentJson, comment
from drafter.writers.json.decisions import (
    DecisionJson,
    DeedJson,
    LogLineJson,
    NumberedJson,
    decision,
    log_line,
    numbered,
)
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.evidence import EvidenceJson
from drafter.writers.json.link import LinkJson, link


class OfferJson(JsonObject, frozen=True):
    """An earlier decision on a like comment: of which workspace (empty: this one), why it is offered, how
    much of the words is the same."""

    source: str
    why: OfferWhy
    alike: float
    earlier: NumberedJson


class WatchedJson(JsonObject, frozen=True):
    """What a draft did to the edit that fulfils the decision."""

    draft: str
    number: int | None
    state: DeedState
    clauses: tuple[str, ...]
    gone: tuple[str, ...]
    back: tuple[str, ...]
    reworded: tuple[str, ...]
    by: tuple[int, ...]


class ShowDocument(JsonObject, frozen=True):
    """`comment`, `link` are null where no file holds the comment any more. `proposal`: the answer that
    evidence proposes; `alike`: the other comments of its row; `deed`: the edit that is watched."""

    no: int
    key: str
    agency: str
    text: str
    path: str
    comment: CommentJson | None
    decision: DecisionJson
    link: LinkJson | None
    evidence: tuple[EvidenceJson, ...]
    proposal: str | None
    alike: tuple[NumberedJson, ...]
    offers: tuple[OfferJson, ...]
    deed: DeedJson | None
    watched: tuple[WatchedJson, ...]
    history: tuple[LogLineJson, ...]


def show(view: CommentView, lang: str) -> ShowDocument:
    answer = None if view.row is None else view.row.answer
    return like(
        ShowDocument,
        view.registered,
        comment=None if view.comment is None else comment(view.comment),
        decision=decision(view.decision),
        link=None if view.link is None else link(view.link, lang),
        evidence=tuple(like(EvidenceJson, each) for each in view.evidence),
        proposal=None if answer is None else answer_words(answer, lang),
        alike=tuple(numbered(*each) for each in view.alike),
        offers=tuple(map(_offer, view.offers)),
        deed=None if view.deed is None else like(DeedJson, view.deed),
        watched=tuple(like(WatchedJson, each) for each in view.watched),
        history=tuple(map(log_line, view.history)),
    )


def _offer(offer: Offer) -> OfferJson:
    past = offer.past
    return OfferJson(past.source, offer.why, round(offer.alike, 4), numbered(past.registered, past.decision))
