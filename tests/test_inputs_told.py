"""Nothing among the drafts and comments is passed over in silence or taken for what it is not."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from drafter.errors import IsAFolder
from drafter.intake import listing
from drafter.opc import packed
from drafter.settings import FILE_NAME
from drafter.wording.errors import sentence
from tests.commands import ROOT, part, run
from tests.inputs import open_package

POSIX = pytest.mark.skipif(os.name == "nt", reason="no pipes, modes or links for everyone here")
DRAFTS = sorted((ROOT / "drafts").glob("*.docx"))


def slow(*cases: object) -> list[Any]:
    """Cases of one kind with others, which are tried in the whole set."""
    return [pytest.param(case, marks=pytest.mark.slow) for case in cases]


def broken_link(path: Path) -> None:
    path.symlink_to(path.with_name("không-còn.docx"))


def loop(path: Path) -> None:
    path.symlink_to(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("folder", ["comments", *slow("drafts", "comments/lần 2")])
@pytest.mark.parametrize("make", [endless, *slow(broken_link, loop, os.mkfifo)])
def test_what_is_no_file_is_told_and_the_others_are_read(
    tmp_path: Path, folder: str, make: Callable[[Path], None]
) -> None:
    place = part(tmp_path) / folder
    place.mkdir(exist_ok=True)
    make(place / "lạ.docx")
    result = run(tmp_path, "table", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 3
    (line,) = result.stderr.replace(f"Đã ghi {tmp_path / 'a.html'}.", "").strip().splitlines()
    assert line.startswith(f"{folder}/lạ.docx: ")
    assert "Sở Nội vụ" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.few
@POSIX
@pytest.mark.parametrize("make", [broken_link, loop, endless, os.mkfifo])
def test_what_is_no_file_is_told_where_a_person_names_it(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(part(tmp_path) / "lạ.docx")
    for command in ("outline", "comments", "lint"):
        result = run(tmp_path, command, "lạ.docx")
        assert result.exit_code == 3
        assert len(result.stderr.strip().splitlines()) == 1 and "lạ.docx" in result.stderr


def test_a_folder_that_a_person_names_as_a_file_is_told_as_that(tmp_path: Path) -> None:
    (part(tmp_path) / "lạ.docx").mkdir()
    for command in ("outline", "comments"):
        told = run(tmp_path, command, "lạ.docx")
        assert (told.exit_code, told.stderr) == (3, f"{sentence(IsAFolder('lạ.docx'))}\n")


@POSIX
@pytest.mark.parametrize("make", [os.mkfifo, *slow(loop, endless, Path.mkdir)])
@pytest.mark.parametrize("command", ["comments", "outline", "lint", "table -o a.html", "schema diff"])
def test_settings_are_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    make(part(tmp_path) / FILE_NAME)
    result = run(tmp_path, *command.split())
    assert result.exit_code == (0 if command.startswith("schema") else 3)
    assert command.startswith("schema") or FILE_NAME in result.stderr


@pytest.mark.slow
@POSIX
@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() != 0, reason="only root can become somebody else here"
)
@pytest.mark.parametrize("mode", [0o000, *slow(0o600, 0o300)])
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, mode: int) -> None:
    inner = part(tmp_path) / "comments" / "mật"
    inner.mkdir()
    shutil.copy(ROOT / "comments" / "so-noi-vu.docx", inner / "b.docx")
    for path in (tmp_path, *tmp_path.parents):
        if path != Path("/") and "pytest" in path.as_posix():
            path.chmod(0o755)
    for path in tmp_path.rglob("*"):
        path.chmod(0o755)
    run(tmp_path, "comments", "--json")  # what is loaded late is: nobody else may read where Python lies
    shutil.rmtree(tmp_path / ".drafter", ignore_errors=True)
    inner.chmod(mode)
    os.seteuid(65534)
    try:
        result = run(tmp_path, "comments", "--json")
    finally:
        os.seteuid(0)
        inner.chmod(0o755)
    assert result.exit_code == 3
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith("comments/mật") and "không có quyền" in line
    assert "so-tu-phap.md" in result.stdout


@pytest.mark.slow
def test_a_folder_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (part(tmp_path) / "comments" / "mật").mkdir()
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "mật":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = run(tmp_path, "comments", "--json")
    assert result.exit_code == 3 and "so-noi-vu.docx" in result.stdout
    assert result.stderr.startswith("comments/mật: ")


@POSIX
def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("x")
    (tmp_path / "ngoài").mkdir()
    (tmp_path / "ngoài" / "2.txt").write_text("x")
    (tmp_path / "a" / "vòng").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "nối").symlink_to(tmp_path / "ngoài")
    found = [path.relative_to(tmp_path).as_posix() for path in listing(tmp_path / "a").files]
    assert found == ["a/1.txt", "a/nối/2.txt"]


# --- drafter's own outputs -------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", *slow("xlsx", "md", "csv", "html", "json")])
def test_a_table_is_no_letter(tmp_path: Path, suffix: str) -> None:
    """A table that lies among the comments is told, and what it holds is counted once."""
    part(tmp_path)
    before = run(tmp_path, "comments", "--json").stdout
    assert run(tmp_path, "table", "-o", str(tmp_path / "comments" / f"bảng.{suffix}")).exit_code == 0
    result = run(tmp_path, "comments", "--json")
    assert result.exit_code == 3
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith(f"comments/bảng.{suffix}: là tệp do drafter lập")
    assert result.stdout.count('"agency"') == before.count('"agency"')


@pytest.mark.slow
def test_a_table_is_no_draft(tmp_path: Path) -> None:
    run(part(tmp_path), "table", "-o", str(tmp_path / "drafts" / "bảng.docx"))
    result = run(tmp_path, "outline")
    assert result.exit_code == 3 and "tệp do drafter lập" in result.stderr and "NGHỊ QUYẾT" in result.stdout


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["comments", *slow("drafts")])
def test_a_redline_with_open_changes_is_neither_draft_nor_letter(tmp_path: Path, folder: str) -> None:
    part(tmp_path)
    run(tmp_path, "diff", "2", "3", "--docx", str(tmp_path / folder / "so-sánh.docx"))
    saved_by_word(tmp_path / folder / "so-sánh.docx")
    result = run(tmp_path, "table", "-o", str(tmp_path / "a.html"))
    assert result.exit_code == 3
    assert [line for line in result.stderr.splitlines() if line.startswith(f"{folder}/so-sánh.docx: ")]
    named = run(tmp_path, "outline", str(tmp_path / folder / "so-sánh.docx"))
    assert named.exit_code == 0  # a person who names it wants to see it


@pytest.mark.slow
def test_a_redline_whose_changes_were_all_accepted_is_a_draft(tmp_path: Path) -> None:
    target = part(tmp_path) / "drafts" / "Dự thảo lần 4.docx"
    run(tmp_path, "diff", "3", "3", "--docx", str(target))
    result = run(tmp_path, "outline", "--json")
    assert "do drafter lập" not in result.stderr


def saved_by_word(path: Path) -> None:
    """As Word saves: other bytes, the custom part under a name of its own."""
    package = open_package(path)
    parts = {name.replace("drafter", "item7"): package.read(name) for name in package.in_order}
    parts = {name: data.replace(b"customXml/drafter", b"customXml/item7") for name, data in parts.items()}
    parts = {name: data.replace(b"drafter.xml", b"item7.xml") for name, data in parts.items()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body ><w:p/>", 1)
    path.write_bytes(packed(parts))


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", *slow("docx")])
def test_a_table_saved_again_without_its_record_is_known_by_its_rows(tmp_path: Path, suffix: str) -> None:
    path = part(tmp_path) / "comments" / f"bảng.{suffix}"
    run(tmp_path, "table", "-o", str(path))
    package = open_package(path)
    kept = {name: package.read(name) for name in package.in_order if not name.startswith("customXml/")}
    path.write_bytes(packed(kept))
    result = run(tmp_path, "comments", "--json")
    assert f"comments/bảng.{suffix}: là tệp do drafter lập" in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-16", *slow("utf-8", "cp1258")])
def test_a_table_saved_again_in_another_encoding_is_known(tmp_path: Path, encoding: str) -> None:
    path = part(tmp_path) / "comments" / "bảng.csv"
    run(tmp_path, "table", "-o", str(path))
    text = path.read_text(encoding="utf-8-sig").replace(",", ";")
    path.write_bytes(text.encode(encoding, errors="ignore"))
    assert "comments/bảng.csv: là tệp do drafter lập" in run(tmp_path, "comments", "--json").stderr


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_a_table_that_libreoffice_saved_again_is_known(tmp_path: Path, suffix: str) -> None:
    made = part(tmp_path) / f"bảng.{suffix}"
    run(tmp_path, "table", "-o", str(made))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless", "--convert-to",
         suffix, "--outdir", str(tmp_path / "comments"), str(made)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert f"comments/bảng.{suffix}: là tệp do drafter lập" in run(tmp_path, "comments", "--json").stderr


@pytest.mark.slow
def test_a_file_is_found_by_its_name_in_either_unicode_form(tmp_path: Path) -> None:
    part(tmp_path)
    for there, typed in (("NFD", "NFC"), ("NFC", "NFD")):
        name = f"Góp ý {there}"
        shutil.copy(ROOT / "comments" / "so-noi-vu.docx", tmp_path / f"{normalize(there, name)}.docx")
        assert run(tmp_path, "comments", f"{normalize(typed, name)}.docx").exit_code == 0
        assert run(tmp_path, "outline", f"{normalize(typed, name)}.docx").exit_code == 0


def test_a_letter_under_the_suffix_of_another_program_is_read_and_that_is_told(tmp_path: Path) -> None:
    letters = tmp_path / "comments"
    letters.mkdir()
    shutil.copy(ROOT / "comments/so-tai-chinh.docx", letters / "a.xlsx")
    shutil.copy(ROOT / "comments/so-giao-duc-va-dao-tao.xlsx", letters / "b.docx")
    (letters / "c.docx").write_bytes((ROOT / "comments/so-noi-vu.docx").read_bytes()[:3000])
    result = run(tmp_path, "comments")
    told = sorted(line for line in result.stderr.splitlines() if line.startswith("comments/"))
    assert result.exit_code == 3 and len(told) == 1
    assert "hỏng hoặc tải chưa đủ" in told[0] and "zip" not in told[0]
    shown = " ".join(result.stdout.split())
    assert "a.xlsx: đuôi tệp không đúng với nội dung; đã đọc theo nội dung, là Word .docx." in shown
    assert "b.docx: đuôi tệp không đúng với nội dung; đã đọc theo nội dung, là Excel .xlsx." in shown


def test_a_workspace_that_is_no_folder_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "nope", "comments")
    assert result.exit_code == 3 and "nope: không có thư mục này." in result.stderr
