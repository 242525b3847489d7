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
