"""Databases of earlier drafters open, whole, and go on working."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import Cause, StoreDamaged, StoreNewer, StoreNotWritable, StoreOlder
from drafter.model import Author, Save
from drafter.store import Database, Store
from drafter.store.opening import HEAD
from tests.disks import fill, read_only, small_disk
from tests.older import NEXT, in_use, tomorrow
from tests.sample.stores import COMMENTS, LINES, SENT, filled

RELEASED = sorted((Path(__file__).parent / "data" / "store").glob("*.db"))
LATER = Author("Người sau", "2022-01-01T08:00:00+07:00")


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_database_of_every_released_schema_opens_whole_and_goes_on(tmp_path: Path, released: Path) -> None:
    path = tmp_path / "workspace.db"
    shutil.copyfile(released, path)
    store = Store(path)
    assert [(each.no, each.key, each.text) for each in store.registered()] == [
        (no, each.key, each.text) for no, each in enumerate(COMMENTS, 1)
    ]
    assert [(line.act, line.key, line.after, line.author, line.undoes) for line in store.history()] == LINES
    assert store.decisions() == {key: after for _, key, after, *_ in LINES}
    (listed,) = store.snapshots()
    assert store.snapshot(listed.id) == replace(SENT, id=listed.id)

    key, decision = next(iter(store.decisions().items()))
    store.save([Save(key, replace(decision, response="Sửa lại."))], LATER)
    assert store.history([key])[-1].after == store.decisions()[key]
    assert store.register([replace(COMMENTS[0], key="mới")])["mới"] == len(COMMENTS) + 1


def test_the_schema_of_today_is_kept_among_the_released() -> None:
    assert HEAD in {path.stem for path in RELEASED}


def test_what_an_older_database_holds_is_whole_after_it_was_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    filled(path)
    with in_use(tomorrow(tmp_path)):
        Database(path).prepare()
        Database(path).prepare()  # once is enough
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEXT,)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("SELECT count(*) FROM comments WHERE round = no").fetchone() == (len(COMMENTS),)
    assert connection.execute("SELECT count(*) FROM history").fetchone() == (len(LINES),)
    connection.close()
    with pytest.raises(StoreNewer, match=NEXT):
        Store(path)


def test_an_older_database_that_is_only_read_is_told_to_be_one_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    filled(path).close()
    before = path.read_bytes()
    with in_use(tomorrow(tmp_path)), pytest.raises(StoreOlder) as told:
        Store(path, reading=True)
    assert told.value.facts["version"] == HEAD and path.read_bytes() == before


def test_a_step_that_fails_leaves_the_older_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    filled(path)
    steps = tomorrow(tmp_path)
    (step,) = (steps / "versions").glob(f"{NEXT}*")
    broken = '\n    op.execute("DELETE FROM comments WHERE no = 1")\n'  # decisions refer to it
    step.write_text(step.read_text(encoding="utf-8") + broken, encoding="utf-8")
    with in_use(steps), pytest.raises(StoreDamaged):
        Database(path).prepare()
    store = Store(path)
    assert len(store.registered()) == len(COMMENTS) and len(store.history()) == len(LINES)
    with store.database.writing() as connection, pytest.raises(Exception, match="FOREIGN KEY"):
        connection.exec_driver_sql("DELETE FROM comments")


def test_several_that_bring_one_database_up_to_date_at_once_do_it_once(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    filled(path).close()
    with in_use(tomorrow(tmp_path)), ThreadPoolExecutor(6) as pool:
        for done in [pool.submit(Database(path).prepare) for _ in range(6)]:
            done.result()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM marks").fetchone() == (len(COMMENTS),)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEXT,)]


@pytest.mark.parametrize("kilobytes", [0, 40, 80, 120])
def test_a_disk_that_fills_up_on_the_way_leaves_the_older_database(tmp_path: Path, kilobytes: int) -> None:
    steps = tomorrow(tmp_path)
    with small_disk(tmp_path / "nhỏ", "1m") as disk:
        path = disk / "workspace.db"
        filled(path).close()
        filler = fill(disk)
        with filler.open("r+b") as file:
            file.truncate(max(0, file.seek(0, 2) - kilobytes * 1024))
        with in_use(steps):
            try:
                Database(path).prepare()
            except StoreNotWritable as error:
                assert error.facts["reason"] == Cause.NO_SPACE
                done = False
            else:
                done = True
        assert not (done and kilobytes == 0)
        filler.unlink()
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            ((version,),) = connection.execute("SELECT version_num FROM alembic_version")
            assert version == (NEXT if done else HEAD)
            assert connection.execute("SELECT count(*) FROM history").fetchone() == (len(LINES),)
        with in_use(steps):
            Database(path).prepare()  # once there is room


def test_an_older_database_on_a_disk_only_for_reading_is_told(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    filled(tmp_path / "w" / "workspace.db").close()
    with (
        in_use(tomorrow(tmp_path)),
        read_only(tmp_path / "w") as disk,
        pytest.raises(StoreNotWritable) as caught,
    ):
        Database(disk / "workspace.db").prepare()
    assert caught.value.facts["reason"] == Cause.READ_ONLY
