"""Pieces of a letter that were understood wrongly: said on the page, kept in drafter.toml, no word lost."""

import shutil
from pathlib import Path

import pytest
import tomlkit

from drafter.errors import NotReread
from drafter.jobs.board import Board
from drafter.jobs.reread import frame_pieces, set_aside, take_up
from drafter.model import Comment, FrameKind
from tests.commands import ROOT, part, run
from tests.workbench import desk

LETTER = """SỞ CÔNG THƯƠNG
Số: 15/SCT-KH
Hà Tĩnh, ngày 20 tháng 02 năm 2021

Sở Công Thương góp ý dự thảo lần 2 như sau:
1. Đề nghị bổ sung cụm từ “thương mại điện tử” vào khoản 5 mục III.
2. Đề nghị rà soát lỗi đánh máy tại khoản 3 mục III.
Trân trọng cảm ơn.
"""


def board(folder: Path) -> Board:
    return desk(folder).site.board()[0]


def workspace(tmp_path: Path) -> Path:
    folder = part(tmp_path)
    (folder / "comments" / "so-cong-thuong.txt").write_text(LETTER, "utf-8")
    return folder


def said(found: Board, words: str) -> Comment:
    return next(each for each in found.read.comments if words in each.text)


def words_close(found: Board) -> bool:
    return all(letter.words.closes for letter in found.read.letters)


@pytest.mark.slow
def test_a_comment_that_is_none_is_frame_and_no_word_is_lost(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    before = board(folder)
    set_aside(before, said(before, "đánh máy"))
    after = board(folder)
    assert not any("đánh máy" in each.text for each in after.read.comments)
    aside = [
        piece for letter in after.read.letters for piece in letter.frame if piece.kind is FrameKind.SET_ASIDE
    ]
    assert "đánh máy" in " ".join(piece.text for piece in aside) and words_close(after)


@pytest.mark.slow
def test_a_piece_of_the_frame_that_is_a_comment_becomes_one(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    before = board(folder)
    one = said(before, "thương mại")
    closing = next(piece for piece in frame_pieces(before, one) if "Trân trọng" in piece.text)
    take_up(before, one, closing.text)
    after = board(folder)
    assert said(after, "Trân trọng").agency == one.agency and words_close(after)
    assert [each.key for each in before.read.comments] == [
        each.key for each in after.read.comments if "Trân trọng" not in each.text
    ]


@pytest.mark.slow
def test_what_was_set_aside_can_be_taken_back(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    before = board(folder)
    gone = said(before, "đánh máy")
    set_aside(before, gone)
    between = board(folder)
    piece = next(
        p for p in frame_pieces(between, said(between, "thương mại")) if p.kind is FrameKind.SET_ASIDE
    )
    take_up(between, said(between, "thương mại"), piece.text)
    assert said(board(folder), "đánh máy").key == gone.key
    assert "đánh máy" not in (folder / "drafter.toml").read_text("utf-8")


@pytest.mark.slow
def test_a_letter_keeps_at_least_one_comment(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    first = board(folder)
    set_aside(first, said(first, "đánh máy"))
    second = board(folder)
    with pytest.raises(NotReread):
        set_aside(second, said(second, "thương mại"))
    assert said(board(folder), "thương mại")


@pytest.mark.slow
def test_a_list_of_several_agencies_is_not_reread_piece_by_piece(tmp_path: Path) -> None:
    found = board(workspace(tmp_path))
    several = next(each for each in found.read.comments if each.path.endswith(".csv"))
    assert frame_pieces(found, several) == ()


@pytest.mark.slow
def test_the_page_says_it_and_goes_on(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    someone = desk(folder)
    number = said(someone.site.board()[0], "đánh máy").no
    assert "Không phải ý kiến" in someone.get(f"/comments/{number}")
    assert someone.post(f"/comments/{number}/aside") == 303
    assert number not in someone.site.board()[0].by_no


@pytest.mark.slow
def test_the_page_of_what_was_set_aside_says_so_and_leads_back(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    someone = desk(folder)
    number = said(someone.site.board()[0], "đánh máy").no
    someone.post(f"/comments/{number}/aside")
    page = someone.get(f"/comments/{number}")
    assert "không phải ý kiến: vẫn giữ trong văn bản so-cong-thuong.txt" in page
    assert "Không còn tệp nào" not in page and 'id="response"' not in page
    assert someone.post(f"/comments/{number}/back") == 303
    assert said(someone.site.board()[0], "đánh máy").no == number
    assert 'id="response"' in someone.get(f"/comments/{number}")


def test_settings_say_which_letter_is_wrong(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    (folder / "drafter.toml").write_text('[[letters]]\npath = "a.txt"\nframe = [1]\n', "utf-8")
    done = run(folder, "comments")
    assert done.exit_code == 3 and "“frame” mục [[letters]] thứ 1" in " ".join(done.output.split())


@pytest.mark.slow
def test_words_that_the_letter_has_not_are_told_and_change_nothing(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    before = [each.text for each in board(folder).read.comments]
    said = 'path = "so-cong-thuong.txt"\ncomments = ["Không có đoạn này"]\nframe = ["Cũng không"]\n'
    (folder / "drafter.toml").write_text(f"[[letters]]\n{said}", "utf-8")
    done = run(folder, "comments")
    assert "Không có đoạn này" in done.output and "Cũng không" in done.output
    assert [each.text for each in board(folder).read.comments] == before


@pytest.mark.slow
def test_a_piece_of_minutes_is_said_by_nobody_in_particular_and_stays_frame(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    name = "bien-ban-hop-ban-chi-dao-23-02-2021.docx"
    shutil.copy(ROOT / "comments" / name, folder / "comments")
    before = board(folder)
    piece = max(
        (p.text for letter in before.read.letters if letter.path == name for p in letter.frame), key=len
    )
    words = tomlkit.dumps({"letters": [{"path": name, "comments": [piece]}]})
    (folder / "drafter.toml").write_text(words, "utf-8")
    after = board(folder)
    assert [each.key for each in after.read.comments] == [each.key for each in before.read.comments]
    assert any(notice.code == "unmet-words" for notice in after.workspace.assumptions)


@pytest.mark.slow
def test_only_a_piece_that_stands_in_the_letter_is_taken_up(tmp_path: Path) -> None:
    found = board(workspace(tmp_path))
    with pytest.raises(NotReread):
        take_up(found, said(found, "thương mại"), "thương mại")
    assert not (tmp_path / "drafter.toml").exists()
