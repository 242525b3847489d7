"""Decisions as the JSON that the database keeps, and back; what a later drafter may add is passed over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypedDict, TypeVar

import msgspec

from drafter.model import Decision, Snapshot, Via

_Kept = TypeVar("_Kept")
_UNSTORABLE = re.compile("[\ud800-\udfff]")  # what stands for bytes that were no text, in names of files too


def storable(text: str) -> str:
    """As every database takes it: bytes that were no text as U+FFFD, nothing for NUL."""
    return _UNSTORABLE.sub("\ufffd", text).replace("\0", "")


def storable_row(row: Mapping[str, object]) -> dict[str, object]:
    """The same for all texts of a row."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}


def _json(value: object) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_clean(msgspec.to_builtins(value))).decode()


def _clean(value: object) -> object:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {name: _clean(each) for name, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list | tuple) else value


def encoded(decision: Decision) -> str:
    """The text of a decision; its version stands in a column."""
    return _json(replace(decision, version=0))


def decision_of(content: str, version: int) -> Decision:
    """The decision that `content` is the text of. Raises msgspec.MsgspecError."""
    if not isinstance(version, int):
        raise msgspec.ValidationError(f"version: {version!r}")
    return replace(_read(content, Decision), version=version)


def _read(content: str, kind: type[_Kept]) -> _Kept:
    """What a text says. In a damaged database nothing may stand in its place, or a figure."""
    if not isinstance(content, str):
        raise msgspec.ValidationError(f"content: {content!r}")
    return msgspec.json.decode(content, type=kind)


@dataclass(frozen=True, slots=True)
class _Details:
    inputs: tuple[tuple[str, str], ...] = ()
    decisions: tuple[tuple[str, int], ...] = ()
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    via: Via = Via.COMMAND  # of what was kept before the page had its own


class Details(TypedDict):
    """What a snapshot rests on."""

    inputs: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def details(snapshot: Snapshot) -> str:
    """The text of what a snapshot rests on."""
    made = _Details(snapshot.inputs, snapshot.decisions, snapshot.rows, snapshot.author.via)
    return _json(made)


def way_of(content: str) -> Via:
    """The way by which what a snapshot holds went out, from its text."""
    return _read(content, _Details).via


def detail_of(content: str) -> Details:
    """What a snapshot rests on, from its text."""
    read = _read(content, _Details)
    return Details(inputs=read.inputs, decisions=read.decisions, rows=read.rows)
