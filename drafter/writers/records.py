"""Decisions as JSON Lines: first what the file is, then a line for each comment, then one for each line of
history, oldest first. What a later drafter may add is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from drafter.errors import NotRecords
from drafter.model import UNDECIDED, Decision, HistoryLine, Records, Registered, Source

_FORMAT = "drafter-decisions-1"
_HIGHEST = 2**31 - 1  # that every database takes


class _Head(msgspec.Struct, frozen=True):
    format: str


class _Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """Either of both."""

    comment: Registered | None = None
    history: HistoryLine | None = None


def records_bytes(records: Records) -> bytes:
    """The lines of a file; equal for equal records."""
    lines: list[msgspec.Struct] = [_Head(_FORMAT)]
    lines.extend(_Line(comment=each) for each in records.comments)
    lines.extend(_Line(history=each) for each in records.lines)
    return msgspec.json.Encoder().encode_lines(lines)


def read_records(source: Source) -> Records:
    """What a file of `records_bytes` holds. Raises NotRecords, which names the line at fault, also where a
    number stands twice or a line of history does not continue the one before: then nothing is taken of it."""
    lines = source.bytes.removeprefix(b"\xef\xbb\xbf").splitlines()
    try:
        if msgspec.json.decode(lines[0], type=_Head).format != _FORMAT:
            raise NotRecords(source.shown, line=1)
    except (msgspec.DecodeError, IndexError) as error:
        raise NotRecords(source.shown, line=1) from error
    read = [*_read(lines[1:], source.shown)]
    comments = tuple(each.comment for each in read if each.comment is not None)
    history = tuple(each.history for each in read if each.history is not None)
    for at in _at_fault(comments, history):
        raise NotRecords(source.shown, line=2 + at)
    return Records(comments, history)


def _at_fault(comments: Sequence[Registered], history: Sequence[HistoryLine]) -> Iterator[int]:
    """The places of comments whose number or key is none or another's, and of lines that do not continue what
    stood before, counted over both."""
    numbers: set[int] = set()
    stands: dict[str, Decision] = {}
    for at, comment in enumerate(comments):
        if not 0 < comment.no <= _HIGHEST or comment.no in numbers or comment.key in stands:
            yield at
        numbers.add(comment.no)
        stands[comment.key] = UNDECIDED
    acts = {line.act for line in history}
    last = 0
    for at, line in enumerate(history, len(comments)):
        before = stands.get(line.key)
        undone = line.undoes is None or (line.undoes in acts and line.undoes < line.act)
        if before != line.before or not max(1, last) <= line.act <= _HIGHEST or not undone:
            yield at
        last = line.act
        stands[line.key] = replace(line.after, version=line.before.version + 1)


def _read(lines: list[bytes], shown: str) -> Iterator[_Line]:
    decoder = msgspec.json.Decoder(_Line)
    for at, line in enumerate(lines, 2):
        if not line.strip():
            continue
        try:
            read = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise NotRecords(shown, line=at) from error
        if read.comment is None and read.history is None:
            raise NotRecords(shown, line=at)
        yield read
