"""Rows: the bytes of a slice → what each row says, or why it says nothing.

Hard cases: a line that is no JSON object; a text of blanks; a date that is none ("31/02/2025"); numbers where
words are expected; lines that are blank are no rows, and count in the numbers of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import msgspec

from drafter.language.controls import unescaped
from drafter.model import ConsultedRow, ConsultedRows, RowFault, RowForm, Slice

COLUMNS = ("text", "agency", "group", "province", "date", "channel")
_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEARS = range(1945, 2200)


def read_rows(given: Slice) -> ConsultedRows:
    """All rows of a slice, in order, faulty ones too."""
    unknown: dict[str, None] = {}
    texts: dict[str, str] = {}  # most rows say what others said
    made = tuple(_row(number, fields, texts) for number, fields in _records(given, unknown))
    return ConsultedRows(made, tuple(unknown))


def _records(given: Slice, unknown: dict[str, None]) -> Iterator[tuple[int, Mapping[str, Any] | None]]:
    if given.form is RowForm.ARROW:
        yield from _of_arrow(given, unknown)
        return
    decode = msgspec.json.Decoder().decode
    for number, line in enumerate(given.data.split(b"\n"), given.first):
        if not line.strip():
            continue
        try:
            fields = decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            fields = None
        if not isinstance(fields, dict):
            yield number, None
            continue
        if not fields.keys() <= _KNOWN:
            unknown.update(dict.fromkeys(name for name in fields if name not in _KNOWN))
        yield number, fields


_KNOWN = frozenset(COLUMNS)


def _of_arrow(given: Slice, unknown: dict[str, None]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    import pyarrow as pa

    with pa.ipc.open_stream(given.data) as stream:
        unread = (stream.schema.metadata or {}).get(b"unread", b"").decode()
        unknown.update(dict.fromkeys(unread.splitlines()))
        at = given.first
        for batch in stream:
            yield from enumerate(batch.to_pylist(), at)
            at += batch.num_rows


def _row(number: int, fields: Mapping[str, Any] | None, texts: dict[str, str]) -> ConsultedRow:
    if fields is None:
        return ConsultedRow(number, "", fault=RowFault.NOT_JSON)
    said = fields.get("text")
    text = ""
    if isinstance(said, str):
        if said not in texts:
            texts[said] = unescaped(said).strip()
        text = texts[said]
    fault = None if text else RowFault.NO_TEXT
    day: date | None = None
    try:
        day = _day(fields.get("date"))
    except ValueError:
        fault = fault or RowFault.BAD_DATE
    agency = _name(fields.get("agency")) or _name(fields.get("group"))
    return ConsultedRow(
        number, text, agency, _name(fields.get("province")), _name(fields.get("channel")), day, fault
    )


def _name(value: object) -> str | None:
    return None if value is None else _named(str(value))


@lru_cache(maxsize=8192)
def _named(name: str) -> str | None:
    return " ".join(unescaped(name).split()) or None


def _day(value: object) -> date | None:
    """`"2025-06-03"`, `"2025-06-03T08:00:00"`, `"3/6/2025"`, a date. Raises ValueError for all else."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ValueError(value)
    return _day_of(value)


@lru_cache(maxsize=8192)
def _day_of(text: str) -> date:
    said = text.strip()
    short = _SHORT.fullmatch(said)
    made = date(int(short[3]), int(short[2]), int(short[1])) if short else datetime.fromisoformat(said).date()
    if made.year not in _YEARS:
        raise ValueError(text)
    return made
