"""Responses: agencies asked and letters received → who answered when, who is late, who is silent.

A letter dated before an agency was asked answers nothing of that request. An agency that is asked again (for
another draft) has a response for each request: a letter belongs to the last request that it may answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from drafter.language.identities import identities
from drafter.language.joint import together
from drafter.language.protocol import agency_rank
from drafter.model import AnswerState, Asked, Draft, Letter, Received, Response, Rounds, Stance


def responses(
    asked: Sequence[Asked],
    letters: Sequence[Letter],
    unread: Sequence[tuple[str, str]] = (),
    *,
    today: date,
    until: date | None = None,
    silence_is_agreement: bool = False,
    home: str = "",
) -> tuple[Response, ...]:
    """What came of each request, in the order of protocol; behind them the agencies that nobody asked. Each
    of several that wrote one letter has written. `unread`: (agency, path) of files that nobody could read:
    whose they seem to be has sent something, and is not silent. `until`: a letter dated after this day had
    not come yet.

    `home`: the body that issues the draft, whose province is meant where a name says none. Without a due date
    nobody is late, and silence is no agreement yet.
    """
    listed = [each.name for each in asked]
    wrote = [(letter, name) for letter in letters for name in together(letter.agency, listed)]
    same = identities((*listed, *(name for _, name in wrote), *(name for name, _ in unread)), home)
    received: dict[str, list[Received]] = {}
    names: dict[str, str] = {}
    for letter, name in wrote:
        received.setdefault(same[name], []).append(_received(letter))
        names.setdefault(same[name], name)
    lost: dict[str, list[str]] = {}
    for name, path in unread:
        lost.setdefault(same[name], []).append(path)
    requests: dict[str, list[Asked]] = {}
    for each in asked:
        known = requests.setdefault(same[each.name], [])
        if each not in known:
            known.append(each)

    def told(each: Asked, key: str) -> Response:
        answers, before = _apart(each, requests[key], received.get(key, ()))
        later = tuple(letter for letter in answers if until and letter.date and letter.date > until)
        came = tuple(letter for letter in answers if letter not in later)
        bare = _response(each, came, before, today, silence_is_agreement)
        return _unread(replace(bare, later=later), lost.get(key, ()))

    found = [told(each, key) for key in requests for each in requests[key]]
    unasked = [
        Response(Asked(names[key]), AnswerState.UNASKED, _in_order(came))
        for key, came in received.items()
        if key not in requests
    ]
    return (*sorted(found, key=_rank), *sorted(unasked, key=_rank))


def last_requests(found: Iterable[Response], home: str = "") -> tuple[Response, ...]:
    """Of each agency the response to what it was asked last."""
    last: dict[str, Response] = {}
    every = tuple(found)
    same: Mapping[str, str] = identities((each.agency.name for each in every), home)
    for each in every:
        known = last.get(same[each.agency.name])
        if known is None or (each.agency.asked or date.min) >= (known.agency.asked or date.min):
            last[same[each.agency.name]] = each
    return tuple(last.values())


def asked_about(asked: Asked, found: Iterable[Response], rounds: Rounds) -> Draft | None:
    """The draft that `asked` asked about; None where nothing tells.

    The newest of those that the answers to requests of the same day say they are about, else the newest that
    was out on that day; a single draft is the one.
    """
    if len(rounds.drafts) == 1:
        return rounds.newest
    if asked.asked is None:
        return None
    told = {
        letter.draft_number for each in found if each.agency.asked == asked.asked for letter in each.letters
    }
    answered = [draft for draft in rounds.drafts if draft.number is not None and draft.number in told]
    return answered[-1] if answered else rounds.told(None, asked.asked)


def _rank(response: Response) -> int:
    return agency_rank(response.agency.name)


def _received(letter: Letter) -> Received:
    return Received(
        path=letter.path,
        number=letter.number,
        date=letter.date,
        draft_number=letter.draft_number,
        channel=letter.channel,
        comments=len(letter.comments),
        agrees=letter.stance is Stance.AGREEMENT,
    )


def _apart(
    request: Asked, requests: Sequence[Asked], came: Iterable[Received]
) -> tuple[tuple[Received, ...], tuple[Received, ...]]:
    """The letters that answer this of the `requests` to an agency, and those from before the first."""
    answers = [letter for letter in came if _answered(letter, requests) is request]
    before = [letter for letter in came if _answered(letter, requests) is None and request is requests[0]]
    return _in_order(answers), _in_order(before)


def _answered(letter: Received, requests: Sequence[Asked]) -> Asked | None:
    """The request that a letter answers: the last one made by its date; without a date the last of all."""
    made = sorted(requests, key=lambda each: each.asked or date.min)
    if letter.date is not None:
        made = [each for each in made if each.asked is None or each.asked <= letter.date]
    return made[-1] if made else None


def _in_order(letters: Iterable[Received]) -> tuple[Received, ...]:
    return tuple(sorted(letters, key=lambda letter: (letter.date or date.max, letter.path)))


def _unread(found: Response, paths: Sequence[str]) -> Response:
    """`found` with the files that may be its answer: who sent them is no longer said to be silent."""
    if not paths:
        return found
    heard = bool(found.letters)
    return replace(found, state=found.state if heard else AnswerState.UNREAD, unread=tuple(paths))


def _response(
    agency: Asked,
    letters: tuple[Received, ...],
    earlier: tuple[Received, ...],
    today: date,
    silence_is_agreement: bool,
) -> Response:
    bare = Response(agency, AnswerState.WAITING, letters, earlier)
    due = agency.due
    if letters:
        on = bare.answered_on
        # Letters without a date came nobody knows when: in time, for all that can be shown.
        late = due is not None and on is not None and on > due and all(letter.date for letter in letters)
        if late and due is not None and on is not None:
            return replace(bare, state=AnswerState.LATE, days_late=(on - due).days)
        return replace(bare, state=AnswerState.ANSWERED)
    if due is None:
        return bare
    if today <= due:
        return replace(bare, days_left=(due - today).days)
    state = AnswerState.AGREED if silence_is_agreement else AnswerState.SILENT
    return replace(bare, state=state, days_late=(today - due).days)
