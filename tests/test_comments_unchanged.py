"""Copies of a draft that came back as they went out, or saved by another program: nobody said anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.analyses.outline import outline
from drafter.errors import NoComments
from drafter.model import Comment, Rounds
from tests.docx_builder import cell, docx, item, level, lists, p, row, table
from tests.inputs import read_comment_file, read_docx

BODY = (
    "Người dân và doanh nghiệp là trung tâm của chuyển đổi số.",
    "Dữ liệu số là tài nguyên quan trọng, được quản lý thống nhất từ tỉnh đến xã.",
    "Ít nhất 80% dịch vụ công trực tuyến được cung cấp ở mức độ 4.",
    "Sở Nội vụ chủ trì bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã.",
)
NUMBERING = lists({0: level(0, "decimal", "%1.")}, {1: (0, "")})


def read(folder: Path, draft: tuple[str, ...], copy: tuple[str, ...], **parts: str) -> list[Comment]:
    (folder / "draft").mkdir(exist_ok=True)
    (folder / "copy").mkdir(exist_ok=True)
    sent = outline(read_docx(docx(folder / "draft" / "du-thao.docx", *draft, **parts)))
    back = docx(folder / "copy" / "so-y-te.docx", *copy, **parts)
    try:
        found = letters(read_comment_file(back, root=back.parent), Rounds((sent,)))
    except NoComments:
        return []
    return [comment for letter in found for comment in letter.comments]


TYPED = {
    "Điều": ("Điều 1. Quan điểm", "Điều 2. Mục tiêu"),
    "Chương": ("CHƯƠNG I. QUAN ĐIỂM", "CHƯƠNG II. MỤC TIÊU"),
    "Mục": ("Mục 1. QUAN ĐIỂM", "Mục 2. MỤC TIÊU"),
    "Phần": ("Phần thứ nhất: QUAN ĐIỂM", "Phần thứ hai: MỤC TIÊU"),
    "I-": ("I- QUAN ĐIỂM", "II- MỤC TIÊU"),
    "A.": ("A. QUAN ĐIỂM", "B. MỤC TIÊU"),
}


@pytest.mark.parametrize("unit", TYPED)
def test_typed_numbers_of_headings_are_part_of_the_draft(tmp_path: Path, unit: str) -> None:
    first, second = TYPED[unit]
    draft = (
        p(first),
        *(p(f"{n}. {line}") for n, line in enumerate(BODY, 1)),
        p(second),
        p("1. " + BODY[1][::-1]),
    )
    assert read(tmp_path, draft, draft) == []


def test_automatic_numbers_that_were_typed_anew_are_no_comments(tmp_path: Path) -> None:
    draft = tuple(item(line, 1) for line in BODY)
    copy = tuple(p(f"{n}. {line}") for n, line in enumerate(BODY, 1))
    assert read(tmp_path, draft, copy, numbering=NUMBERING) == []
    assert read(tmp_path, copy, draft, numbering=NUMBERING) == []


def test_articles_that_were_numbered_anew_are_no_comments(tmp_path: Path) -> None:
    draft = tuple(p(f"Điều {n}. {line}") for n, line in enumerate(BODY, 1))
    copy = tuple(p(f"Điều {n}. {line}") for n, line in enumerate(BODY, 2))
    assert read(tmp_path, draft, copy) == []


def test_rows_whose_numbers_the_list_or_a_person_types_are_the_same(tmp_path: Path) -> None:
    def rows(numbers: list[str]) -> str:
        head = row(cell(p("STT")), cell(p("Chỉ tiêu")))
        return table(head, *(row(cell(n), cell(p(line))) for n, line in zip(numbers, BODY, strict=True)))

    automatic = rows([item("", 1) for _ in BODY])
    typed = rows([p(f"{n}.") for n in range(1, 5)])
    bare = rows([p(str(n)) for n in range(1, 5)])
    for draft in (automatic, typed, bare):
        for copy in (automatic, typed, bare):
            assert (
                read(
                    tmp_path, (p("Điều 1. Phụ lục"), draft), (p("Điều 1. Phụ lục"), copy), numbering=NUMBERING
                )
                == []
            )


def test_an_edited_heading_is_one_comment_without_its_number(tmp_path: Path) -> None:
    draft = (p("Điều 1. Quan điểm"), *(p(line) for line in BODY))
    (said,) = read(tmp_path, draft, (p("Điều 1. Quan điểm phát triển"), *draft[1:]))
    assert said.operation is not None
    assert (said.operation.op, said.operation.new) == ("add", "phát triển")


def test_an_added_article_is_added_without_its_number(tmp_path: Path) -> None:
    draft = tuple(p(f"Điều {n}. {line}") for n, line in enumerate(BODY, 1))
    copy = (*draft[:3], p("Điều 4. Hằng năm công bố kết quả."), p(f"Điều 5. {BODY[3]}"))
    (said,) = read(tmp_path, draft, copy)
    assert said.operation is not None
    assert (said.operation.op, said.operation.new) == ("add", "Hằng năm công bố kết quả.")
