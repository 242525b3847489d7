"""Comments against a change: what an agency does not want is never done for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.answers import Material, answered
from drafter.analyses.comments import letters
from drafter.analyses.comments.reading import comment_of
from drafter.analyses.disposition import disposition
from drafter.analyses.evidence import evidence
from drafter.analyses.evidence.clashes import clashes
from drafter.analyses.targets import targets
from drafter.model import (
    Block,
    Comment,
    Correspondence,
    Disposition,
    Letter,
    Op,
    Position,
    Rounds,
    Sheet,
    Verdict,
)
from drafter.wording.answers import answer_words
from drafter.wording.asks import asked_words
from tests.bench.quality.links import linked
from tests.test_evidence_rules import OTHER, drafts, judged

BEFORE = "Xây dựng trung tâm dữ liệu, hoàn thành trong năm 2021; Sở Nội vụ phối hợp thực hiện."
AFTER = "Xây dựng trung tâm dữ liệu, hoàn thành trong năm 2022; hợp tác xã, Sở Nội vụ phối hợp thực hiện."


def comment(text: str) -> Comment:
    return comment_of(
        id="a.txt#1", agency="Sở Y tế", dated=None, draft="1", path="a.txt", position=Position(), text=text
    )


def verdict_on(said: Comment) -> Verdict:
    (found,) = judged(drafts([BEFORE, OTHER], [AFTER, OTHER]), said, "III.1")
    return found.verdict


@pytest.mark.parametrize(
    "text",
    [
        "Không đồng ý với kiến nghị của Sở Tài chính, bổ sung “hợp tác xã”.",
        "Không đồng ý kiến nghị của Sở Tài chính: bổ sung “hợp tác xã”.",
        "Không nhất trí với đề xuất của Sở Tài chính tại điểm này, sửa “năm 2021” thành “năm 2022”.",
        "Sở Y tế chưa thống nhất với phương án của Sở Tài chính, thay “năm 2021” bằng “năm 2022”.",
        "Bác ý kiến của Sở Tài chính, cụ thể là bổ sung “hợp tác xã”.",
        "Đề nghị không xem xét ý kiến của Sở Tài chính, bổ sung “hợp tác xã”.",
        "Không ủng hộ việc Sở Tài chính đề nghị tại điểm này, bổ sung “hợp tác xã”.",
        "Giữ nguyên dự thảo, không theo kiến nghị của Sở Tài chính, bổ sung “hợp tác xã”.",
    ],
)
def test_what_stands_behind_the_comma_of_an_objection_is_what_is_objected_to(text: str) -> None:
    said = comment(text)
    assert said.contrary
    assert verdict_on(said) is Verdict.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "Không đồng ý với kiến nghị của Sở Tài chính, đề nghị bổ sung “hợp tác xã”.",
        "Không đồng ý với quy định của dự thảo, bổ sung “hợp tác xã”.",
        "Chưa nhất trí với mức của dự thảo, đề nghị sửa “năm 2021” thành “năm 2022”.",
    ],
)
def test_what_an_agency_asks_for_itself_behind_an_objection_is_its_own(text: str) -> None:
    assert not comment(text).contrary


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị không sửa “trong năm 2021” thành “trong năm 2022”.",
        "Đề nghị không bổ sung “hợp tác xã”.",
        "Không nhất trí việc bổ sung “hợp tác xã”.",
        "Không đồng ý thay “trong năm 2021” bằng “trong năm 2022”.",
        "Sở Y tế phản đối việc sửa “trong năm 2021” thành “trong năm 2022”.",
        "Chưa nên sửa “trong năm 2021” thành “trong năm 2022”.",
        "Không cần thiết bổ sung “hợp tác xã”.",
        "Cần hạn chế bổ sung “hợp tác xã” vì trùng nội dung.",
        "Việc sửa “trong năm 2021” thành “trong năm 2022” là không phù hợp.",
        "Đề nghị xem xét lại việc sửa “trong năm 2021” thành “trong năm 2022”.",
        "Sở Y tế đã đề nghị bổ sung “hợp tác xã” nhưng nay xin rút ý kiến này.",
        "Nếu Bộ Xây dựng đồng ý thì đề nghị sửa “trong năm 2021” thành “trong năm 2022”.",
        "Đề nghị chưa sửa “trong năm 2021” thành “trong năm 2022”.",
        "Đề nghị không đổi “trong năm 2021” thành “trong năm 2022”.",
        "Đề nghị không chỉnh lý “trong năm 2021” thành “trong năm 2022”.",
        "Đề nghị không chèn “hợp tác xã” vào khoản 1 mục III.",
        "Không được bổ sung “hợp tác xã”.",
        "Sở Y tế không đề nghị bổ sung “hợp tác xã”.",
        "Đề nghị không tiếp thu ý kiến bổ sung “hợp tác xã” của Sở Tài chính.",
        "Sở Tài chính đã đề nghị bổ sung “hợp tác xã” tại khoản 1; Sở Y tế không nhất trí với đề nghị này.",
        "Sở Tài chính đề nghị bổ sung “hợp tác xã”. Sở Y tế chưa thống nhất với ý kiến này.",
    ],
)
def test_a_change_that_the_agency_is_against_is_not_done_for_it(text: str) -> None:
    said = comment(text)
    assert said.operation is None and said.contrary
    assert not any(ask.new for ask in said.asks) and not any(asked_words(ask, "vi") for ask in said.asks[:1])
    assert verdict_on(said) not in (Verdict.ADDRESSED, Verdict.PARTLY, Verdict.ALREADY)


@pytest.mark.parametrize(
    "text",
    [
        "Không thống nhất với nội dung này, đề nghị sửa “trong năm 2021” thành “trong năm 2022”.",
        "Thời hạn này không phù hợp, đề nghị sửa “trong năm 2021” thành “trong năm 2022”.",
        "Nếu để như dự thảo thì khó thực hiện, đề nghị sửa “trong năm 2021” thành “trong năm 2022”.",
        "Đề nghị bổ sung “hợp tác xã” để không bỏ sót đối tượng.",
        "Đề nghị bổ sung “hợp tác xã” để không sửa nhiều lần.",
        "Không chỉ sửa “trong năm 2021” thành “trong năm 2022” mà còn phải bảo đảm kinh phí.",
        "Đề nghị sửa “trong năm 2021” thành “trong năm 2022”, nếu không sẽ không khả thi.",
        "Nếu không bổ sung “hợp tác xã” thì khó thực hiện; đề nghị bổ sung “hợp tác xã”.",
        "Sở Y tế đề nghị bổ sung “hợp tác xã”; không nhất trí với quy định về thời hạn.",
    ],
)
def test_a_fault_found_before_a_request_does_not_turn_it_round(text: str) -> None:
    said = comment(text)
    assert said.operation is not None and not said.contrary
    assert verdict_on(said) is Verdict.ADDRESSED


@pytest.mark.parametrize(
    ("text", "op", "old", "new"),
    [
        ("Đề nghị bỏ cụm từ “không”.", Op.DELETE, "không", None),
        (
            "Đề nghị sửa “không quá 5 ngày” thành “không quá 7 ngày”.",
            Op.REPLACE, "không quá 5 ngày", "không quá 7 ngày",
        ),
    ],
)  # fmt: skip
def test_a_negation_in_the_words_of_the_draft_turns_nothing_round(
    text: str, op: Op, old: str, new: str | None
) -> None:
    asked = comment(text).operation
    assert asked is not None and (asked.op, asked.old, asked.new) == (op, old, new)


def test_words_that_are_not_to_be_replaced_are_kept() -> None:
    said = comment("Đề nghị không sửa “2021” thành “2022” tại khoản 1 mục III.")
    assert [ask.old for ask in said.asks if ask.op is Op.KEEP] == ["2021"]


def test_a_comment_against_a_change_wants_a_look_and_is_told_so_beside_a_wish_for_it() -> None:
    """In the explanation of both it wants the words that stand, never those it is against."""
    rounds = Rounds(tuple(drafts([BEFORE, OTHER], [BEFORE, OTHER])), align)
    against = comment("Đề nghị không sửa “trong năm 2021” thành “trong năm 2022”.")
    wish = comment("Đề nghị sửa “trong năm 2021” thành “trong năm 2022”.")
    wish = replace(wish, id="b.txt#1", agency="Sở Nội vụ", path="b.txt")
    said = (against, wish)
    links = {one.comment: one for one in linked(said, rounds.drafts[0])}
    assert links[against.id].review
    letters = tuple(Letter(one.path, one.agency, None, None, one.stance, (one,)) for one in said)
    read = Correspondence(letters, (), (), {one.path: "0" * 64 for one in said})
    found = Material(links, evidence(said, links, rounds, targets), clashes(said, links, rounds))
    table = answered(disposition(read, links, rounds), rounds, read, found)
    for row in table.rows:
        assert row.answer is not None and row.answer.proposes is Disposition.EXPLAINED
        words = answer_words(row.answer, "vi")
        assert "Sở Y tế đề nghị giữ trong năm 2021" in words
        assert "Sở Nội vụ đề nghị “trong năm 2022”" in words


@pytest.mark.parametrize(
    "said",
    [
        "Chưa đồng ý với đề xuất của Sở Du lịch: bổ sung “hợp tác xã” tại khoản 1 mục III.",
        "Theo đề xuất của Sở Du lịch: bổ sung “hợp tác xã” tại khoản 1 mục III là chưa phù hợp.",
    ],
)
def test_an_agency_whose_wish_is_spoken_of_before_a_colon_is_no_speaker(said: str) -> None:
    head = ("SỞ Y TẾ", "Số: 9/SYT", "Kính gửi: Sở Thông tin và Truyền thông.", "Sở Y tế có ý kiến như sau:")
    blocks = tuple(Block(number, text) for number, text in enumerate((*head, f"1. {said}"), 1))
    (letter,) = letters(Sheet("a.txt", "0", "line", blocks))
    assert [(each.agency, each.text) for each in letter.comments] == [("Sở Y tế", said)]
