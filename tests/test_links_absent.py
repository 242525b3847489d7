"""What is cited of another document is no place of the draft; what the draft does not have is told."""

from __future__ import annotations

import pytest

from drafter.analyses.citations.resolve import resolved
from drafter.analyses.links import link
from drafter.analyses.links.index import index
from drafter.model import Link, Row, Scope, Verdict
from drafter.wording.reasons import detail, reasons_of
from drafter.writers.table.cells import Telling
from drafter.writers.table.cells import clause as place_cell
from tests.made_verdicts import DRAFT, comment, evidence_on, typed

QUARTERLY = ("6 tháng", "hằng quý")


def linked(text: str) -> Link:
    made = index(typed(DRAFT))
    (found,) = link([resolved(comment(text), made.places)], made)
    return found


def addressed(found: Link) -> list[str]:
    return [clause.id for clause in found.clauses if clause.addressed]


@pytest.mark.parametrize(
    "text",
    [
        "Tại điểm 2 Tờ trình, đề nghị làm rõ kinh phí.",
        "Đề nghị làm rõ kinh phí tại khoản 2 Điều 1 của Tờ trình.",
        "Đề nghị bổ sung số liệu giải trình cụ thể về nguồn kinh phí tại khoản 2 Điều 1 của Tờ trình.",
        "Tại khoản 3 Điều 2 Báo cáo giải trình đề nghị thay “6 tháng” bằng “hằng quý”.",
        "Đề nghị thay “6 tháng” bằng “hằng quý” tại khoản 3 Điều 2 của Phụ lục Đề án phát triển nông nghiệp.",
        "Tại khoản 2 Điều 1 Phụ lục của Đề án khác, đề nghị sửa số liệu.",
        "Tại khoản 2 Điều 1 (Tờ trình) đề nghị làm rõ.",
        "Tại khoản 2 Điều 1 Phụ lục kèm theo Tờ trình, đề nghị làm rõ.",
    ],
)
def test_a_wish_about_another_document_is_about_no_clause_of_the_draft(text: str) -> None:
    assert linked(text).scope is Scope.NONE
    assert evidence_on(text, QUARTERLY).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Tại khoản 2 Điều 1 Nghị quyết, đề nghị bổ sung “hữu cơ”.", "dieu-1.2"),
        ("Tại khoản 2 Điều 1 dự thảo Nghị quyết kèm theo Tờ trình, đề nghị bổ sung “hữu cơ”.", "dieu-1.2"),
        ("Đề nghị chỉnh sửa khoản 2 Điều 1 theo điểm 2 Tờ trình.", "dieu-1.2"),
        ("Khoản 1 Điều 1 dự thảo cần thống nhất với khoản 2 Điều 1 Tờ trình.", "dieu-1.1"),
        ("Khoản 2 Điều 1 dự thảo quy định “100 mô hình” là cao.", "dieu-1.2"),
    ],
)
def test_the_draft_beside_another_document_is_the_draft(text: str, clause: str) -> None:
    assert addressed(linked(text)) == [clause]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tại Điều 9, đề nghị bổ sung quy định về hợp tác xã nông nghiệp.", "Điều 9"),
        ("Tại khoản 12 mục IV đề nghị làm rõ đầu tư mạng truyền dẫn đến các xã.", "khoản 12 mục IV"),
        ("Tại Điều 9 đề nghị thay “6 tháng” bằng “hằng quý”.", "Điều 9"),
        ("Tại Điều 9 và khoản 3 Điều 2 đề nghị thay “6 tháng” bằng “hằng quý”.", "Điều 9"),
        ("Phụ lục V đề nghị bổ sung cột.", "Phụ lục V"),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_cited_place_that_the_draft_does_not_have_is_told_and_left_to_a_person(
    text: str, place: str, lang: str
) -> None:
    found = linked(text)
    assert found.review
    assert found.absent == (place,)
    assert f"“{place}”" in detail(next(reasons_of(found)), lang)


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị bổ sung Điều 9 về hiệu lực thi hành.",
        "Đề nghị bổ sung khoản 4 vào Điều 2: “4. Sở Y tế báo cáo.”",
        "Đề nghị tách khoản 3 Điều 2 thành khoản 4 và khoản 5.",
        "Tại khoản 3 Điều 2 đề nghị thay “6 tháng” bằng “hằng quý” cho thống nhất với Điều 9.",
        "Tại khoản 1 Điều 9 Luật Đầu tư quy định khác.",
        "Tại điểm 9 Tờ trình, đề nghị làm rõ kinh phí.",
        "Tại trang 12 đề nghị sửa lỗi chính tả.",
    ],
)
def test_a_place_that_is_to_come_or_is_of_another_act_is_not_missed(text: str) -> None:
    assert linked(text).absent == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tại Điều 9 đề nghị thay “6 tháng” bằng “hằng quý”.",
        "Tại khoản 3 Điều 2 Nghị quyết số 10/NQ-HĐND đề nghị thay “6 tháng” bằng “hằng quý”.",
    ],
)
def test_of_a_place_that_the_draft_does_not_have_nothing_is_said_to_be_done(text: str) -> None:
    assert evidence_on(text, QUARTERLY).verdict is Verdict.UNCLEAR


def test_quoted_words_that_overrule_a_wrong_citation_say_so_once() -> None:
    found = linked("Tại Điều 9, câu “doanh nghiệp viễn thông dùng chung hạ tầng” cần làm rõ.")
    assert addressed(found) == ["dieu-2.2"]
    assert found.absent == ()


def test_a_link_by_words_alone_names_some() -> None:
    found = linked("Mạng cần đầu tư thêm.")
    assert all(reason.words for clause in found.clauses for reason in clause.reasons)


def test_the_table_says_that_the_draft_has_no_such_place() -> None:
    row = Row(1, None, "", (), ("Sở Y tế",), ("a#1",), "…", "1", review=True, absent=("Điều 9",))
    assert place_cell(row, Telling("vi", several=False)).endswith("?\n(dự thảo không có Điều 9)")
