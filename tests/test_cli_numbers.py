"""The number by which a comment is decided stands wherever comments are listed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.commands import part
from tests.test_decisions import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return part(tmp_path)


def numbers(shown: str) -> set[int]:
    return {int(found) for found in re.findall(r"^│ +(\d+) +│", shown, re.M)}


@pytest.mark.slow
def test_links_and_evidence_show_the_numbers_that_comments_bear(folder: Path) -> None:
    run(folder, "comments")
    listed = json.loads(run(folder, "comments", "--json").stdout)["comments"]
    assert numbers(run(folder, "link").stdout) == {each["no"] for each in listed}
    answered = {each["comment"] for each in json.loads(run(folder, "evidence", "--json").stdout)["evidence"]}
    known = {each["no"] for each in listed if each["id"] in answered}
    assert numbers(run(folder, "evidence").stdout) == known


def test_nothing_stands_where_the_numbers_would_be_until_there_are_any(folder: Path) -> None:
    assert numbers(run(folder, "link").stdout) == set()
    assert not (folder / ".drafter" / "workspace.db").exists()


def test_show_has_the_reason_that_a_form_gives(folder: Path) -> None:
    (folder / "comments" / "so-xay-dung.csv").write_text(
        "STT,Đơn vị góp ý,Vị trí trong dự thảo lần 2,Nội dung góp ý,Lý do\n"
        "1,Sở Xây dựng,Điểm a khoản 3 mục III,Đề nghị bỏ điểm này.,Đã có quy định riêng.\n",
        "utf-8",
    )
    run(folder, "comments")
    listed = json.loads(run(folder, "comments", "--json").stdout)["comments"]
    (no,) = (each["no"] for each in listed if each["path"] == "so-xay-dung.csv")
    assert "Lý do: Đã có quy định riêng." in run(folder, "show", str(no)).stdout


@pytest.mark.slow
def test_a_clause_chosen_by_hand_is_cited_as_officials_do_wherever_it_is_shown(folder: Path) -> None:
    run(folder, "comments")
    told = run(folder, "decide", "1", "--clause", "điểm a khoản 3.1 mục II", "--by", "A").stdout
    shown = (told, run(folder, "show", "1").stdout, run(folder, "log").stdout, run(folder, "log", "1").stdout)
    for each in shown:
        last = (line.rstrip("│ ").rpartition("│")[2] for line in each.splitlines())
        assert "điểm a khoản 3.1 mục II" in " ".join(" ".join(last).split())
        assert "II.3.1.a" not in each
    (line,) = json.loads(run(folder, "log", "--json").stdout)["log"]
    assert line["after"]["clauses"] == ["II.3.1.a"]
