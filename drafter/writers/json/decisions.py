"""Decisions, their history and what went out, as JSON."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from drafter.model import (
    Decision,
    Deed,
    Disposition,
    HistoryLine,
    ReasonCode,
    Registered,
    Scope,
    Snapshot,
    SnapshotKind,
    Stand,
    Via,
)
from drafter.writers.json.comments import AskJson
from drafter.writers.json.encoding import JsonObject, like


class DeedJson(JsonObject, frozen=True):
    """The edit by which a later draft is watched: where it was seen, words that came, words that went."""

    draft: str
    number: int | None
    clauses: tuple[str, ...]
    came: tuple[str, ...]
    went: tuple[str, ...]


class DecisionJson(JsonObject, frozen=True):
    """What people decided of one comment; `clauses`, `scope` and `asks` are those that a person corrected.
    `version` counts the saves, `draft` is the number of the newest draft at that time; moments in ISO 8601,
    empty where nobody has done it."""

    disposition: Disposition
    reason: ReasonCode | None
    response: str
    where: str
    clauses: tuple[str, ...]
    scope: Scope | None
    asks: tuple[AskJson, ...]
    assignee: str
    due: datetime.date | None
    remark: str
    stand: Stand | None
    deed: DeedJson | None
    draft: int | None
    decided_by: str
    decided_at: str
    approved_by: str
    approved_at: str
    version: int


class NumberedJson(JsonObject, frozen=True):
    """A comment as it was first read, by its number, with the decision that stands."""

    no: int
    key: str
    agency: str
    text: str
    path: str
    decision: DecisionJson


class DecisionsDocument(JsonObject, frozen=True):
    """The comments that were just decided, in the order asked."""

    decisions: tuple[NumberedJson, ...]


class LogLineJson(JsonObject, frozen=True):
    """What one act made of one decision; lines of one act were saved together. `undoes`: the act that it
    takes back."""

    act: int
    no: int
    key: str
    who: str
    at: str
    via: Via
    draft: int | None
    undoes: int | None
    before: DecisionJson
    after: DecisionJson


class LogDocument(JsonObject, frozen=True):
    """The history of decisions, oldest first."""

    log: tuple[LogLineJson, ...]


class SnapshotJson(JsonObject, frozen=True):
    """What went out: who sent it when, the file's name and hash, how many inputs and decisions it
    rests on."""

    id: int
    kind: SnapshotKind
    who: str
    at: str
    draft: int | None
    path: str
    sha256: str
    agency: str
    inputs: int
    decisions: int


class SnapshotsDocument(JsonObject, frozen=True):
    """All that went out, oldest first."""

    snapshots: tuple[SnapshotJson, ...]


def decision(made: Decision) -> DecisionJson:
    deed = None if made.deed is None else _deed(made.deed)
    return like(DecisionJson, made, deed=deed)


def _deed(made: Deed) -> DeedJson:
    return like(DeedJson, made)


def decisions(found: Sequence[tuple[Registered, Decision]]) -> DecisionsDocument:
    return DecisionsDocument(decisions=tuple(numbered(comment, made) for comment, made in found))


def numbered(comment: Registered, made: Decision) -> NumberedJson:
    return like(NumberedJson, comment, decision=decision(made))


def log(lines: Sequence[HistoryLine]) -> LogDocument:
    return LogDocument(log=tuple(map(log_line, lines)))


def log_line(line: HistoryLine) -> LogLineJson:
    author = line.author
    return like(
        LogLineJson,
        line,
        who=author.name,
        at=author.at,
        via=author.via,
        draft=author.draft,
        before=decision(line.before),
        after=decision(line.after),
    )


def snapshots(found: Sequence[Snapshot]) -> SnapshotsDocument:
    return SnapshotsDocument(snapshots=tuple(map(_snapshot, found)))


def _snapshot(kept: Snapshot) -> SnapshotJson:
    author = kept.author
    return like(
        SnapshotJson,
        kept,
        who=author.name,
        at=author.at,
        draft=author.draft,
        inputs=len(kept.inputs),
        decisions=len(kept.decisions),
    )
