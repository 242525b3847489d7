"""Wrong usage of the commands that decide is told in sentences that say what to type."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.wording.figures import listed_numbers
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


def test_an_answer_that_is_to_be_seen_at_a_place_that_no_draft_has_is_refused(folder: Path) -> None:
    refused = run(folder, "decide", "1", "--note", "--where", "Điều 99", "--by", "A")
    assert refused.exit_code == 3 and "Điều 99" in refused.stderr
    assert json.loads(run(folder, "log", "--json").stdout)["log"] == []
    assert run(folder, "decide", "1", "--note", "--where", "khoản 2 mục III", "--by", "A").exit_code == 0


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


def test_accepting_together_tells_who_got_no_answer(folder: Path) -> None:
    numbers = [str(each["no"]) for each in json.loads(run(folder, "comments", "--json").stdout)["comments"]]
    done = run(folder, "decide", *numbers, "--accept", "--json")
    made = json.loads(done.stdout)["decisions"]
    bare = [each["no"] for each in made if not each["decision"]["response"]]
    assert bare and len(bare) < len(made)
    assert f"ý kiến số {listed_numbers(bare)} ghi là tiếp thu nhưng chưa có câu trả lời" in done.stderr
    given = run(folder, "decide", *map(str, bare), "--accept", "--response", "Tiếp thu, đã sửa.")
    assert "chưa có câu trả lời" not in given.stderr
    assert "chưa có câu trả lời" in run(folder, "decide", str(bare[0]), "--response", "").stderr
    run(folder, "decide", str(bare[0]), "--response", "Tiếp thu, đã sửa.")
    like = run(folder, "decide", numbers[0], "--like", str(bare[0]))
    assert "chưa có câu trả lời" not in like.stderr


def test_what_stands_in_place_of_another_person_s_answer_is_told(folder: Path) -> None:
    run(folder, "decide", "1", "2", "--explain", "--response", "Giải trình: giữ như dự thảo.", "--by", "A")
    run(folder, "approve", "1", "--by", "C")
    own = run(folder, "decide", "2", "--note", "--by", "A")
    assert "nay thay" not in own.stderr
    told = run(folder, "decide", "1", "3", "--note", "--by", "B").stderr
    assert "ý kiến số 1 đã có phương án do A ghi" in told and "drafter decide 1 --undo" in told
    assert "Ý kiến số 1: phê duyệt trước đây không còn" in told
    assert "nay thay" not in run(folder, "decide", "1", "--assign", "D", "--by", "A").stderr


@pytest.mark.slow
def test_accepting_what_the_newest_draft_does_not_show_is_recorded_and_told(folder: Path) -> None:
    found = json.loads(run(folder, "evidence", "--json").stdout)["evidence"]
    numbers = {
        each["id"]: str(each["no"])
        for each in json.loads(run(folder, "comments", "--json").stdout)["comments"]
    }
    by = {
        verdict: [numbers[e["comment"]] for e in found if e["verdict"] == verdict]
        for verdict in ("not-yet", "partly", "addressed")
    }
    (undone, *_), (half, *_), (done, *_) = by["not-yet"], by["partly"], by["addressed"]
    told = run(folder, "decide", undone, half, done, "--accept").stderr
    assert f"ý kiến số {undone} ghi là tiếp thu, nhưng dự thảo lần 3: chưa thực hiện" in told
    assert f"ý kiến số {half} ghi là tiếp thu, nhưng dự thảo lần 3: thực hiện một phần" in told
    assert f"số {done} " not in told
    kept = json.loads(run(folder, "log", undone, "--json").stdout)["log"][-1]["after"]
    assert kept["disposition"] == "accepted" and kept["deed"] is None and not kept["response"]
    codes = json.loads(run(folder, "check", "--today", "2021-03-20", "--json").stdout)["findings"]
    missing = {one["comments"][0]["no"] for one in codes if one["code"] == "not-seen"}
    assert missing == {int(undone), int(half)}


def test_what_was_done_is_said_as_it_was(folder: Path) -> None:
    assert (
        "Đã ghi người được giao, hạn xử lý của 1 ý kiến"
        in run(folder, "decide", "1", "--assign", "A", "--due", "5/3/2021").stdout
    )
    assert "Đã ghi phương án xử lý của 1 ý kiến" in run(folder, "decide", "1", "--note", "--by", "A").stdout
    assert "Đã phê duyệt phương án xử lý của 1 ý kiến" in run(folder, "approve", "1", "--by", "B").stdout
    assert "Đã hoàn tác lần ghi gần nhất của 1 ý kiến" in run(folder, "decide", "1", "--undo").stdout


def test_what_is_refused_is_told_for_its_use_with_what_to_do(folder: Path) -> None:
    for typed, why in (
        (("approve", "1"), "chưa phê duyệt được"),
        (("decide", "2", "--like", "1"), "ý kiến khác chưa theo được"),
    ):
        told = run(folder, *typed).stderr
        assert told.startswith("Ý kiến số 1 chưa có phương án xử lý nên ") and why in told
        assert "drafter decide 1" in told
    told = run(folder, "decide", "1", "--pending").stderr
    assert told.startswith("Ý kiến số 1 để chờ xử lý") and "--response" in told and "--remark" in told
    told = run(folder, "decide", "1", "--undo").stderr
    assert "workspace.db" not in told and "drafter log 1" in told
