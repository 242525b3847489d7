"""Lint on official documents: nine in ten findings are true and useful; rules fit the kind of document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.quality import lint as bench
from tests.docx_builder import p

from .test_lint_rules import found

CENTRED = '<w:jc w:val="center"/>'


@pytest.mark.slow
def test_findings_on_the_official_documents_are_those_that_were_read_and_found_useful() -> None:
    figures = bench.report()
    assert figures["lint: nobody read"] == 0
    assert float(figures["lint: useful, of those that were read"]) >= 0.9
    assert figures["lint: useful ones still found"] == 1.0


def broken(folder: Path, *lines: str) -> list[object]:
    """What is cited and not there, in a regulation of two articles with the lines under the second."""
    body = "".join(map(p, ("Điều 1. Phạm vi", "1. Của tỉnh.", "2. Của huyện.", "Điều 2. Điều kiện", *lines)))
    return [one["data"]["cited"] for one in found(folder, body, "broken-reference")]  # type: ignore[index]


@pytest.mark.parametrize(
    "line",
    [
        "1. Theo Điều 64, Điều 65 và các quy định có liên quan của Luật Xây dựng.",
        "1. Theo khoản 3 Điều 67 và quy định khác có liên quan của Bộ luật Dân sự.",
        "1. Theo Điều 15 và các điều khoản khác của Nghị định số 30/2020/NĐ-CP.",
        "1. Theo khoản 2 Điều 8 của Luật Đầu tư năm 2020.",
        "1. Thực hiện theo khoản 2 Điều 1 Quy định này.",
        "1. Ngoài khoản 1 Điều 1 còn phải đủ điều kiện tại Điều này.",
        "1. Văn bản có phần mở đầu và phần căn cứ pháp lý.",
    ],
)
def test_what_is_of_another_act_or_of_this_place_is_not_broken(tmp_path: Path, line: str) -> None:
    assert broken(tmp_path, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "1. Theo khoản 2 Điều 9.",
        "1. Theo khoản 2 Điều 9 Quy định này.",
        "1. Theo khoản 2 Điều 9 và các quy định có liên quan.",
    ],
)
def test_what_the_draft_lacks_is_broken_still(tmp_path: Path, line: str) -> None:
    assert len(broken(tmp_path, line)) == 1


def test_points_of_this_paragraph_are_those_beside_the_words(tmp_path: Path) -> None:
    lines = [
        "1. Phải đáp ứng:",
        "a) Có đăng ký;",
        "b) Có nhân lực;",
        "c) Theo khoản 1 Điều 1 và điểm a, b khoản này;",
    ]
    assert broken(tmp_path, *lines) == []
    assert broken(tmp_path, *lines, "d) Theo điểm q khoản này.") == ["điểm q khoản này"]


def test_a_draft_that_amends_an_act_cites_the_act(tmp_path: Path) -> None:
    assert (
        broken(
            tmp_path, "1. Sửa đổi, bổ sung khoản 2 Điều 19 như sau:", "a) Thay cụm từ tại khoản 5 Điều 20."
        )
        == []
    )


@pytest.mark.parametrize(
    "given",
    [
        "Hợp đồng thiết kế và thi công (sau đây gọi là hợp đồng EPX) do chủ đầu tư ký.",
        "Hợp đồng thiết kế và thi công (sau đây viết tắt là EPX) do chủ đầu tư ký.",
        "Hợp đồng thiết kế và thi công (gọi tắt: EPX) do chủ đầu tư ký.",
        "Hợp đồng thiết kế và thi công (viết tắt là “EPX”) do chủ đầu tư ký.",
        "Hợp đồng thiết kế và thi công, sau đây gọi tắt là EPX, do chủ đầu tư ký.",
        "Hợp đồng thiết kế và thi công (EPX) do chủ đầu tư ký.",
        "CĐX: Chuyển đổi xanh. EPX: Ép phối xưởng.",
    ],
)
def test_a_short_form_may_be_given_in_many_ways(tmp_path: Path, given: str) -> None:
    body = "".join(
        map(p, ("Điều 1. Hợp đồng", f"1. {given}", "2. Hợp đồng EPX có bảo lãnh.", "3. Giá EPX giữ nguyên."))
    )
    assert not found(tmp_path, body, "abbreviation-undefined")
    without = "".join(map(p, ("Điều 1. Hợp đồng", "1. Hợp đồng EPX có bảo lãnh.", "2. Giá EPX giữ nguyên.")))
    assert found(tmp_path, without, "abbreviation-undefined")


def test_a_list_of_short_forms_gives_them(tmp_path: Path) -> None:
    lines = (
        "DANH MỤC CHỮ VIẾT TẮT",
        "- QLX Quản lý xưởng",
        "- TBX Thiết bị xây",
        "Điều 1. Chung",
        "1. QLX và TBX.",
        "2. QLX, TBX.",
    )
    body = p("I. CÁC TỪ VIẾT TẮT") + "".join(map(p, lines[1:]))
    assert not found(tmp_path, body, "abbreviation-undefined")


def kind(name: str, subject: str) -> str:
    return p(name, ppr=CENTRED) + p(subject, ppr=CENTRED)


TARGETS = (
    p("I. MỤC TIÊU") + p("1. 95% hồ sơ đúng hạn.") + p("2. Nâng cao chất lượng phục vụ đạt mức tiên tiến.")
)
TASKS = p("II. NHIỆM VỤ") + p("1. Rà soát hồ sơ.") + p("2. Kiểm tra các xã.")


@pytest.mark.parametrize("name", ["QUY CHẾ", "NGHỊ ĐỊNH", "BÁO CÁO", "TỜ TRÌNH", "HƯỚNG DẪN"])
def test_rules_on_targets_and_tasks_are_silent_where_they_do_not_fit(tmp_path: Path, name: str) -> None:
    body = kind(name, "Về công tác tiếp nhận hồ sơ") + TARGETS + TASKS
    for rule in (
        "no-figure",
        "no-deadline",
        "task-without-lead",
        "task-without-deadline",
        "target-without-task",
    ):
        assert not found(tmp_path, body, rule)


def test_a_plan_has_to_say_who_leads_and_a_resolution_where_it_mostly_does(tmp_path: Path) -> None:
    subject = "Về công tác tiếp nhận hồ sơ"
    assert len(found(tmp_path, kind("KẾ HOẠCH", subject) + TASKS, "task-without-lead")) == 2
    assert not found(tmp_path, kind("NGHỊ QUYẾT", subject) + TASKS, "task-without-lead")
    led = p("3. Sở Nội vụ chủ trì tập huấn.") + p("4. Sở Tài chính chủ trì cấp kinh phí.")
    assert len(found(tmp_path, kind("NGHỊ QUYẾT", subject) + TASKS + led, "task-without-lead")) == 2


def test_the_year_of_the_title_is_a_deadline(tmp_path: Path) -> None:
    assert found(tmp_path, kind("KẾ HOẠCH", "Về tiếp nhận hồ sơ") + TARGETS, "no-deadline")
    assert not found(tmp_path, kind("KẾ HOẠCH", "Tiếp nhận hồ sơ năm 2022") + TARGETS, "no-deadline")


def test_what_is_done_again_and_again_needs_no_last_day(tmp_path: Path) -> None:
    dated = p("1. Sở Nội vụ tập huấn trước 30/6/2026.") + p("2. Sở Y tế báo cáo trước 30/9/2026.")
    body = kind("KẾ HOẠCH", "Về tiếp nhận hồ sơ") + p("II. NHIỆM VỤ") + dated
    often = p("3. Sở Tài chính rà soát hồ sơ hằng năm.") + p("4. Công an tỉnh thường xuyên kiểm tra hồ sơ.")
    assert not found(tmp_path, body + often, "task-without-deadline")
    other = p("3. Sở Tài chính rà soát kinh phí chi thường xuyên.")
    assert len(found(tmp_path, body + other, "task-without-deadline")) == 1
