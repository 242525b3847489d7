"""Decisions as the JSON that the database keeps, and back; what a later drafter may add is passed over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict

import msgspec

from drafter.model import Decision, Snapshot


def encoded(decision: Decision) -> str:
    """The text of a decision; its version stands in a column."""
    return msgspec.json.encode(replace(decision, version=0)).decode()


def decision_of(content: str, version: int) -> Decision:
    """The decision that `content` is the text of. Raises msgspec.DecodeError."""
    return replace(msgspec.json.decode(content, type=Decision), version=version)


@dataclass(frozen=True, slots=True)
class _Details:
    inputs: tuple[tuple[str, str], ...] = ()
    decisions: tuple[tuple[str, int], ...] = ()
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Details(TypedDict):
    """What a snapshot rests on."""

    inputs: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def details(snapshot: Snapshot) -> str:
    """The text of what a snapshot rests on."""
    made = _Details(snapshot.inputs, snapshot.decisions, snapshot.rows)
    return msgspec.json.encode(made).decode()


def detail_of(content: str) -> Details:
    """What a snapshot rests on, from its text."""
    read = msgspec.json.decode(content, type=_Details)
    return Details(inputs=read.inputs, decisions=read.decisions, rows=read.rows)
