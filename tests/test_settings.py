"""drafter.toml: what may stand in it, and how it refuses what may not."""

from datetime import date
from pathlib import Path

import pytest

from drafter.errors import BadSettings
from drafter.settings import DraftSettings, Settings, read_settings
from drafter.wording.errors import sentence

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
        ("language vi", "1:10"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(BadSettings) as refused:
        read_settings(written(tmp_path, text))
    assert named in sentence(refused.value, "vi")
    assert "\n" not in sentence(refused.value, "vi")
