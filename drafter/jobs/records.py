"""Decisions as JSON Lines: for a backup, and to move them from store to store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import CannotRead, NotRecords, cause
from ..intake import read_source
from ..model import UNDECIDED, Author, Records, Registered, Save, Snapshot, Via
from ..record import write_whole
from ..workspace import Workspace, now
from ..writers.records import has_end, is_end, is_head, read_records, records_bytes
from .outputs import refuse_inputs, write_new


@dataclass(frozen=True, slots=True)
class TakenRecords:
    """What became of the decisions of a file, as comments in its order; `whole`: the store was empty and has
    their whole history now. `conflicting`: decided otherwise here, which stands. `snapshots`: how many are
    known now of what went out, `left` how many the file has and this store has not. `open`: an earlier
    drafter wrote it, so that nobody knows whether its end is missing."""

    taken: tuple[Registered, ...] = ()
    unchanged: tuple[Registered, ...] = ()
    conflicting: tuple[Registered, ...] = ()
    whole: bool = False
    snapshots: int = 0
    left: int = 0
    open: bool = False


def export(workspace: Workspace) -> bytes:
    """All comments with their numbers, the whole history of decisions, and what went out."""
    store = workspace.store()
    return records_bytes(Records() if store is None else store.records())


def write_export(workspace: Workspace, path: Path) -> None:
    """Write the export to `path`; an older one there is replaced where all its lines stand in the new one.

    Raises OutputIsInput, CannotWrite; NameTaken for any other file that stands there.
    """
    data = export(workspace)
    if _holds(data, path):
        refuse_inputs(workspace, path)
        write_whole(path, data)
    else:
        write_new(workspace, path, data)


def _holds(data: bytes, path: Path) -> bool:
    """Whether the file at `path` is an export that `data` has all of."""
    try:
        old = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise CannotRead(path, reason=cause(error)) from error
    head, *lines = old.splitlines() or [b""]
    said = lines[:-1] if lines and is_end(lines[-1]) else lines
    return is_head(head) and set(said) <= set(data.splitlines())


def take(workspace: Workspace, path: Path, name: str) -> TakenRecords:
    """Take the decisions of a file, under the `name` of who does it, all or none.

    A store without comments takes numbers, history and what went out as they are; another one takes what is
    decided of comments that nobody has decided here: what went out elsewhere rests on other decisions.
    Raises NotRecords, CutRecords, CannotRead, Stale.
    """
    try:
        source = read_source(path, shown=path.as_posix(), listed=False)
    except OSError as error:
        raise CannotRead(path, reason=cause(error)) from error
    records, unknown = read_records(source), not has_end(source.bytes.partition(b"\n")[0])
    store = workspace.store(make=True)
    assert store is not None
    if not store.numbers():
        try:
            store.restore(records)
        except (KeyError, ValueError) as error:
            raise NotRecords(source.shown, line=len(records.comments)) from error
        decided = {line.key for line in records.lines}
        taken_over = tuple(each for each in records.comments if each.key in decided)
        return TakenRecords(taken_over, whole=True, snapshots=len(records.snapshots), open=unknown)
    numbers = store.register(records.comments)
    here = store.decisions()
    last = {line.key: line.after for line in records.lines}
    taken, unchanged, conflicting = [], [], []
    saves = []
    for comment in records.comments:
        own = here.get(comment.key, UNDECIDED)
        theirs = replace(last.get(comment.key, UNDECIDED), version=own.version)
        numbered = replace(comment, no=numbers[comment.key])
        if theirs == own:
            unchanged.append(numbered)
        elif own.version == 0:
            taken.append(numbered)
            saves.append(Save(comment.key, theirs))
        elif comment.key in last:
            conflicting.append(numbered)
    if saves:
        store.save(saves, Author(name, now(), Via.RECORDS, workspace.rounds.newest.number))
    kept = {_sent(each) for each in store.snapshots()}
    left = sum(_sent(each) not in kept for each in records.snapshots)
    return TakenRecords(
        tuple(taken), tuple(unchanged), tuple(conflicting), snapshots=len(kept), left=left, open=unknown
    )


def _sent(snapshot: Snapshot) -> tuple[str, ...]:
    """By what one that went out is known: when, as which file, what it held."""
    return snapshot.author.at, snapshot.path, snapshot.sha256
