"""Letters in words and in Word: one comment, one template, names of files."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn

from drafter.errors import BadTemplate
from drafter.jobs.letter_files import file_names
from drafter.model import (
    AnsweredComment,
    AnswerState,
    Asked,
    Disposition,
    DraftName,
    Office,
    ReasonCode,
    Reminder,
    Response,
)
from drafter.opc import packed
from drafter.wording.letters import outcome_words, reminder_words, reply_words
from drafter.writers.letters import Template, own_template
from drafter.writers.letters.filling import filled
from drafter.writers.letters.letters import reminder_docx

COMMENT = AnsweredComment("k", 7, "Bỏ khoản 2.", settled=True, disposition=Disposition.EXPLAINED)
SETTLED = replace(COMMENT, disposition=Disposition.ACCEPTED, response="Tiếp thu.")


def test_an_answer_tells_outcome_reason_and_place() -> None:
    assert outcome_words(COMMENT, "vi") == "Giải trình"
    explained = replace(COMMENT, reason=ReasonCode.SUPERIOR_TARGET)
    assert reply_words(explained, 3, "vi") == "Giải trình. Chỉ tiêu do cấp trên giao."
    shown = replace(SETTLED, shown=("điểm a, khoản 2, mục III",))
    assert reply_words(shown, 3, "vi").endswith("Thể hiện tại điểm a khoản 2 mục III của dự thảo lần 3.")
    assert reply_words(replace(SETTLED, where="khoản 5"), 3, "vi") == "Tiếp thu.\nThể hiện tại: khoản 5"


def test_a_place_that_the_answer_names_is_not_named_again() -> None:
    said = replace(SETTLED, shown=("khoản 2, mục III",), response="Tiếp thu, sửa tại khoản 2 mục III.")
    assert reply_words(said, 3, "vi") == said.response


@pytest.mark.parametrize(
    ("shown", "response"),
    [
        (("dấu cộng thứ 1, điểm c, khoản 3, mục III",),
         "Tiếp thu, đã sửa tại dấu cộng thứ nhất điểm c khoản 3 mục III (dự thảo lần 3)."),
        (("điểm c, khoản 5, mục III", "điểm d, khoản 5, mục III"),
         "Tiếp thu, sửa tại điểm c và điểm d khoản 5 mục III."),
    ],
)  # fmt: skip
def test_a_place_is_named_however_it_is_cited(shown: tuple[str, ...], response: str) -> None:
    said = replace(SETTLED, shown=shown, response=response)
    assert reply_words(said, 3, "vi") == response


def test_a_longer_place_does_not_name_a_shorter_one() -> None:
    said = replace(SETTLED, shown=("khoản 1, mục I",), response="Tiếp thu, xem thêm khoản 1 mục III.")
    assert "Thể hiện tại khoản 1 mục I của" in reply_words(said, 3, "vi")


def test_what_is_open_is_called_a_proposal_and_never_an_outcome() -> None:
    proposed = replace(COMMENT, settled=False, response="Không tiếp thu.")
    assert outcome_words(proposed, "vi") == "Đề xuất, chưa được quyết định hoặc phê duyệt"
    assert reply_words(proposed, 3, "vi") == "Không tiếp thu."
    open_ = AnsweredComment("k", None, "Bỏ.")
    assert outcome_words(open_, "vi") == "Chưa có phương án xử lý"
    assert reply_words(open_, 3, "vi") == "Chưa có phương án xử lý."


def test_a_reminder_asks_within_the_time_that_is_left() -> None:
    asked = Asked("Sở Y tế", date(2021, 2, 24), date(2021, 3, 15))
    waiting = Response(asked, AnswerState.WAITING, days_left=5)
    letter = Reminder(waiting, date(2021, 3, 10), DraftName("Nghị quyết", 2, ""), Office())
    words = " ".join(reminder_words(letter, "vi"))
    assert "chậm nhất ngày 15/3/2021." in words and "quá hạn" not in words
    silent = replace(letter, response=replace(waiting, state=AnswerState.SILENT, days_late=4))
    assert "đã quá hạn 04 ngày" in " ".join(reminder_words(silent, "vi"))


@pytest.mark.parametrize(
    ("issuer", "number", "subject"),
    [("UBND tỉnh An Bình", "Số:        /……-……", "V/v đôn đốc"), ("Tỉnh ủy An Bình", "-CV/……", "Đôn đốc")],
)
def test_a_letter_has_number_and_subject_in_the_form_of_its_office(
    issuer: str, number: str, subject: str
) -> None:
    asked = Response(Asked("Sở Y tế"), AnswerState.WAITING)
    letter = Reminder(asked, date(2021, 3, 10), DraftName("Nghị quyết", 2, issuer), Office())
    template = own_template(Template.REMINDER, Office(), issuer, "vi")
    made = Document(io.BytesIO(reminder_docx(letter, template, inputs=(), shown="", lang="vi")))
    head = made.tables[0].rows[0].cells[0]
    assert number in head.text
    assert head.paragraphs[-1].text.startswith(f"{subject} góp ý dự thảo")
    assert "Nghị quyết" in head.paragraphs[-1].text
    assert bool(head.paragraphs[-1].runs[0].italic) is issuer.startswith("Tỉnh ủy")


def test_the_name_of_the_state_and_that_of_a_department_stand_on_one_line_each() -> None:
    office = Office("Ủy ban nhân dân tỉnh Hà Tĩnh", "Sở Thông tin và Truyền thông")
    made = Document(io.BytesIO(own_template(Template.REPLY, office, "", "vi")))
    # As wide as Times New Roman of 12 points prints them: 87.2 mm and 73 mm.
    left, right = (cell.width.mm for cell in made.tables[0].rows[0].cells)
    assert left >= 73.5 and right >= 88 and left + right <= 165.5
    (none,) = made.tables[0]._tbl.tblPr.xpath("./w:tblCellMar")
    assert [side.get(qn("w:w")) for side in none] == ["0", "0"]


TEMPLATE = own_template(Template.REMINDER, Office(), "Tỉnh ủy Hà Tĩnh", "vi")
VALUES = {"agency": "A", "address": "", "subject": "S", "draft": "D", "body": ["B"], "closing": "C"}
ODD = "<w:p> &amp; {{ 1 + 1 }} {_{ x }_} {_% y %_} {% raw %} {# z #} ]]> \a\f]\x07"


def test_values_stay_text_whatever_signs_they_hold() -> None:
    parts = filled(TEMPLATE, {**VALUES, "body": [ODD, "1\n2"]}, ["A"], shown="x")
    text = "\n".join(each.text for each in Document(io.BytesIO(packed(parts))).paragraphs)
    assert "<w:p> &amp; {{ 1 + 1 }} {_{ x }_} {_% y %_} {% raw %} {# z #} ]]>" in text
    assert "1\n2" in text


def test_a_value_that_a_template_wants_and_nobody_has_is_told() -> None:
    with pytest.raises(BadTemplate) as refused:
        filled(TEMPLATE, {key: VALUES[key] for key in VALUES if key != "closing"}, [], shown="x")
    assert "closing" in str(refused.value.facts["reason"])


def test_a_text_that_a_template_leaves_out_is_told() -> None:
    with pytest.raises(BadTemplate):
        filled(TEMPLATE, VALUES, ["Ý kiến"], shown="x")


def test_names_of_files_are_safe_and_their_own() -> None:
    names = file_names("x", ["Sở A/B: “C”?", "Sở A B C", "CON", "Đ" * 300], "")
    assert len({name.lower() for name in names}) == 4
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in names)
    assert max(map(len, names)) < 100
    assert file_names("x", ["Sở Y tế"], "") == file_names("x", ["SỞ Y TẾ"], "")
