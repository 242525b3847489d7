"""The drafts in order: how long each is, what changed from the one before, what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from drafter.errors import UnknownDraft
from drafter.jobs.board import Board
from drafter.model import Draft, Role, Rounds
from drafter.wording.figures import number
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_name
from drafter.writers.charts import Bar, BarPart, stacked_bars, tone
from drafter.writers.html.shown import told_tally


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """A draft in the list: `words` by role; `before` the draft before it, `tally` what happened since, how
    often; `comments` made on it."""

    key: str
    draft: Draft
    name: str
    words: Mapping[Role, int]
    comments: int
    before: Draft | None = None
    before_key: str = ""
    tally: tuple[tuple[str, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(self.words.values())


def key_of(draft: Draft, rounds: Rounds) -> str:
    """By what a draft is named in an address: its number, else its place in the order: `2`, `p1`."""
    return f"p{rounds.drafts.index(draft) + 1}" if draft.number is None else str(draft.number)


def named(rounds: Rounds, key: str) -> Draft:
    """The draft of a key; a number that no draft bears is a place in the order. Raises UnknownDraft."""
    by_key = {key_of(draft, rounds): draft for draft in rounds.drafts}
    by_place = {str(place): draft for place, draft in enumerate(rounds.drafts, 1)}
    found = by_key.get(key) or by_place.get(key)
    if found is None:
        raise UnknownDraft(key, known=", ".join(by_key))
    return found


def draft_lines(board: Board, lang: str) -> tuple[DraftEntry, ...]:
    """All drafts, oldest first."""
    rounds = board.rounds
    on = [board.workspace.about(comment).path for comment in board.read.comments] if rounds.drafts else []
    lines = []
    for place, draft in enumerate(rounds.drafts):
        before = rounds.drafts[place - 1] if place else None
        tally = told_tally(board.workspace.changes(before, draft), lang) if before else []
        lines.append(
            DraftEntry(
                key_of(draft, rounds),
                draft,
                draft_name(draft, lang),
                words_by_role(draft),
                on.count(draft.path),
                before,
                key_of(before, rounds) if before else "",
                tuple(tally),
            )
        )
    return tuple(lines)


def words_by_role(draft: Draft) -> dict[Role, int]:
    """The words of a draft by role, in the order of the roles; they add up to all its clauses have."""
    found = dict.fromkeys(Role, 0)
    for clause in draft.clauses:
        found[clause.role] += clause.words
    return {role: words for role, words in found.items() if words}


def sizes_chart(lines: tuple[DraftEntry, ...], lang: str) -> Markup:
    """How long each draft is, by part, to one scale."""
    order = {role: tone(place) for place, role in enumerate(Role)}
    bars = [
        Bar(
            line.name,
            tuple(
                BarPart(capital(say(f"role.{role}", lang)), words, number(words, lang), order[role])
                for role, words in line.words.items()
            ),
            say("drafts-page.words", lang, count=line.total),
        )
        for line in lines
    ]
    return stacked_bars(bars, say("drafts-page.sizes", lang))
