"""`drafter diff --json`: what happened to each clause between two drafts."""

from __future__ import annotations

from drafter.model import Change, ChangeKind, ChangeSet, Draft, Role
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import DraftNameJson, SegmentJson, draft_name


class FigureChangeJson(JsonObject, frozen=True):
    """A figure that changed, as printed; null on the side that has none."""

    old: str | None
    new: str | None
    unit: str | None
    of: str | None


class ChangeJson(JsonObject, frozen=True):
    """What happened to a clause; `old` and `new` are ids of clauses, several where it was split or merged.

    `noise` names the normalisations in it; `noise_only`: there is nothing else.
    """

    kind: ChangeKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float
    moved: bool
    renumbered: bool
    reordered: bool
    segments: tuple[SegmentJson, ...]
    figures: tuple[FigureChangeJson, ...]
    noise: tuple[str, ...]
    noise_only: bool


class WordsJson(JsonObject, frozen=True):
    """How many words before and after."""

    old: int
    new: int


class ChangesSummaryJson(JsonObject, frozen=True):
    """How many changes of each kind and flag, how many figures changed, and words by role."""

    unchanged: int
    edited: int
    inserted: int
    deleted: int
    split: int
    merged: int
    moved: int
    renumbered: int
    reordered: int
    noise: int
    figures: int
    words: dict[Role, WordsJson]


class DiffDocument(JsonObject, frozen=True):
    """Every clause of both drafts in exactly one change, in the order of the new draft."""

    old: DraftNameJson
    new: DraftNameJson
    changes: tuple[ChangeJson, ...]
    summary: ChangesSummaryJson


def diff(changes: ChangeSet, old: Draft, new: Draft) -> DiffDocument:
    words = {Role(role): WordsJson(old=before, new=after) for role, (before, after) in changes.words.items()}
    return DiffDocument(
        old=draft_name(old),
        new=draft_name(new),
        changes=tuple(map(_change, changes.changes)),
        summary=ChangesSummaryJson(**changes.counts, words=words),
    )


def _change(change: Change) -> ChangeJson:
    return like(ChangeJson, change, similarity=round(change.similarity, 4))
