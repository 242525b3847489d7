"""The end of a letter: what is asked for in the sentence that closes it, and who signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import FrameKind, Letter
from tests.inputs import read_comment_file

HEAD = "SỞ NỘI VỤ\nSố: 12/SNV\n\nGóp ý dự thảo\n\n1. Đề nghị bỏ khoản 3 mục II.\n\n"


def read(folder: Path, end: str) -> Letter:
    (folder / "a.txt").write_text(HEAD + end, "utf-8")
    return letters(read_comment_file(folder / "a.txt", root=folder))[0]


@pytest.mark.parametrize(
    ("closing", "wish"),
    [
        ("Trên đây là ý kiến của Sở Nội vụ; ", "ngoài ra đề nghị rà soát lỗi chính tả."),
        ("Trên đây là ý kiến góp ý, kính gửi Sở Tư pháp tổng hợp; ", "riêng khoản 3 đề nghị giữ nguyên."),
        ("Trên đây là các ý kiến của Sở Nội vụ, ", "đồng thời đề nghị bổ sung Sở Y tế vào cơ quan phối hợp."),
        ("Trên đây là nội dung góp ý của Sở Nội vụ. ", "Bên cạnh đó, cần làm rõ kinh phí."),
        ("Trên đây là ý kiến của Sở Nội vụ (", "riêng khoản 3 mục II đề nghị giữ nguyên)."),
    ],
)
def test_a_wish_behind_the_closing_words_is_a_comment_and_they_are_none(
    tmp_path: Path, closing: str, wish: str
) -> None:
    letter = read(tmp_path, closing + wish)
    assert [each.text for each in letter.comments] == ["Đề nghị bỏ khoản 3 mục II.", wish]
    assert letter.words.closes


@pytest.mark.parametrize(
    "closing",
    [
        "Trên đây là ý kiến của Sở Nội vụ, đề nghị quý Sở xem xét, tổng hợp./.",
        "Trên đây là ý kiến của Sở Nội vụ; đề nghị Sở Tư pháp nghiên cứu, tiếp thu, hoàn thiện.",
        "Trên đây là ý kiến của Sở Nội vụ; đề nghị Sở Tư pháp tổng hợp; đồng thời gửi lại bản cuối.",
    ],
)
def test_a_sentence_that_only_closes_is_no_comment(tmp_path: Path, closing: str) -> None:
    assert [each.text for each in read(tmp_path, closing).comments] == ["Đề nghị bỏ khoản 3 mục II."]


@pytest.mark.parametrize(
    "signed",
    [
        "TRƯỞNG PHÒNG", "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG", "Trưởng phòng", "KẾ TOÁN TRƯỞNG", "TỔ TRƯỞNG",
        "BÍ THƯ ĐOÀN", "CHỦ TỊCH HỘI NÔNG DÂN", "PHÓ CHÁNH VĂN PHÒNG", "Q. GIÁM ĐỐC", "CHI CỤC TRƯỞNG",
        "PHÓ GIÁM ĐỐC THƯỜNG TRỰC\nThS. Lê Văn Cường", "CHỦ TỊCH HỘI NÔNG DÂN\nNguyễn Văn An",
        "THỪA LỆNH GIÁM ĐỐC\nCHÁNH VĂN PHÒNG", "KT.GIÁM ĐỐC", "ĐẠI DIỆN ĐƠN VỊ", "CHÍNH ỦY", "THỦ TRƯỞNG",
    ],
)  # fmt: skip
def test_the_signers_office_is_no_part_of_the_last_comment(tmp_path: Path, signed: str) -> None:
    letter = read(tmp_path, signed)
    assert [each.text for each in letter.comments] == ["Đề nghị bỏ khoản 3 mục II."]
    assert {p.kind for p in letter.frame if p.text in signed.split("\n")} == {FrameKind.SIGNATURE}


def test_an_office_in_a_sentence_signs_nothing(tmp_path: Path) -> None:
    letter = read(tmp_path, "2. Trưởng phòng Nội vụ cần được giao thêm quyền.\n")
    assert len(letter.comments) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Thừa ủy quyền của Ủy ban nhân dân tỉnh, các ngành có ý kiến:",
        "Thừa lệnh Giám đốc Sở, Văn phòng Sở Y tế gửi ý kiến:",
    ],
)
def test_words_of_a_signature_in_a_sentence_that_goes_on_sign_nothing(tmp_path: Path, line: str) -> None:
    asked = "Khoản 1 Điều 6 giảm thời gian thi viết xuống 90 phút."
    made = read(tmp_path, f"\n{line}\n- {asked}\n")
    assert asked in [comment.text for comment in made.comments]


@pytest.mark.parametrize("end", ["Nơi nhận:\n- Như trên;\n- {}", "GIÁM ĐỐC\n{}", "TL. GIÁM ĐỐC\nA\n- {}"])
def test_few_words_that_ask_at_a_place_below_a_signature_are_a_comment(tmp_path: Path, end: str) -> None:
    asked = "Khoản 3 Điều 6: bỏ."
    made = read(tmp_path, f"\n{end.format(asked)}\n")
    assert asked in [comment.text for comment in made.comments]


def test_where_papers_are_received_is_no_list_of_recipients(tmp_path: Path) -> None:
    asked = "Nơi nhận hồ sơ tại khoản 2 Điều 5: đề nghị thêm bưu điện."
    made = read(tmp_path, f"\n{asked}\n")
    assert asked in [comment.text for comment in made.comments]
