"""Verdicts in words, and what they rest on."""

import pytest

from drafter.model import Answer, Counted, Measured, Row, Segment, Stance, Verdict
from drafter.wording.verdicts import grounds, verdict_words
from drafter.writers.table.cells import Telling, proof

PAGES = Measured("pages", 12, 9, "pages")


@pytest.mark.parametrize("stance", [Stance.AGREEMENT, Stance.REMARK])
def test_nobody_has_to_look_at_a_comment_that_asks_for_nothing(stance: Stance) -> None:
    assert verdict_words(Verdict.UNCLEAR, stance, (), "vi") == "Không đề nghị sửa"
    assert grounds(Verdict.UNCLEAR, stance, (), "vi")


def test_a_request_that_nothing_shows_is_for_a_person() -> None:
    assert verdict_words(Verdict.UNCLEAR, Stance.REQUEST, (), "vi") == "Cần người xem"
    assert verdict_words(Verdict.UNCLEAR, Stance.REMARK, (PAGES,), "vi") == "Cần người xem"


def test_the_proof_of_a_row_tells_what_was_counted_and_not_the_headings_that_changed() -> None:
    answer = Answer(Verdict.ADDRESSED, counted=(Counted(PAGES),), measures=(PAGES,),
                    segments=(Segment("-", "BỐI CẢNH"), Segment("+", "BỐI CẢNH, THỰC TRẠNG")))  # fmt: skip
    assert told(answer) == "Đã thực hiện\nSố trang: trước 12, nay 9"


def test_the_proof_of_what_nothing_shows_says_so() -> None:
    assert told(Answer(Verdict.UNCLEAR)).startswith("Cần người xem\nKhông có nội dung đếm được")


def told(answer: Answer) -> str:
    row = Row(1, None, "", (), ("Sở A",), ("a#1",), "Rút gọn.", "drafts/1.docx", 1, answer=answer)
    return proof(row, Telling("vi", several=False))
