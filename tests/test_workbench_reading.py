"""The workbench for reading only: the folder stays as it was, and what others save is seen."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from drafter.errors import StoreNotWritable
from drafter.jobs.decisions import DecideOptions, decide
from drafter.model import Disposition
from drafter.store import Store
from drafter.web import ServeOptions
from drafter.web.application import application
from drafter.workspace import Workspace
from tests.commands import part
from tests.workbench import Desk, desk, words_of
from tests.workbench_pages import addresses


def state(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Everything that lies there, with its size and when it was written."""
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_size if path.is_file() else 0)
        for path in folder.rglob("*")
    }


def looked_through(reader: Desk) -> None:
    """Every page but that of an agency, to whom somebody would have to give an address."""
    reader.site.reviewers.make = lambda *_: "x" * 43  # type: ignore[method-assign]
    for path in addresses(reader.site):
        wanted = 404 if path.startswith(("/submit/", "/khong")) else 200
        assert reader.client.get(path).status_code == wanted, path


@pytest.mark.slow
def test_of_a_folder_without_a_store_every_page_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    folder = part(tmp_path)
    before = state(folder)
    reader = desk(folder, read_only=True)
    looked_through(reader)
    assert "chưa có số" in words_of(reader.get("/comments"))
    assert state(folder) == before


@pytest.mark.slow
def test_of_a_folder_with_decisions_nothing_is_written_and_what_others_save_is_seen(tmp_path: Path) -> None:
    folder = part(tmp_path)
    (tmp_path / "comments" / "so-noi-vu.docx").rename(tmp_path / "later.docx")
    official = desk(folder)
    official.get("/comments")
    (tmp_path / "later.docx").rename(tmp_path / "comments" / "so-noi-vu.docx")  # one that has no number yet
    official.site.workspace().store().close()  # type: ignore[union-attr]
    old = folder / ".drafter" / "uploads" / "left"
    old.mkdir(parents=True)
    os.utime(old, (0, 0))
    reader = desk(folder, read_only=True)
    before = state(folder)
    for path in ("/", "/comments", "/comments/1", "/files", "/log"):
        reader.get(path)
    assert state(folder) == before
    workspace = Workspace(folder, report=lambda _: None, stages=official.site.stages)
    decide(workspace, DecideOptions((1,), Disposition.NOTED), "Chuyên viên A")
    before = state(folder)
    assert "Ghi nhận" in words_of(reader.get("/comments/1"))
    assert state(folder) == before


def test_on_a_departments_server_who_looked_at_what_is_told_where_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = part(tmp_path)
    before = state(folder)
    app = application(ServeOptions(root=folder, users=tmp_path / "users.txt", read_only=True))
    app.state.site.audit.tell("An", "GET", "/comments", 200)
    assert '"who": "An", "did": "GET", "what": "/comments"' in capsys.readouterr().err
    assert state(folder) == before


def test_a_store_that_is_only_read_refuses_to_be_written_before_it_is_asked(tmp_path: Path) -> None:
    Store(tmp_path / "decisions.db").close()
    store = Store(tmp_path / "decisions.db", reading=True)
    with pytest.raises(StoreNotWritable), store.database.writing():
        raise AssertionError
