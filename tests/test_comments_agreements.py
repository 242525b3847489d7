"""Agreements: one way for cells, lines of minutes and letters. None is lost, and none hides a request."""

from pathlib import Path

import pytest

from drafter.model import FrameKind, Stance

from .form_files import SUFFIXES, form_file, read

HEADER = ("STT", "Đơn vị góp ý", "Vị trí", "Nội dung góp ý")
AGREEING = ("Nhất trí", "Thống nhất với dự thảo.", "Không có ý kiến", "Đồng ý")
HEAD = "SỞ Y TẾ\nSố: 12/SYT-VP\nKính gửi: Sở Thông tin và Truyền thông\n"


def stances(path: Path) -> list[tuple[str, Stance]]:
    made = read(path)
    assert made[0].words.closes
    return [(comment.text, comment.stance) for letter in made for comment in letter.comments]


def text(folder: Path, body: str) -> Path:
    path = folder / "thu.txt"
    path.write_text(body, encoding="utf-8")
    return path


@pytest.mark.parametrize("words", AGREEING)
def test_an_agreement_alone_is_the_one_comment(tmp_path: Path, words: str) -> None:
    cell = form_file(tmp_path / "so-y-te.csv", (HEADER, ("1", "Sở Y tế", "Toàn văn", words)))
    minutes = f"BIÊN BẢN\nHội nghị góp ý\n1. Đại diện Sở Y tế: {words}\n2. Đại diện Sở Nội vụ: {words}\n"
    assert stances(cell) == [(words, Stance.AGREEMENT)]
    assert stances(text(tmp_path, HEAD + words)) == [(words, Stance.AGREEMENT)]
    assert stances(text(tmp_path, minutes)) == [(words, Stance.AGREEMENT)] * 2


@pytest.mark.parametrize("words", AGREEING)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_general_agreement_beside_comments_is_frame(tmp_path: Path, suffix: str, words: str) -> None:
    rows = (
        HEADER,
        ("1", "Sở Y tế", "", words),
        ("2", "Sở Y tế", "Khoản 3", "Đề nghị bỏ điểm b."),
    )
    path = form_file(tmp_path / f"so-y-te{suffix}", rows)
    assert stances(path) == [("Đề nghị bỏ điểm b.", Stance.REQUEST)]
    assert (FrameKind.AGREEMENT, words) in [(piece.kind, piece.text) for piece in read(path)[0].frame]


@pytest.mark.parametrize("turn", ["nhưng", "tuy nhiên", "song"])
def test_an_agreement_that_turns_is_a_request(tmp_path: Path, turn: str) -> None:
    words = f"Nhất trí {turn} đề nghị bổ sung kinh phí tại khoản 2."
    cell = form_file(tmp_path / "so-y-te.csv", (HEADER, ("1", "Sở Y tế", "", words)))
    minutes = f"BIÊN BẢN\nHội nghị góp ý\n1. Đại diện Sở Y tế: {words}\n2. Đại diện Sở Nội vụ: Đồng ý.\n"
    for path in (cell, text(tmp_path, HEAD + words), text(tmp_path, minutes)):
        asked, stance = stances(path)[0]
        assert asked.endswith("đề nghị bổ sung kinh phí tại khoản 2.")
        assert stance is Stance.REQUEST


def test_to_agree_with_one_of_two_ways_is_a_comment_beside_others(tmp_path: Path) -> None:
    body = "1. Nhất trí phương án 1.\n2. Đề nghị bỏ điểm b khoản 3.\n"
    assert stances(text(tmp_path, HEAD + body))[0] == ("Nhất trí phương án 1.", Stance.AGREEMENT)


@pytest.mark.parametrize(
    "words",
    [
        "Nhất trí bỏ khoản 4 Điều 4.",
        "Thống nhất bổ sung khoản 4 Điều 8 về kinh phí.",
        "Đồng ý giảm thời hạn tại khoản 1 Điều 5 xuống 20 ngày.",
        "Nhất trí với việc bổ sung cụm từ “hợp tác xã”.",
        "Không có ý kiến, vì khoản 2 Điều 8 trái Luật Thanh tra.",
        "Đồng ý như ý kiến của Sở Tài chính, bổ sung thêm chế độ cho cán bộ.",
        "Thống nhất với đề nghị của Sở Giao thông vận tải.",
    ],
)
def test_to_agree_to_a_change_or_with_another_agency_is_a_wish_for_a_person(
    tmp_path: Path, words: str
) -> None:
    cell = form_file(tmp_path / "so-y-te.csv", (HEADER, ("1", "Sở Y tế", "", words)))
    minutes = f"BIÊN BẢN\nHội nghị góp ý\n1. Đại diện Sở Y tế: {words}\n2. Đại diện Sở Nội vụ: Đồng ý.\n"
    letter = f"{HEAD}Sở Y tế đề nghị bỏ Điều 3.\n{words}\nCơ bản thống nhất, ngoại trừ Điều 9.\n"
    for path in (cell, text(tmp_path, minutes), text(tmp_path, letter)):
        said = [c for made in read(path) for c in made.comments if c.text == words]
        assert [(c.stance, c.review) for c in said] == [(Stance.REQUEST, True)]


@pytest.mark.parametrize(
    "words",
    [
        "Nhất trí với việc bổ sung khoản 3 như dự thảo.",
        "Không có ý kiến, do không thuộc lĩnh vực quản lý.",
        "Thống nhất với dự thảo của Sở Nội vụ.",
        "Sở Y tế thống nhất bổ sung chỉ tiêu.",
    ],
)
def test_to_agree_with_what_the_draft_does_is_an_agreement(tmp_path: Path, words: str) -> None:
    assert stances(text(tmp_path, HEAD + words)) == [(words, Stance.AGREEMENT)]


def test_an_agreement_with_a_mark_and_a_place_of_its_own_hides_no_wish_before_it(tmp_path: Path) -> None:
    body = "(1) Khoản 2 Điều 7: tăng lên 0,5; (2) khoản 3 Điều 7: bỏ; (3) Điều 10: đồng ý.\n"
    assert stances(text(tmp_path, HEAD + body))[-2:] == [
        ("khoản 3 Điều 7: bỏ;", Stance.REQUEST),
        ("Điều 10: đồng ý.", Stance.AGREEMENT),
    ]


def test_a_line_that_copies_the_draft_belongs_to_what_stands_below_it(tmp_path: Path) -> None:
    first = 'Trích dự thảo: "Thời gian 120 phút."\nÝ kiến: nên 90 phút.\n'
    body = f'{first}Trích dự thảo: "Ít nhất 01 lần."\nÝ kiến: đồng ý.\n- Đề nghị bỏ Điều 9.\n'
    said = [c for made in read(text(tmp_path, HEAD + body)) for c in made.comments]
    assert (said[0].text, said[0].quote) == ("Ý kiến: nên 90 phút.", ("Thời gian 120 phút.",))
    assert not any("Trích" in c.text for c in said)
    assert (said[-1].text, said[-1].cited) == ("Đề nghị bỏ Điều 9.", "")
