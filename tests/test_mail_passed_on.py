"""A message that is passed on: below a cover that says nothing it is the answer, and its sender's."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.analyses.comments.mail import mail_kinds
from drafter.errors import NoComments
from drafter.model import FrameKind
from tests.inputs import read_comment_file

SAID = "1. Đề nghị bỏ khoản 3 mục II.\n2. Đề nghị bổ sung Sở Y tế vào khoản 2 mục III.\n"
HEAD = "Từ: Sở Nội vụ <snv@hatinh.gov.vn>\nGửi: 8/3/2021\nTới: STTTT\nChủ đề: Góp ý dự thảo\n\n"
BEGINS = (
    "---------- Forwarded message ---------",
    "-----Thư gốc-----",
    "---------- Thư đã chuyển tiếp ----------",
)
COVER = "Từ: Văn thư <vt@hatinh.gov.vn>\nTới: Phòng CNTT\nChủ đề: {}Góp ý\n\n"


@pytest.mark.parametrize("begins", BEGINS)
@pytest.mark.parametrize(
    "above", ["", "Chuyển anh xử lý.\n\n", "Fyi\n\n", COVER.format(""), COVER.format("FW: ")]
)
def test_below_an_empty_cover_its_sender_speaks(tmp_path: Path, above: str, begins: str) -> None:
    (tmp_path / "a.txt").write_text(f"{above}{begins}\n{HEAD}{SAID}", "utf-8")
    (letter,) = letters(read_comment_file(tmp_path / "a.txt", root=tmp_path))
    assert (letter.agency, len(letter.comments), letter.words.closes) == ("Sở Nội vụ", 2, True)


def test_what_is_answered_is_no_answer(tmp_path: Path) -> None:
    for above in (COVER.format("Re: "), "Sở Y tế gửi góp ý trong file đính kèm.\n\n"):
        (tmp_path / "a.txt").write_text(f"{above}-----Thư gốc-----\n{HEAD}{SAID}", "utf-8")
        with pytest.raises(NoComments):
            letters(read_comment_file(tmp_path / "a.txt", root=tmp_path))
    lines = f"-----Thư gốc-----\n{HEAD}{SAID}".splitlines()
    assert set(mail_kinds(lines, covers=True)) == {FrameKind.THREAD}
