"""Quick reads of a store: what the whole store says, or the whole store is asked."""

import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest

from drafter.errors import StoreDamaged
from drafter.model import Author, Decision, Disposition, Registered, Save, Via
from drafter.store import Store, quick_store

OFFICE = Author("Văn phòng", "2021-03-01T08:00:00+07:00", Via.COMMAND, 2)


def comment(key: str) -> Registered:
    return Registered(0, key, "Sở A", f"Lời của {key}", 2, "so-a.md", "2021-03-01")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = Store(tmp_path / ".drafter" / "workspace.db")
    store.register(map(comment, "abc"))
    store.save([Save("b", Decision(Disposition.NOTED, response="Ghi nhận."))], OFFICE)
    store.close()
    return tmp_path / ".drafter" / "workspace.db"


def test_a_quick_store_says_what_the_whole_one_says(path: Path) -> None:
    quick, whole = quick_store(path), Store(path)
    assert quick is not None and type(quick) is not type(whole)
    assert quick.numbers() == whole.numbers() == {"a": 1, "b": 2, "c": 3}
    assert quick.registered() == whole.registered()
    assert quick.decisions() == whole.decisions() and quick.decisions()["b"].version == 1
    assert quick.history() == whole.history()


def test_new_comments_get_their_numbers_in_order_and_keep_them(path: Path) -> None:
    quick = quick_store(path)
    assert quick is not None
    assert quick.register([comment("c"), comment("e"), comment("d"), comment("e")])["d"] == 5
    assert quick.numbers() == Store(path).numbers() == {"a": 1, "b": 2, "c": 3, "e": 4, "d": 5}
    assert quick.registered() == Store(path).registered()


def test_a_comment_that_no_database_takes_as_it_is_is_kept_as_the_whole_store_keeps_it(path: Path) -> None:
    odd = replace(comment("f"), text="Lời\0 có \udce1", path="s\udcff.md")
    quick = quick_store(path)
    assert quick is not None
    quick.register([odd])
    whole = Store(path.with_name("other.db"))
    whole.register([odd])
    assert quick.registered()[-1].text == whole.registered()[-1].text
    assert quick.registered()[-1].path == whole.registered()[-1].path


def test_a_database_that_was_made_quickly_is_the_one_that_the_whole_store_makes(tmp_path: Path) -> None:
    def inside(path: Path) -> tuple[object, ...]:
        with closing(sqlite3.connect(path)) as connection:
            tables = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
            (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
            (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        plain = [(*rest, sql and " ".join(sql.replace(",", ", ").split())) for *rest, sql in tables]
        return sorted(plain, key=str), journal, version

    assert quick_store(tmp_path / "a" / "quick.db", make=True) is not None
    Store(tmp_path / "whole.db").close()
    assert inside(tmp_path / "a" / "quick.db") == inside(tmp_path / "whole.db")


def test_processes_that_make_one_store_at_once_number_every_comment_once(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"

    def number(at: int) -> Mapping[str, int]:
        store = quick_store(path, make=True) or Store(path)
        return store.register([comment(key) for key in ("a", "b", f"own {at}")])

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(number, range(16)))
    numbers = Store(path).numbers()
    assert sorted(numbers.values()) == list(range(1, 19))
    assert all(numbers[key] == no for each in told for key, no in each.items())


def test_where_the_log_of_a_lost_database_lies_none_is_made_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "workspace.db-wal").write_bytes(b"what was not yet written back")
    assert quick_store(tmp_path / "workspace.db", make=True) is None
    assert not (tmp_path / "workspace.db").exists()


def test_a_new_comment_that_a_lock_keeps_out_is_numbered_by_the_whole_store(path: Path) -> None:
    quick = quick_store(path)
    assert quick is not None
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        Timer(0.5, lambda: other.execute("COMMIT")).start()
        assert quick.register([comment("d")])["d"] == 4


def test_a_database_of_another_drafter_or_a_broken_one_is_left_to_the_whole_store(path: Path) -> None:
    assert quick_store(path.with_name("none.db")) is None and not path.with_name("none.db").exists()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert quick_store(path) is None
    path.write_bytes(b"not a database at all, but long enough to look like one" * 100)
    assert quick_store(path) is None


def test_a_decision_that_cannot_be_read_is_told_as_the_whole_store_tells_it(path: Path) -> None:
    quick = quick_store(path)
    assert quick is not None
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE decisions SET content = '{'")
    with pytest.raises(StoreDamaged):
        quick.decisions()
