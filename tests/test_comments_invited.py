"""What a letter tells of the request for comments is no comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import Comment, Stance
from tests.inputs import read_comment_file

HEAD = "SỞ NỘI VỤ\nSố: 12/SNV\n\nKính gửi: Sở Thông tin và Truyền thông\n\n"


def comments(folder: Path, said: str) -> tuple[Comment, ...]:
    (folder / "a.txt").write_text(HEAD + said, "utf-8")
    return letters(read_comment_file(folder / "a.txt", root=folder))[0].comments


@pytest.mark.parametrize(
    "said",
    [
        "Sở Nội vụ nhận được văn bản đề nghị góp ý dự thảo Kế hoạch. Sở Nội vụ thống nhất với dự thảo./.",
        "Sở Nội vụ nhận được văn bản của Sở Tài chính đề nghị góp ý dự thảo. Sau khi nghiên cứu, Sở Nội vụ "
        "không có ý kiến tham gia thêm./.",
        "Sở Nội vụ đã nhận được Văn bản số 350/STTTT về việc đề nghị góp ý dự thảo Nghị quyết, sau khi "
        "nghiên cứu, Sở Nội vụ cơ bản nhất trí./.",
        "Theo đề nghị của Sở Tài chính tại Công văn số 350/STC về việc đề nghị góp ý dự thảo Nghị quyết. "
        "Nội vụ nhất trí với nội dung dự thảo./.",
        "Sở Tài chính có Công văn số 350/STC đề nghị các sở, ngành góp ý dự thảo Nghị quyết. Về vấn đề này, "
        "Sở Nội vụ nhất trí với dự thảo.",
    ],
)
def test_an_agreement_behind_the_request_for_comments_is_one(tmp_path: Path, said: str) -> None:
    (only,) = comments(tmp_path, said)
    assert only.stance is Stance.AGREEMENT


def test_a_request_behind_it_is_told_without_it(tmp_path: Path) -> None:
    said = (
        "Sở Nội vụ nhận được Công văn số 350/STC của Sở Tài chính đề nghị tham gia góp ý dự thảo Nghị quyết. "
        "Sở Nội vụ đề nghị bỏ khoản 4 mục III."
    )
    (only,) = comments(tmp_path, said)
    assert only.text == "Sở Nội vụ đề nghị bỏ khoản 4 mục III."


def test_who_wants_others_to_be_asked_has_a_wish(tmp_path: Path) -> None:
    said = "Sở Nội vụ đề nghị Sở Tài chính có văn bản đề nghị các địa phương góp ý dự thảo trước khi trình."
    (only,) = comments(tmp_path, said)
    assert only.stance is Stance.REQUEST
