"""What stands of a comment now, and how it came to be."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model import CommentView, Decision, HistoryLine
from drafter.wording.decisions import answer_of, changed_words, moment, outcome_words, particulars
from drafter.wording.names import capital


@dataclass(frozen=True, slots=True)
class StandingNow:
    """What stands of a comment now, and how it came to be, the last act first."""

    decision: Decision
    outcome: str
    answer: str
    particulars: tuple[str, ...]
    history: tuple[tuple[str, str, str], ...]
    undoable: bool


def standing(view: CommentView, lang: str) -> StandingNow:
    """The decision and its history in words."""
    decision = view.decision
    undone = {line.undoes for line in view.history}
    return StandingNow(
        decision,
        outcome_words(decision, lang),
        answer_of(decision, lang) if decision.decided else "",
        tuple(particulars(decision, _locators(view, decision), lang)),
        tuple(reversed([_told(view, line, lang) for line in view.history])),
        any(line.undoes is None and line.act not in undone for line in view.history),
    )


def _told(view: CommentView, line: HistoryLine, lang: str) -> tuple[str, str, str]:
    words = changed_words(line, _locators(view, line.after), lang)
    return moment(line.author.at, lang), line.author.name, capital(words)


def _locators(view: CommentView, decision: Decision) -> tuple[str, ...]:
    draft = view.draft
    return tuple(draft.by_id[id].locator if draft and id in draft.by_id else id for id in decision.clauses)
