"""What was computed of letters and is kept for the next command: it saves time and changes nothing."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from drafter.cli import app
from drafter.model import WordCount
from drafter.workspace import Stages, kept
from drafter.workspace.kept import Kept
from drafter.workspace.plain import KINDS, of_bytes, to_bytes
from tests import commands
from tests.disks import read_only

ASKED = (("comments", "--json"), ("link", "--json"), ("evidence", "--json"), ("table", "-o", "OUT"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which somebody keeps decisions."""
    root = commands.part(tmp_path)
    assert CliRunner().invoke(app, ["-C", str(root), "decide", "1", "--note", "--by", "A"]).exit_code == 0
    return root


def told(root: Path) -> list[tuple[int, str, bytes]]:
    """What the commands say, each with stages of its own as in a process of its own."""
    made = []
    for asked in ASKED:
        out = root / "bang.json"
        out.unlink(missing_ok=True)
        done = CliRunner().invoke(app, ["-C", str(root), *(each.replace("OUT", str(out)) for each in asked)])
        made.append((done.exit_code, done.output, out.read_bytes() if out.exists() else b""))
    return made


def files(root: Path) -> list[Path]:
    return sorted(path for path in (root / ".drafter" / "cache").rglob("*") if path.is_file())


def test_values_of_the_model_come_back_equal() -> None:
    found = commands.workspace()
    read = found.correspondence(answered=True)
    letters = (read.letters, read.notices, read.rest, WordCount())
    links, evidence = {"a": found.links(read)}, {"a": found.evidence(read)}
    for kind, value in (("letters", letters), ("links", links), ("evidence", evidence)):
        back = of_bytes(kind, to_bytes(kind, value))
        assert back == value and repr(back) == repr(value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "value", ["x", ["Path", "/"], ["Workspace"], [1, "Comment", 1], {"path": 9}, {"a": [{"id": "x"}]}]
)
def test_bytes_of_anything_else_make_nothing(kind: str, value: object) -> None:
    with pytest.raises(ValueError, match=kind):
        of_bytes(kind, msgspec.msgpack.encode(value))
    with pytest.raises(TypeError):
        to_bytes(kind, [Path()])
    with pytest.raises(TypeError):
        to_bytes(kind, {"a": ["không phải liên kết"]})


@pytest.mark.slow
def test_commands_say_the_same_with_and_without_what_is_kept(folder: Path) -> None:
    shutil.rmtree(folder / ".drafter" / "cache")
    cold = told(folder)
    assert {path.parent.name for path in files(folder)} == {"letters", "links", "evidence", "register"}
    assert told(folder) == cold
    shutil.rmtree(folder / ".drafter" / "cache")
    assert told(folder) == cold


def hashed(data: bytes) -> bytes:
    return hashlib.sha256(data).digest() + data


@pytest.mark.slow
@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda _: hashed(b"\xc1"),
        lambda _: hashed(msgspec.msgpack.encode(["Path", "/"])),
    ],
)
def test_what_is_damaged_is_computed_again(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    whole = told(folder)
    for path in files(folder):
        path.write_bytes(damage(path.read_bytes()))
    assert told(folder) == whole


@pytest.mark.slow
def test_nothing_is_kept_where_nobody_keeps_decisions(tmp_path: Path) -> None:
    root = commands.part(tmp_path)
    assert CliRunner().invoke(app, ["-C", str(root), "link", "--json"]).exit_code == 0
    assert {path.name for path in root.iterdir()} == {"drafts", "comments"}


@pytest.mark.slow
def test_a_folder_only_for_reading_is_read(folder: Path) -> None:
    asked = ["-C", str(folder), "evidence", "--json"]
    whole = CliRunner().invoke(app, asked).output
    shutil.rmtree(folder / ".drafter" / "cache")
    with read_only(folder):
        assert CliRunner().invoke(app, asked).output == whole


@pytest.mark.slow
def test_a_letter_that_changed_is_read_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    understood = Stages._understood

    def noted(self: Stages, sheet, rounds, declared):  # type: ignore[no-untyped-def]
        read.append(sheet.path)
        return understood(self, sheet, rounds, declared)

    monkeypatch.setattr(Stages, "_understood", noted)
    told(folder)
    read.clear()
    (folder / "comments" / "so-tu-phap.md").open("a", encoding="utf-8").write(
        "\n- Đề nghị rà soát chính tả.\n"
    )
    told(folder)
    assert set(read) == {"so-tu-phap.md"}


@pytest.mark.slow
def test_what_other_files_of_the_program_computed_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(folder)
    before = files(folder)
    monkeypatch.setattr(kept, "_program", lambda: "other")
    told(folder)
    assert len(files(folder)) == 2 * len(before)


def test_of_each_kind_those_longest_unused_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kept.LIMITS, "links", 3)  # type: ignore[arg-type]
    store = Kept(tmp_path)
    for at in range(6):
        store.put("links", at, {str(at): ()})
    assert len([*(tmp_path / "cache" / "links").iterdir()]) == 3
    assert store.find("links", 5) == ({"5": ()},) and store.find("links", 0) is None
