"""Decisions as JSON Lines: first what the file is, then a line for each comment, then one for each line of
history, oldest first. What a later drafter may add is passed over."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drafter.errors import NotRecords
from drafter.model import HistoryLine, Records, Registered, Source

_FORMAT = "drafter-decisions-1"


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
    """What a file of `records_bytes` holds. Raises NotRecords, which names the line at fault: then nothing is
    taken of it."""
    lines = source.bytes.removeprefix(b"\xef\xbb\xbf").splitlines()
    try:
        if msgspec.json.decode(lines[0], type=_Head).format != _FORMAT:
            raise NotRecords(source.shown, line=1)
    except (msgspec.DecodeError, IndexError) as error:
        raise NotRecords(source.shown, line=1) from error
    read = [*_read(lines[1:], source.shown)]
    comments = tuple(each.comment for each in read if each.comment is not None)
    known = {comment.key for comment in comments}
    history = tuple(each.history for each in read if each.history is not None)
    for at, line in enumerate(history, 2 + len(comments)):
        if line.key not in known:
            raise NotRecords(source.shown, line=at)
    return Records(comments, history)


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
