"""`drafter evidence --json`: what later drafts measurably did about each comment, and unasked."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Clash, Evidence, SilentChange, Verdict
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import SegmentJson


class MeasuredJson(JsonObject, frozen=True):
    """One thing counted in the comment's draft and in the later one."""

    name: str
    before: int
    after: int
    unit: str


class EvidenceJson(JsonObject, frozen=True):
    """What a later draft did about a comment.

    `comment` is its id; `draft` the path of the later draft; `verdict` what became of it there. `measures`
    are what was counted before and after; `clauses` are ids in that draft; `segments` lead to their
    words.
    """

    comment: str
    draft: str
    verdict: Verdict
    measures: tuple[MeasuredJson, ...]
    clauses: tuple[str, ...]
    segments: tuple[SegmentJson, ...]


class SilentChangeJson(JsonObject, frozen=True):
    """A change that no comment explains; ids of clauses, `weight` by what is at stake, `why` it has it;
    `perhaps`: ids of comments that it may have been made for."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    segments: tuple[SegmentJson, ...]
    weight: int
    why: tuple[str, ...]
    perhaps: tuple[str, ...]


class ClashJson(JsonObject, frozen=True):
    """Comments that want different things of one clause."""

    comments: tuple[str, ...]
    clause: str | None
    why: str


class EvidenceDocument(JsonObject, frozen=True):
    """One entry for each comment and later draft; silent changes; comments that contradict each other."""

    evidence: tuple[EvidenceJson, ...]
    silent: tuple[SilentChangeJson, ...]
    conflicts: tuple[ClashJson, ...]


def evidence(
    found: Sequence[Evidence], silent: Sequence[SilentChange], conflicts: Sequence[Clash]
) -> EvidenceDocument:
    return EvidenceDocument(
        evidence=tuple(like(EvidenceJson, verdict) for verdict in found),
        silent=tuple(like(SilentChangeJson, change) for change in silent),
        conflicts=tuple(like(ClashJson, clash) for clash in conflicts),
    )
