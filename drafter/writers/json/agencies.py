"""`drafter agencies --json`: who was asked, and what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from drafter.model import AnswerState, Channel, Response
from drafter.writers.json.encoding import JsonObject, like


class ReceivedJson(JsonObject, frozen=True):
    """A letter that came; `path` relative to comments/. `agrees`: it only agrees."""

    path: str
    number: str | None
    date: datetime.date | None
    draft_number: int | None
    channel: Channel
    comments: int
    agrees: bool


class ResponseJson(JsonObject, frozen=True):
    """What came of one request to one agency; `earlier`: letters from before it was asked, `later`: from
    after the day as of which is told, where that is gone by."""

    name: str
    level: str
    address: str
    asked: datetime.date | None
    due: datetime.date | None
    state: AnswerState
    answered: datetime.date | None
    days_left: int | None
    days_late: int | None
    letters: tuple[ReceivedJson, ...]
    earlier: tuple[ReceivedJson, ...]
    later: tuple[ReceivedJson, ...]
    unread: tuple[str, ...]


class AgenciesSummaryJson(JsonObject, frozen=True):
    """How many requests came to each end; `asked` counts them all, `unasked` agencies beside them."""

    asked: int
    answered: int
    late: int
    waiting: int
    silent: int
    agreed: int
    unread: int
    unasked: int


class AgenciesDocument(JsonObject, frozen=True):
    """Every request on the day `today`, those who wrote unasked behind them."""

    today: datetime.date
    agencies: tuple[ResponseJson, ...]
    summary: AgenciesSummaryJson


def agencies(found: Sequence[Response], today: datetime.date) -> AgenciesDocument:
    counts = {state: sum(each.state is state for each in found) for state in AnswerState}
    return AgenciesDocument(
        today=today,
        agencies=tuple(_response(each) for each in found),
        summary=AgenciesSummaryJson(
            asked=len(found) - counts[AnswerState.UNASKED],
            **{state.value: count for state, count in counts.items()},
        ),
    )


def _response(each: Response) -> ResponseJson:
    agency = each.agency
    return like(
        ResponseJson,
        each,
        name=agency.name,
        level=agency.level,
        address=agency.address,
        asked=agency.asked,
        due=agency.due,
        answered=each.answered_on,
    )
