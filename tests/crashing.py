"""Work that is killed at any moment, and what must hold of it afterwards.

Each work runs in a process of its own until it is killed, and acknowledges what it was told is done: after
`save` has returned, never before. The checks run beside it, on what it left.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import count, groupby
from pathlib import Path

from drafter.model import (
    UNDECIDED,
    Author,
    Decision,
    Disposition,
    HistoryLine,
    Records,
    Registered,
    Save,
    Snapshot,
    SnapshotKind,
)
from drafter.record import SEAL, is_ours, sealed, write_output
from drafter.store import Database, Store
from drafter.store.opening import HEAD
from tests.older import NEXT, in_use, tomorrow

Tell = Callable[[object], None]
AUTHOR = Author("Văn phòng", "2021-03-01T08:00:00+07:00", draft=2)
COMMENTS = tuple(Registered(0, f"k{n:03}", f"Sở {n % 7}", f"Ý kiến thứ {n}. " * 9) for n in range(60))
_OLDER = 8  # databases that one process brings up to date
_BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite lays beside a database


@dataclass(frozen=True, slots=True)
class Work:
    """`prepare` makes the folder ready, `run` works in it until it is killed, `check` holds what it left
    against what it acknowledged. `longest`: seconds within which it is killed."""

    prepare: Callable[[Path], None]
    run: Callable[[Path, int, Tell], None]
    check: Callable[[Path, Sequence[object]], None]
    longest: float = 0.15


# --- saves: one store, from its making on, through all kills ------------------------------------------


def _save(folder: Path, seed: int, tell: Tell) -> None:
    chance = random.Random(seed)
    store = Store(folder / "workspace.db")
    numbers = store.register(COMMENTS)
    for step in count():
        decisions = store.decisions()
        keys = chance.sample(sorted(numbers), chance.choice((1, 1, 3, 20)))
        made = Decision(
            Disposition.NOTED, response=f"{len(keys)} {seed}.{step} " + "lời " * chance.randrange(200)
        )
        saves = [Save(key, replace(made, version=decisions.get(key, UNDECIDED).version)) for key in keys]
        act = store.save(saves, AUTHOR)
        tell((act, made.response, frozenset(keys)))


def _check_saves(folder: Path, told: Sequence[object]) -> None:
    store = _opened(folder / "workspace.db")
    saved = {act: [*lines] for act, lines in groupby(store.history(), lambda line: line.act)}
    assert [*saved] == [*range(1, len(saved) + 1)]
    for lines in saved.values():  # acknowledged or not, an act is there whole
        assert len(lines) == int(lines[0].after.response.split()[0])
    for act, response, keys in told:  # type: ignore[misc]
        assert {line.after.response for line in saved[act]} == {response}
        assert {line.key for line in saved[act]} == keys
    if told:  # at most the one save that was under way when the kill came
        assert len(saved) - told[-1][0] in (0, 1)  # type: ignore[index]
    hangs_together(store)


def hangs_together(store: Store) -> None:
    """Versions count up by one, each line begins where the one before ended, decisions are where they end."""
    last: dict[str, Decision] = {}
    for line in store.history():
        assert line.before == last.get(line.key, UNDECIDED) and line.after.version == line.before.version + 1
        last[line.key] = line.after
    assert store.decisions() == last
    assert [each.no for each in store.registered()] == [*range(1, len(store.numbers()) + 1)]


# --- imports: a whole history into an empty store, all or nothing --------------------------------------


@cache
def _records() -> Records:
    lines = []
    for act, each in enumerate(COMMENTS * 4, 1):
        version = (act - 1) // len(COMMENTS)
        before = UNDECIDED if version == 0 else Decision(response=f"lần {version}", version=version)
        after = Decision(response=f"lần {version + 1}", version=version + 1)
        lines.append(HistoryLine(act, 0, each.key, AUTHOR, before, after))
    return Records(tuple(replace(each, no=no) for no, each in enumerate(COMMENTS, 1)), tuple(lines))


def _import(folder: Path, seed: int, tell: Tell) -> None:
    for step in count():
        Store(folder / f"{step}.db").restore(_records())
        tell(step)


def _check_imports(folder: Path, told: Sequence[object]) -> None:
    assert [*told] == [*range(len(told))]
    for path in folder.glob("*.db"):
        store = _opened(path)
        here = len(store.history())
        assert here == len(_records().lines) or (here == 0 and int(path.stem) >= len(told))
        assert len(store.numbers()) == (len(COMMENTS) if here else 0)
        hangs_together(store)
    _clear(folder)


# --- tables: a file and the snapshot of it -------------------------------------------------------------


def _table(step: int, chance: random.Random) -> bytes:
    return sealed(f"{SEAL} bảng {step} ".encode() + chance.randbytes(chance.randrange(400_000)))


def _write(folder: Path, seed: int, tell: Tell) -> None:
    chance = random.Random(seed)
    store = Store(folder / "workspace.db")
    for step in count():
        output = _table(step, chance)
        write_output(folder / "bảng.html", output)
        tell(("written", sha256(output).hexdigest()))
        sent = Snapshot(0, SnapshotKind.TABLE, AUTHOR, "bảng.html", sha256(output).hexdigest(), output=output)
        tell((store.keep(sent), sent.sha256))


def _check_tables(folder: Path, told: Sequence[object]) -> None:
    table = folder / "bảng.html"
    assert not table.exists() or is_ours(table.read_bytes())  # whole, whoever was killed when
    assert table.exists() or not told
    store = _opened(folder / "workspace.db")
    kept = {each.id: each for each in store.snapshots()}
    assert [*kept] == [*range(1, len(kept) + 1)]
    for id, hashed in told:  # type: ignore[misc]
        assert id == "written" or kept[id].sha256 == hashed
    for id in [*kept][-3:]:
        whole = store.snapshot(id)
        assert whole is not None and sha256(whole.output).hexdigest() == whole.sha256
    strays = [path for path in folder.iterdir() if not path.name.startswith(("bảng.html", "workspace.db"))]
    assert all(path.name.startswith(".drafter-") for path in strays) and len(strays) <= 1
    for path in strays:
        os.utime(path, (0, 0))  # as after an hour
    write_output(table, _table(-1, random.Random(0)))
    assert not any(path.exists() for path in strays)  # the next run has swept them


# --- migrations ---------------------------------------------------------------------------------------


def _make_older(folder: Path) -> None:
    if not (folder / "tomorrow").exists():
        tomorrow(folder)
        store = Store(folder / "older")
        store.restore(_records())
        store.close()
        with closing(sqlite3.connect(folder / "older")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    for step in range(_OLDER):
        shutil.copyfile(folder / "older", folder / f"{step}.db")


def _migrate(folder: Path, seed: int, tell: Tell) -> None:
    with in_use(folder / "tomorrow"):
        for step in range(_OLDER):
            Database(folder / f"{step}.db").prepare()
            tell(step)


def _check_migrations(folder: Path, told: Sequence[object]) -> None:
    for step in range(_OLDER):
        path = folder / f"{step}.db"
        is_whole(path)
        with closing(sqlite3.connect(path)) as connection:
            ((version,),) = connection.execute("SELECT version_num FROM alembic_version")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            columns = {row[1] for row in connection.execute("PRAGMA table_info(comments)")}
            counted = connection.execute("SELECT count(*) FROM comments JOIN history USING (key)").fetchone()
        assert version == (NEXT if step in told else version) and version in (HEAD, NEXT)
        assert ("marks" in tables, "round" in columns, "sender" in columns) == (version == NEXT,) * 3
        assert not any(name.startswith("_alembic_tmp") for name in tables)
        assert counted == (len(_records().lines),)
    with in_use(folder / "tomorrow"):
        Database(folder / f"{len(told) % _OLDER}.db").prepare()  # and the next run brings it to its end
    _clear(folder)


# ------------------------------------------------------------------------------------------------------


def _opened(path: Path) -> Store:
    """The store at `path`, which must open and be sound whatever happened to it."""
    store = Store(path)
    store.close()
    is_whole(path)
    return store


def is_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    beside = {entry.name.removeprefix(path.name) for entry in path.parent.glob(f"{path.name}*")}
    assert beside <= set(_BESIDE)


def _clear(folder: Path) -> None:
    for path in folder.glob("*.db*"):
        path.unlink()


def _nothing(folder: Path) -> None:
    """There is nothing to make ready."""


WORKS = {
    "saves": Work(_nothing, _save, _check_saves),
    "imports": Work(_nothing, _import, _check_imports),
    "tables": Work(_nothing, _write, _check_tables),
    "migrations": Work(_make_older, _migrate, _check_migrations, 0.5),
}


def acknowledged(told: Iterable[object]) -> int:
    """How many of what was told were saves, imports, migrations or snapshots."""
    return sum(1 for each in told if not (isinstance(each, tuple) and each[0] == "written"))
