"""The count of words asks the file itself: what a reader drops, or the edge of a page holds, is missed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.language.words import words
from drafter.model import FrameKind, Letter, Sheet
from tests.inputs import read_comment_file

from .docx_builder import docx, p, t
from .form_files import form_file, read

ROWS = (
    ("STT", "Vị trí", "Nội dung góp ý"),
    ("1", "Khoản 2 mục III", "Đề nghị bổ sung 7,5 tỷ đồng kinh phí."),
    ("2", "Khoản 3 mục III", "Đề nghị bỏ điểm b."),
)
LINES = ("SỞ Y TẾ", "Kính gửi: Sở Thông tin và Truyền thông", "1. Đề nghị bỏ điểm b.", "2. Bỏ khoản 3.")


def sheets(folder: Path) -> list[Sheet]:
    """A file of each kind."""
    (folder / "thu.txt").write_text("\n".join(LINES), encoding="utf-8")
    docx(folder / "thu.docx", *map(p, LINES))
    for suffix in (".csv", ".xlsx", ".md", ".docx"):
        form_file(folder / f"so-y-te{suffix}", ROWS)
    return [read_comment_file(path, root=folder) for path in sorted(folder.iterdir())]


def test_a_file_of_each_kind_is_counted_word_by_word(tmp_path: Path) -> None:
    for sheet in sheets(tmp_path):
        count = letters(sheet)[0].words
        typed = ROWS if "so-y-te" in sheet.path else (LINES,)
        assert count.read == len(words("\n".join(cell for row in typed for cell in row))), sheet.path
        assert count.closes
        assert count.read == count.in_comments + count.rest


def test_a_reader_that_drops_words_does_not_close(tmp_path: Path) -> None:
    for sheet in sheets(tmp_path):
        whole = letters(sheet)[0].words
        dropped = letters(_without_the_last(sheet))[0].words
        assert dropped.read == whole.read, sheet.path
        assert not dropped.closes


def _without_the_last(sheet: Sheet) -> Sheet:
    last = sheet.parts[-1]
    if hasattr(last, "rows"):
        return replace(sheet, parts=(*sheet.parts[:-1], replace(last, rows=last.rows[:-1])))
    return replace(sheet, parts=sheet.parts[:-1])


def _frame(made: Sequence[Letter]) -> list[tuple[FrameKind, str]]:
    return [(piece.kind, piece.text) for piece in made[0].frame]


def test_headers_and_footers_of_the_pages_are_frame(tmp_path: Path) -> None:
    path = docx(tmp_path / "thu.docx", *map(p, LINES), header=p("Sở Y tế tỉnh"), footer=p("Trang 1"))
    made = read(path)
    assert (FrameKind.LETTERHEAD, "Sở Y tế tỉnh") in _frame(made)
    assert (FrameKind.LETTERHEAD, "Trang 1") in _frame(made)
    assert made[0].words.closes
    assert made[0].words.read == len(words("\n".join((*LINES, "Sở Y tế tỉnh", "Trang 1"))))


def test_the_header_of_the_page_names_the_sender_where_the_letter_does_not(tmp_path: Path) -> None:
    path = docx(tmp_path / "thu.docx", p("1. Đề nghị bỏ điểm b khoản 2."), header=p("SỞ Y TẾ"))
    assert [letter.agency for letter in read(path)] == ["Sở Y tế"]


@pytest.mark.parametrize("edge", ["header", "footer"])
def test_a_request_at_the_edge_of_the_page_is_a_comment_for_a_person(tmp_path: Path, edge: str) -> None:
    asked = "Đề nghị bổ sung kinh phí tại khoản 2."
    made = read(docx(tmp_path / "thu.docx", *map(p, LINES), **{edge: p(asked)}))
    assert [c.text for c in made[0].comments if c.review] == [asked]
    assert made[0].words.closes


def test_the_words_of_a_footnote_a_box_and_several_runs_are_counted_once(tmp_path: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    path = docx(
        tmp_path / "thu.docx", p(LINES[0]), p("1. Đề nghị b", f"<w:r>{t('ỏ điểm b.')}</w:r>", note),
        footnotes=f'<w:footnote w:id="2">{p("Điểm b trùng với khoản 3.")}</w:footnote>',
    )  # fmt: skip
    count = read(path)[0].words
    assert count.closes
    assert count.read == len(words("SỞ Y TẾ 1. Đề nghị bỏ điểm b. Điểm b trùng với khoản 3."))
