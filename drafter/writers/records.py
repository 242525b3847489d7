"""Decisions as JSON Lines: first what the file is, then a line for each comment, then one for each line of
history, oldest first, then one for each thing that went out, with its bytes in base64. What a later drafter
may add is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

import msgspec

from drafter.errors import NotRecords
from drafter.model import UNDECIDED, Decision, HistoryLine, Records, Registered, Snapshot, Source

_FORMAT = "drafter-decisions-2"
FORMATS = ("drafter-decisions-1", _FORMAT)  # the first one had nothing of what went out
_HIGHEST = 2**31 - 1  # that every database takes


class _Head(msgspec.Struct, frozen=True):
    format: str


class _Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of them."""

    comment: Registered | None = None
    history: HistoryLine | None = None
    snapshot: Snapshot | None = None


def records_bytes(records: Records) -> bytes:
    """The lines of a file; equal for equal records."""
    lines: list[msgspec.Struct] = [_Head(_FORMAT)]
    lines.extend(_Line(comment=each) for each in records.comments)
    lines.extend(_Line(history=each) for each in records.lines)
    lines.extend(_Line(snapshot=each) for each in records.snapshots)
    return msgspec.json.Encoder().encode_lines(lines)


def read_records(source: Source) -> Records:
    """What a file of `records_bytes` holds. Raises NotRecords, which names the line at fault, also where a
    number stands twice, a line of history does not continue the one before, or an output is not the one that
    went out: then nothing is taken of it."""
    lines = source.bytes.removeprefix(b"\xef\xbb\xbf").splitlines()
    if not is_head(lines[0] if lines else b""):
        raise NotRecords(source.shown, line=1)
    read = [*_read(lines[1:], source.shown)]
    comments = tuple(each.comment for each in read if each.comment is not None)
    history = tuple(each.history for each in read if each.history is not None)
    kept = tuple(each.snapshot for each in read if each.snapshot is not None)
    for at in _at_fault(comments, history):
        raise NotRecords(source.shown, line=2 + at)
    for at in _falsely_kept(kept):
        raise NotRecords(source.shown, line=2 + len(comments) + len(history) + at)
    return Records(comments, history, kept)


def is_head(line: bytes) -> bool:
    """Whether a file that begins with this line is one of these."""
    try:
        return msgspec.json.decode(line, type=_Head).format in FORMATS
    except msgspec.DecodeError:
        return False


def _falsely_kept(kept: Sequence[Snapshot]) -> Iterator[int]:
    """The places of what has another's number, or another output than the one that went out."""
    last = 0
    for at, each in enumerate(kept):
        if not last < each.id <= _HIGHEST or sha256(each.output).hexdigest() != each.sha256:
            yield at
        last = each.id


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
        if read.comment is None and read.history is None and read.snapshot is None:
            raise NotRecords(shown, line=at)
        yield read
