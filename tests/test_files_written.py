"""Output files: whole or not at all, and never over somebody's work."""

import errno
import os
from pathlib import Path

import pytest

from drafter.errors import CannotWrite, EditedOutput
from drafter.opc import packed
from drafter.record import SEAL, is_ours, sealed, sealed_parts, write_output, write_whole
from drafter.wording.errors import sentence

OPEN = f"<meta content='{SEAL}'> nội dung".encode()
PAGE = sealed(OPEN)


def test_what_was_sealed_is_ours_until_a_letter_changes() -> None:
    assert is_ours(PAGE)
    assert not is_ours(PAGE.replace("nội".encode(), "Nội".encode()))
    assert not is_ours(OPEN)
    assert not is_ours(b"somebody's notes")


def test_an_output_is_replaced_while_nobody_has_touched_it(tmp_path: Path) -> None:
    path = tmp_path / "kết quả.html"
    write_output(path, PAGE)
    write_output(path, sealed(OPEN + b" 2"))
    assert is_ours(path.read_bytes())


def test_an_edited_or_foreign_file_is_left_alone_without_force(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    for present in (b"", b"mine", PAGE + b"."):
        path.write_bytes(present)
        with pytest.raises(EditedOutput):
            write_output(path, PAGE)
        assert path.read_bytes() == present
    write_output(path, PAGE, force=True)
    assert is_ours(path.read_bytes())


def test_a_missing_folder_or_a_folder_in_place_of_the_file_is_one_clear_error(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "a.html", tmp_path):
        with pytest.raises(CannotWrite) as refused:
            write_output(path, PAGE)
        assert "\n" not in sentence(refused.value)


@pytest.mark.parametrize("name", ["a" * 300 + ".html", "ghi chú " * 40 + ".html"])
def test_a_name_too_long_for_a_file_is_one_clear_error(tmp_path: Path, name: str) -> None:
    for write in (write_output, write_whole):
        with pytest.raises(CannotWrite) as refused:
            write(tmp_path / name, PAGE)
        assert "\n" not in sentence(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_is_as_private_as_the_user_s_settings_or_the_file_it_replaces(tmp_path: Path) -> None:
    path = tmp_path / "mật.html"
    before = os.umask(0o077)
    try:
        write_output(path, PAGE)
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o640)
        write_output(path, PAGE)
        assert path.stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(before)


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="no device has a path here")
def test_a_device_is_never_replaced_by_a_file() -> None:
    for force in (False, True):
        with pytest.raises(CannotWrite):
            write_output(Path(os.devnull), PAGE, force=force)


@pytest.mark.parametrize("fault", ["open", "write", "replace"])
def test_a_fault_on_the_way_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"old")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if fault == "write":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, fault, refuse)
    with pytest.raises(CannotWrite) as refused:
        write_whole(path, b"new")
    assert "no space left" in sentence(refused.value, "en")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.html"]


def test_a_damaged_package_is_somebodys_file_and_no_crash() -> None:
    parts = {"a.xml": (SEAL * 50).encode()}
    whole = packed(parts)
    assert is_ours(packed(sealed_parts(parts)))
    for cut in range(2, len(whole), 7):
        assert not is_ours(whole[:cut])
        assert not is_ours(whole[:cut] + b"\xff" + whole[cut + 1 :])


@pytest.mark.skipif(os.name == "nt", reason="links are not for everyone there")
def test_through_a_link_its_target_is_written_whole_and_the_link_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "bảng.html", tmp_path / "mới nhất.html"
    link.symlink_to(target)
    for content in (PAGE, sealed(OPEN + b" 2")):  # there is no target yet, then there is
        write_output(link, content)
        assert link.is_symlink() and target.read_bytes() == content
    target.write_bytes(b"mine")
    with pytest.raises(EditedOutput):
        write_output(link, PAGE)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([target.name, link.name])


@pytest.mark.skipif(os.name == "nt", reason="links are not for everyone there")
def test_a_link_that_leads_nowhere_is_one_clear_error(tmp_path: Path) -> None:
    link = tmp_path / "a.html"
    link.symlink_to(link)
    for force in (False, True):
        with pytest.raises(CannotWrite):
            write_output(link, PAGE, force=force)
    (tmp_path / "b.html").symlink_to(tmp_path / "không có" / "b.html")
    with pytest.raises(CannotWrite):
        write_output(tmp_path / "b.html", PAGE)


def test_what_killed_runs_left_is_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in (
        ".drafter-0123456789ab.tmp", ".drafter-ba9876543210.tmp", ".drafter-mine.tmp"
    ))  # fmt: skip
    for path in (old, new, other):
        path.write_bytes(b"")
    for path in (old, other):
        os.utime(path, (0, 0))
    write_output(tmp_path / "a.html", PAGE)
    assert not old.exists() and new.exists() and other.exists()


def test_a_foreign_file_of_any_size_is_never_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.truncate(3 * 2**30)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read whole"))
    with pytest.raises(EditedOutput):
        write_output(path, PAGE)
