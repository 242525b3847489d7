"""The store: numbers once, saves whole, history that only grows, every released schema opens."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from drafter.errors import Stale, StoreDamaged, StoreLocked, StoreNewer
from drafter.model import (
    Ask,
    Author,
    Decision,
    Deed,
    Disposition,
    Op,
    ReasonCode,
    Registered,
    Save,
    Snapshot,
    SnapshotKind,
    Stand,
    Via,
)
from drafter.store import Database, Store
from drafter.store.encoding import decision_of

AT = "2021-03-01T08:00:00+07:00"
OFFICE = Author("Văn phòng", AT, Via.COMMAND, 2)
WHOLE = Decision(
    Disposition.PARTLY,
    ReasonCode.SUPERIOR_TARGET,
    "Tiếp thu một phần.",
    "điểm a khoản 2",
    ("III.2.a",),
    (Ask(Op.REPLACE, "A", "B"),),
    "Phòng A",
    date(2021, 3, 5),
    "nội bộ",
    Stand.SATISFIED,
    Deed("drafts/3.docx", 3, ("III.2.a",), ("B",), ("A",)),
    3,
    "Văn phòng",
    AT,
    "Lãnh đạo",
    AT,
)


def comment(key: str) -> Registered:
    return Registered(0, key, "Sở A", f"Lời của {key}")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / ".drafter" / "workspace.db")
    made.register(map(comment, ("a", "b", "c")))
    return made


def test_a_number_is_given_once_and_never_again(store: Store) -> None:
    assert store.numbers() == {"a": 1, "b": 2, "c": 3}
    assert store.register(map(comment, ("d", "b", "a"))) == {"a": 1, "b": 2, "c": 3, "d": 4}
    assert [each.no for each in store.registered()] == [1, 2, 3, 4]


def test_a_decision_comes_back_as_it_was_saved(store: Store) -> None:
    store.save([Save("a", WHOLE)], OFFICE)
    assert store.decisions() == {"a": replace(WHOLE, version=1)}


def test_a_save_made_from_an_older_version_is_refused_with_both_texts(store: Store) -> None:
    store.save([Save("a", replace(WHOLE, response="của họ"))], OFFICE)
    with pytest.raises(Stale) as caught:
        store.save([Save("b", WHOLE), Save("a", replace(WHOLE, response="của tôi"))], OFFICE)
    assert "của họ" in caught.value.facts["theirs"] and "của tôi" in caught.value.facts["ours"]
    assert set(store.decisions()) == {"a"}  # an act is saved whole or not at all


def test_history_leads_from_nothing_to_what_stands(store: Store) -> None:
    act = store.save([Save("a", WHOLE), Save("b", WHOLE)], OFFICE)
    store.save([Save("a", replace(WHOLE, version=1, response="mới"))], replace(OFFICE, name="Khác"))
    lines = store.history(["a"])
    assert [line.author.name for line in lines] == ["Văn phòng", "Khác"]
    assert lines[0].before == Decision() and lines[0].after == lines[1].before
    assert lines[1].after == store.decisions()["a"]
    assert [line.no for line in store.history() if line.act == act] == [1, 2]


def test_what_went_out_is_kept_to_the_byte(store: Store) -> None:
    sent = Snapshot(0, SnapshotKind.TABLE, OFFICE, "bang.docx", "0" * 64, (("a", "b"),), (("a", 1),),
                    (("r1", ("a", "b")),), output=b"PK\0")  # fmt: skip
    id = store.keep(sent)
    assert store.snapshot(id) == replace(sent, id=id, author=replace(OFFICE, via=Via.COMMAND))
    assert [each.output for each in store.snapshots()] == [b""]
    assert store.snapshot(id + 1) is None


def test_the_tables_are_those_that_the_migrations_make(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from drafter.store.migrations import known, upgrade
    from drafter.store.opening import HEAD
    from drafter.store.tables import METADATA

    database = Database(tmp_path / "stepwise.db")
    with database.writing() as connection:
        upgrade(connection)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, {"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == HEAD
    assert HEAD in known()


def test_a_database_of_a_later_drafter_is_left_alone(store: Store) -> None:
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = (path := Path(str(store.database.engine and store.shown))) and path.read_bytes()
    with pytest.raises(StoreNewer, match="9999"):
        Store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough" * 99, b"SQLite format 3\0" * 9]
)
def test_what_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "workspace.db"
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        Store(path)
    assert path.read_bytes() == content


def test_a_database_that_another_program_holds_is_told_and_nothing_is_lost(store: Store) -> None:
    impatient = Store(Path(store.shown), wait=0.05)
    with store.database.writing(), pytest.raises(StoreLocked):
        impatient.save([Save("a", WHOLE)], OFFICE)
    impatient.save([Save("a", WHOLE)], OFFICE)
    assert store.decisions()["a"].version == 1


def test_signs_that_no_database_takes_are_replaced_and_nothing_else_is(store: Store) -> None:
    odd, kept = "Lời \udcff\0 — 𠀀\x01", "Lời \ufffd — 𠀀\x01"
    assert "d" in store.register([replace(comment("d"), text=odd, path=odd, agency=odd)])
    read = store.registered()[-1]
    assert (read.text, read.path, read.agency) == (kept, kept, kept)
    store.save([Save("d", replace(WHOLE, response="\udcff", assignee=odd))], replace(OFFICE, name=odd))
    assert store.decisions()["d"].response == "\ufffd"
    assert store.history(["d"])[0].author.name == kept
    sent = Snapshot(0, SnapshotKind.TABLE, OFFICE, odd, "0" * 64, ((odd, "b"),), output=b"")
    assert store.snapshot(store.keep(sent)).path == kept  # type: ignore[union-attr]


@pytest.mark.parametrize(("content", "version"), [(None, 1), (7, 1), ("{", 1), ("{}", None), ("{}", "1")])
def test_what_a_damaged_database_holds_in_place_of_a_decision_is_told(content: Any, version: Any) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decision_of(content, version)
