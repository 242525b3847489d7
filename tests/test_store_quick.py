"""Quick reads of a store: what the whole store says, or the whole store is asked."""

import sqlite3
from pathlib import Path

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


def test_a_new_comment_gets_its_number_by_the_whole_store(path: Path) -> None:
    quick = quick_store(path)
    assert quick is not None
    assert quick.register([comment("c"), comment("d")])["d"] == 4
    assert quick.numbers() == Store(path).numbers()


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
