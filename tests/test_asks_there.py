"""Several wishes at several places in one comment: each is held against its own place."""

from __future__ import annotations

import pytest

from drafter.model import Op, Verdict
from tests.made_verdicts import comment, evidence_on

Edit = tuple[str, str]
OPEN = {Verdict.UNCLEAR, Verdict.NOT_YET}
SHORT = OPEN | {Verdict.PARTLY}

ONLINE, ROUND = ("trực tuyến đạt", "số đạt"), ("đến các xã", "đến các xã, các thôn")
TWO = "Tại điểm a khoản 3 Điều 1 thay “hồ sơ trực tuyến” bằng “hồ sơ số”; khoản 2 Điều 2 bổ sung “các thôn”."
INTO = "Đề nghị bổ sung “hằng quý” vào khoản 3 Điều 2 và bổ sung “tối thiểu” vào khoản 2 Điều 1."
LISTED = "Đề nghị bổ sung “hữu cơ” tại khoản 2 Điều 1 và “thường xuyên” tại khoản 3 Điều 2."
PAIRS = "Đề nghị thay “60%” bằng “70%” tại điểm a và “120” bằng “150” tại điểm b khoản 3 Điều 1."


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (TWO, ["điểm a khoản 3 Điều 1", "khoản 2 Điều 2"]),
        (INTO, ["khoản 3 Điều 2", "khoản 2 Điều 1"]),
        (LISTED, ["khoản 2 Điều 1", "khoản 3 Điều 2"]),
        (PAIRS, ["điểm a", "điểm b khoản 3 Điều 1"]),
        (
            "Tại khoản 1 thay “A” bằng “B” cho thống nhất với khoản 3 và bổ sung “C”.",
            ["khoản 1", "khoản 1"],
        ),
        ("Tại khoản 1 sửa “A” thành “B”; khoản 3 đề nghị sửa “A” thành “B”.", ["khoản 1", "khoản 3"]),
        ("Đề nghị bỏ “A” và “B” tại khoản 1.", ["khoản 1", "khoản 1"]),
        ("Tại khoản 1 bổ sung “A”, vì tại khoản 3 quy định “B” là không đủ.", ["khoản 1"]),
    ],
)
def test_each_thing_is_asked_for_at_its_own_place(text: str, places: list[str]) -> None:
    assert [ask.place for ask in comment(text).asks] == places


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        (TWO, (("hồ sơ trực tuyến", "hồ sơ trực tuyến, các thôn"), ("đến các xã", "hồ sơ số đến các xã"))),
        (INTO, (("6 tháng", "6 tháng, tối thiểu"), ("Xây dựng 100", "Xây dựng hằng quý 100"))),
        (LISTED, (("an toàn", "an toàn, thường xuyên"), ("định kỳ", "định kỳ hữu cơ"))),
        (PAIRS, (("đạt 60%", "đạt 150%"), ("120 doanh", "70 doanh"))),
        (
            "Đề nghị bổ sung “hữu cơ” vào cuối khoản 2 Điều 1, “thường xuyên” vào đầu khoản 3 Điều 2.",
            (("an toàn.", "an toàn thường xuyên."), ("3. Các", "3. Hữu cơ các")),
        ),
    ],
)
def test_words_put_into_each_others_places_are_not_done(text: str, edits: tuple[Edit, ...]) -> None:
    assert evidence_on(text, *edits).verdict in OPEN


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        (TWO, (ONLINE, ROUND)),
        (INTO, (("6 tháng", "6 tháng, hằng quý"), ("Xây dựng 100", "Xây dựng tối thiểu 100"))),
        (LISTED, (("an toàn", "an toàn, hữu cơ"), ("định kỳ", "thường xuyên, định kỳ"))),
        (PAIRS, (("đạt 60%", "đạt 70%"), ("120 doanh", "150 doanh"))),
    ],
)
def test_words_put_each_into_its_own_place_are_done(text: str, edits: tuple[Edit, ...]) -> None:
    assert evidence_on(text, *edits).verdict is Verdict.ADDRESSED


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        (TWO, ONLINE),
        (TWO, ROUND),
        (INTO, ("6 tháng", "6 tháng, hằng quý")),
        (LISTED, ("an toàn", "an toàn, hữu cơ")),
        (PAIRS, ("đạt 60%", "đạt 70%")),
        (
            "Tại khoản 2 Điều 2 bổ sung “các thôn”; khoản 3 Điều 2 làm rõ mức xử lý vi phạm đối với cơ quan.",
            ROUND,
        ),
        ("Đề nghị bỏ “an toàn” tại khoản 2 Điều 1 và “theo quy định” tại khoản 3 Điều 2.", (" an toàn", "")),
        (
            "Tại khoản 1 Điều 1 thay “số” bằng “xanh”; tại khoản 2 Điều 1 thay “an toàn” bằng “xanh”.",
            ("kinh tế số", "kinh tế xanh"),
        ),
    ],
)
def test_of_two_wishes_one_that_came_is_a_part(text: str, edit: Edit) -> None:
    assert evidence_on(text, edit).verdict is Verdict.PARTLY


@pytest.mark.parametrize(
    "text",
    [
        "Tại khoản 2 Điều 1 đề nghị bỏ quy định về số lượng và bổ sung cụm từ “hữu cơ”.",
        "Tại khoản 2 Điều 1, đề nghị lược bỏ số lượng mô hình, đồng thời bổ sung “hữu cơ”.",
    ],
)
def test_what_is_added_beside_a_deletion_is_not_deleted(text: str) -> None:
    asked = {(ask.op, ask.old, ask.new) for ask in comment(text).asks}
    assert asked == {(Op.ADD, None, "hữu cơ"), (Op.DELETE, None, None)}
    assert evidence_on(text, ("an toàn", "an toàn, hữu cơ")).verdict in SHORT
