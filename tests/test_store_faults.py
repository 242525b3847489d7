"""A database that cannot be used is one clear line and exit 3; nothing is lost or left half-written."""

import atexit
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli import app
from drafter.store import opening, waiting
from drafter.workspace import Stages
from tests.commands import ROOT, part
from tests.disks import fill, read_only, small_disk
from tests.languages import vietnamese

pytestmark = pytest.mark.slow  # whole files or processes of their own

POSIX = pytest.mark.skipif(os.name == "nt", reason="no such limits there")
STAGES = Stages()
WRITING = ("decide", "import-decisions")
READING = ("comments", "log", "table")


@cache
def arguments(name: str) -> tuple[str, ...]:
    return {
        "decide": ("decide", "2", "--accept", "--response", "Tiếp thu.", "--by", "B"),
        "comments": ("comments",),
        "log": ("log",),
        "table": ("table", "-o", "OUT"),
        "import-decisions": ("import-decisions", "RECORDS", "--by", "B"),
    }[name]


def told(root: Path, name: str, out: Path | None = None) -> Result:
    """What a command says of the workspace `root`, and how it ends."""
    places = {"OUT": str((out or root) / "bảng.docx"), "RECORDS": str(made().parent / "quyết định.jsonl")}
    given = [places.get(each, each) for each in arguments(name)]
    return CliRunner().invoke(app, ["-C", str(root), *given], obj=STAGES)


def refused(done: Result, *words: str) -> None:
    """One line, exit 3, in Vietnamese, with `words`."""
    assert done.exit_code == 3, done.output
    (line,) = done.stderr.strip().splitlines()
    assert vietnamese(line) and "Hãy" in line
    for word in words:
        assert word in line


@cache
def made() -> Path:
    """A workspace in which comment 1 is decided, beside it the decisions of one in which 3 is."""
    folder = Path(tempfile.mkdtemp(prefix="drafter-faults-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    root = folder / "w"
    root.mkdir()
    part(root)
    other = shutil.copytree(root, folder / "khác")
    for place, number in ((root, "1"), (other, "3")):
        done = CliRunner().invoke(
            app, ["-C", str(place), "decide", number, "--accept", "--by", "A"], obj=STAGES
        )
        assert done.exit_code == 0, done.output
    done = CliRunner().invoke(
        app, ["-C", str(other), "export-decisions", "-o", str(folder / "quyết định.jsonl")]
    )
    assert done.exit_code == 0, done.output
    shutil.rmtree(other)
    connection = sqlite3.connect(database(root))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    beside = shutil.ignore_patterns("*-wal", "*-shm")  # of commands that ran in this process
    return shutil.copytree(made(), tmp_path / "w", ignore=beside)


def database(root: Path) -> Path:
    return root / ".drafter" / "workspace.db"


def everything(folder: Path) -> dict[str, str]:
    """Every file below a folder by its hash; what SQLite lays beside a database while it reads is none."""
    found = (
        path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    )
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def decided(root: Path) -> set[int]:
    """The numbers of the comments that are decided, as the database itself says."""
    connection = sqlite3.connect(database(root))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        asked = "SELECT no FROM comments JOIN decisions USING (key)"
        return {no for (no,) in connection.execute(asked)}
    finally:
        connection.close()


# --- what stands there is no database --------------------------------------------------------------


@pytest.mark.parametrize("name", WRITING)
def test_a_file_where_the_folder_belongs_is_told(root: Path, name: str) -> None:
    shutil.rmtree(root / ".drafter")
    (root / ".drafter").write_text("của ai đó", encoding="utf-8")
    before = everything(root)
    refused(told(root, name), ".drafter:", "không phải thư mục")
    assert everything(root) == before


@pytest.mark.parametrize("name", READING)
def test_what_only_reads_works_where_a_file_is_in_the_way(root: Path, name: str) -> None:
    shutil.rmtree(root / ".drafter")
    (root / ".drafter").write_text("của ai đó", encoding="utf-8")
    assert told(root, name).exit_code == 0


@pytest.mark.parametrize("name", WRITING + READING)
def test_a_folder_where_the_database_belongs_is_told(root: Path, name: str) -> None:
    database(root).unlink()
    database(root).mkdir()
    before = everything(root)
    refused(told(root, name), "workspace.db:", "thư mục")
    assert everything(root) == before


def newer(path: Path) -> None:
    _change(path, "UPDATE alembic_version SET version_num = '9999'")


def foreign(path: Path) -> None:
    path.unlink()
    _change(path, "CREATE TABLE của_ai_đó (a)")


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(9000)


def overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)


def misnamed(path: Path) -> None:
    """A name in the list of tables is no UTF-8, and so is what SQLite says of it."""
    data = path.read_bytes()
    at = data.index(b"CREATE TABLE comments") + 8
    path.write_bytes(data[:at] + b"\xd2" + data[at + 1 :])


def no_json(path: Path) -> None:
    _change(path, "UPDATE decisions SET content = '{'", "UPDATE history SET after = '{'")


def a_later_way(path: Path) -> None:
    _change(
        path, "UPDATE acts SET via = 'telepathy'", 'UPDATE decisions SET content = \'{"disposition": "?"}\''
    )


def its_log_alone(path: Path) -> None:
    path.unlink()
    path.with_name("workspace.db-wal").write_bytes(b"\x37\x7f\x06\x82" * 1024)


def _change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


BREAKING = [newer, foreign, cut, overwritten, misnamed, no_json, a_later_way, its_log_alone]


@pytest.mark.parametrize("breaking", BREAKING)
def test_a_newer_or_damaged_database_is_told_and_left_as_it_is(
    root: Path, breaking: Callable[[Path], None]
) -> None:
    breaking(database(root))
    before = everything(root)
    words = ("mới hơn", "9999") if breaking is newer else ("sao lưu",)
    for name in ("decide", "log", "table", "import-decisions"):
        if (name, breaking) == ("log", its_log_alone):  # it makes no database
            continue
        refused(told(root, name), "workspace.db:", *words)
    assert everything(root) == before


# --- a database that cannot be written --------------------------------------------------------------


@pytest.mark.parametrize("name", WRITING)
def test_a_disk_only_for_reading_is_told(root: Path, name: str) -> None:
    before = everything(root)
    with read_only(root):
        refused(told(root, name), "workspace.db:", "chỉ cho đọc")
    assert everything(root) == before and decided(root) == {1}


@pytest.mark.parametrize("name", READING)
def test_decisions_on_a_disk_only_for_reading_are_read(root: Path, tmp_path: Path, name: str) -> None:
    with read_only(root):
        assert told(root, name, tmp_path).exit_code == 0


@POSIX
@pytest.mark.parametrize(("folder", "file"), [(0o555, 0o444), (0o555, 0o644), (0o755, 0o444), (0o755, 0)])
def test_a_database_of_somebody_else_is_told(root: Path, folder: int, file: int) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    before = everything(root)
    database(root).chmod(file)
    (root / ".drafter").chmod(folder)
    refused(told(root, "decide"), "workspace.db:", "không có quyền truy cập")
    assert told(root, "log").exit_code == (0 if file else 3)
    (root / ".drafter").chmod(0o755)
    database(root).chmod(0o644)
    assert everything(root) == before and decided(root) == {1}


def test_a_save_that_has_not_come_out_of_the_log_is_read_on_a_disk_only_for_reading(root: Path) -> None:
    holding = sqlite3.connect(database(root))  # as long as it is open, the log is not put into the database
    holding.execute("SELECT * FROM comments").fetchall()
    assert told(root, "decide").exit_code == 0
    copied = shutil.copytree(root, root.with_name("bản sao"))
    holding.close()
    assert copied.joinpath(".drafter", "workspace.db-wal").stat().st_size
    copied.joinpath(".drafter", "workspace.db-shm").unlink()  # as copied by hand
    with read_only(copied):
        done = told(copied, "log")
        assert done.exit_code == 0, done.output
        assert "B" in done.output


@pytest.mark.parametrize("name", ["decide", "import-decisions", "table"])
def test_a_full_disk_is_told_and_nothing_is_lost(root: Path, tmp_path: Path, name: str) -> None:
    with small_disk(tmp_path / "nhỏ", "8m") as disk:
        shutil.copytree(root, disk, dirs_exist_ok=True)
        filler = fill(disk)
        before = everything(disk)
        refused(told(disk, name), "ổ đĩa đã đầy")
        assert everything(disk) == before
        filler.unlink()
        assert decided(disk) == {1}
        assert told(disk, name).exit_code == 0


@pytest.mark.parametrize("name", ["comments", "log", "table"])
def test_decisions_on_a_full_disk_are_read(root: Path, tmp_path: Path, name: str) -> None:
    with small_disk(tmp_path / "nhỏ", "8m") as disk:
        shutil.copytree(root, disk, dirs_exist_ok=True)
        fill(disk)
        done = told(disk, name, tmp_path)
        if name == "table":  # it is on another disk, but that it went out cannot be kept
            assert done.exit_code == 3 and (tmp_path / "bảng.docx").exists()
            fault, wrote = done.stderr.strip().splitlines()
            assert "workspace.db:" in fault and "ổ đĩa đã đầy" in fault and "bảng.docx" in wrote
        else:
            assert done.exit_code == 0, done.output


@pytest.mark.parametrize("room", range(0, 160, 16))
def test_a_disk_that_fills_up_on_the_way_loses_nothing(root: Path, tmp_path: Path, room: int) -> None:
    """`room`: kilobytes that are left at the start; somewhere between, a save begins that cannot end."""
    with small_disk(tmp_path / "nhỏ", "8m") as disk:
        shutil.copytree(root, disk, dirs_exist_ok=True)
        with fill(disk).open("r+b") as file:
            file.truncate(max(0, file.seek(0, 2) - room * 1024))
        done = told(disk, "decide")
        if done.exit_code:
            refused(done, "workspace.db:", "ổ đĩa đã đầy")
        (disk / "đầy").unlink()
        assert decided(disk) == ({1} if done.exit_code else {1, 2})


@POSIX
@pytest.mark.parametrize("size", [0, 4096, 16_000])
def test_a_limit_of_the_account_on_files_is_told_and_nothing_is_lost(root: Path, size: int) -> None:
    import resource

    done = subprocess.run(
        [sys.executable, "-m", "drafter", "-C", str(root), *arguments("decide")], cwd=ROOT, text=True,
        capture_output=True, check=False, timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert "workspace.db:" in line
    assert decided(root) == {1}


# --- another program holds it -----------------------------------------------------------------------


@pytest.mark.parametrize("name", WRITING)
def test_a_database_that_another_program_writes_is_told(
    root: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.1)
    other = sqlite3.connect(database(root), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    refused(told(root, name), "workspace.db:", "chương trình khác")
    assert told(root, "log").exit_code == 0  # reading is never in the way of writing
    assert told(root, "comments").exit_code == 0
    other.close()
    assert decided(root) == {1}
    assert told(root, name).exit_code == 0


def test_a_database_that_another_program_keeps_for_itself_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.1)
    other = sqlite3.connect(database(root), isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    for name in WRITING + READING:
        refused(told(root, name), "workspace.db:", "chương trình khác")
    assert not (root / "bảng.docx").exists()
    other.close()
    assert decided(root) == {1}


_HOLDS = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_who_waits_for_a_database_is_told_so_and_for_which_program(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.6)
    monkeypatch.setattr(waiting, "PATIENCE", 0.1)
    other = subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(database(root))], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout is not None and other.stdout.readline() == b"held\n"
    done = told(root, "decide")
    assert done.exit_code == 3
    waits, fault = done.stderr.strip().splitlines()
    assert "Đang chờ" in waits and "workspace.db" in waits and "chương trình khác" in fault
    if sys.platform.startswith("linux"):
        assert f"({other.pid})" in waits
    other.communicate()
    assert told(root, "decide").stderr == ""  # who need not wait is not told so


# --- every command, whatever is wrong ------------------------------------------------------------------


EVERY = {
    "link": ("link",),
    "evidence": ("evidence",),
    "form": ("form", "-o", "OUT/mẫu.docx"),
    "agencies": ("agencies",),
    "remind": ("remind", "-o", "OUT/nhắc"),
    "reply": ("reply", "-o", "OUT/trả lời"),
    "import": ("import", "EDITED", "--by", "B"),
    "undo": ("decide", "1", "--undo", "--by", "A"),
    "approve": ("approve", "1", "--by", "B"),
    "show": ("show", "1"),
    "snapshots": ("log", "--snapshots"),
    "restore-view": ("snapshot", "restore-view", "1"),
    "export-decisions": ("export-decisions", "-o", "OUT/bản sao.jsonl"),
    "check": ("check", "--today", "2021-03-01"),
}


def sound(_: Path) -> None:
    """Nothing is wrong."""


def held(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    _HOLDING.append(other)


_HOLDING: list[sqlite3.Connection] = []


@cache
def edited() -> Path:
    """A table of the workspace in which an answer was edited."""
    from openpyxl import load_workbook

    path = made().parent / "bảng đã sửa.xlsx"
    root = shutil.copytree(made(), made().parent / "bảng", ignore=shutil.ignore_patterns("*-wal", "*-shm"))
    done = CliRunner().invoke(app, ["-C", str(root), "table", "-o", str(path)], obj=STAGES)
    assert done.exit_code == 0, done.output
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=2, max_col=5):
        if (row[1].value or "").endswith("Ý kiến số 9"):
            row[3].value, row[4].value = "Tiếp thu, đã sửa.", "Tiếp thu"
    book.save(path)
    return path


@pytest.mark.parametrize("breaking", [sound, newer, overwritten, no_json, held, fill])
@pytest.mark.parametrize("name", EVERY)
def test_no_command_ends_otherwise_than_with_a_line(
    root: Path, tmp_path: Path, name: str, breaking: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.1)
    given = [each.replace("OUT", str(tmp_path)).replace("EDITED", str(edited())) for each in EVERY[name]]
    with small_disk(tmp_path / "nhỏ", "8m") if breaking is fill else nullcontext(root) as place:
        if place != root:
            shutil.copytree(root, place, dirs_exist_ok=True)
        breaking(place if breaking is fill else database(place))
        done = CliRunner().invoke(app, ["-C", str(place), *given], obj=STAGES)
        while _HOLDING:
            _HOLDING.pop().close()
    assert done.exit_code in (0, 1, 2, 3) and not isinstance(done.exception, OSError), done.output
    if breaking is sound:
        assert done.exit_code in (0, 1) or name in ("approve", "restore-view"), done.output
    if done.exit_code == 3:
        assert sum("workspace.db: " in line for line in done.stderr.splitlines()) == 1, done.stderr
    if breaking in (newer, held):
        assert done.exit_code == 3, done.output
