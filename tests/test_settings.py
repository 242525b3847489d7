"""drafter.toml: what may stand in it, and how it refuses what may not."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from drafter.errors import BadSettings
from drafter.model import Office
from drafter.settings import DraftSettings, Settings, read_settings
from drafter.wording.errors import sentence
from tests.commands import part, run

FULL = """
language = "en"
deadline = 2021-03-31
author = "Sở Thông tin và Truyền thông"
silence_is_agreement = true
agencies = ["Sở Tài chính", "Sở Nội vụ"]
[[drafts]]
path = "drafts\\\\lan 2.docx"
number = 2
date = 2021-03-01
label = "Sau cuộc họp"
[lint]
context = 0.3
"""


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    (folder / "drafter.toml").write_text(text, encoding=encoding)
    return folder


def test_a_workspace_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_every_key_of_the_contract_is_read_also_from_a_file_that_notepad_saved(
    tmp_path: Path, encoding: str
) -> None:
    settings = read_settings(written(tmp_path, FULL, encoding))
    assert settings.language == "en"
    assert settings.deadline == date(2021, 3, 31)
    assert settings.author == "Sở Thông tin và Truyền thông"
    assert settings.silence_is_agreement
    assert settings.agencies == ("Sở Tài chính", "Sở Nội vụ")
    assert settings.drafts == (DraftSettings("drafts/lan 2.docx", 2, date(2021, 3, 1), "Sau cuộc họp"),)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("languge = 'vi'", "languge"),
        ("language = 'fr'", "language"),
        ("deadline = 'tháng 3'", "deadline"),
        ("silence_is_agreement = 1", "silence_is_agreement"),
        ("agencies = 'Sở Tài chính'", "agencies"),
        ("[[drafts]]\nnumber = 2", "drafts"),
        ("[[drafts]]\npath = 'a'\nnumer = 2", "drafts"),
        ("language vi", "tại dòng 1, cột 10"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(BadSettings) as refused:
        read_settings(written(tmp_path, text))
    assert named in sentence(refused.value, "vi")
    assert "\n" not in sentence(refused.value, "vi")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "[[drafts]]\npath = 'a'\n[[drafts]]\npath = 'b'\nnumber = '2'",
            'khóa “number” mục [[drafts]] thứ 2 phải ghi số nguyên, ví dụ 2; hiện ghi "2". Hãy sửa lại.',
        ),
        ("[[drafts]]\npath = 'a'\nnumber = true", "number"),
        (
            "[office]\nname = 3",
            "“name” mục [office] phải ghi chữ trong dấu nháy",
        ),
        ("[office]\nboss = 'A'", "mục [office] không có khóa “boss”; các khóa dùng được: parent, name, "),
        ("[office]\ndate = '05/3/2021'", "“date” mục [office]"),
        ("[office]\nrecipients = 'A'", "“recipients” mục [office]"),
        ("[[drafts]]\npath = 'a'\n[[drafts]]\npath = './a'", "mục [[drafts]] thứ 2 khai lại tệp a"),
        ("deadline = '2021'", "phải ghi năm-tháng-ngày, không đặt trong dấu nháy, ví dụ 2021-03-31"),
        ("khoa_la = 1", "không có khóa “khoa_la”; các khóa dùng được: language, deadline, author"),
        ("[office]\nsighner = 'x'", "mục [office] không có khóa “sighner”; có lẽ là “signer”."),
        ("[[drafts]]\nnumber = 2", "mục [[drafts]] thứ 1 thiếu khóa “path”"),
        (
            "[[agencies]]\nname = 'A'\nasked = 2021-03-02\ndue = 2021-03-01",
            "2021-03-01 trước ngày",
        ),
        ("agencies = [\n'A',\n'B']\nlanguage = 'vi'\nagencies = []", "“agencies” ghi hai lần"),
        ("[office]\nname = 'A'\nname = 'B'", "“name” ghi hai lần"),
        ("author = '", "sai cú pháp TOML ở cuối tệp"),
        ("drafts = ['a']", "drafts"),
        ("drafts = 1", "drafts"),
        ("[lint]\nlong-sentence = 'x'", "“long-sentence” mục [lint]"),
        ("[lint]\noff = 'x'", "“off” mục [lint]"),
        ("lint = 3", "lint"),
        ("agencies = [1]", "agencies"),
        ("deadline = 2021-03-31T00:00:00", "deadline"),
        (f"author = {'[' * 5000}{']' * 5000}", "drafter.toml"),
        (f"agencies = '{'x' * 5000}'", "agencies"),
    ],
)
def test_the_entry_at_fault_is_named_in_a_line_that_can_be_read(
    tmp_path: Path, text: str, named: str
) -> None:
    with pytest.raises(BadSettings) as refused:
        read_settings(written(tmp_path, text))
    line = sentence(refused.value, "vi")
    assert named in line and len(line) < 400 + len(str(tmp_path))


def test_an_office_says_what_stands_above_and_below_its_table(tmp_path: Path) -> None:
    text = "[office]\nparent = 'Tỉnh ủy A'\nname = ' Văn phòng '\ndate = 2021-03-05\nrecipients = ['B', 'C']"
    assert read_settings(written(tmp_path, text)).office == Office(
        parent="Tỉnh ủy A", name="Văn phòng", date=date(2021, 3, 5), recipients=("B", "C")
    )


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
@pytest.mark.parametrize("command", ["comments", "outline"])
def test_settings_that_are_no_file_are_refused_and_never_waited_for(
    tmp_path: Path, make: Callable[[Path], None], command: str
) -> None:
    make(part(tmp_path) / "drafter.toml")
    result = run(tmp_path, command)
    assert result.exit_code == 3
    (line,) = result.stderr.strip().splitlines()
    assert "drafter.toml" in line


@pytest.mark.parametrize("command", ["comments", "link", "evidence", "outline", "targets --ledger"])
def test_broken_settings_are_blamed_and_no_draft_or_letter_is(tmp_path: Path, command: str) -> None:
    written(part(tmp_path), "language = 3")
    result = run(tmp_path, *command.split())
    assert result.exit_code == 3 and result.stdout == ""
    (line,) = result.stderr.strip().splitlines()
    assert "drafter.toml" in line and "language" in line


def test_a_declared_draft_that_is_not_there_is_told_and_the_others_are_used(tmp_path: Path) -> None:
    written(part(tmp_path), "[[drafts]]\npath = 'drafts/khong-co.docx'\nnumber = 9")
    result = run(tmp_path, "targets", "--json")
    assert result.exit_code == 3 and result.stdout.startswith("{")
    (line,) = result.stderr.strip().splitlines()
    assert "drafter.toml" in line and "drafts/khong-co.docx" in line


def test_a_draft_is_declared_whatever_unicode_form_its_name_has(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, "[[drafts]]\npath = './drafts/Dự thảo.docx'\nnumber = 2"))
    found = settings.of_draft(normalize("NFD", "drafts/Dự thảo.docx"))
    assert found is not None and found.number == 2
