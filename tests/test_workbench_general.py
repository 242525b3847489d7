"""General settings on a form: written beside what a person wrote, whole or not at all."""

import re
from datetime import date
from pathlib import Path

import pytest

from drafter.settings import read_settings
from tests.commands import part
from tests.workbench import desk, words_of

WRITTEN = """# của chúng tôi
deadline = 2021-03-31 # hạn trình
agencies = ["Sở Tư pháp", "Sở Y tế"] # hai sở

[lint] # như cũ
off = ["long-sentence"]
"""


def test_the_form_shows_and_writes_the_settings(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text(WRITTEN)
    someone = desk(tmp_path)
    page = someone.get("/files/settings")
    assert 'value="2021-03-31"' in page and "Sở Tư pháp" in page
    fields = {
        "seen": read_settings(tmp_path).sha256, "deadline": "2021-04-15", "approval": "1",
        "office-name": "Sở TTTT", "office-recipients": "Như trên\nLưu: VT", "office-date": "2021-03-05",
        "was": ["Sở Tư pháp", "Sở Y tế", ""], "name": ["Sở Tư pháp", "", "Sở Xây dựng"],
        "asked": ["", "", "2021-03-01"], "due": ["2021-03-15", "", ""],
    }  # fmt: skip
    assert someone.post("/files/settings", **fields) == 303
    found = read_settings(tmp_path)
    assert found.deadline == date(2021, 4, 15) and found.approval and found.office.name == "Sở TTTT"
    assert found.office.recipients == ("Như trên", "Lưu: VT") and found.lint.off == {"long-sentence"}
    assert [(each.name, each.due) for each in found.asked] == [
        ("Sở Tư pháp", date(2021, 3, 15)),
        ("Sở Xây dựng", None),
    ]
    text = (tmp_path / "drafter.toml").read_text()
    assert all(words in text for words in ("# của chúng tôi", "# hạn trình", "# hai sở", "# như cũ"))
    assert "Đã lưu" in words_of(someone.get("/files/settings", saved="1"))


def test_an_empty_workspace_gets_a_drafter_toml_of_its_own(tmp_path: Path) -> None:
    someone = desk(tmp_path)
    fields = {
        "was": [""],
        "name": ["Sở Y tế"],
        "asked": [""],
        "due": ["2021-03-15"],
        "deadline": "2021-03-31",
    }
    assert someone.post("/files/settings", seen="", **fields) == 303
    found = read_settings(tmp_path)
    assert (
        found.deadline == date(2021, 3, 31) and found.asked[0].due == date(2021, 3, 15) and not found.approval
    )


def test_a_form_that_is_stale_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text(WRITTEN)
    assert desk(tmp_path).post("/files/settings", seen="", deadline="2021-05-01") == 409
    assert (tmp_path / "drafter.toml").read_text() == WRITTEN


def test_a_form_that_is_stale_keeps_what_was_typed_beside_what_others_saved(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text(WRITTEN)
    someone = desk(tmp_path)
    names = ["Sở Tư pháp", "Sở Y tế", ""]
    fields = {
        "was": names, "name": [*names[:2], "Sở Xây dựng"], "asked": ["", "", "2021-03-01"],
        "due": ["2021-03-20", "", ""], "deadline": "2021-05-01", "office-name": "Sở TTTT", "seen": "",
    }  # fmt: skip
    (tmp_path / "drafter.toml").write_text(
        WRITTEN.replace('["Sở Tư pháp", "Sở Y tế"]', '["Sở Tư pháp", "Sở Nội vụ"]'), encoding="utf-8"
    )
    answer = someone.client.post("/files/settings", data={"csrf": someone.csrf, **fields})
    assert answer.status_code == 409
    told = words_of(answer.text)
    assert "Đang lưu: 31/3/2021" in told and "Cơ quan này đã được người khác bỏ khỏi danh sách" in told
    sent = {each: re.findall(rf'name="{each}"[^>]*?value="([^"]*)"', answer.text) for each in ("was", "due")}
    typed = re.findall(r'name="name" value="([^"]*)"', answer.text)
    assert typed == ["Sở Tư pháp", "Sở Y tế", "Sở Xây dựng", "Sở Nội vụ"]
    assert sent["was"][:4] == ["Sở Tư pháp", "", "", "Sở Nội vụ"] and sent["due"][0] == "2021-03-20"
    assert 'value="2021-05-01"' in answer.text and 'value="Sở TTTT"' in answer.text


def test_a_form_without_changes_leaves_the_file_to_the_letter(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text(WRITTEN)
    names = ["Sở Tư pháp", "Sở Y tế"]
    fields = {"was": names, "name": names, "asked": ["", ""], "due": ["", ""], "deadline": "2021-03-31"}
    assert desk(tmp_path).post("/files/settings", seen=read_settings(tmp_path).sha256, **fields) == 303
    assert (tmp_path / "drafter.toml").read_text() == WRITTEN


def test_a_list_of_agencies_is_pasted_at_once(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text(WRITTEN)
    someone = desk(tmp_path)
    fields = {
        "seen": read_settings(tmp_path).sha256,
        "was": ["Sở Tư pháp", "Sở Y tế", ""], "name": ["Sở Tư pháp", "Sở Y tế", ""],
        "asked": ["", "", ""], "due": ["", "", ""],
        "many": "Sở Nội vụ\r\n\r\n  Thanh tra   tỉnh \r\nsở y tế\r\nSở Nội vụ", "many-asked": "2021-03-01",
        "many-due": "2021-03-15",
    }  # fmt: skip
    assert someone.post("/files/settings", **fields) == 303
    added = (date(2021, 3, 1), date(2021, 3, 15))
    assert [(each.name, each.asked, each.due) for each in read_settings(tmp_path).asked] == [
        ("Sở Tư pháp", None, None),
        ("Sở Y tế", None, None),
        ("Sở Nội vụ", *added),
        ("Thanh tra tỉnh", *added),
    ]


@pytest.mark.slow
def test_who_sent_comments_is_filled_in_and_nobody_twice(tmp_path: Path) -> None:
    root = part(tmp_path)
    (root / "drafter.toml").write_text('agencies = ["Sở Tài chính"]\n')
    someone = desk(root)
    sent = {"csrf": someone.csrf, "seen": read_settings(root).sha256, "then": "heard"}
    page = someone.client.post("/files/settings", data={**sent, "deadline": "2021-03-31"}).text
    assert read_settings(root).deadline == date(2021, 3, 31)  # what was typed is not lost by it
    filled = re.search(r'<textarea id="many"[^>]*>([^<]*)</textarea>', page)
    names = filled[1].splitlines()
    assert "Sở Xây dựng" in names and "Sở Tài chính" not in names and len(set(names)) == len(names)
    assert 'rows="6" aria-describedby="many-how"></textarea>' in someone.get("/files/settings")
