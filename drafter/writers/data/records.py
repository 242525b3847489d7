"""Records: what is written of a workspace, one class of records a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from drafter.model import Comment, Evidence, Link, Scope, Table
from drafter.writers.json.comments import CommentJson, comment
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.evidence import EvidenceJson
from drafter.writers.json.link import ReasonJson, link
from drafter.writers.json.table import RowJson
from drafter.writers.json.table import table as table_document


class LinkRecord(JsonObject, frozen=True):
    """A comment with one clause; a comment that is about none has one record without.

    `comment` is its id; `scope`: it is about the whole, clauses, or none; `confidence` that this is right,
    of links at 0.9 nine in ten are; `review`: a person must look. `rank`: the place of this clause among
    those of the comment, best first, from 1; `clause` is its id in the draft of the comment; `score`
    what ranks it, comparable within one comment; `addressed`: the comment is about it, else it is a
    candidate; `reasons` why, in words.
    """

    comment: str
    scope: Scope
    confidence: float
    review: bool
    rank: int | None
    clause: str | None
    score: float | None
    addressed: bool | None
    reasons: tuple[ReasonJson, ...]


@dataclass(frozen=True, slots=True)
class DataFile:
    """The records of one file: its name without suffix, their class, and themselves in order."""

    name: str
    kind: type[JsonObject]
    rows: tuple[JsonObject, ...]


def records(
    table: Table, comments: Sequence[Comment], links: Sequence[Link], evidence: Sequence[Evidence], lang: str
) -> tuple[DataFile, ...]:
    """All files of a workspace."""
    return (
        DataFile("comments", CommentJson, tuple(map(comment, comments))),
        DataFile("links", LinkRecord, tuple(one for each in links for one in _links(each, lang))),
        DataFile("evidence", EvidenceJson, tuple(like(EvidenceJson, each) for each in evidence)),
        DataFile("table", RowJson, table_document(table, lang).rows),
    )


def _links(found: Link, lang: str) -> Iterator[LinkRecord]:
    told = link(found, lang)
    alone = LinkRecord(told.comment, told.scope, told.confidence, told.review, None, None, None, None, ())
    if not told.clauses:
        yield alone
    for rank, each in enumerate(told.clauses, 1):
        yield replace(
            alone, rank=rank, clause=each.id, score=each.score, addressed=each.addressed, reasons=each.reasons
        )
