"""Partitions of results: rows of a consultation with what was found of them, as Parquet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

if TYPE_CHECKING:
    from drafter.model import Comment, Draft, Evidence, Link


class _RowRead(Protocol):
    """A row as it was read."""

    @property
    def shown(self) -> str: ...
    @property
    def row(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def words(self) -> int: ...
    @property
    def agency(self) -> str | None: ...
    @property
    def province(self) -> str | None: ...
    @property
    def channel(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def fault(self) -> str | None: ...


class _RowFound(Protocol):
    """What was found of one wording."""

    @property
    def draft(self) -> Draft: ...
    @property
    def comment(self) -> Comment: ...
    @property
    def link(self) -> Link | None: ...
    @property
    def evidence(self) -> Sequence[Evidence]: ...


def linked_parquet(
    rows: Sequence[_RowRead], said: Sequence[_RowFound], of_row: Sequence[int], *, deep: int
) -> bytes:
    """The rows in order. `of_row`: for each the place of what was found of it, -1 for none; `deep`: 0 for
    what is asked for, 1 for links too, 2 for evidence. Equal for equal rows and one pyarrow.

    Columns: `file`, `row`, `agency`, `province`, `channel`, `date`, `text`, `words`, `fault` (why it is no
    comment, else empty), `draft`, `stance`, `topics`, `asks`; `scope`, `clause` (the first addressed),
    `confidence`, `review`, `links`; `verdict` (of the newest draft) and `evidence`. Lists are JSON.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    days: dict[str | None, date | None] = {None: None}
    for row in rows:
        if row.date not in days:
            days[row.date] = date.fromisoformat(str(row.date))
    text = pa.string()
    columns: dict[str, Any] = {
        "file": pa.array([row.shown for row in rows], text),
        "row": pa.array([row.row for row in rows], pa.int64()),
        "agency": pa.array([row.agency for row in rows], text),
        "province": pa.array([row.province for row in rows], text),
        "channel": pa.array([row.channel for row in rows], text),
        "date": pa.array([days[row.date] for row in rows], pa.date32()),
        "text": pa.array([row.text for row in rows], text),
        "words": pa.array([row.words for row in rows], pa.int64()),
        "fault": pa.array([row.fault for row in rows], text),
    }
    at = pa.array([place if place >= 0 else None for place in of_row], pa.int64())
    for name, (kind, values) in _found(said, deep).items():
        columns[name] = pa.array(values, pa.type_for_alias(kind)).take(at)
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, compression="zstd")
    return out.getvalue()


def _found(said: Sequence[_RowFound], deep: int) -> dict[str, tuple[str, list[Any]]]:
    """Columns of what was found, by wording, each with the kind of its values."""
    made: dict[str, tuple[str, list[Any]]] = {
        "draft": ("string", [one.draft.path for one in said]),
        "stance": ("string", [one.comment.stance for one in said]),
        "topics": ("string", [_json(one.comment.topics) for one in said]),
        "asks": ("string", [_json(one.comment.asks) for one in said]),
    }
    if deep >= 1:
        links = [one.link for one in said if one.link is not None]
        made |= {
            "scope": ("string", [link.scope for link in links]),
            "clause": ("string", [next((c.id for c in link.clauses if c.addressed), None) for link in links]),
            "confidence": ("double", [round(link.confidence, 4) for link in links]),
            "review": ("bool", [link.review for link in links]),
            "links": ("string", [_json(link.clauses) for link in links]),
        }
    if deep >= 2:
        made |= {
            "verdict": ("string", [one.evidence[-1].verdict if one.evidence else None for one in said]),
            "evidence": ("string", [_json(one.evidence) for one in said]),
        }
    return made


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
