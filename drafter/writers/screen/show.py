"""What the terminal shows of one comment."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from drafter.model import Comment, CommentView
from drafter.wording.answers import answer_words
from drafter.wording.decisions import (
    answer_of,
    changed_words,
    moment,
    offer_words,
    outcome_words,
    particulars,
)
from drafter.wording.messages import say
from drafter.wording.names import draft_name
from drafter.wording.watched import deed_words, fresh_words, watched_words
from drafter.writers.screen.decisions import Places
from drafter.writers.screen.evidence import evidence_cells
from drafter.writers.screen.links import link_cells
from drafter.writers.screen.shared import shortened

_TEXT = 160  # characters of a like comment


def show_view(view: CommentView, places: Places, lang: str) -> RenderableType:
    """Who said what, where it belongs, what later drafts did, what was decided, by whom and when."""
    made: list[RenderableType] = []
    for key, lines in _parts(view, places, lang):
        told = [line for line in lines if line]
        if told:
            made.append(Text(say(f"show.{key}", lang), style="bold"))
            made.extend(Padding(Text(line), (0, 0, 0, 2)) for line in told)
    head = (
        f"{say('show.no', lang, no=view.registered.no)} · {view.registered.agency} · {view.registered.path}"
    )
    return Lines(Text(head, style="bold reverse"), *made)


def _parts(view: CommentView, cites: Places, lang: str) -> Iterator[tuple[str, list[str]]]:
    registered, comment = view.registered, view.comment
    said = [] if comment is None else [comment.proposal, _grounds(comment, lang)]
    yield "text", [registered.text, *said]
    if comment is None:
        yield "gone", [say("show.gone.told", lang, at=moment(registered.first_read, lang))]
    if view.link is not None and view.draft is not None:
        places, reasons = link_cells(view.link, view.draft, lang)
        yield "link", [f"{draft_name(view.draft, lang)}: {places}", *reasons.split("\n")]
    for each in view.evidence:
        draft = view.rounds.draft(each.draft)
        if draft is not None:
            verdict, shown = evidence_cells(each, draft, lang, comment)
            yield "evidence", [f"{draft_name(draft, lang)}: {verdict}", *shown.split("\n")]
    if view.row is not None and view.row.answer is not None and not view.decision.decided:
        yield "proposal", [answer_words(view.row.answer, lang)]
    own = view.decision
    answer = answer_of(own, lang) if own.decided else ""
    yield (
        "decision",
        [outcome_words(own, lang), answer, *particulars(own, cites(registered.key, own.clauses), lang)],
    )
    yield "fresh", [fresh_words(view, lang)]
    drafts, deed = view.rounds.draft, view.deed
    watched = [] if deed is None else [(drafts(deed.draft), deed_words(deed, lang))]
    watched += [(drafts(each.draft), watched_words(each, lang)) for each in view.watched]
    yield "watched", [f"{draft_name(draft, lang)}: {words}" for draft, words in watched if draft]
    yield "offers", [offer_words(offer, lang) for offer in view.offers]
    yield (
        "alike",
        [
            f"{other.no} · {other.agency}: {shortened(other.text, _TEXT)} – {outcome_words(decision, lang)}"
            for other, decision in view.alike
        ],
    )
    yield (
        "history",
        [
            f"{moment(line.author.at, lang)} · {line.author.name}: "
            + changed_words(line, cites(line.key, line.after.clauses), lang)
            for line in view.history
        ],
    )


def _grounds(comment: Comment, lang: str) -> str:
    """The reason that a form gives beside the comment, as the table has it."""
    known = not comment.reason or comment.reason in comment.text
    return "" if known else say("table.grounds", lang, words=comment.reason)
