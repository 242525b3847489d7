"""Accepted edits against later drafts, in words: what is watched, what became of it, what to answer now."""

from __future__ import annotations

from drafter.model import CommentView, Deed, Verdict, Watched

from .answers import answer_words, blanks
from .decisions import answer_of
from .figures import listed_numbers
from .messages import say


def deed_words(deed: Deed, lang: str) -> str:
    """By which words an accepted edit is watched."""
    name = "came" if deed.came else "went"
    words = ", ".join(f"“{phrase}”" for phrase in getattr(deed, name))
    return say(f"watched.deed.{name}", lang, words=words)


def fresh_words(view: CommentView, lang: str) -> str:
    """The answer that the newest draft gives to a comment that was accepted before any draft showed it; ""
    where there is none, or it is what the office answers already."""
    decision, answer = view.decision, None if view.row is None else view.row.answer
    done = next((each.draft for each in view.evidence if each.verdict is Verdict.ADDRESSED), "")
    draft = view.rounds.draft(done)
    if draft is None or answer is None or answer.proposes is not decision.disposition or decision.open:
        return ""
    if draft.number is None or decision.draft is None or draft.number <= decision.draft:
        return ""
    words = answer_words(answer, lang)
    blank = any(blank for _, blank in blanks(words, lang))
    return "" if blank or words == answer_of(decision, lang) else words


def watched_words(watched: Watched, lang: str) -> str:
    """What a draft did to an accepted edit: `"Dự thảo lần 3: đã mất “…”"`."""
    parts = [say(f"watched.{watched.state}", lang, by=listed_numbers(watched.by))]
    for name in ("gone", "back", "reworded"):
        words = ", ".join(f"“{phrase}”" for phrase in getattr(watched, name))
        if words:
            parts.append(say(f"watched.words.{name}", lang, words=words))
    return "; ".join(parts)
