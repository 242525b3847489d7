"""One comment: its letter, its clauses then and now, why, what later drafts did, what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.jobs.board import Board
from drafter.jobs.letter_picture import pictured
from drafter.jobs.letter_text import letter_text
from drafter.jobs.queue import State
from drafter.jobs.reread import aside_in
from drafter.jobs.show import comment_view
from drafter.jobs.signing import is_same_person
from drafter.language.noise import telling
from drafter.model import (
    UNDECIDED,
    Comment,
    CommentView,
    Decision,
    Evidence,
    LetterText,
    Offer,
    Registered,
    Segment,
    Verdict,
)
from drafter.wording.asks import all_asked, asked_words
from drafter.wording.decisions import (
    answer_of,
    moment,
    outcome_words,
)
from drafter.wording.figures import share
from drafter.wording.measures import counted_words
from drafter.wording.messages import say
from drafter.wording.names import cited, draft_name
from drafter.wording.watched import deed_words, fresh_words, watched_words

from .clauses import DraftView, commented, latest, link_reasons


@dataclass(frozen=True, slots=True)
class DraftDeed:
    """What a later draft did: its name, the verdict, what was counted, the words of the change."""

    name: str
    verdict: Verdict
    counted: tuple[str, ...]
    segments: tuple[Segment, ...]
    places: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another comment beside this one, with what stands of it. `why`: how the two clash, "" for equal
    ones."""

    no: int
    agency: str
    text: str
    outcome: str
    answer: str
    decided: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier decision that is offered: whose, what was said, how it was decided."""

    no: int
    here: bool
    source: str
    agency: str
    text: str
    outcome: str
    answer: str
    decision: Decision
    changed: bool


@dataclass(frozen=True, slots=True)
class CommentPage:
    """All that the page of a comment shows."""

    view: CommentView
    comment: Comment | None
    letter: LetterText | None
    pictures: int  # parts of scanned pages in which the comment stands
    head: tuple[str, ...]
    asks: tuple[str, ...]
    written: tuple[str, ...]  # the same as a letter would put it, which is read in Vietnamese alone
    about: DraftView | None
    newest: DraftView | None
    scope: str
    reasons: tuple[tuple[str, str], ...]
    share: str  # how certain it is, in per cent
    look: bool
    shown: tuple[DraftDeed, ...]
    alike: tuple[Other, ...]
    clashing: tuple[Other, ...]
    earlier: tuple[Earlier, ...]
    fresh: str  # the answer by a draft that followed the decision
    watched: tuple[tuple[str, str, str], ...]
    states: frozenset[State]
    numbers: Mapping[str, int]  # of the comments in the letter, by id
    first_read: str
    own: bool  # whoever looks made the decision
    aside: str  # the file in which a person has said that this is no comment, "" where nobody has


def page(board: Board, number: int, lang: str, *, who: str = "", whole: bool = False) -> CommentPage:
    """The page of the comment `number` for the person `who`; `whole`: with all of its letter, however
    long.

    Raises UnknownComment.
    """
    view = comment_view(board, number)
    comment = view.comment
    entry = next((each for each in board.queue if comment is not None and each.comment is comment), None)
    clashing = () if comment is None else tuple(_clashing(board, comment, lang))
    return CommentPage(
        view,
        comment,
        None if comment is None else letter_text(board, comment, whole=whole),
        0 if comment is None else len(pictured(board, comment)),
        tuple(_head(board, comment, view)),
        () if comment is None else tuple(filter(None, (asked_words(ask, lang) for ask in comment.asks))),
        () if comment is None else tuple(filter(None, (all_asked((ask,), "vi") for ask in comment.asks))),
        commented(view, lang),
        latest(view, lang),
        "" if view.link is None else say(f"scope.{view.link.scope}", lang),
        tuple(link_reasons(view, lang)),
        "" if view.link is None else share(view.link.confidence, lang),
        view.link is not None and view.link.review and not view.decision.decided,
        tuple(_shown(view, lang)),
        tuple(_other(each, decision, lang) for each, decision in view.alike),
        clashing,
        tuple(_earlier(offer, lang) for offer in view.offers),
        fresh_words(view, lang),
        tuple(_watched(view, lang)),
        frozenset() if entry is None else entry.states,
        {} if comment is None else {each.id: each.no or 0 for each in board.in_file[comment.path]},
        moment(view.registered.first_read, lang),
        is_same_person(view.decision.decided_by, who),
        aside_in(board, view.registered) if comment is None else "",
    )


def _head(board: Board, comment: Comment | None, view: CommentView) -> Iterator[str]:
    """What is known of the letter: its number, date, file."""
    path = view.registered.path if comment is None else comment.path
    letters = [each for each in board.read.letters if comment is not None and comment in each.comments]
    for letter in letters:
        if letter.number or letter.minutes:
            yield letter.number or letter.minutes or ""
    yield path


# --- what later drafts did ----------------------------------------------------------------


def _shown(view: CommentView, lang: str) -> Iterator[DraftDeed]:
    for each in view.evidence:
        draft = view.rounds.draft(each.draft)
        if draft is not None:
            yield DraftDeed(
                draft_name(draft, lang),
                each.verdict,
                tuple(counted_words(measured, lang) for measured in each.measures),
                _telling(each),
                cited([draft.by_id[id].locator for id in each.clauses], lang),
            )


def _telling(evidence: Evidence) -> tuple[Segment, ...]:
    return evidence.segments if telling(evidence.segments) else ()


def _watched(view: CommentView, lang: str) -> Iterator[tuple[str, str, str]]:
    """Draft, state and words: by which the accepted edit is watched, and what became of it."""
    shown = None if view.deed is None else view.rounds.draft(view.deed.draft)
    if view.deed is not None and shown is not None:
        yield draft_name(shown, lang), "", deed_words(view.deed, lang)
    for each in view.watched:
        draft = view.rounds.draft(each.draft)
        if draft is not None:
            yield draft_name(draft, lang), each.state, watched_words(each, lang)


# --- other comments -----------------------------------------------------------------------


def _other(registered: Registered, decision: Decision, lang: str, why: str = "") -> Other:
    return Other(
        registered.no,
        registered.agency,
        registered.text,
        outcome_words(decision, lang),
        answer_of(decision, lang) if decision.decided else "",
        decision.decided,
        why,
    )


def _clashing(board: Board, comment: Comment, lang: str) -> Iterator[Other]:
    """The comments that cannot be followed together with this one."""
    known = set()
    for clash in board.clashes:
        for id in clash.comments if comment.id in clash.comments else ():
            other = board.comments.get(id)
            if id == comment.id or id in known or other is None or other.key not in board.registered:
                continue
            known.add(id)
            decision = board.decisions.get(other.key, UNDECIDED)
            yield _other(board.registered[other.key], decision, lang, say(f"clash.{clash.why}", lang))


def _earlier(offer: Offer, lang: str) -> Earlier:
    past = offer.past
    return Earlier(
        past.registered.no,
        not past.source,
        past.source,
        past.registered.agency,
        past.registered.text,
        outcome_words(past.decision, lang),
        answer_of(past.decision, lang),
        past.decision,
        offer.why == "changed",
    )
