"""Three ways: what an agency asked for on its copy, what the next draft did of it, and what besides."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.analyses.signs import signs, times
from drafter.analyses.three import three_way
from drafter.model import Draft, ThreeEdit, ThreeKind, ThreeState, ThreeWay
from tests.commands import ROOT, run, workspace
from tests.redrafting import redraft, written

LINES = """
I Quan điểm chỉ đạo về phát triển chính quyền số, đô thị thông minh của tỉnh
II Mục tiêu đến năm 2025 của tỉnh về chính quyền số và kinh tế số
II.1 Tỷ lệ hồ sơ thủ tục hành chính được giải quyết trực tuyến đạt 30% vào năm 2025.
II.2 Tỷ lệ người dân được cấp định danh điện tử đạt 60%, có tài khoản thanh toán.
III Nhiệm vụ, giải pháp chủ yếu của tỉnh trong giai đoạn tới
III.1 Xây dựng trung tâm dữ liệu của tỉnh, giao Sở Thông tin và Truyền thông chủ trì.
III.2 Định kỳ 6 tháng báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.
III.3 Đào tạo cán bộ, công chức, viên chức về kỹ năng số hằng năm cho các huyện."""
LAST = LINES.splitlines()[-1]


def edited(edits: dict[str, str], number: int) -> Draft:
    lines = LINES
    for old, new in edits.items():
        assert old in lines, old
        lines = lines.replace(old, new)
    made = written("\n".join(line for line in lines.splitlines() if line.strip()), number)
    return replace(made, sha256=str(number))


def compared(old: Draft, copy: Draft, new: Draft) -> ThreeWay:
    asked, done = (changes(old, other, align(old, other)) for other in (copy, new))
    return three_way(old, copy, new, asked, done)


def three(asked: dict[str, str], done: dict[str, str]) -> ThreeWay:
    return compared(edited({}, 1), edited(asked, 2), edited(done, 3))


def told(edits: tuple[ThreeEdit, ...]) -> list[tuple[str, str, str]]:
    return [(edit.state.value, edit.gone, edit.came) for edit in edits]


RAISED = {"đạt 30% vào": "đạt 40% vào"}
YEARLY = {"6 tháng báo cáo": "6 tháng và hằng năm theo quy định báo cáo"}


def test_an_edit_that_is_taken_in_word_for_word_is_done_and_nothing_is_unasked() -> None:
    for edit in (RAISED, YEARLY, {", có tài khoản thanh toán": ""}, {"cán bộ, công": "toàn bộ cán bộ, công"}):
        found = three(edit, edit)
        assert [one.state for one in found.asked] == [ThreeState.DONE], edit
        assert found.unasked == ()


def test_an_edit_that_is_not_taken_in_is_not_done_with_what_stands_there() -> None:
    (one,) = three(RAISED, {}).asked
    assert (one.state, one.kind, one.gone, one.came) == (ThreeState.NOT_DONE, ThreeKind.WORDS, "30%", "40%")
    assert "đạt 30% vào năm 2025" in one.stands and one.lead.endswith("trực tuyến đạt")
    assert (one.old, one.made, one.now) == (("II.1",), ("II.1",), ("II.1",))


def test_another_figure_than_the_one_asked_for_is_not_done_and_unasked() -> None:
    found = three(RAISED, {"đạt 30% vào": "đạt 35% vào"})
    assert told(found.asked) == [("not-done", "30%", "40%")]
    assert told(found.unasked) == [("not-done", "30%", "35%")]


OFFICE = "Sở Thông tin và Truyền thông"
HALVES = {
    "some of the words": (YEARLY, {"6 tháng báo": "6 tháng và hằng năm báo"}, "partly"),
    "other words among them": (YEARLY, {"6 tháng báo": "6 tháng và hằng quý báo"}, "partly"),
    "the old words stay": (
        {f"giao {OFFICE}": "giao Công an tỉnh"},
        {f"giao {OFFICE}": f"giao {OFFICE}, Công an tỉnh"},
        "partly",
    ),
    "part went": ({f", giao {OFFICE} chủ trì": ""}, {" và Truyền thông chủ trì": ""}, "partly"),
    "gone, not come": (RAISED, {"đạt 30% vào": "đạt vào"}, "partly"),
    "a clause shortened": ({LAST: ""}, {" hằng năm cho các huyện": ""}, "not-done"),
}


@pytest.mark.parametrize(("asked", "done", "expected"), HALVES.values(), ids=HALVES)
def test_what_is_half_done_is_never_done(asked: dict[str, str], done: dict[str, str], expected: str) -> None:
    (one,) = three(asked, done).asked
    assert one.state == expected
    assert one.stands


def test_spelling_and_short_forms_are_no_edits_and_do_not_hide_one() -> None:
    spelled = {"Ủy ban nhân dân tỉnh kết": "UBND tỉnh kết"}
    assert three(spelled, {}) == ThreeWay((), ())
    copy = {**YEARLY, "kết quả thực hiện": "kết quả thực hiện cho UBND cấp huyện"}
    new = {**YEARLY, "kết quả thực hiện": "kết quả thực hiện cho Ủy ban nhân dân cấp huyện"}
    assert [one.state for one in three(copy, new).asked] == [ThreeState.DONE] * 2


def test_words_that_are_put_into_another_clause_are_done_there() -> None:
    words = "bảo đảm an toàn thông tin theo cấp độ"
    found = three({"của tỉnh, giao": f"của tỉnh, {words}, giao"}, {"các huyện.": f"các huyện, {words}."})
    (one,) = found.asked
    assert (one.state, one.now) == (ThreeState.DONE, ("III.3",))


def test_other_words_beside_those_asked_for_are_shown_as_unasked_in_part() -> None:
    found = three(RAISED, {"đạt 30% vào": "phấn đấu đạt 40% vào"})
    assert [one.state for one in found.asked] == [ThreeState.DONE]
    assert told(found.unasked) == [("not-done", "", "phấn đấu")]


ADDED = "III.4 Bố trí kinh phí bảo đảm an toàn thông tin mạng cho các cơ quan của tỉnh."


def test_a_clause_that_was_asked_for_is_done_only_in_its_very_words() -> None:
    same = three({LAST: f"{LAST}\n{ADDED}"}, {LAST: f"{LAST}\n{ADDED}"})
    assert [(one.kind, one.state) for one in same.asked] == [(ThreeKind.INSERTED, ThreeState.DONE)]
    assert same.unasked == ()
    other = ADDED.replace("các cơ quan của tỉnh", "cấp huyện và cấp xã")
    (one,) = three({LAST: f"{LAST}\n{ADDED}"}, {LAST: f"{LAST}\n{other}"}).asked
    assert one.state is ThreeState.PARTLY and one.now and "cấp xã" in one.stands
    (none,) = three({LAST: f"{LAST}\n{ADDED}"}, {}).asked
    assert (none.state, none.now, none.came) == (
        ThreeState.NOT_DONE,
        (),
        ADDED.removeprefix("III.4 ").rstrip("."),
    )


def test_a_clause_to_go_is_done_when_it_is_gone_and_not_when_it_has_only_moved() -> None:
    assert [one.state for one in three({LAST: ""}, {LAST: ""}).asked] == [ThreeState.DONE]
    words = LAST.removeprefix("III.3 ")
    moved = three({LAST: ""}, {LAST: "", "III Nhiệm": f"II.3 {words}\nIII Nhiệm"})
    assert [one.state for one in moved.asked] == [ThreeState.NOT_DONE]


def test_a_clause_that_was_moved_is_done_where_it_moved_to_the_same_place() -> None:
    before = "\n".join(LINES.splitlines()[-3:])
    first, second, third = (line.partition(" ")[2] for line in before.splitlines())
    moved = {before: f"III.1 {third}\nIII.2 {first}\nIII.3 {second}"}
    same = three(moved, moved)
    assert {one.kind for one in same.asked} == {ThreeKind.MOVED}
    assert {one.state for one in same.asked} == {ThreeState.DONE}
    assert {one.state for one in three(moved, {}).asked} == {ThreeState.NOT_DONE}


def test_what_nobody_asked_for_is_unasked() -> None:
    found = three({}, {**RAISED, LAST: ""})
    assert found.asked == ()
    assert [(one.kind, one.state) for one in found.unasked] == [
        (ThreeKind.WORDS, ThreeState.NOT_DONE), (ThreeKind.DELETED, ThreeState.NOT_DONE),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 10))])
def test_a_draft_that_is_the_copy_does_all_and_one_that_is_the_old_one_does_nothing(seed: int) -> None:
    old = workspace().rounds.drafts[0]
    copy, _ = redraft(old, Random(seed), steps=30, rewording=0.2, insertions=[ADDED.removeprefix("III.4 ")])
    copy = replace(copy, path="copy.docx", sha256="copy")
    whole = compared(old, copy, replace(copy, path="new.docx", sha256="new"))
    assert len(whole.asked) >= 20
    assert [one for one in whole.asked if one.state is not ThreeState.DONE] == []
    assert whole.unasked == ()
    none = compared(old, copy, old)
    assert [one for one in none.asked if one.state is not ThreeState.NOT_DONE] == []
    assert none.unasked == ()


# --- the command ----------------------------------------------------------------------------

COPY = "comments/ubnd-thi-xa-ky-anh-sua-tren-du-thao-lan-2.docx"


@pytest.mark.slow
def test_the_copy_of_the_sample_is_told_in_words_and_as_json() -> None:
    told = json.loads(run(ROOT, "diff", "--three", "2", COPY, "3", "--json").stdout)
    assert told["agency"] == "Ủy ban nhân dân thị xã Kỳ Anh"
    states = {one["came"] or one["gone"]: one["state"] for one in told["asked"]}
    assert states == {"từ năm 2024": "done", "mạng": "not-done", "và thiết bị thông minh": "not-done"}
    summary = told["summary"]
    assert (summary["asked"], summary["done"], summary["partly"], summary["not_done"]) == (3, 1, 0, 2)
    assert summary["unasked"] == len(told["unasked"]) > 40
    assert "từ năm 2024" not in {one["came"] for one in told["unasked"]}
    shown = run(ROOT, "diff", "--three", "2", COPY, "3").stdout
    assert "3 đề nghị: đã thực hiện 1, thực hiện một phần 0, chưa thực hiện 2" in shown
    other = run(
        ROOT, "diff", "--three", "2", COPY.replace("thi-xa-ky-anh-sua", "thanh-pho-ha-tinh-gop-y"), "3"
    )
    assert "3 ý kiến ghi bên lề" in other.stderr and "không sửa gì" in other.stdout
    assert "{+từ năm 2024+}" in shown and "hiện là" in shown and "three." not in shown


@pytest.mark.slow
def test_the_page_holds_every_edit_and_nothing_from_elsewhere(tmp_path: Path) -> None:
    page = tmp_path / "ba-ban.html"
    result = run(ROOT, "--lang", "en", "diff", "--three", "2", COPY, "3", "--html", str(page))
    assert result.exit_code == 0 and result.stdout == ""
    text = page.read_text(encoding="utf-8")
    assert "<ins>từ năm 2024</ins>" in text and "<del>và thiết bị thông minh</del>" in text
    assert "Asked and done (1)" in text and "Asked and done in part (0)" in text
    assert "http" not in text.replace("http-equiv", "") and "<script" not in text


@pytest.mark.slow
def test_a_document_that_is_no_copy_is_refused_and_three_ways_go_with_no_redline(tmp_path: Path) -> None:
    shutil.copy(ROOT / "comments" / "so-noi-vu.docx", tmp_path / "thu.docx")
    assert run(ROOT, "diff", "--three", "2", str(tmp_path / "thu.docx"), "3").exit_code == 3
    assert run(ROOT, "diff", "--three", "2", COPY, "3", "--docx", str(tmp_path / "a.docx")).exit_code == 2
    assert run(ROOT, "diff", "1", "2", "--three", "2", COPY, "3").exit_code == 2
    assert run(ROOT, "diff", "2").exit_code == run(ROOT, "diff").exit_code == 2


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 10))])
def test_what_is_said_to_be_done_stands_there_whatever_else_was_edited(seed: int) -> None:
    """Two redraftings of one draft that know nothing of each other; some edits of the first are in both."""
    old = workspace().rounds.drafts[0]
    copy, _ = redraft(old, Random(seed), steps=25, rewording=0.2)
    new, _ = redraft(old, Random(seed + 100), steps=25, rewording=0.2)
    copy = replace(copy, path="copy.docx", sha256="copy")
    new = replace(new, path="new.docx", sha256="new")
    text = "\n".join(clause.text for clause in new.clauses)
    for edit in compared(old, copy, new).asked:
        if edit.state is ThreeState.DONE and edit.came:
            assert times(edit.came, text), edit
        if edit.state is ThreeState.DONE and edit.kind is ThreeKind.DELETED:
            assert not times(old.by_id[edit.old[0]].text, text) or len(signs(edit.gone)) < 5, edit
