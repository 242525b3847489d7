"""The list of comments: what is looked for, a page of groups of equal comments, filters with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import QueryParams

from drafter.analyses.labels import titled
from drafter.jobs.board import Board
from drafter.jobs.queue import FACETS, Queued, QueueFound, Sought, State, Trust, find, given
from drafter.language.locators import as_cited
from drafter.model import CheckCode, Clause, Disposition, Draft, Role, Row, Scope, Topic, Verdict, digest
from drafter.wording.answers import response_words
from drafter.wording.messages import say
from drafter.wording.names import capital, place

FIELDS = (*FACETS, "query", "check")  # of an address
SIZE = 50  # groups on a page
_LONGEST = 48  # characters of the name of a part


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """A value of a filter, what it is called and how many comments have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter with its values; `chosen` "" where it is not used."""

    name: str
    chosen: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of equal comments in the list. `disposition`: that of all of them, None where they differ;
    `proposed`: nobody has decided them, and this is what evidence proposes. `answer`: what is answered."""

    entries: tuple[Queued, ...]
    row: Row | None
    disposition: Disposition | None
    proposed: bool
    answer: str
    places: str

    @property
    def first(self) -> Queued:
        return self.entries[0]

    @property
    def seen(self) -> str:
        """Numbers with the versions of their decisions, as the form sends them: `"12:0 34:1"`."""
        return " ".join(f"{each.no}:{each.decision.version}" for each in self.entries)


@dataclass(frozen=True, slots=True)
class CommentList:
    """A page of the list: `found` comments of `total`, `page` of `pages` from 1; `unnumbered`: of how
    many nobody keeps a number, under which they could be opened."""

    lines: tuple[GroupLine, ...]
    found: int
    total: int
    page: int
    pages: int
    unnumbered: int
    filters: tuple[Filter, ...]
    states: Filter
    wanted: Sought
    query: str  # what is looked for, as it stands in an address

    def address(self, changes: Mapping[str, object]) -> str:
        """The list with other filters, or another page of it."""
        return f"/comments?{address_query({**given(self.wanted), **changes})}"


def read_mark(board: Board) -> str:
    """By which the proposals of a board are told from those of other drafts and letters."""
    drafts = [draft.sha256 for draft in board.rounds.drafts]
    return digest("\n".join([*drafts, *sorted(board.read.hashes.values())]))


def listing(board: Board, queue: Sequence[Queued], wanted: Sought, page: int, lang: str) -> CommentList:
    """The page `page` of what is wanted of `queue`; the last one where there are not so many."""
    found = find(queue, wanted)
    groups = found.groups
    pages = max(1, -(-len(groups) // SIZE))
    page = min(max(page, 1), pages)
    shown = groups[(page - 1) * SIZE : page * SIZE]
    return CommentList(
        tuple(_line(board, group, lang) for group in shown),
        len(found.entries),
        len(board.queue),
        page,
        pages,
        sum(not each.no for each in board.queue),
        tuple(_filters(board, found, wanted, lang)),
        _states(found, wanted, lang),
        wanted,
        address_query(given(wanted)),
    )


def _line(board: Board, group: Sequence[Queued], lang: str) -> GroupLine:
    row = board.rows.get(group[0].comment.id)
    decided = [entry.decision.disposition for entry in group if entry.decision.decided]
    same = decided[0] if len(set(decided)) == 1 and len(decided) == len(group) else None
    proposes = row.answer.proposes if row is not None and row.answer is not None else None
    return GroupLine(
        tuple(group),
        row,
        same if decided else proposes,
        not decided,
        _answer(row, lang),
        _places(row, lang),
    )


def _answer(row: Row | None, lang: str) -> str:
    """What is answered; "" where a person must choose first."""
    open_still = row is not None and row.answer is not None and row.answer.proposes is Disposition.PENDING
    if row is None or (open_still and not row.settled):
        return ""
    return response_words(row, lang)


def _places(row: Row | None, lang: str) -> str:
    if row is None:
        return ""
    if row.places:
        return capital(as_cited(row.places[0]))
    return capital(say(f"scope.{row.scope}", lang))


def _filters(board: Board, found: QueueFound, wanted: Sought, lang: str) -> Iterator[Filter]:
    """Each filter with the values that there are; one that is chosen stays, with nothing found."""
    labels: tuple[tuple[str, Mapping[str, str]], ...] = (
        ("agency", {each: each for each in sorted({e.comment.agency for e in board.queue})}),
        ("part", part_names(board, lang)),
        ("topic", {each: capital(say(f"topic.{each}", lang)) for each in Topic}),
        ("verdict", {each: say(f"verdict.{each}", lang) for each in Verdict}),
        ("trust", {each: say(f"comments-page.trust.{each}", lang) for each in Trust}),
    )
    for name, known in labels:
        chosen, counts = getattr(wanted, name), found.counts[name]
        choices = [
            FilterChoice(value, label, counts.get(value, 0))
            for value, label in known.items()
            if counts.get(value) or value == chosen
        ]
        yield Filter(name, chosen if chosen in known else "", tuple(choices))


def _states(found: QueueFound, wanted: Sought, lang: str) -> Filter:
    counts = found.counts["state"]
    choices = [
        FilterChoice(each, say(f"comments-page.state.{each}", lang), counts.get(each, 0)) for each in State
    ]
    kept = tuple(each for each in choices if each.count or each.value in (wanted.state, State.OPEN))
    return Filter("state", wanted.state, kept)


def part_names(board: Board, lang: str) -> Mapping[str, str]:
    """The outermost clauses of the newest draft by their ids, in order, then how far comments may reach
    otherwise."""
    names: dict[str, str] = {}
    used = Counter(each.part for each in board.placed.values())
    if board.rounds.drafts:
        newest = board.rounds.newest
        parts = [clause for clause in newest.children.get(None, ()) if used[clause.id]]
        several = sum(_is_basis(clause) for clause in parts) > 1
        names |= {clause.id: _part(clause, newest, lang, several=several) for clause in parts}
    for scope in (Scope.DOCUMENT, Scope.NONE):
        names[scope] = capital(say(f"scope.{scope}", lang))
    return names


def _is_basis(clause: Clause) -> bool:
    return clause.role is Role.BASIS and not clause.heading


def _part(clause: Clause, newest: Draft, lang: str, *, several: bool) -> str:
    """`several`: that more than one legal basis is commented on, so that each is told by its words."""
    named = titled(clause) or place([clause.id], newest)
    if _is_basis(clause):
        basis = say("comments-page.basis", lang)
        return _short(f"{basis}: {named}") if several else basis
    return _short(named)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"


def address_query(fields: Mapping[str, object]) -> str:
    """Fields as they stand in an address."""
    return str(QueryParams({name: str(value) for name, value in fields.items()}))


def read_wanted(fields: Mapping[str, str], who: str) -> Sought:
    """What an address asks for; what it does not know is passed over."""
    said = {name: fields[name].strip() for name in FIELDS if fields.get(name)}
    if said.get("check") not in [*CheckCode]:
        said.pop("check", None)
    return replace(Sought(who=who), **said)
