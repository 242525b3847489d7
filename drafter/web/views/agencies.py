"""The board of agencies: who was asked, who answered, who owes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model import AnswerState, Response
from drafter.wording.agencies import letters_words, state_words


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One request and what came of it. `letters`: a line each; `commented`: there is something to answer."""

    response: Response
    state: str
    letters: tuple[str, ...]
    commented: bool

    @property
    def owes(self) -> bool:
        return self.response.state.owes


@dataclass(frozen=True, slots=True)
class AgencyCounts:
    asked: int
    answered: int
    late: int
    waiting: int
    silent: int
    agreed: int
    unread: int
    unasked: int


def agency_lines(found: Sequence[Response], lang: str) -> tuple[AgencyLine, ...]:
    return tuple(
        AgencyLine(
            each,
            state_words(each, lang),
            tuple(filter(None, letters_words(each, lang).split("\n"))),
            any(letter.comments and not letter.agrees for letter in (*each.letters, *each.earlier)),
        )
        for each in found
    )


def unasked(found: Sequence[Response]) -> tuple[str, ...]:
    """The names of those who were not asked and sent something."""
    return tuple(each.agency.name for each in found if each.state is AnswerState.UNASKED)


def agency_counts(found: Sequence[Response]) -> AgencyCounts:
    """How many requests are in each state; who answered late has answered."""
    counts = {state: sum(each.state is state for each in found) for state in AnswerState}
    late = counts[AnswerState.LATE]
    return AgencyCounts(
        asked=len(found) - counts[AnswerState.UNASKED],
        answered=counts[AnswerState.ANSWERED] + late,
        late=late,
        waiting=counts[AnswerState.WAITING],
        silent=counts[AnswerState.SILENT],
        agreed=counts[AnswerState.AGREED],
        unread=counts[AnswerState.UNREAD],
        unasked=counts[AnswerState.UNASKED],
    )
