"""The reading view of a draft: its text in parts, its clause tree, where comments fall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from drafter.jobs.board import Board
from drafter.jobs.placed import Placed
from drafter.model import Clause, Draft, Kind
from drafter.wording.messages import say
from drafter.wording.names import place
from drafter.writers.charts import StripMark, strip

from .said import outcome

_LABEL = 9  # words of a clause in the tree
_MARKS = 600  # comments that each have a mark of their own on the map


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause as read: its own text cut at line breaks, the first `lead` characters of the first line being
    its heading; `depth` from 0; `comments` on it."""

    clause: Clause
    lines: tuple[str, ...]
    lead: int
    depth: int
    place: str
    comments: int


@dataclass(frozen=True, slots=True)
class ReadTable:
    """Rows that stand under one header."""

    columns: tuple[str, ...]
    rows: tuple[ReadClause, ...]


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A stretch of the draft that a browser may leave undrawn until it is near."""

    pieces: tuple[ReadClause | ReadTable, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A clause in the tree, or a table as a whole (`rows`); `within`: comments on it and on all below."""

    id: str
    label: str
    within: int
    rows: int = 0
    branches: tuple[Branch, ...] = ()


def parts(draft: Draft, placed: Placed) -> tuple[ReadPart, ...]:
    """The whole draft; every clause once, in its order."""
    keyed = groupby(draft.clauses, key=lambda clause: _stretch(clause, draft))
    return tuple(ReadPart(tuple(_pieces(tuple(group), draft, placed))) for _, group in keyed)


def _stretch(clause: Clause, draft: Draft) -> tuple[str, ...]:
    """By which clauses are taken together: the two outermost around one, as far as they hold others."""
    around = [*reversed(draft.ancestors(clause.id)), clause][:2]
    return tuple(each.id for each in around if draft.children.get(each.id))


def _pieces(clauses: Sequence[Clause], draft: Draft, placed: Placed) -> Iterator[ReadClause | ReadTable]:
    table = lambda clause: (clause.columns, clause.parent) if clause.kind is Kind.TABLE_ROW else None  # noqa: E731
    for key, group in groupby(clauses, key=table):
        read = tuple(_read(clause, draft, placed) for clause in group)
        if key is None:
            yield from read
        else:
            yield ReadTable(key[0], read)


def _read(clause: Clause, draft: Draft, placed: Placed) -> ReadClause:
    heading = (clause.heading or "").strip()
    return ReadClause(
        clause,
        tuple(clause.text.split("\n")),
        len(heading) if heading and clause.text.startswith(heading) else 0,
        len(draft.ancestors(clause.id)),
        place([clause.id], draft),
        len(placed.by_clause.get(clause.id, ())),
    )


def tree(draft: Draft, placed: Placed, lang: str) -> tuple[Branch, ...]:
    """The clause tree, tables folded into one branch each."""
    within = _within(draft, placed)
    return tuple(_branches(draft.children.get(None, ()), draft, within, lang))


def _within(draft: Draft, placed: Placed) -> Mapping[str, int]:
    """How many comments are on a clause and below it; one on several clauses there counts once."""
    found: dict[str, set[str]] = {}
    for id, comments in placed.by_clause.items():
        for each in (id, *(above.id for above in draft.ancestors(id))):
            found.setdefault(each, set()).update(comments)
    return {id: len(comments) for id, comments in found.items()}


def _branches(
    clauses: Sequence[Clause], draft: Draft, within: Mapping[str, int], lang: str
) -> Iterator[Branch]:
    for is_row, group in groupby(clauses, key=lambda clause: clause.kind is Kind.TABLE_ROW):
        ours = tuple(group)
        if is_row:
            comments = sum(within.get(clause.id, 0) for clause in ours)
            yield Branch(ours[0].id, say("drafts-page.table", lang, count=len(ours)), comments, len(ours))
            continue
        for clause in ours:
            below = tuple(_branches(draft.children.get(clause.id, ()), draft, within, lang))
            yield Branch(clause.id, label(clause), within.get(clause.id, 0), 0, below)


def label(clause: Clause) -> str:
    """A clause in a few words: `"a) Về kinh tế số"`."""
    words = (clause.heading or clause.text).split()
    told = " ".join(words[:_LABEL]) + (" …" if len(words) > _LABEL else "")
    return f"{clause.marker} {told}" if clause.marker else told


def where_comments_fall(board: Board, draft: Draft, placed: Placed, lang: str) -> Markup:
    """A map of the draft, a mark for each comment at each clause that it addresses; where those are too many
    to be told apart, one for each clause."""
    total = sum(clause.words for clause in draft.clauses) or 1
    crowded = sum(map(len, placed.by_clause.values())) > _MARKS
    at, marks = 0, []
    for clause in draft.clauses:
        comments = placed.by_clause.get(clause.id, ())
        where, address = place([clause.id], draft), f"#c-{clause.id}"
        if crowded and comments:
            told = say("drafts-page.comments-on", lang, count=len(comments), place=where)
            marks.append(StripMark(at / total, told, "accent", address))
        else:
            for comment in (board.comments[id] for id in comments):
                disposition, _ = outcome(board, comment)
                marks.append(StripMark(at / total, f"{where}: {comment.agency}", str(disposition), address))
        at += clause.words
    return strip(marks, say("drafts-page.strip", lang))
