"""Windows, as far as it can be seen from elsewhere: no call it lacks, its names, consoles, open files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.errors import CannotRead, CannotWrite, Cause, cause
from drafter.intake import read_source
from drafter.record import write_whole
from drafter.record.files import is_device
from tests.commands import ROOT, part, run

# What Python has on POSIX alone (docs.python.org, "Availability: Unix").
# numpy asks `os.uname` where `sys.platform` is linux.
MODULES = ("fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")
CALLS = {
    "os": "fork forkpty getuid geteuid getgid setsid setuid killpg getpgid statvfs mkfifo mknod chown lchown "
    "fchown nice wait3 wait4 sysconf confstr getloadavg O_NOFOLLOW O_DIRECTORY O_CLOEXEC O_NONBLOCK",
    "signal": "SIGALRM SIGKILL SIGHUP SIGQUIT SIGUSR1 SIGCHLD setitimer alarm pause pthread_kill sigwait",
    "time": "tzset clock_gettime pthread_getcpuclockid",
    "errno": "EDQUOT ETXTBSY",
}
WITHOUT = """
import importlib, os, pkgutil, signal, sys, time, errno
# These ask which system this is when they load.
import asyncio, mcp, multiprocessing, socket, subprocess, tempfile
for name in {modules!r}:
    sys.modules[name] = None
for module, names in {calls!r}.items():
    for name in names.split():
        if hasattr(sys.modules[module], name):
            delattr(sys.modules[module], name)
import drafter
for found in pkgutil.walk_packages(drafter.__path__, "drafter."):
    if not found.name.endswith(("__main__", "migrations.env")):
        importlib.import_module(found.name)
from drafter.cli import app
for arguments in {commands!r}:
    try:
        app.main(["-C", {root!r}, "-q", *arguments], standalone_mode=False)
    except SystemExit as ended:
        assert not ended.code, arguments
print("done")
"""


def commands(folder: Path) -> list[list[str]]:
    """The main job: from drafts and letters to the table, the redline and the replies."""
    old, new = sorted((folder / "drafts").iterdir())
    return [
        ["outline", "--json"],
        ["comments"],
        ["link"],
        ["table", "-o", str(folder / "bảng.docx")],
        ["diff", str(old), str(new), "--docx", str(folder / "so sánh.docx")],
        ["decide", "1", "--note", "--response", "Ghi nhận.", "--by", "Phòng Tổng hợp"],
        ["reply", "-o", str(folder / "trả lời")],
    ]


@pytest.mark.slow
def test_the_whole_package_and_the_main_job_need_nothing_that_windows_lacks(tmp_path: Path) -> None:
    part(tmp_path)
    script = WITHOUT.format(modules=MODULES, calls=CALLS, commands=commands(tmp_path), root=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.endswith("done\n")
    assert (tmp_path / "bảng.docx").is_file() and (tmp_path / "so sánh.docx").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1258", "cp437", "ascii"])
def test_a_console_that_cannot_print_vietnamese_ends_no_command(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "drafts").mkdir()
    shutil.copy(ROOT / "tests/data/redline/docs/WC001-Digits.docx", tmp_path / "drafts" / "Dự thảo.docx")
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "-C", str(tmp_path), "outline"],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", ["CON", "con.docx", "nul.xlsx", "LPT1.txt", "com¹.md", "aux .docx"])
def test_names_of_devices_are_known(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["Công an.docx", "contract.docx", "com.docx", "null.docx", "lpt10.docx"])
def test_other_names_are_no_devices(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize(
    ("winerror", "found"),
    [(32, Cause.IN_USE), (33, Cause.IN_USE), (206, Cause.NAME_TOO_LONG), (5, Cause.NO_PERMISSION)],
)
def test_what_windows_refuses_is_told_in_our_words(winerror: int, found: Cause) -> None:
    error = PermissionError(13, "Permission denied")
    error.winerror = winerror  # type: ignore[attr-defined]
    assert cause(error) == found


@pytest.mark.parametrize("owner", ["~$Dự thảo.docx", "~$ thảo.docx", ".~lock.Dự thảo.docx#"])
def test_a_file_that_word_has_open_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: str
) -> None:
    path = tmp_path / "Dự thảo.docx"
    path.write_bytes(b"PK")
    (tmp_path / owner).touch()

    def locked(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(CannotRead) as caught:
        read_source(path)
    assert caught.value.facts["reason"] == Cause.IN_USE
    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(CannotWrite) as refused:
        write_whole(path, b"x")
    assert refused.value.facts["reason"] == Cause.IN_USE
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".tmp"] == []


@pytest.mark.slow
def test_owner_files_of_word_are_no_drafts_and_no_letters(tmp_path: Path) -> None:
    part(tmp_path)
    (tmp_path / "comments" / "~$-noi-vu.docx").write_bytes(b"\x0fnobody" + bytes(100))
    (tmp_path / "drafts" / "~$ quyết.docx").write_bytes(b"\x0fnobody" + bytes(100))
    assert run(tmp_path, "comments").exit_code == 0
    assert run(tmp_path, "outline").exit_code == 0
