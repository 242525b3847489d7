"""Who writes and to whom: what an office calls itself in a sentence, and who gets its letter."""

from dataclasses import replace

import pytest

from drafter.model import AnsweredComment, Ask, Disposition, DraftName, Office, Op, ReplyLetter, Row
from drafter.wording.letters import intro, naming_others, office_words
from drafter.writers.table.cells import Telling, proposed

SAID = AnsweredComment("k", 7, "Bỏ khoản 2.", settled=True, disposition=Disposition.EXPLAINED)
DRAFT = DraftName("NGHỊ QUYẾT về A", 2, "")


def letter(agency: str, *comments: AnsweredComment) -> ReplyLetter:
    return ReplyLetter(
        agency=agency, letters=(), comments=comments or (SAID,), draft=DRAFT, newest=3, office=Office()
    )


@pytest.mark.parametrize(
    ("office", "said"),
    [
        (Office(name="VĂN PHÒNG", parent="TỈNH ỦY AN BÌNH"), "Văn phòng Tỉnh ủy"),
        (Office(name="BAN TUYÊN GIÁO TỈNH ỦY", parent="TỈNH ỦY AN BÌNH"), "Ban Tuyên giáo Tỉnh ủy"),
        (Office(name="VĂN PHÒNG", parent="UBND TỈNH AN BÌNH"), "Văn phòng Ủy ban nhân dân tỉnh An Bình"),
        (Office(name="SỞ NỘI VỤ", parent="UBND TỈNH AN BÌNH"), "Sở Nội vụ"),
        (Office(), "cơ quan soạn thảo"),
    ],
)
def test_an_office_calls_itself_by_its_whole_name_in_small_letters(office: Office, said: str) -> None:
    assert office_words(office, "vi") == said


@pytest.mark.parametrize(
    ("agency", "you"),
    [
        ("Sở Nội vụ", "quý cơ quan"),
        ("Công ty cổ phần An Bình", "quý công ty"),
        ("VNPT An Bình", "quý doanh nghiệp"),
        ("Hiệp hội Doanh nghiệp tỉnh An Bình", "quý hội"),
        ("Hội đồng nhân dân tỉnh An Bình", "quý cơ quan"),
        ("Ngân hàng Nhà nước Chi nhánh tỉnh An Bình", "quý cơ quan"),
    ],
)
def test_who_is_no_office_is_not_called_one(agency: str, you: str) -> None:
    said = " ".join(intro(letter(agency), "vi"))
    assert said.count(you) == 2 and said.startswith("Cơ quan soạn thảo đã nhận được")


def test_an_answer_that_names_another_agency_is_told_before_it_goes_out() -> None:
    names = ("Sở Nội vụ", "Sở Tài chính")
    plain = replace(SAID, no=1, response="Sở Nội vụ đề nghị bỏ; giữ như dự thảo.")
    other = replace(SAID, no=2, response="Sở Tài chính đề nghị giữ; giữ như dự thảo.")
    asked = replace(other, no=3, text="Giao Sở Tài chính chủ trì.")
    assert naming_others([letter("Sở Nội vụ", plain, other, asked)], names, "vi") == [2]


def test_the_iso_form_tells_the_change_that_a_letter_proposes_in_its_sentences() -> None:
    row = Row(1, None, "", (), ("Sở A",), ("a#1",), "Thay “A” bằng “B”.", "drafts/1.docx", 1)
    asked = replace(row, asks=(Ask(Op.REPLACE, "A", "B"), Ask(None)))
    assert proposed(asked, Telling("vi", several=False)) == "Sửa “A” thành “B”"
    assert proposed(replace(asked, proposal="“C”"), Telling("vi", several=False)) == "“C”"
    assert proposed(row, Telling("vi", several=False)) == ""
