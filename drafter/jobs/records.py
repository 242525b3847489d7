"""Decisions as JSON Lines: for a backup, and to move them from store to store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import CannotRead, NotRecords, cause
from ..intake import read_source
from ..model import UNDECIDED, Author, Records, Registered, Save, Via
from ..record import write_whole
from ..workspace import Workspace, now
from ..writers.records import read_records, records_bytes
from .outputs import refuse_inputs, write_new


@dataclass(frozen=True, slots=True)
class TakenRecords:
    """What became of the decisions of a file, as comments in its order; `whole`: the store was empty and has
    their whole history now. `conflicting`: decided otherwise here, which stands."""

    taken: tuple[Registered, ...] = ()
    unchanged: tuple[Registered, ...] = ()
    conflicting: tuple[Registered, ...] = ()
    whole: bool = False


def export(workspace: Workspace) -> bytes:
    """All comments with their numbers, and the whole history of decisions."""
    store = workspace.store()
    if store is None:
        return records_bytes(Records())
    return records_bytes(Records(store.registered(), store.history()))


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
    lines = data.splitlines()
    return old.splitlines()[:1] == lines[:1] and set(old.splitlines()) <= set(lines)


def take(workspace: Workspace, path: Path, name: str) -> TakenRecords:
    """Take the decisions of a file, under the `name` of who does it, all or none.

    An empty store takes numbers and history as they are; another one takes what is decided of comments that
    nobody has decided here. Raises NotRecords, CannotRead, Stale.
    """
    try:
        source = read_source(path, shown=path.as_posix(), listed=False)
    except OSError as error:
        raise CannotRead(path, reason=cause(error)) from error
    records = read_records(source)
    store = workspace.store(make=True)
    assert store is not None
    if not store.numbers():
        try:
            store.restore(records)
        except (KeyError, ValueError) as error:
            raise NotRecords(source.shown, line=len(records.comments)) from error
        decided = {line.key for line in records.lines}
        return TakenRecords(tuple(each for each in records.comments if each.key in decided), whole=True)
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
    return TakenRecords(tuple(taken), tuple(unchanged), tuple(conflicting))
