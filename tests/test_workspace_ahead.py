"""Letters that workers read, link and prove: all is as if one process had done it alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from drafter.cli import app
from drafter.engines.local import InProcess
from drafter.workspace import Workspace, ahead
from drafter.workspace.bounds import unbounded
from tests import commands

pytestmark = pytest.mark.slow
ASKED = (
    ["comments", "--json"],
    ["link", "--json"],
    ["evidence", "--json"],
    ["table", "-o", "bang.json", "--force"],
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a letter that cannot be read, of which every part is small enough to be shared out."""
    monkeypatch.setattr(ahead, "_FILES", 2)
    monkeypatch.setattr(ahead, "_COMMENTS", 5)
    monkeypatch.setattr(ahead, "_MANY", 2)
    root = commands.part(tmp_path)
    assert CliRunner().invoke(app, ["-C", str(root), "decide", "1", "--note", "--by", "A"]).exit_code == 0
    (root / "comments" / "hong.docx").write_bytes(b"PK\x03\x04 cut off")
    return root


def told(root: Path, *engine: str) -> list[tuple[int, str, str, bytes]]:
    made = []
    for asked in ASKED:
        shutil.rmtree(root / ".drafter" / "cache", ignore_errors=True)
        out = root / "bang.json"
        out.unlink(missing_ok=True)
        arguments = [str(out) if each == out.name else each for each in asked]
        done = CliRunner().invoke(app, ["-C", str(root), *arguments, *engine])
        made.append((done.exit_code, done.stdout, done.stderr, out.read_bytes() if out.exists() else b""))
    return made


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_workers_change_nothing(folder: Path, engine: str) -> None:
    alone = told(folder)
    assert all(code == 3 and "hong.docx" in error for code, _, error, _ in alone)
    assert told(folder, "--engine", engine, "--workers", "2") == alone


class Noted(InProcess):
    """An engine that notes what it was given."""

    def __init__(self, before: Callable[[], object] = lambda: None) -> None:
        self.parts: list[tuple[str, int]] = []
        self._before = before

    def map(self, function: Any, shared: Any, parts: Any) -> Any:
        for part in parts:
            self._before()
            self.parts.append((function.__name__, len(part)))
            yield function(shared, part)


def results(root: Path, engine: Noted | None = None) -> tuple[object, ...]:
    ahead._workspace.cache_clear()
    found = Workspace(root, report=lambda _: None, bounded=unbounded, workers=engine)
    assert found.ready_store() is not None
    read = found.correspondence(answered=True)
    return read.letters, found.links(read), found.evidence(read)


def test_what_is_kept_is_not_shared_out_again(folder: Path) -> None:
    shutil.rmtree(folder / ".drafter" / "cache")
    first, second = Noted(), Noted()
    assert results(folder, first) == results(folder, second)
    assert {name for name, _ in first.parts} == {"_read", "_linked", "_proved"} and second.parts == []


def test_a_worker_that_finds_other_drafts_does_nothing(folder: Path) -> None:
    alone = results(folder)
    shutil.rmtree(folder / ".drafter" / "cache")
    old = next((folder / "drafts").iterdir())
    away = folder / old.name
    with_away: list[bool] = []

    def hide() -> None:  # as on a machine that sees another folder
        if not with_away:
            old.rename(away)
            with_away.append(True)

    engine = Noted(hide)
    found = Workspace(folder, report=lambda _: None, bounded=unbounded, workers=engine)
    assert found.ready_store() is not None
    drafts = found.rounds.drafts
    ahead._workspace.cache_clear()
    read = found.correspondence(answered=True)
    assert with_away and found.rounds.drafts == drafts
    assert (read.letters, found.links(read), found.evidence(read)) == alone
    away.rename(old)
