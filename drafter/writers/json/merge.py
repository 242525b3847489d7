"""`drafter merge --json`: what each reviewer's copy does, where they differ, where they agree."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Conflict, Consolidated, Draft, Share
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import DraftNameJson, draft_name


class CopyJson(JsonObject, frozen=True):
    """A reviewer's copy: how many places it adds words to and takes words from, its margin comments."""

    path: str
    agency: str
    insertions: int
    deletions: int
    comments: int


class ProposalJson(JsonObject, frozen=True):
    """What one reviewer wants to stand at a place; empty where the words are to go."""

    agency: str
    new: str


class ConflictJson(JsonObject, frozen=True):
    """One place of the base draft that several reviewers touch; null in notes and text boxes."""

    clause: str | None
    old: str
    proposals: tuple[ProposalJson, ...]


class MergeDocument(JsonObject, frozen=True):
    """Copies of one draft as one redline."""

    base: DraftNameJson
    copies: tuple[CopyJson, ...]
    conflicts: tuple[ConflictJson, ...]
    agreed: tuple[ConflictJson, ...]


def merge(made: Consolidated, base: Draft, copies: Sequence[Draft]) -> MergeDocument:
    return MergeDocument(
        base=draft_name(base),
        copies=tuple(_copy(copy, share) for copy, share in zip(copies, made.shares, strict=True)),
        conflicts=tuple(_conflict(place, base) for place in made.conflicts),
        agreed=tuple(_conflict(place, base) for place in made.agreed),
    )


def _copy(copy: Draft, share: Share) -> CopyJson:
    return like(CopyJson, share, path=copy.path, agency=share.author)


def _conflict(conflict: Conflict, base: Draft) -> ConflictJson:
    clause = base.at(conflict.paragraph)
    return ConflictJson(
        clause=None if clause is None else clause.id,
        old=conflict.old,
        proposals=tuple(
            ProposalJson(agency=proposal.author, new=proposal.text) for proposal in conflict.proposals
        ),
    )
