"""Collations: which agencies speak below a line or beside a cell, and the letters that are told of them."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.analyses.comments import letters
from drafter.analyses.letter_marks import letter_mark
from drafter.language.joint import together
from drafter.language.letter_notes import SentLetter, letter_note
from drafter.model import Letter, LetterMark
from tests.inputs import read_comment_file

ASKED = "Đề nghị bổ sung nguồn kinh phí tại khoản 2 mục III."
OTHER = "Đề nghị làm rõ khoản 3 mục II."


def read(folder: Path, text: str, name: str = "gop-y.txt") -> dict[str, Letter]:
    path = folder / name
    path.write_text(text, "utf-8")
    made = letters(read_comment_file(path, root=folder))
    assert made[0].words.closes
    return {letter.agency: letter for letter in made}


def said(made: dict[str, Letter]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(together(name), tuple(c.text for c in letter.comments)) for name, letter in made.items()]


@pytest.mark.parametrize(
    "head",
    [
        "Sở Tài chính; Sở Tư pháp góp ý",
        "SỞ TÀI CHÍNH; SỞ TƯ PHÁP góp ý",
        "SỞ TÀI CHÍNH; SỞ TƯ PHÁP",
        "Sở Tài chính và Sở Tư pháp cùng góp ý",
        "Sở Tài chính, Sở Tư pháp cùng có ý kiến như sau:",
        "Sở Tài chính, Sở Tư pháp đều góp ý:",
        "Sở Tài chính và Sở Tư pháp (Công văn số 12/LS ngày 05/3/2021)",
    ],
)
@pytest.mark.parametrize("mark", ["", "{}. ", "## "])
def test_all_that_a_line_above_names_speak_below_it(head: str, mark: str, tmp_path: Path) -> None:
    marks = (mark.format(1), mark.format(2))
    made = read(
        tmp_path, f"TỔNG HỢP Ý KIẾN\n{marks[0]}{head}\n- {ASKED}\n{marks[1]}Sở Y tế góp ý\n- {OTHER}\n"
    )
    assert said(made) == [(("Sở Tài chính", "Sở Tư pháp"), (ASKED,)), (("Sở Y tế",), (OTHER,))]


@pytest.mark.parametrize(
    "head",
    [
        "SỞ TÀI CHÍNH; SỞ TƯ PHÁP góp ý:",
        "Sở Tài chính và Sở Tư pháp cùng góp ý",
        "Sở Tài chính; Sở Tư pháp có ý kiến như sau:",
        "Sở Tài chính và Sở Tư pháp thống nhất góp ý như sau:",
        "Sở Tài chính, Sở Tư pháp - Góp ý dự thảo lần 2",
    ],
)
def test_a_first_line_names_all_whose_letter_it_is(head: str, tmp_path: Path) -> None:
    made = read(tmp_path, f"{head}\n1. {ASKED}\n2. {OTHER}\n")
    assert said(made) == [(("Sở Tài chính", "Sở Tư pháp"), (ASKED, OTHER))]


NOTES = [
    ("(Công văn số 123/STC-QLNS ngày 05/3/2021)", "123/STC-QLNS", date(2021, 3, 5)),
    ("(tại CV số 123/STC-QLNS ngày 05 tháng 3 năm 2021 của Sở Tài chính)", "123/STC-QLNS", date(2021, 3, 5)),
    ("(123/STC-QLNS, ngày 5/3/2021)", "123/STC-QLNS", date(2021, 3, 5)),
    ("[VB số 123-CV/BTGTU]", "123-CV/BTGTU", None),
    (" - Văn bản số 123/STC-QLNS ngày 05/3/2021", "123/STC-QLNS", date(2021, 3, 5)),
    (", Công văn số 123/STC-QLNS ngày 05/3/2021", "123/STC-QLNS", date(2021, 3, 5)),
    ("\n(Công văn số 123/STC-QLNS ngày 05/3/2021)", "123/STC-QLNS", date(2021, 3, 5)),
]  # fmt: skip


@pytest.mark.parametrize(("note", "number", "day"), NOTES)
def test_the_letter_told_behind_a_name_is_that_agencys_and_no_part_of_its_name(
    note: str, number: str, day: date | None, tmp_path: Path
) -> None:
    rows = f'STT,Đơn vị góp ý,Nội dung góp ý\n1,"Sở Tài chính {note}",{ASKED}\n2,Sở Y tế,{OTHER}\n'
    made = read(tmp_path, rows, "bang.csv")
    assert said(made) == [(("Sở Tài chính",), (ASKED,)), (("Sở Y tế",), (OTHER,))]
    letter = made["Sở Tài chính"]
    assert (letter.number, letter.date) == (number, day)
    assert letter_mark(letter) == LetterMark(number, day)
    assert letter_mark(made["Sở Y tế"]) is None


@pytest.mark.parametrize("below", ["\n- ", ":\n- ", ": "])
def test_a_line_with_a_name_and_its_letter_gives_the_floor(below: str, tmp_path: Path) -> None:
    note = "(Công văn số 123/STC-QLNS ngày 05/3/2021)"
    made = read(tmp_path, f"TỔNG HỢP\n1. Sở Tài chính {note}{below}{ASKED}\n2. Sở Y tế{below}{OTHER}\n")
    assert said(made) == [(("Sở Tài chính",), (ASKED,)), (("Sở Y tế",), (OTHER,))]
    assert made["Sở Tài chính"].number == "123/STC-QLNS"
    assert made["Sở Y tế"].number is None


@pytest.mark.parametrize("title", ["Số văn bản", "Số CV", "Ký hiệu", "Công văn số"])
def test_columns_tell_the_letter_of_each_row(title: str, tmp_path: Path) -> None:
    rows = f"STT,Đơn vị góp ý,{title},Ngày,Nội dung\n1,Sở Tài chính,123/STC,05/3/2021,{ASKED}\n"
    made = read(tmp_path, f"{rows}2,Sở Y tế,45/SYT-VP,06/3/2021,{OTHER}\n", "bang.csv")
    known = {name: (letter.number, letter.date) for name, letter in made.items()}
    assert known == {
        "Sở Tài chính": ("123/STC", date(2021, 3, 5)),
        "Sở Y tế": ("45/SYT-VP", date(2021, 3, 6)),
    }


def test_of_two_letters_of_an_agency_its_words_bear_the_number_of_none(tmp_path: Path) -> None:
    cells = [f"Sở Tài chính (CV số {n}/STC ngày 0{n}/3/2021)" for n in (1, 2)]
    rows = f"STT,Đơn vị góp ý,Nội dung góp ý\n1,{cells[0]},{ASKED}\n2,{cells[1]},{OTHER}\n"
    assert read(tmp_path, rows, "bang.csv")["Sở Tài chính"].number is None


@pytest.mark.parametrize(
    "name",
    [
        "Sở Tài chính (lần 2)",
        "Sở Y tế (không có ý kiến)",
        "Sở Tài chính (đồng chí A phát biểu ngày 05/3/2021)",
    ],
)
def test_other_brackets_tell_of_no_letter(name: str) -> None:
    assert letter_note(name) is None


def test_two_letters_in_one_note_leave_the_name_clean() -> None:
    note = letter_note("Sở Tài chính (Công văn số 1/STC ngày 01/3/2021 và số 2/STC ngày 02/3/2021)")
    assert note is not None
    assert (note.start, note.letter) == (len("Sở Tài chính"), SentLetter())


def test_those_listed_as_agreeing_agree_each_by_its_own_letter(tmp_path: Path) -> None:
    listed = "Sở Xây dựng (CV số 12/SXD-VP ngày 05/3/2021); Sở Tư pháp (34/STP); UBND huyện Hương Khê"
    made = read(
        tmp_path, f"TỔNG HỢP\nI. CÁC ĐƠN VỊ THỐNG NHẤT\n{listed}.\nII. CÓ Ý KIẾN\n1. Sở Y tế: {ASKED}\n"
    )
    known = {name: (letter.number, letter.date) for name, letter in made.items()}
    assert known == {
        "Sở Xây dựng": ("12/SXD-VP", date(2021, 3, 5)),
        "Sở Tư pháp": ("34/STP", None),
        "Ủy ban nhân dân huyện Hương Khê": (None, None),
        "Sở Y tế": (None, None),
    }
    assert [c.text for c in made["Sở Tư pháp"].comments] == ["CÁC ĐƠN VỊ THỐNG NHẤT, Sở Tư pháp"]


@pytest.mark.parametrize(
    "aside", ["(cùng ý kiến)", "(02 ý kiến)", "(góp ý lần 2)", "Số 12/STC ngày 05/3/2021"]
)
def test_what_else_stands_behind_names_hides_no_speaker(aside: str, tmp_path: Path) -> None:
    rest = "2. UBND các huyện: Lộc Hà, Thạch Hà"
    made = read(
        tmp_path, f"SỞ NỘI VỤ\nTỔNG HỢP Ý KIẾN\n1. Sở Tài chính {aside}\n- {ASKED}\n{rest}\n- {OTHER}\n"
    )
    districts = ("Ủy ban nhân dân huyện Lộc Hà", "Ủy ban nhân dân huyện Thạch Hà")
    assert said(made) == [(("Sở Tài chính",), (ASKED,)), (districts, (OTHER,))]


def test_an_agreement_right_below_the_subject_is_no_part_of_it(tmp_path: Path) -> None:
    made = read(tmp_path, "Sở Ngoại vụ\nV/v góp ý dự thảo\nSở Ngoại vụ không có ý kiến góp ý thêm.\n")
    assert said(made) == [(("Sở Ngoại vụ",), ("Sở Ngoại vụ không có ý kiến góp ý thêm.",))]


def test_party_offices_of_two_districts_are_two(tmp_path: Path) -> None:
    for name in ("KỲ ANH", "LỘC HÀ"):
        head = f"HUYỆN ỦY {name}\nVĂN PHÒNG\n*\nSố 215-CV/VPHU\nKính gửi: Văn phòng Tỉnh ủy\n1. {ASKED}\n"
        assert list(read(tmp_path, head)) == [f"Văn phòng Huyện ủy {name.title()}"]


def test_a_cell_of_two_agencies_with_their_letters_is_of_both(tmp_path: Path) -> None:
    cell = "Sở Tài chính (CV 123/STC ngày 5/3/2021), Sở Y tế (CV 45/SYT ngày 6/3/2021)"
    rows = f'STT,Đơn vị,Ý kiến\n1,"{cell}",{ASKED}\n2,"UBND các huyện Kỳ Anh, Lộc Hà",{OTHER}\n'
    made = read(tmp_path, rows, "bang.csv")
    districts = ("Ủy ban nhân dân huyện Kỳ Anh", "Ủy ban nhân dân huyện Lộc Hà")
    assert said(made) == [(("Sở Tài chính", "Sở Y tế"), (ASKED,)), (districts, (OTHER,))]
    assert {letter.number for letter in made.values()} == {None}


@pytest.mark.parametrize("note", [" - CV số 45/SYT ngày 06/3/2021", " (45/SYT)", ": (Công văn 45/SYT)"])
def test_the_title_of_each_sheet_tells_whose_letter_it_holds(note: str, tmp_path: Path) -> None:
    book = Workbook()
    for at, (agency, words) in enumerate(
        (("Sở Tài chính - CV số 123/STC", ASKED), (f"Sở Y tế{note}", OTHER))
    ):
        sheet = book.active if at == 0 else book.create_sheet(str(at))
        for row in ((agency,), ("STT", "Điều khoản", "Ý kiến"), (1, "Mục II", words)):
            sheet.append(row)
    book.save(tmp_path / "tong-hop.xlsx")
    made = letters(read_comment_file(tmp_path / "tong-hop.xlsx", root=tmp_path))
    known = [(letter.agency, letter.number, letter.comments[0].text) for letter in made]
    assert known == [("Sở Tài chính", "123/STC", ASKED), ("Sở Y tế", "45/SYT", OTHER)]
