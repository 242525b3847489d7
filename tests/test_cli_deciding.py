"""Wrong usage of the commands that decide is told in sentences that say what to type."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import part
from tests.test_decisions import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = part(tmp_path)
    run(made, "comments")
    return made


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["decide", "1"], "hãy thêm --accept"),
        (["decide", "1", "--undo", "--accept"], "--undo không đi cùng"),
        (["decide", "1", "--due", "20-3"], "ghi ngày như 2021-03-05 hoặc 5/3/2021"),
        (["decide", "1", "--due", "31/2/2021"], "ghi ngày như"),
        (["agencies", "--today", "hôm nay"], "ghi ngày như"),
        (["approve"], "hoặc chỉ --all"),
    ],
)
def test_wrong_usage_says_what_to_type(folder: Path, typed: list[str], told: str) -> None:
    done = run(folder, *typed)
    assert done.exit_code == 2 and told in done.stderr
    english = run(folder, "--lang", "en", *typed)
    assert english.exit_code == 2 and not set("ăâđêôơư") & set(english.stderr.replace("hôm nay", ""))


def test_a_missing_command_is_told_in_the_language_of_the_output(folder: Path) -> None:
    assert "Lỗi: Thiếu tên lệnh." in run(folder).stderr
    assert "Missing command" in run(folder, "--lang", "en").stderr


@pytest.mark.parametrize("typed", ["2021-03-20", "20/3/2021"])
def test_a_day_is_typed_as_offices_write_it_or_as_programs_do(folder: Path, typed: str) -> None:
    assert run(folder, "decide", "1", "--due", typed).exit_code == 0
    (line,) = json.loads(run(folder, "log", "1", "--json").stdout)["log"]
    assert line["after"]["due"] == "2021-03-20"


def test_approving_everything_tells_what_is_left_for_another_person(folder: Path) -> None:
    assert "Không có phương án xử lý nào chờ B" in run(folder, "approve", "--all", "--by", "B").stderr
    run(folder, "decide", "1", "3", "--note", "--by", "A")
    run(folder, "decide", "2", "--note", "--by", "B")
    first = run(folder, "approve", "--all", "--by", "A")
    assert "do chính A lập" in first.stderr and "ý kiến số 1, 3." in first.stderr
    assert "do chính" not in run(folder, "approve", "--all", "--by", "B").stderr
    assert json.loads(run(folder, "approve", "--all", "--by", "B", "--json").stdout)["decisions"] == []
