"""A server that cannot be used is one clear line and exit 3, in which no password ever stands."""

import builtins
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import make_url

from drafter.cli import app
from drafter.errors import BadSettings, DrafterError, StoreDamaged, StoreLocked, StoreNewer, StoreNotWritable
from drafter.model import Registered
from drafter.store import Store, opening
from drafter.wording.errors import sentence
from drafter.workspace import Stages
from tests.commands import part
from tests.languages import vietnamese
from tests.sample.stores import COMMENTS, LINES, filled
from tests.servers import PASSWORD, USER, Server, create, server

pytestmark = [pytest.mark.slow, pytest.mark.server]  # a server of its own

STAGES = Stages()
NEW = Registered(0, "mới", "Sở A", "Lời")
COMMANDS = [("decide", "2", "--accept", "--response", "Tiếp thu.", "--by", "B"), ("log",), ("comments",)]


@pytest.fixture(scope="module")
def postgres() -> Iterator[Server]:
    with server() as made:
        yield made


@pytest.fixture
def place(postgres: Server, request: pytest.FixtureRequest) -> str:
    """The address of an empty database."""
    name = f"db{abs(hash(request.node.nodeid))}"
    create(postgres, name)
    return postgres.address(name)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return part(tmp_path_factory.mktemp("w"))


def told(root: Path, place: str, *arguments: str) -> Result:
    (root / "drafter.toml").write_text(f"store = '{place}'\n", encoding="utf-8")
    return CliRunner().invoke(app, ["-C", str(root), *arguments], obj=STAGES)


def refused(root: Path, place: str, *words: str) -> None:
    """Every command that needs it says so in one line, in Vietnamese, and ends with 3."""
    for arguments in COMMANDS:
        done = told(root, place, *arguments)
        assert done.exit_code == 3, done.output
        (line,) = done.stderr.strip().splitlines()
        assert vietnamese(line) and "Hãy" in line
        for word in words:
            assert word in line
        for secret in (PASSWORD, "bí-mật", "b%C3%AD"):
            assert secret not in line
    assert not (root / ".drafter").exists()


def test_decisions_on_a_server_are_made_and_read_as_in_a_file(root: Path, place: str) -> None:
    assert told(root, place, *COMMANDS[0]).exit_code == 0
    for arguments in (*COMMANDS[1:], ("show", "2")):
        done = told(root, place, *arguments)
        assert done.exit_code == 0, done.output
    assert "Tiếp thu." in done.output
    assert not (root / ".drafter").exists()


def test_all_that_a_store_can_hold_comes_back_from_a_server(place: str) -> None:
    store = filled(place)
    store.close()
    store = Store(place)
    assert [(line.act, line.key, line.after, line.author, line.undoes) for line in store.history()] == LINES
    assert [each.key for each in store.registered()] == [each.key for each in COMMENTS]
    assert [each.output for each in map(store.snapshot, (1,)) if each] == [b"PK\0"]


def test_a_wrong_password_is_told_without_it(root: Path, postgres: Server) -> None:
    refused(root, postgres.address(password="bí-mật"), USER)


def test_an_account_or_a_database_that_is_not_there_is_told(root: Path, postgres: Server) -> None:
    refused(root, postgres.address(user="ai đó"), "máy chủ")
    refused(root, postgres.address("không_có"), "không_có")


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://drafter:bí-mật@/x?host=/không/có",
        "postgresql+psycopg://drafter:bí-mật@127.0.0.1:9/x?connect_timeout=2",
        "postgresql+psycopg://drafter@127.0.0.1:9/x?password=bí-mật&connect_timeout=2",
        "postgresql://drafter:bí-mật@máy-chủ.invalid/x",
    ],
)
def test_a_server_that_is_not_there_is_told(root: Path, address: str) -> None:
    refused(root, address, "máy chủ")


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://drafter:bí@bí-mật@máy/x",
        "postgresql+psycopg://drafter:a@bí-mật:b@máy/x",
        "postgresql+psycopg://drafter:a@b/bí-mật@máy/x",
        "mysql://drafter:bí-mật@máy/x",
        "sqlite:///bí-mật.db",
        "bí-mật",
        "postgresql+psycopg://drafter:bí-mật@máy:cổng/x",
        "postgresql+psycopg://drafter:x@máy/x?bí-mật=1",
    ],
)
def test_what_is_no_address_is_told_and_never_quoted(root: Path, address: str) -> None:
    refused(root, address)


def test_a_missing_driver_is_told_with_what_brings_it(
    root: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = builtins.__import__

    def without(name: str, *rest: object, **named: object) -> object:
        if name.split(".")[0] == "psycopg":
            raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")
        return whole(name, *rest, **named)  # type: ignore[arg-type]

    for name in [name for name in sys.modules if name.split(".")[0] == "psycopg"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    refused(root, place, "pip install drafter[postgres]")


def run_sql(place: str, statement: str) -> None:
    store = Store(place)
    with store.database.writing() as connection:
        connection.exec_driver_sql(statement)
    store.close()


def test_a_database_of_a_later_drafter_is_left_alone(place: str) -> None:
    filled(place).close()
    run_sql(place, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreNewer, match="9999"):
        Store(place)


def test_what_cannot_be_read_of_a_row_is_told(place: str) -> None:
    store = filled(place)
    run_sql(place, "UPDATE decisions SET content = '{'")
    with pytest.raises(StoreDamaged):
        store.decisions()
    store.close()


def test_a_database_only_for_reading_is_read_and_never_written(place: str) -> None:
    filled(place).close()
    name = make_url(place).database
    run_sql(place, f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    store = Store(place)
    assert len(store.history()) == len(LINES)
    with pytest.raises(StoreNotWritable) as caught:
        store.register([NEW])
    assert "chỉ cho đọc" in sentence(caught.value)
    store.close()


def test_a_lock_that_is_not_let_go_is_told(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(place)
    monkeypatch.setattr(opening, "WAIT", 0.2)
    other = Store(place)
    with store.database.writing(), pytest.raises(StoreLocked):
        other.register([NEW])
    assert len(other.register([NEW])) == len(COMMENTS) + 1
    for each in (store, other):
        each.close()


def test_a_server_that_goes_away_between_two_saves_is_told_and_found_again(tmp_path: Path) -> None:
    with server() as short:
        store = filled(short.address())
    with pytest.raises(DrafterError) as caught:
        store.decisions()
    assert PASSWORD not in sentence(caught.value) and caught.value.exit_code == 3
    assert not isinstance(caught.value, BadSettings)
