"""Cells of forms that say no more than what is to stand there: a figure, who leads, a few words."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Comment, Op, Stance
from tests.form_files import SUFFIXES, form_file, read

HEADER = ("STT", "Điều, khoản", "Nội dung dự thảo", "Ý kiến góp ý", "Lý do")
PLACE, WORDS = "Khoản 1 Điều 1", "kinh tế số chiếm 15% GRDP"


def said(folder: Path, cell: str, suffix: str = ".xlsx", words: str = WORDS) -> Comment:
    rows = [HEADER, ("1", PLACE, words, cell, "Theo nghị quyết Đại hội")]
    (letter,) = read(form_file(folder / f"so-noi-vu{suffix}", rows))
    assert letter.words.closes
    (comment,) = letter.comments
    return comment


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_figure_alone_is_what_is_to_stand_there(tmp_path: Path, suffix: str) -> None:
    comment = said(tmp_path, "20%", suffix)
    assert (comment.text, comment.reason, comment.stance) == (
        "20%", "Theo nghị quyết Đại hội", Stance.REQUEST,
    )  # fmt: skip
    (ask,) = comment.asks
    assert (ask.op, ask.old, ask.new) == (Op.REPLACE, "15%", "20%")


def test_of_several_figures_beside_it_none_is_said_to_be_meant(tmp_path: Path) -> None:
    (ask,) = said(tmp_path, "20%", words="kinh tế số chiếm 15%, hộ có Internet 80%").asks
    assert (ask.old, ask.new) == (None, "20%")


@pytest.mark.parametrize(
    "cell",
    ["Giao Công an tỉnh chủ trì.", "Để Sở Nội vụ làm đầu mối", "Hoàn thành trong quý II năm 2025."],
)
def test_who_is_to_do_it_or_by_when_is_a_request(tmp_path: Path, cell: str) -> None:
    comment = said(tmp_path, cell)
    assert (comment.text, comment.stance) == (cell, Stance.REQUEST)


def test_who_is_to_lead_is_told(tmp_path: Path) -> None:
    (ask,) = said(tmp_path, "Giao Công an tỉnh chủ trì.").asks
    assert ask.agency == "Công an tỉnh"


@pytest.mark.parametrize(
    ("cell", "review"), {"hằng quý": True, "Nhất trí": False, "Còn chung chung": False}.items()
)
def test_a_few_words_that_may_be_wording_are_for_a_person(tmp_path: Path, cell: str, review: bool) -> None:
    assert said(tmp_path, cell).review is review
