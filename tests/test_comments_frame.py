"""What is frame and what is said: first lines, openings, agreements that turn, mail, letterheads."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.analyses.comments.margins import said_in
from drafter.model import Annotation, FrameKind, Letter, Source, Stance
from drafter.readers.comments import read_comment_file
from tests.docx_builder import cell, docx, p, row, table

TOP = "SỞ Y TẾ\nSố: 12/SYT-VP\nKính gửi: Sở Nội vụ\n"


def read(text: str, name: str = "thu.txt") -> tuple[Letter, ...]:
    return letters(read_comment_file(Source(text.encode(), name, "0")))


def said(text: str, name: str = "thu.txt") -> list[str]:
    return [comment.text for letter in read(text, name) for comment in letter.comments]


@pytest.mark.parametrize(
    "first",
    [
        "Sở Nội vụ góp ý dự thảo lần 1",
        "SỞ NỘI VỤ GÓP Ý DỰ THẢO NGHỊ QUYẾT",
        "Ý kiến của Sở Nội vụ về dự thảo Nghị quyết",
        "Sở Nội vụ có ý kiến như sau:",
        "Sau khi nghiên cứu dự thảo, Sở Nội vụ có một số ý kiến như sau:",
        "Sở Nội vụ tham gia ý kiến đối với dự thảo lần 2",
    ],
)
def test_the_first_line_names_the_agency_and_no_more(first: str) -> None:
    for name in ("thu.txt", "thu.md"):
        found = read(f"{first}\n\n1. Tại khoản 1 Điều 2, đề nghị sửa “80%” thành “85%”.\n", name)
        assert [letter.agency for letter in found] == ["Sở Nội vụ"]
        assert len(found[0].comments) == 1


@pytest.mark.parametrize(
    "opening",
    [
        "Theo đề nghị của Sở Nội vụ tại Công văn số 345/SNV-CCHC về việc lấy ý kiến dự thảo Nghị quyết.",
        "Thực hiện Công văn số 345/SNV-CCHC của Sở Nội vụ đề nghị tham gia ý kiến đối với dự thảo.",
        "Phúc đáp Công văn số 345/SNV-CCHC ngày 01/3/2021 về việc góp ý dự thảo Nghị quyết.",
        "Trả lời Văn bản số 345/SNV-CCHC ngày 01/3/2021.",
        "Tiếp theo Công văn số 12/SYT-VP ngày 01/02/2021 về việc góp ý dự thảo lần 1.",
        "Căn cứ Giấy mời số 15/GM-SNV về việc mời góp ý dự thảo Nghị quyết.",
    ],
)
def test_a_sentence_that_only_says_what_is_answered_is_frame(opening: str) -> None:
    asked = read(f"{TOP}{opening}\nSở Y tế đề nghị bổ sung chỉ tiêu khám bệnh từ xa tại khoản 1 Điều 3./.\n")
    assert [len(letter.comments) for letter in asked] == [1]
    assert opening in [piece.text for piece in asked[0].frame if piece.kind is FrameKind.OPENING]
    agreed = read(f"{TOP}{opening}\nQua nghiên cứu, Sở Y tế thống nhất với dự thảo.\n")
    assert [comment.stance for comment in agreed[0].comments] == [Stance.AGREEMENT]


def test_a_basis_with_a_wish_behind_it_is_a_comment() -> None:
    wish = "Căn cứ Luật Khám bệnh, chữa bệnh, đề nghị bổ sung chỉ tiêu khám bệnh từ xa."
    assert said(f"{TOP}{wish}\n") == [wish]


@pytest.mark.parametrize(
    "words",
    [
        "Cơ bản thống nhất; tại khoản 1 mục III cần nêu rõ lộ trình.",
        "Nhất trí, tuy nhiên cần nêu rõ lộ trình.",
        "Đồng ý với dự thảo. Khoản 2 cần nêu rõ lộ trình.",
        "Thống nhất với dự thảo, đồng thời đề nghị nêu rõ lộ trình.",
        "Nhất trí; riêng khoản 3 đề nghị nêu rõ lộ trình.",
    ],
)
def test_a_request_behind_an_agreement_is_asked_for(words: str) -> None:
    texts = (f"{TOP}{words}\n", f"BIÊN BẢN HỌP\nĐại diện Sở Y tế: {words}\nĐại diện Sở Nội vụ: thống nhất.\n")
    for text in texts:
        wishes = [c for letter in read(text) for c in letter.comments if "lộ trình" in c.text]
        assert [comment.stance for comment in wishes] == [Stance.REQUEST]


@pytest.mark.parametrize(
    "quoted",
    [
        "Vào 08:00 5 thg 3, 2021, Sở Nội vụ <snv@a.example> đã viết:\n> Đề nghị góp ý trước ngày 15/3.",
        "-----Original Message-----\nFrom: Sở Nội vụ\nTo: Sở Y tế\nĐề nghị góp ý trước ngày 15/3.\n",
        "Từ: Sở Nội vụ\nĐã gửi: 05/3/2021\nĐến: Sở Y tế\nĐề nghị góp ý trước ngày 15/3.\n",
        "On Fri, 5 Mar 2021, Sở Nội vụ wrote:\n> Đề nghị góp ý trước ngày 15/3.\n",
    ],
)
def test_a_quoted_message_is_a_thread(quoted: str) -> None:
    found = read(f"{TOP}1. Đề nghị bỏ khoản 2 mục III.\n--\nPhòng Kế hoạch\n\n{quoted}")
    assert [comment.text for comment in found[0].comments] == ["Đề nghị bỏ khoản 2 mục III."]
    threads = [piece.text for piece in found[0].frame if piece.kind is FrameKind.THREAD]
    assert any("trước ngày 15/3" in text for text in threads)


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (("UBND TỈNH AN BÌNH", "VĂN PHÒNG"), "Văn phòng Ủy ban nhân dân tỉnh An Bình"),
        (("HỘI ĐỒNG NHÂN DÂN TỈNH AN BÌNH", "VĂN PHÒNG"), "Văn phòng Hội đồng nhân dân tỉnh An Bình"),
        (("TỈNH ỦY AN BÌNH", "VĂN PHÒNG"), "Văn phòng Tỉnh ủy"),
        (("SỞ Y TẾ", "CHI CỤC DÂN SỐ"), "Chi cục Dân số"),
        (("SỞ Y TẾ", "VĂN PHÒNG"), "Văn phòng Sở Y tế"),
        (("UBND HUYỆN NAM SƠN", "PHÒNG TÀI CHÍNH"), "Phòng Tài chính huyện Nam Sơn"),
    ],
)
def test_an_office_goes_by_the_name_of_its_body(lines: tuple[str, str], agency: str) -> None:
    found = read("\n".join((*lines, "Số: 12/VP", "Kính gửi: Sở Nội vụ", "1. Đề nghị bỏ khoản 2 mục III.")))
    assert [letter.agency for letter in found] == [agency]


@pytest.mark.parametrize(
    "number", [("Số:", "223/SNV-CCHC"), ("Số: 223", "/SNV-CCHC"), ("Số: 223/", "SNV-CCHC")]
)
def test_number_and_date_may_stand_on_several_lines(tmp_path: Path, number: tuple[str, str]) -> None:
    left = cell(p("UBND TỈNH AN BÌNH"), p("SỞ NỘI VỤ"), *map(p, number))
    right = cell(p("Độc lập - Tự do - Hạnh phúc"), p("An Bình, ngày 10"), p("tháng 3 năm 2021"))
    bare = table(row(left, right)).replace("<w:tblBorders>", "<w:x>").replace("</w:tblBorders>", "</w:x>")
    path = docx(tmp_path / "a.docx", bare, p("Kính gửi: Sở Y tế"), p("1. Đề nghị bỏ khoản 2 mục III."))
    (found,) = letters(read_comment_file(Source(path.read_bytes(), "a.docx", "0")))
    assert (found.number, str(found.date), len(found.comments)) == ("223/SNV-CCHC", "2021-03-10", 1)


def test_a_statement_stays_with_the_question_behind_it() -> None:
    cell_ = "Việc lập trung tâm không thuộc thẩm quyền của tỉnh. Đúng hay sai?"
    note = Annotation("Sở Y tế", None, cell_, "", 0, 0, 0, 0)
    assert said_in(note).comments == (cell_,)
    assert said(f"STT,Vị trí,Ý kiến góp ý\n1,Khoản 1,{cell_}\n", "phieu.csv") == [cell_]
    assert said(f"{TOP}1. {cell_}\n") == [cell_]


def test_an_annex_behind_the_signature_is_read() -> None:
    letter = f"{TOP}1. Đề nghị bỏ khoản 2.\nGIÁM ĐỐC\nNơi nhận:\n- Như trên;\n"
    annex = "PHỤ LỤC\n1. Đề nghị bổ sung nguồn vốn thực hiện.\n"
    assert said(letter + annex) == ["Đề nghị bỏ khoản 2.", "Đề nghị bổ sung nguồn vốn thực hiện."]


@pytest.mark.parametrize(
    "heading", ["1. Về dự thảo Tờ trình", "Về dự thảo Tờ trình", "I. Đối với dự thảo Báo cáo", "Tờ trình:"]
)
def test_a_heading_that_names_another_document_says_where_its_items_belong(heading: str) -> None:
    ours = heading.replace("1.", "2.").replace("I.", "II.")
    ours = (
        "Đối với dự thảo Nghị quyết" if ours == heading else f"{ours.partition(' ')[0]} Về dự thảo Nghị quyết"
    )
    text = (
        f"{TOP}{heading}\n- Tại khoản 2 Điều 2, đề nghị làm rõ cơ sở.\n{ours}\n- Đề nghị bỏ khoản 3 Điều 2.\n"
    )
    (letter,) = read(text)
    assert [heading.partition(". ")[2] or heading, ""] == [
        comment.cited if "Nghị quyết" not in comment.cited else "" for comment in letter.comments
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "Sở Y tế đã nghiên cứu dự thảo lần 1 Nghị quyết.",
        "Sở Y tế đã xem xét kỹ hồ sơ kèm theo công văn nêu trên.",
        "Sở Y tế đã rà soát toàn bộ nội dung dự thảo Kế hoạch.",
    ],
)
def test_that_a_draft_was_read_is_no_comment(opening: str) -> None:
    assert said(f"{TOP}{opening} Xin có một số ý kiến sau:\n- Đề nghị bỏ khoản 2.\n") == [
        "Đề nghị bỏ khoản 2."
    ]


def test_what_was_found_on_reading_is_a_comment() -> None:
    (first, *_) = said(f"{TOP}Sở Y tế đã nghiên cứu dự thảo, thấy nội dung còn dài.\n- Đề nghị bỏ khoản 2.\n")
    assert "còn dài" in first


@pytest.mark.parametrize("last", ["Trân trọng,", "Trân trọng./.", "Trân trọng cảm ơn!"])
def test_the_writer_s_particulars_behind_the_last_words_are_a_signature(last: str) -> None:
    text = f"{TOP}1. Đề nghị bỏ khoản 2.\n\n{last}\nPhòng Công chức - Sở Y tế\nĐT: 0239 3 855 000\n"
    (letter,) = read(text)
    assert [comment.text for comment in letter.comments] == ["Đề nghị bỏ khoản 2."]
    signed = [piece.text for piece in letter.frame if piece.kind is FrameKind.SIGNATURE]
    assert "ĐT: 0239 3 855 000" in " ".join(signed)


def test_what_asks_behind_the_last_words_is_read_all_the_same() -> None:
    text = f"{TOP}1. Đề nghị bỏ khoản 2.\nTrân trọng./.\n2. Đề nghị bổ sung nguồn vốn tại khoản 3.\n"
    assert said(text) == ["Đề nghị bỏ khoản 2.", "Đề nghị bổ sung nguồn vốn tại khoản 3."]


@pytest.mark.parametrize(
    "field",
    [
        "Ngày: Thứ Hai, 17 tháng 3, 2025 09:12",
        "Ngày: 17/3/2025 09:12",
        "Ngày: Th 2, 17 thg 3, 2025 lúc 09:12",
        "Sent: Monday, March 17, 2025 9:12 AM",
        "Date: Mon, 17 Mar 2025 09:12:00 +0700",
    ],
)
def test_a_mail_is_dated_by_its_head(field: str) -> None:
    mail = f"Từ: Sở Y tế <soyte@example.vn>\n{field}\nĐến: Sở Nội vụ\nChủ đề: Góp ý dự thảo\n\n"
    (letter,) = read(f"{mail}Sở Y tế đề nghị bỏ khoản 2 mục III.\n", "mail.txt")
    assert str(letter.date) == "2025-03-17"
