"""Markdown as offices and programs write it: nothing that somebody wrote is lost for being markup."""

from pathlib import Path

import pytest

from drafter.model import FrameKind

from .form_files import read


def written(folder: Path, text: str) -> Path:
    path = folder / "gop-y.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_cells_beyond_the_header_belong_to_the_comment_of_their_row(tmp_path: Path) -> None:
    table = (
        "| STT | Vị trí | Góp ý |\n|---|---|---|\n| 1 | Khoản 2 | Bổ sung kinh phí | thêm | và nguồn khác |\n"
    )
    (letter,) = read(written(tmp_path, table))
    assert [(c.text, c.cited, c.review) for c in letter.comments] == [
        ("Bổ sung kinh phí\nthêm\nvà nguồn khác", "Khoản 2", True)
    ]
    assert letter.words.closes


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("[Nghị quyết 52](https://chinhphu.vn/nq52)", "https://chinhphu.vn/nq52"),
        ('[Nghị quyết 52](nq.docx "Bản gốc")', "nq.docx “Bản gốc”"),
        ("![sơ đồ](so-do.png)", "so-do.png"),
        ('<a href="https://chinhphu.vn/nq52">nghị quyết</a>', "https://chinhphu.vn/nq52"),
        ("<https://chinhphu.vn/nq52>", "https://chinhphu.vn/nq52"),
    ],
)
def test_where_a_link_leads_is_part_of_what_was_written(tmp_path: Path, typed: str, address: str) -> None:
    (letter,) = read(
        written(
            tmp_path,
            f"Đề nghị dẫn chiếu {typed} tại khoản 2 để các cơ quan, đơn vị dễ tra cứu khi thực hiện.\n",
        )
    )
    assert letter.comments[0].text.count(address) == 1


def test_a_list_of_addresses_below_a_letter_is_frame(tmp_path: Path) -> None:
    text = "- Đề nghị dẫn chiếu [luật][1] tại khoản 2.\n\n[1]: https://luat.vn/1\n[2]: https://luat.vn/2\n"
    (letter,) = read(written(tmp_path, text))
    assert [comment.text for comment in letter.comments] == ["Đề nghị dẫn chiếu luật tại khoản 2."]
    assert [piece.text for piece in letter.frame if piece.kind is FrameKind.REFERENCE] == [
        "[1]: https://luat.vn/1",
        "[2]: https://luat.vn/2",
    ]


def test_a_list_that_begins_with_a_list_is_counted(tmp_path: Path) -> None:
    (letter,) = read(written(tmp_path, "1. - Đề nghị bỏ khoản 2.\n   - Sửa khoản 3.\n2. Bổ sung lộ trình.\n"))
    assert len(letter.comments) == 3
    assert letter.words.closes


@pytest.mark.parametrize(
    "empty",
    [
        "2.\n",
        "2.\n   - Đề nghị sửa khoản 4.\n",
        "1. 2. Đề nghị sửa khoản 4.\n",
        "(2)\nĐề nghị sửa khoản 4.\n",
    ],
)
def test_a_number_with_nothing_beside_it_is_kept_and_no_part_of_a_comment(tmp_path: Path, empty: str) -> None:
    (letter,) = read(written(tmp_path, f"SỞ Y TẾ\n\nGóp ý dự thảo:\n\n1. Đề nghị bỏ khoản 3.\n\n{empty}"))
    said = [comment.text for comment in letter.comments]
    assert said == ["Đề nghị bỏ khoản 3.", "Đề nghị sửa khoản 4."][: 1 + ("Đề nghị" in empty)]
    assert letter.words.closes


def test_tags_in_words_that_are_code_are_printed_and_counted(tmp_path: Path) -> None:
    (letter,) = read(
        written(tmp_path, "1. Đề nghị bỏ khoản 3.\n\n```\n2. Đề nghị <b>sửa</b> khoản 4.\n```\n")
    )
    assert letter.words.closes
