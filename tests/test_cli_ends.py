"""However a run ends, it ends with one line and the exit code of its kind: never with a traceback."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.cli import app
from drafter.opc import packed
from tests.commands import ROOT, part, run
from tests.docx_builder import docx, p
from tests.inputs import open_package, read_comment_file

POSIX = pytest.mark.skipif(os.name == "nt", reason="no such devices or signals here")


def command(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """A run as a process of its own, through the shell for what only a shell can do to its streams."""
    line = f'{before} "{sys.executable}" -m drafter {" ".join(arguments)}'
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60, check=False,
    )  # fmt: skip


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    (line,) = done.stderr.strip().splitlines()
    return line


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
@pytest.mark.parametrize(
    "options",
    [
        "outline",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("outline --json", "lint --format sarif")),
    ],
)
def test_an_output_that_takes_nothing_is_told(tmp_path: Path, options: str) -> None:
    done = command("-C", str(part(tmp_path)), options, "> /dev/full")
    assert done.returncode == 3
    assert "ổ đĩa đã đầy" in one_line(done)


@POSIX
@pytest.mark.slow
def test_a_closed_output_is_told_where_something_was_to_be_written_there(tmp_path: Path) -> None:
    part(tmp_path)
    done = command("-C", str(tmp_path), "outline >&-")
    assert done.returncode == 3 and "stdout" in one_line(done)
    done = command("-q", "-C", str(tmp_path), "table", "-o", str(tmp_path / "a.html"), ">&- 2>&- <&-")
    assert done.returncode == 0 and (tmp_path / "a.html").stat().st_size


@pytest.mark.slow
@POSIX
def test_a_working_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "a"
    gone.mkdir()
    done = command("comments", before=f"cd {gone} && rmdir {gone} &&")
    assert done.returncode == 3
    one_line(done)


@pytest.mark.slow
@POSIX
def test_ctrl_c_is_no_finding(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "drafts", tmp_path / "drafts")
    process = subprocess.Popen(
        [sys.executable, "-c", _WAITING, "-C", str(tmp_path), "outline"], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert len(said.strip().splitlines()) == 1


# What is started in the background of a shell may have SIGINT ignored.
_WAITING = """
import signal, time, drafter.jobs.drafts as drafts
signal.signal(signal.SIGINT, signal.default_int_handler)
from drafter.cli import main
def outline(*_):
    print("ready", flush=True)
    time.sleep(30)
drafts.outline = outline
main()
"""


def test_an_argument_longer_than_any_name_is_one_line(tmp_path: Path) -> None:
    for arguments in (["outline", "a" * 300], ["comments", "a" * 300], ["diff", "a" * 300, "b" * 5000]):
        result = run(part(tmp_path) if not (tmp_path / "drafts").exists() else tmp_path, *arguments)
        assert result.exit_code == 3
        assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.slow
def test_an_author_may_be_typed_with_signs_that_no_file_can_hold(tmp_path: Path) -> None:
    old, new = (str(path) for path in sorted((part(tmp_path) / "drafts").iterdir()))
    for author in ("Sở\x00\x07 Nội vụ\ufffe", "\x01", "a\udcff"):
        target = tmp_path / "ra.docx"
        result = run(tmp_path, "diff", old, new, "--docx", str(target), "--author", author, "--force")
        assert result.exit_code == 0, result.output
        result = run(tmp_path, "merge", old, new, "--docx", str(target), "--author", author, "--force")
        assert result.exit_code == 0, result.output


def test_a_defect_is_one_line_and_the_other_files_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.opc import FileFormat
    from drafter.readers.comments import READERS

    def broken(_: object) -> None:
        raise KeyError("what nobody foresaw")

    monkeypatch.setitem(READERS, FileFormat.CSV, broken)  # type: ignore[arg-type]
    result = run(part(tmp_path), "comments", "--json")
    assert result.exit_code == 4
    (line,) = result.stderr.strip().splitlines()
    assert "so-xay-dung.csv" in line and "KeyError" in line
    assert "so-noi-vu.docx" in result.stdout


def test_a_defect_of_a_whole_command_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError

    monkeypatch.setattr("drafter.jobs.drafts.outline", broken)
    result = run(part(tmp_path), "outline")
    assert result.exit_code == 4
    assert "IndexError" in result.stderr and len(result.stderr.strip().splitlines()) == 1
    assert app is not None


def workbook(path: Path, **changed: bytes) -> Path:
    book = Workbook()
    for row in (["STT", "Cơ quan", "Nội dung góp ý"], [1, "Sở Nội vụ", "Đề nghị bổ sung căn cứ pháp lý."]):
        book.active.append(row)
    book.save(path)
    package = open_package(path)
    parts = {name: package.read(name) for name in package.in_order}
    path.write_bytes(
        packed({name: changed.get(name.rpartition("/")[2], data) for name, data in parts.items()})
    )
    return path


@pytest.mark.parametrize("name", ["workbook.xml", "sheet1.xml", "styles.xml"])
@pytest.mark.parametrize(
    "content",
    [
        b"<a",
        *(
            pytest.param(content, marks=pytest.mark.slow)
            for content in (b"", b"<a/>", b"\xff\xfe", b"<?xml version='1.0'?><x y='1'>&z;</x>")
        ),
    ],
)
def test_a_damaged_workbook_is_one_line_with_its_remedy(tmp_path: Path, name: str, content: bytes) -> None:
    (part(tmp_path) / "comments" / "hong.xlsx").touch()
    workbook(tmp_path / "comments" / "hong.xlsx", **{name: content})
    result = run(tmp_path, "table", "-o", str(tmp_path / "a.html"))
    assert (tmp_path / "a.html").exists()
    if result.exit_code:  # what is left may still be a workbook
        assert result.exit_code == 3
        (line,) = [line for line in result.stderr.splitlines() if "hong.xlsx" in line]
        assert "class" not in line


@pytest.mark.parametrize("name", ["core.xml", "app.xml"])
def test_damaged_properties_keep_no_letter_from_being_read(tmp_path: Path, name: str) -> None:
    read_comment_file(workbook(tmp_path / "a.xlsx", **{name: b"<a"}), root=tmp_path)
    letter = docx(tmp_path / "a.docx", p("Sở Nội vụ đề nghị bổ sung căn cứ."))
    package = open_package(letter)
    parts = {part: package.read(part) for part in package.in_order} | {f"docProps/{name}": b"<a"}
    letter.write_bytes(packed(parts))
    assert read_comment_file(letter, root=tmp_path).issuer is None


@pytest.mark.slow
def test_a_paragraph_of_more_than_a_million_characters_is_read(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    words = "".join(f"xã {i * i * i % 99991:x} và thôn {i:x}, " for i in range(50_000))
    assert len(words) > 1_000_000
    docx(tmp_path / "drafts" / "1.docx", p(f"Điều 1. {words}"))
    result = run(tmp_path, "targets", "--json")
    assert result.exit_code == 0, result.stderr
