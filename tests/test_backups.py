"""Backups: all that a store holds goes into a file and comes back from it, into a database of either kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import NotRecords
from drafter.model import (
    UNDECIDED,
    Author,
    Decision,
    Disposition,
    Registered,
    Save,
    Snapshot,
    SnapshotKind,
    Source,
    Via,
)
from drafter.store import Store
from drafter.writers.records import read_records, records_bytes
from tests.commands import part
from tests.properties import examples
from tests.sample.stores import filled
from tests.servers import Server, create, server
from tests.test_decisions import found_by_check, log, run

AT = "2021-03-01T08:00:00+07:00"
texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20)
authors = st.builds(Author, texts, st.just(AT), st.sampled_from(Via), st.none() | st.integers(1, 9))
decisions = st.builds(
    Decision, st.sampled_from(Disposition), response=texts, where=texts, remark=texts, decided_by=texts
)
acts = st.lists(st.tuples(authors, st.dictionaries(st.integers(0, 4), decisions, min_size=1)), max_size=6)
sent = st.lists(
    st.tuples(st.sampled_from(SnapshotKind), authors, texts, st.binary(max_size=60), st.integers(0, 4)),
    max_size=4,
)


def kept(store: Store) -> bytes:
    """The backup of all that it holds."""
    return records_bytes(store.records())


def taken(place: Path | str, backup: bytes) -> bytes:
    """What an empty database at `place` holds after it took `backup`, as a backup."""
    store = Store(place)
    store.restore(read_records(Source(backup, "luu.jsonl", "")))
    made = kept(store)
    store.close()
    return made


def made(place: Path | str, decided: object, out: object) -> Store:
    """A store with these acts, some of them taken back, and with what went out between them."""
    store = Store(place)
    store.register(
        Registered(0, f"k{at}", f"Sở {at}", f"Lời {at}", at or None, f"{at}.docx", AT) for at in range(5)
    )
    for act, (author, of) in enumerate(decided, 1):  # type: ignore[arg-type, var-annotated]
        here = store.decisions()
        saves = [
            Save(f"k{at}", replace(each, version=here.get(f"k{at}", UNDECIDED).version))
            for at, each in of.items()
        ]
        store.save(saves, author, undoes=act - 1 if act % 3 == 0 else None)
    for kind, author, path, output, at in out:  # type: ignore[attr-defined]
        versions = tuple((key, each.version) for key, each in sorted(store.decisions().items())[:at])
        rows = (("r1", tuple(key for key, _ in versions)),)
        hashed = sha256(output).hexdigest()
        store.keep(Snapshot(0, kind, author, path, hashed, ((path, hashed),), versions, rows, path, output))
    return store


@pytest.mark.slow
@examples(60)
@given(decided=acts, out=sent)
def test_a_backup_taken_into_an_empty_store_gives_the_same_backup(
    tmp_path_factory: pytest.TempPathFactory, decided: object, out: object
) -> None:
    folder = tmp_path_factory.mktemp("s")
    backup = kept(made(folder / "mot.db", decided, out))
    assert taken(folder / "hai.db", backup) == backup


@pytest.fixture(scope="module")
def postgres() -> Iterator[Server]:
    with server() as running:
        yield running


@pytest.mark.slow
@pytest.mark.server
def test_a_backup_goes_from_a_file_to_a_server_and_back_unchanged(
    postgres: Server, tmp_path_factory: pytest.TempPathFactory
) -> None:
    numbers = count()

    @examples(25)
    @given(decided=acts, out=sent)
    def there_and_back(decided: object, out: object) -> None:
        folder = tmp_path_factory.mktemp("s")
        names = [f"luu{next(numbers)}" for _ in range(2)]
        for name in names:
            create(postgres, name)
        in_file = kept(made(folder / "mot.db", decided, out))
        on_server = kept(made(postgres.address(names[0]), decided, out))
        assert in_file == on_server
        assert taken(postgres.address(names[1]), in_file) == taken(folder / "hai.db", on_server) == in_file

    there_and_back()


# --- the commands ---------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which all agencies were answered and a table went out."""
    part(tmp_path)
    run(tmp_path, "decide", *map(str, range(1, 13)), "--note", "--by", "A")
    run(tmp_path, "reply", "-o", str(tmp_path / "tra-loi"))
    run(tmp_path, "table", "-o", str(tmp_path / "bang.xlsx"))
    return tmp_path


def restored(folder: Path, *changes: tuple[str, str]) -> Result:
    """The backup, with some words changed, taken into an empty store in place of the one that there was."""
    backup = folder / "luu.jsonl"
    text = run(folder, "export-decisions").stdout
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    backup.write_text(text, "utf-8")
    for path in (folder / ".drafter").iterdir():
        path.unlink()
    return run(folder, "import-decisions", str(backup))


@pytest.mark.slow
def test_after_a_restore_what_went_out_is_known_as_before(folder: Path) -> None:
    def known() -> tuple[object, ...]:
        out = folder / "lai.xlsx"
        out.unlink(missing_ok=True)
        last = json.loads(run(folder, "log", "--snapshots", "--json").stdout)["snapshots"][-1]["id"]
        assert run(folder, "snapshot", "restore-view", str(last), "-o", str(out)).exit_code == 0
        return run(folder, "log", "--snapshots").stdout, found_by_check(folder), out.read_bytes()

    before = known()
    told = restored(folder)
    assert told.exit_code == 0 and "bảng, văn bản đã lập" in told.stderr
    assert known() == before
    assert "reply-not-sent" not in {each["code"] for each in found_by_check(folder)}


@pytest.mark.slow
def test_a_backup_of_before_has_nothing_of_what_went_out_and_is_taken(folder: Path) -> None:
    text = run(folder, "export-decisions").stdout
    lines = [line for line in text.splitlines() if not line.startswith(('{"snapshot"', '{"end"'))]
    backup = folder / "cu.jsonl"
    backup.write_text("\n".join(lines).replace("drafter-decisions-3", "drafter-decisions-1"), "utf-8")
    assert run(folder, "export-decisions", "-o", str(backup)).exit_code == 0  # an older one is renewed
    backup.write_text("\n".join(lines).replace("drafter-decisions-3", "drafter-decisions-1"), "utf-8")
    for path in (folder / ".drafter").iterdir():
        path.unlink()
    told = run(folder, "import-decisions", str(backup))
    assert told.exit_code == 0 and "không có các bảng" in told.stderr
    assert len(log(folder)) == 12


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"sha256":"', '"sha256":"0'),
        ('"output":"', '"output":"AAAA'),
        ('"snapshot":{"id":2,', '"snapshot":{"id":1,'),
    ],
)
def test_an_output_that_is_not_the_one_that_went_out_is_told_by_its_line(
    folder: Path, old: str, new: str
) -> None:
    told = restored(folder, (old, new))
    assert told.exit_code == 3 and len(told.stderr.strip().splitlines()) == 1 and "luu.jsonl" in told.stderr
    assert (
        log(folder) == []
        and json.loads(run(folder, "log", "--snapshots", "--json").stdout)["snapshots"] == []
    )


@pytest.mark.slow
def test_what_went_out_elsewhere_is_not_mixed_with_what_went_out_here(folder: Path) -> None:
    backup = folder / "luu.jsonl"
    run(folder, "export-decisions", "-o", str(backup))
    same = run(folder, "import-decisions", str(backup))
    assert same.exit_code == 0 and "kho khác" not in same.stderr
    *lines, _ = backup.read_text("utf-8").replace('"path":"bang.xlsx"', '"path":"khac.xlsx"').splitlines()
    backup.write_text("\n".join(lines).replace("drafter-decisions-3", "drafter-decisions-2"), "utf-8")
    other = run(folder, "import-decisions", str(backup))
    assert other.exit_code == 0 and "kho khác" in other.stderr


def test_a_form_that_went_out_before_any_comment_keeps_its_number(tmp_path: Path) -> None:
    there = filled(tmp_path / "kia.db")
    here = Store(tmp_path / "day.db")
    form = replace(there.records().snapshots[0], kind=SnapshotKind.FORM, path="phieu.docx")
    here.keep(form)
    here.restore(there.records())
    assert [(each.id, each.path) for each in here.snapshots()] == [(1, "phieu.docx"), (2, "bảng.docx")]


def test_a_file_that_ends_in_the_middle_is_no_backup(tmp_path: Path) -> None:
    whole = kept(filled(tmp_path / "mot.db"))
    for end in range(len(whole) - 2, len(whole) // 2, -97):
        line = whole[:end].count(b"\n") + 1
        if whole[end - 1 : end] == b"\n" or whole[end : end + 1] == b"\n":
            continue
        with pytest.raises(NotRecords) as told:
            read_records(Source(whole[:end], "luu.jsonl", ""))
        assert told.value.facts["line"] == line
