"""What the terminal shows of the agencies asked for comments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import AnswerState, Response
from drafter.wording.agencies import letters_words, state_words
from drafter.wording.figures import day
from drafter.wording.messages import say

_LOUD = {
    AnswerState.SILENT: "bold red",
    AnswerState.LATE: "yellow",
    AnswerState.WAITING: "yellow",
    AnswerState.UNREAD: "yellow",
}


def agencies_view(found: Sequence[Response], today: date, lang: str) -> RenderableType:
    """One row for each request, then the counts."""
    table = Table(expand=True)
    for column, ratio in (("agency", 5), ("asked", 2), ("due", 2), ("state", 4), ("letters", 5)):
        table.add_column(say(f"asking.{column}", lang), overflow="fold", ratio=ratio)
    for each in found:
        asked, due = (day(on, lang) if on else "" for on in (each.agency.asked, each.agency.due))
        state = Text(state_words(each, lang), style=_LOUD.get(each.state, ""))
        table.add_row(each.agency.name, asked, due, state, letters_words(each, lang))
    return Lines(table, Text(_total(found, today, lang), style="bold"))


def _total(found: Sequence[Response], today: date, lang: str) -> str:
    counts = {state: sum(each.state is state for each in found) for state in AnswerState}
    late, silent = counts[AnswerState.LATE], counts[AnswerState.SILENT]
    unread = counts[AnswerState.UNREAD]
    lost = f"; {say('agencies.total.unread', lang, unread=unread)}" if unread else ""
    total = say(
        "agencies.total",
        lang,
        today=day(today, lang),
        asked=len(found) - counts[AnswerState.UNASKED],
        answered=counts[AnswerState.ANSWERED] + late,
        late=late,
        owing=counts[AnswerState.WAITING] + silent,
        silent=silent,
        agreed=counts[AnswerState.AGREED],
        unasked=counts[AnswerState.UNASKED],
    )
    return total + lost
