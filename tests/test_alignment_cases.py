"""Alignment: clauses are known by their words and company, never by their number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.analyses.alignment import align
from drafter.model import Alignment, Draft, Kind
from tests.redrafting import clause, draft, written

LAND = "Đẩy mạnh cải cách thủ tục hành chính về đất đai, rút ngắn thời gian giải quyết hồ sơ cho người dân."
SCHOOL = "Xây dựng trường học thông minh tại các huyện miền núi, ưu tiên vùng đồng bào dân tộc thiểu số."
HEALTH = (
    "Hoàn thiện hồ sơ sức khỏe điện tử cho toàn bộ dân số, kết nối bệnh viện tuyến tỉnh với trạm y tế xã."
)
ROADS = "Lắp đặt hệ thống camera giám sát giao thông trên các tuyến quốc lộ qua địa bàn."
MARKET = "Phát triển sàn giao dịch nông sản, đưa sản phẩm OCOP lên thương mại điện tử."


def pairs(alignment: Alignment) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(match.old, match.new) for match in alignment.matches}


def compared(old: str, new: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return pairs(align(written(old), written(new, 2)))


def one_to_one(old: str, new: str) -> tuple[tuple[str], tuple[str]]:
    return (old,), (new,)


def test_a_renumbered_clause_keeps_its_identity() -> None:
    found = compared(
        f"III Nhiệm vụ\nIII.1 {LAND}\nIII.2 {SCHOOL}",
        f"III Nhiệm vụ\nIII.1 {HEALTH}\nIII.2 {LAND}\nIII.3 {SCHOOL}",
    )
    assert {one_to_one("III.1", "III.2"), one_to_one("III.2", "III.3"), ((), ("III.1",))} <= found


def test_other_words_at_the_same_number_are_deleted_and_inserted() -> None:
    found = compared(f"I Nhiệm vụ\nI.1 {LAND}\nI.2 {SCHOOL}", f"I Nhiệm vụ\nI.1 {LAND}\nI.2 {ROADS}")
    assert {(("I.2",), ()), ((), ("I.2",))} <= found


def test_a_reworded_heading_is_found_by_its_children() -> None:
    found = compared(
        f"I MỤC TIÊU\nI.1 {LAND}\nI.2 {SCHOOL}\nII GIẢI PHÁP\nII.1 {HEALTH}\nII.2 {ROADS}",
        f"I CHỈ TIÊU CHỦ YẾU\nI.1 {LAND}\nI.2 {SCHOOL}\nII NHỮNG VIỆC PHẢI LÀM\nII.1 {HEALTH}\nII.2 {ROADS}",
    )
    assert {one_to_one("I", "I"), one_to_one("II", "II")} <= found


def test_a_heading_stays_itself_when_it_takes_in_the_clauses_of_another() -> None:
    found = compared(
        f"I Hạ tầng\nI.1 {LAND}\nI.2 {SCHOOL}\nI.3 {HEALTH}\nII Kinh tế\nII.1 {ROADS}\nII.2 {MARKET}",
        f"I Kinh tế\nI.1 {ROADS}\nI.2 {MARKET}\nI.3 {LAND}\nI.4 {SCHOOL}\nI.5 {HEALTH}",
    )
    assert {one_to_one("II", "I"), (("I",), ()), one_to_one("I.1", "I.3")} <= found


def test_a_short_heading_elsewhere_with_nothing_below_in_common_is_another() -> None:
    kept = f"Chung\nI.{{0}}.a {SCHOOL}\nII Mục tiêu\nII.1 {ROADS}"
    found = compared(
        f"I Thực trạng\nI.1 Về kinh tế số\nI.1.a {LAND}\nI.2 {kept.format(2)}",
        f"I Thực trạng\nI.1 {kept.format(1)}\nII.2 Về kinh tế số\nII.2.a {MARKET}",
    )
    assert {(("I.1",), ()), ((), ("II.2",))} <= found


def test_a_section_that_moves_takes_its_children_along() -> None:
    first = f"Hạ tầng số\n{{0}}.1 {LAND}\n{{0}}.2 {SCHOOL}"
    second = f"Kinh tế số\n{{0}}.1 {HEALTH}\n{{0}}.2 {ROADS}"
    old = f"I {first.format('I')}\nII {second.format('II')}"
    new = f"I {second.format('I')}\nII {first.format('II')}"
    assert compared(old, new) == {
        one_to_one(one, other)
        for one, other in (
            ("I", "II"),
            ("I.1", "II.1"),
            ("I.2", "II.2"),
            ("II", "I"),
            ("II.1", "I.1"),
            ("II.2", "I.2"),
        )
    }


def test_a_clause_moved_under_another_heading_is_followed_even_when_edited() -> None:
    edited = LAND.replace("rút ngắn thời gian", "cắt giảm 30% thời gian")
    found = compared(
        f"I Đất đai\nI.1 {LAND}\nI.2 {SCHOOL}\nII Y tế\nII.1 {HEALTH}",
        f"I Đất đai\nI.1 {SCHOOL}\nII Y tế\nII.1 {HEALTH}\nII.2 {edited}",
    )
    assert one_to_one("I.1", "II.2") in found


def test_a_clause_cut_in_two_is_a_split() -> None:
    found = compared(f"I A\nI.1 {LAND} {SCHOOL}\nI.2 {ROADS}", f"I A\nI.1 {LAND}\nI.2 {SCHOOL}\nI.3 {ROADS}")
    assert {(("I.1",), ("I.1", "I.2")), one_to_one("I.2", "I.3")} <= found


def test_a_clause_cut_in_three_with_small_edits_is_a_split() -> None:
    found = compared(
        f"I A\nI.1 {LAND} {SCHOOL} {HEALTH}\nI.2 {ROADS}",
        f"I A\nI.1 {LAND}\nI.2 {SCHOOL.replace('ưu tiên', 'chú trọng')}\nI.3 {HEALTH}\nI.4 {ROADS}",
    )
    assert (("I.1",), ("I.1", "I.2", "I.3")) in found


def test_a_running_text_that_becomes_a_lead_with_points_is_a_split() -> None:
    found = compared(
        f"I A\nI.1 Tập trung các việc sau: {LAND} {SCHOOL}",
        f"I A\nI.1 Tập trung các việc sau:\nI.1.a {LAND}\nI.1.b {SCHOOL}",
    )
    assert (("I.1",), ("I.1", "I.1.a", "I.1.b")) in found


def test_two_clauses_joined_by_a_word_are_merged() -> None:
    joined = f"{LAND} Đồng thời, {SCHOOL[0].lower()}{SCHOOL[1:]}"
    found = compared(f"I A\nI.1 {LAND}\nI.2 {SCHOOL}\nI.3 {ROADS}", f"I A\nI.1 {joined}\nI.2 {ROADS}")
    assert {(("I.1", "I.2"), ("I.1",)), one_to_one("I.3", "I.2")} <= found


def test_a_new_clause_that_only_borrows_words_makes_no_split() -> None:
    borrowed = "Rút ngắn thời gian giải quyết hồ sơ cho người dân là tiêu chí thi đua hằng năm của công chức."
    found = compared(f"I A\nI.1 {LAND}\nI.2 {ROADS}", f"I A\nI.1 {LAND}\nI.2 {borrowed}\nI.3 {ROADS}")
    assert {one_to_one("I.1", "I.1"), ((), ("I.2",))} <= found


def test_the_same_sentence_under_three_tasks_stays_under_its_own() -> None:
    report = "Báo cáo kết quả trước ngày 15 tháng 12 hằng năm."
    old = f"I {LAND}\nI.1 {report}\nII {SCHOOL}\nII.1 {report}\nIII {HEALTH}\nIII.1 {report}"
    new = f"I {HEALTH}\nI.1 {report}\nII {LAND}\nII.1 {report}\nIII {SCHOOL}\nIII.1 {report}"
    assert {one_to_one("I.1", "II.1"), one_to_one("II.1", "III.1"), one_to_one("III.1", "I.1")} <= compared(
        old, new
    )


def rows(*texts: str) -> Draft:
    heading = clause("pl-I", "DANH MỤC CHỈ TIÊU", kind=Kind.ANNEX)
    body = [
        replace(
            clause(f"pl-I.t1r{place}", text, "pl-I", kind=Kind.TABLE_ROW),
            marker=str(place),
            cells=(str(place), *text.split(" | ")),
        )
        for place, text in enumerate(texts, 1)
    ]
    return draft(heading, *body)


def test_a_row_is_carried_by_its_indicator_not_by_its_number() -> None:
    old = rows("Tỷ lệ hồ sơ trực tuyến | % | 40 | 60", "Tỷ trọng kinh tế số | % GRDP | 10 | 20")
    new = rows(
        "Số xã có mạng 5G | Xã | 15 | 90",
        "Tỷ lệ hồ sơ trực tuyến | % | 55 | 80",
        "Tỷ trọng kinh tế số | % GRDP | 12 | 25",
    )
    found = pairs(align(old, new))
    assert {one_to_one("pl-I.t1r1", "pl-I.t1r2"), one_to_one("pl-I.t1r2", "pl-I.t1r3")} <= found
    assert ((), ("pl-I.t1r1",)) in found


def test_a_row_never_continues_a_sentence() -> None:
    old = draft(clause("I", "Tỷ trọng kinh tế số đạt 20% GRDP vào năm 2025"))
    new = rows("Tỷ trọng kinh tế số đạt 20% GRDP vào năm 2025 | % | 20")
    assert not [match for match in align(old, new).matches if match.old and match.new]


def test_an_annex_is_found_by_its_rows_under_another_number() -> None:
    old = rows("Tỷ lệ hồ sơ trực tuyến | % | 40 | 60", "Tỷ trọng kinh tế số | % GRDP | 10 | 20")
    new = draft(
        *(
            replace(one, id=one.id.replace("pl-I", "pl-II"), parent=one.parent and "pl-II", text=text)
            for one, text in zip(
                old.clauses,
                ("BIỂU CHỈ TIÊU PHÂN KỲ TỪNG NĂM", old.clauses[1].text, old.clauses[2].text),
                strict=True,
            )
        )
    )
    assert one_to_one("pl-I", "pl-II") in pairs(align(old, new))


def test_noise_does_not_hide_a_clause() -> None:
    found = compared(
        "I A\nI.1 UBND tỉnh chỉ đạo số hoá toàn bộ hồ sơ, tỉ lệ đạt 100%.\nI.2 " + ROADS,
        "I A\nI.1 " + ROADS + "\nI.2 Ủy ban nhân dân tỉnh chỉ đạo số hóa toàn bộ hồ sơ, tỷ lệ đạt 100%.",
    )
    assert one_to_one("I.1", "I.2") in found


@pytest.mark.parametrize("old, new", [("", f"I {LAND}"), (f"I {LAND}", ""), ("", "")])
def test_an_empty_draft_aligns_with_anything(old: str, new: str) -> None:
    found = align(written(old) if old else draft(), written(new) if new else draft())
    assert all(not (match.old and match.new) for match in found.matches)
    assert len(found.matches) == bool(old) + bool(new)


def test_deleted_clauses_stand_after_what_stood_before_them() -> None:
    found = align(
        written(f"I A\nI.1 {LAND}\nI.2 {SCHOOL}\nI.3 {HEALTH}"), written(f"I A\nI.1 {LAND}\nI.2 {HEALTH}", 2)
    )
    assert [match.old for match in found.matches] == [("I",), ("I.1",), ("I.2",), ("I.3",)]
