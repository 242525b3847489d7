"""Decisions as JSON Lines: first what the file is, then a line for each comment, then one for each line of
history, oldest first, then one for each thing that went out, with its bytes in base64; last what stands above
in short, without which the file has lost its end. What a later drafter may add is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

import msgspec

from drafter.errors import CutRecords, NotRecords
from drafter.model import UNDECIDED, Decision, HistoryLine, Records, Registered, Snapshot, Source

_FORMAT = "drafter-decisions-3"
_OPEN = ("drafter-decisions-1", "drafter-decisions-2")  # without a last line; in 1 nothing that went out
_HIGHEST = 2**31 - 1  # that every database takes


class _Head(msgspec.Struct, frozen=True):
    format: str


class _End(msgspec.Struct, frozen=True):
    """How many lines there are of each, and the SHA-256 of all above, one below the other."""

    comments: int
    history: int
    snapshots: int
    sha256: str


class _Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of them."""

    comment: Registered | None = None
    history: HistoryLine | None = None
    snapshot: Snapshot | None = None
    end: _End | None = None


def records_bytes(records: Records) -> bytes:
    """The lines of a file; equal for equal records."""
    lines: list[msgspec.Struct] = [_Head(_FORMAT)]
    lines.extend(_Line(comment=each) for each in records.comments)
    lines.extend(_Line(history=each) for each in records.lines)
    lines.extend(_Line(snapshot=each) for each in records.snapshots)
    above = msgspec.json.Encoder().encode_lines(lines)
    return above + msgspec.json.Encoder().encode_lines([_Line(end=_end(records, above))])


def read_records(source: Source) -> Records:
    """What a file of `records_bytes` holds. Raises NotRecords, which names the line at fault, also where a
    number stands twice, a line of history does not continue the one before, or an output is not the one that
    went out; CutRecords where its last line is missing or tells of others: then nothing is taken of it."""
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
    found = Records(comments, history, kept)
    if has_end(lines[0]):
        above = [line for line in lines if line.strip()][:-1]
        if read[-1:] != [_Line(end=_end(found, b"".join(line + b"\n" for line in above)))]:
            raise CutRecords(source.shown)
    return found


def is_head(line: bytes) -> bool:
    """Whether a file that begins with this line is one of these."""
    return _format(line) in (*_OPEN, _FORMAT)


def has_end(head: bytes) -> bool:
    """Whether a file that begins with this line has one by which it is known to be whole."""
    return _format(head.removeprefix(b"\xef\xbb\xbf")) == _FORMAT


def is_end(line: bytes) -> bool:
    """Whether a line is the last one, that tells what stands above."""
    try:
        return msgspec.json.decode(line, type=_Line).end is not None
    except msgspec.DecodeError:
        return False


def _format(head: bytes) -> str:
    try:
        return msgspec.json.decode(head, type=_Head).format
    except msgspec.DecodeError:
        return ""


def _end(records: Records, above: bytes) -> _End:
    counts = len(records.comments), len(records.lines), len(records.snapshots)
    return _End(*counts, sha256(above).hexdigest())


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
        if read == _Line():
            raise NotRecords(shown, line=at)
        yield read
