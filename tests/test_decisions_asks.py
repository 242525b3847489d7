"""What a comment asks for, as a person corrects it: evidence, table and what is watched follow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.analyses.comments.corrected import asked_in
from drafter.model import Op
from tests.commands import part
from tests.test_decisions import log, rows, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return part(tmp_path)


def comment(folder: Path, no: int) -> dict[str, object]:
    found = json.loads(run(folder, "comments", "--json").stdout)["comments"]
    made: dict[str, object] = next(each for each in found if each["no"] == no)
    return made


def verdicts(folder: Path, id: object) -> list[str]:
    found = json.loads(run(folder, "evidence", "--json").stdout)["evidence"]
    return [each["verdict"] for each in found if each["comment"] == id]


@pytest.mark.parametrize(
    ("text", "op", "old", "new"),
    [
        ("thay “A” bằng “B”", Op.REPLACE, "A", "B"),
        ('Sửa "a b" thành "c d"', Op.REPLACE, "a b", "c d"),
        ("bổ sung “x” sau “y”", Op.ADD, "y", "x"),
        ("bỏ cụm từ “các cấp” tại điểm a khoản 2 mục III", Op.DELETE, "các cấp", None),
        ("nâng chỉ tiêu từ 30% lên 40%", Op.REPLACE, "30%", "40%"),
        ("rút gọn phần thực trạng", Op.SHORTEN, None, None),
        ("giao Sở Nội vụ chủ trì", None, None, None),
    ],
)
def test_what_is_asked_for_is_typed_as_a_letter_would_put_it(
    text: str, op: Op | None, old: str | None, new: str | None
) -> None:
    ask = asked_in(text)[0]
    assert (ask.op, ask.old, ask.new) == (op, old, new)


def test_words_that_name_nothing_to_be_done_are_refused_and_nothing_is_saved(folder: Path) -> None:
    told = run(folder, "decide", "5", "--ask", "xem lại")
    assert told.exit_code == 2 and "xem lại" in told.stderr and len(told.stderr.strip().splitlines()) == 1
    assert log(folder) == []


@pytest.mark.slow
def test_evidence_and_the_table_follow_what_a_person_says_that_is_asked_for(folder: Path) -> None:
    run(folder, "comments")
    before = comment(folder, 5)
    text = "thay “không có trong dự thảo này” bằng “cũng không có trong dự thảo này”"
    assert run(folder, "decide", "5", "--ask", text, "--by", "A").exit_code == 0
    after = comment(folder, 5)
    (ask,) = after["asks"]  # type: ignore[misc]
    assert (ask["op"], ask["new"]) == ("replace", "cũng không có trong dự thảo này")
    assert {**before, "asks": 0, "suggestion": 0, "stance": 0} == {
        **after,
        "asks": 0,
        "suggestion": 0,
        "stance": 0,
    }
    assert "addressed" not in verdicts(folder, after["id"])
    (line,) = log(folder)
    assert line["after"]["asks"] and line["after"]["disposition"] == "pending"  # type: ignore[index]
    assert "cũng không có trong dự thảo này" in run(folder, "show", "5").stdout.replace("\n", " ")
    row = next(row for row in rows(folder) if after["id"] in row["comments"])  # type: ignore[operator]
    assert row["disposition"] == "pending"

    run(folder, "decide", "5", "--ask", "", "--by", "A")
    assert comment(folder, 5) == before


@pytest.mark.slow
def test_an_acceptance_is_watched_by_the_words_that_were_said_to_be_asked_for(folder: Path) -> None:
    run(folder, "comments")
    listed = json.loads(run(folder, "evidence", "--json").stdout)["evidence"]
    done = next(each for each in listed if each["verdict"] == "addressed")
    said = json.loads(run(folder, "comments", "--json").stdout)["comments"]
    asked = next(each for each in said if each["id"] == done["comment"])
    words = asked["asks"][0]
    assert words["new"]
    text = f"bổ sung “{words['new']}”"
    decided = run(folder, "decide", str(asked["no"]), "--ask", text, "--accept", "--response", "Tiếp thu.")
    assert decided.exit_code == 0, decided.output
    (line,) = log(folder)
    assert line["after"]["deed"] is not None  # type: ignore[index]


@pytest.mark.slow
def test_one_of_equal_comments_that_asks_for_something_else_has_a_row_of_its_own(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / "comments" / f"{name}.md").write_text(
            f"# Sở {'Y tế' if name == 'a' else 'Công Thương'}\n\n"
            "- Đề nghị bỏ cụm từ “hiện đại” ở mục tiêu tổng quát.\n",
            encoding="utf-8",
        )
    said = json.loads(run(folder, "comments", "--json").stdout)["comments"]
    run(folder, "comments")
    equal = [each["id"] for each in said if "hiện đại" in each["text"] and each["path"] in ("a.md", "b.md")]
    assert len(equal) == 2

    def of_equal() -> list[list[str]]:
        found = [row["comments"] for row in rows(folder) if set(equal) & set(row["comments"])]  # type: ignore[call-overload]
        return sorted(found)  # type: ignore[type-var]

    assert [sorted(each) for each in of_equal()] == [sorted(equal)]
    said = json.loads(run(folder, "comments", "--json").stdout)["comments"]
    no = next(each["no"] for each in said if each["id"] == equal[1])
    assert run(folder, "decide", str(no), "--ask", "thay “hiện đại” bằng “tiên tiến”").exit_code == 0
    assert sorted(of_equal()) == sorted([[equal[0]], [equal[1]]])


@pytest.mark.slow
def test_a_comment_is_said_to_be_about_the_whole_draft_or_nothing_in_it(folder: Path) -> None:
    def linked() -> dict[str, object]:
        found = json.loads(run(folder, "link", "--json").stdout)["links"]
        made: dict[str, object] = next(each for each in found if each["comment"] == comment(folder, 3)["id"])
        return made

    run(folder, "comments")
    before = linked()
    for scope in ("document", "none"):
        assert run(folder, "decide", "3", "--scope", scope, "--by", "A").exit_code == 0
        assert {**linked(), "comment": 0} == {
            "comment": 0, "scope": scope, "clauses": [], "confidence": 1.0, "review": False,
        }  # fmt: skip
    assert log(folder)[-1]["after"]["scope"] == "none"  # type: ignore[index]
    assert "--clause" in run(folder, "decide", "3", "--scope", "none", "--clause", "mục I").stderr
    assert run(folder, "decide", "3", "--scope", "read", "--by", "A").exit_code == 0
    assert linked() == before
