"""The queue: comments in the order of the table, found by what is known of them; how many are what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from ..language.normal import folded, unaccented
from ..model import Comment, Decision, DeedState, Draft, Link, Rounds, Row, Scope, Stance, Verdict
from .signing import is_same_person

if TYPE_CHECKING:
    from .board import Board

_SIGNS = str.maketrans(dict.fromkeys("“”\"'.,;:()[]/–-?!…", " "))


class State(StrEnum):
    """How far a comment is, and what is the matter with it; several may hold.

    `open`: nobody has decided what becomes of it; `waiting`: decided, and to be approved; `unassigned`: open
    and nobody's, where others are somebody's; `mine`: given to who asks; `conflict`: it cannot be followed
    together with another; `regressed`: a later draft undid what was done; `agreement`: it only agrees; a
    letter that does nothing else stands in no row.
    """

    OPEN = "open"
    DECIDED = "decided"
    WAITING = "waiting"
    UNASSIGNED = "unassigned"
    MINE = "mine"
    CONFLICT = "conflict"
    REGRESSED = "regressed"
    AGREEMENT = "agreement"


class Trust(StrEnum):
    """Whether a person must look at what was understood of a comment that nobody has decided."""

    LOOK = "look"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """What files alone say of a comment. `order`: place in the table; `row`: the number of its row, None for
    one that stands in none; `part`: the outermost clause of the newest draft, else the scope of the link;
    `words`: what is searched, without tone marks."""

    order: int
    row: int | None
    part: str
    verdict: Verdict | None
    look: bool
    conflict: bool
    words: str


@dataclass(frozen=True, slots=True)
class Queued:
    """A comment in the queue with what stands of it now."""

    comment: Comment
    placed: QueuePlace
    decision: Decision
    states: frozenset[State]
    trust: Trust
    values: tuple[Collection[str], ...]  # of each of `FACETS`

    @property
    def no(self) -> int:
        """Its number for good; 0 where nobody keeps any."""
        return self.comment.no or 0


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; "" for anything. `check`: the code of what stands against handing in; those that it
    names are told apart beforehand. `who` asks: their own comments are `mine`."""

    agency: str = ""
    part: str = ""
    topic: str = ""
    state: str = ""
    verdict: str = ""
    trust: str = ""
    query: str = ""
    check: str = ""
    who: str = ""


FACETS = ("agency", "part", "topic", "state", "verdict", "trust")


@dataclass(frozen=True, slots=True)
class QueueFound:
    """The comments that were looked for, in the order of the table. `counts`: facet → value → how many
    there would be with this value and the other facets as they are."""

    entries: tuple[Queued, ...]
    counts: Mapping[str, Mapping[str, int]]

    @property
    def groups(self) -> tuple[tuple[Queued, ...], ...]:
        """Equal comments, which stand in one row, together."""
        return tuple(tuple(group) for _, group in groupby(self.entries, key=_row_of))


def _row_of(entry: Queued) -> object:
    return entry.comment.id if entry.placed.row is None else entry.placed.row


def placed(board: Board) -> Mapping[str, QueuePlace]:
    """By comment id, in the order of the table; comments that ask for nothing come last."""
    table, comments = board.proposing, board.comments
    rows = () if table is None else table.rows
    at = {id: row for row in rows for id in row.comments}
    order = [*at, *(id for id in comments if id not in at)]
    clashing = {id for clash in board.clashes for id in clash.comments}
    newest = board.rounds.drafts[-1].path if board.rounds.drafts else ""
    found = {}
    for place, id in enumerate(order):
        comment, row, link = comments[id], at.get(id), board.links.get(id)
        verdicts = (each.verdict for each in board.evidence.get(id, ()) if each.draft == newest)
        found[id] = QueuePlace(
            place,
            None if row is None else row.no,
            _part(comment, link, board.rounds),
            next(verdicts, None),
            comment.review or (link is not None and link.review),
            id in clashing,
            searchable(f"{comment.agency} {comment.text} {comment.proposal} {_places(row)}"),
        )
    return found


def _places(row: Row | None) -> str:
    return "" if row is None else row.locator


def _part(comment: Comment, link: Link | None, rounds: Rounds) -> str:
    """The outermost clause of the newest draft in which the comment belongs, else how far it reaches."""
    if link is None or link.scope is not Scope.CLAUSES or not link.clauses:
        return Scope.NONE if link is None else link.scope
    about = rounds.draft(comment.draft) or rounds.newest
    line = (link.clauses[0].id, *(clause.id for clause in about.ancestors(link.clauses[0].id)))
    newest = rounds.newest
    kept = next((kept for id in line if (kept := rounds.follow((id,), about, newest))), ())
    return _top(kept[0], newest) if kept else Scope.NONE


def _top(id: str, draft: Draft) -> str:
    around = draft.ancestors(id)
    return around[-1].id if around else id


def searchable(text: str) -> str:
    """Words between single blanks, without tone marks, case or signs: `"Chuyển đổi số."` is
    `" chuyen doi so "`."""
    return f" {' '.join(folded(unaccented(text)).translate(_SIGNS).split())} "


def entries(board: Board) -> tuple[Queued, ...]:
    """All comments as they stand now, in the order of the table."""
    approval = board.workspace.settings.approval
    assigned = any(each.assignee for each in board.decisions.values())
    now = {key: seen[-1].state for key, seen in board.watched.items() if seen}
    return tuple(
        _entry(
            board.comments[id],
            each,
            board.decision(board.comments[id]),
            now.get(board.comments[id].key),
            approval=approval,
            assigned=assigned,
        )
        for id, each in board.placed.items()
    )


def _entry(
    comment: Comment,
    placed: QueuePlace,
    decision: Decision,
    deed: DeedState | None,
    *,
    approval: bool,
    assigned: bool,
) -> Queued:
    states = set()
    if placed.row is not None or decision.decided:
        states.add(State.OPEN if decision.open else State.DECIDED)
    if assigned and State.OPEN in states and not decision.assignee:
        states.add(State.UNASSIGNED)
    agrees = placed.row is None or comment.stance is Stance.AGREEMENT
    if agrees:
        states.add(State.AGREEMENT)
    if approval and not decision.open and not decision.approved_by:
        states.add(State.WAITING)
    if placed.conflict:
        states.add(State.CONFLICT)
    lost = placed.verdict is Verdict.REGRESSED and deed is not DeedState.OVERRIDDEN  # else on purpose
    if lost or deed is DeedState.REGRESSED:
        states.add(State.REGRESSED)
    look = placed.look and not agrees and not decision.decided
    trust = Trust.LOOK if look else Trust.SURE
    verdict = () if placed.verdict is None else (placed.verdict,)
    values = ((comment.agency,), (placed.part,), comment.topics, tuple(states), verdict, (trust,))
    return Queued(comment, placed, decision, frozenset(states), trust, values)


def find(queue: Sequence[Queued], wanted: Sought) -> QueueFound:
    """What is wanted of the queue, and how many there are of each kind."""
    asked = [getattr(wanted, facet) for facet in FACETS]
    used = [place for place, value in enumerate(asked) if value]
    counts: list[list[str]] = [[] for _ in FACETS]
    found = []
    for entry in _searched(queue, wanted.query):
        values = _values(entry, wanted.who)
        missed = [place for place in used if asked[place] not in values[place]]
        if not missed:
            found.append(entry)
            for here, each in zip(counts, values, strict=True):
                here.extend(each)
        elif len(missed) == 1:
            counts[missed[0]].extend(values[missed[0]])
    told = {facet: Counter(each) for facet, each in zip(FACETS, counts, strict=True)}
    return QueueFound(tuple(found), told)


def _matching(queue: Sequence[Queued], wanted: Sought) -> Iterator[Queued]:
    """What is wanted of the queue, uncounted."""
    used = [(place, value) for place, facet in enumerate(FACETS) if (value := getattr(wanted, facet))]
    for entry in _searched(queue, wanted.query):
        values = _values(entry, wanted.who) if used else ()
        if all(value in values[place] for place, value in used):
            yield entry


def _values(entry: Queued, who: str) -> tuple[Collection[str], ...]:
    """What an entry has of each facet."""
    assignee = entry.decision.assignee
    if not assignee or not who or not is_same_person(assignee, who):
        return entry.values
    agency, part, topics, states, *rest = entry.values
    return (agency, part, topics, (*states, State.MINE), *rest)


def _searched(queue: Sequence[Queued], query: str) -> Iterator[Queued]:
    """By number, else those with the words in a row, else those with all of them; a word may be begun."""
    words = searchable(query).split()
    if not words:
        yield from queue
        return
    if len(words) == 1 and words[0].isdigit():
        numbered = [entry for entry in queue if entry.no == int(words[0])]
        if numbered:
            yield from numbered
            return
    texts = [(entry, entry.placed.words + searchable(entry.decision.response)) for entry in queue]
    phrase = f" {' '.join(words)}"
    together = [entry for entry, text in texts if phrase in text]
    apart = (entry for entry, text in texts if all(f" {word}" in text for word in words))
    yield from together or apart


def beside(queue: Sequence[Queued], wanted: Sought, number: int) -> tuple[int | None, int | None, int | None]:
    """Of the comments wanted: the number of the one before `number` and of the one after it, and of the next
    that is open, the first where none comes after; None where there is none."""
    here = next((entry.placed.order for entry in queue if entry.no == number), -1)
    found = list(_matching(queue, wanted))
    before = [entry.no for entry in found if entry.placed.order < here]
    after = [entry.no for entry in found if entry.placed.order > here]
    pool = found if wanted.state in ("", State.OPEN) else _matching(queue, replace(wanted, state=State.OPEN))
    still = [entry for entry in pool if State.OPEN in entry.states and entry.no != number]
    later = next((each.no for each in still if each.placed.order > here), None)
    nearest = later if later is not None else (still[0].no if still else None)
    return (before[-1] if before else None), (after[0] if after else None), nearest


def given(wanted: Sought) -> Mapping[str, str]:
    """What is asked for, as it stands in an address; who asks is no part of it."""
    found = {each.name: getattr(wanted, each.name) for each in fields(wanted) if each.name != "who"}
    return {name: value for name, value in found.items() if value}
