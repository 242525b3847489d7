"""Nothing is lost: every piece of a file is in one comment or one piece of the frame, whatever its order."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from drafter.analyses.comments import letters
from drafter.errors import DrafterError, NoComments
from drafter.model import FrameKind, Letter, Source
from drafter.opc import format_named
from drafter.readers.comments import READERS, read_comment_file
from tests.docx_builder import cell, docx, p, row, table

ROOT = Path(__file__).parents[1]
SLOW = [pytest.mark.slow]
# Pieces of letters, minutes and mail; {n} tells each from the others.
ASKS = (
    "1. Tại khoản 2 Điều 3, đề nghị bổ sung nguồn vốn số {n}.",
    "- Đề nghị bỏ cụm từ “nếu có {n}”.",
    "Khoản 4 mục II: sửa “80%” thành “{n}%”; đồng thời làm rõ thời hạn.",
    "Cơ bản thống nhất; tại khoản 1 cần nêu rõ lộ trình {n}.",
    "a) Dự thảo còn dài, dàn trải {n}.",
    "Vì sao chỉ tiêu {n} thấp hơn năm trước?",
)
REST = (
    "UBND TỈNH AN BÌNH {n}",
    "SỞ Y TẾ",
    "Số: {n}/SYT-VP",
    "An Bình, ngày 10 tháng 3 năm 2021",
    "V/v góp ý dự thảo lần 1 Nghị quyết {n}",
    "Kính gửi: Sở Thông tin và Truyền thông {n}.",
    "Thực hiện Công văn số {n}/STTTT-CNTT về việc lấy ý kiến dự thảo Nghị quyết.",
    "Sau khi nghiên cứu, Sở Y tế có ý kiến như sau:",
    "I. Về mục tiêu {n}",
    "Tại khoản {n} mục III:",
    "Sở Y tế thống nhất với dự thảo Nghị quyết {n}.",
    "Nhiều xã nghèo, dân cư thưa, địa bàn {n}.",
    "Lý do: trùng với Kế hoạch số {n}.",
    "Đại diện Sở Tài chính: nhất trí {n}.",
    "Giám đốc Sở Công Thương cho rằng dự thảo {n} cần ngắn gọn.",
    "Trân trọng./.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT {n}.",
    "KT. GIÁM ĐỐC",
    "Vào 08:00 5 thg 3, 2021, Sở Thông tin và Truyền thông đã viết:",
    "> Đề nghị quý cơ quan góp ý trước ngày {n}.",
    "Cuộc họp kết thúc lúc 17 giờ {n}.",
    "Các nội dung khác: thống nhất {n}.",
    "Không có ý kiến gì thêm {n}.",
    "PHỤ LỤC {n}",
)
PIECES = st.lists(st.sampled_from((*ASKS, *REST)), min_size=1, max_size=14).map(
    lambda chosen: [piece.format(n=7000 + at) for at, piece in enumerate(chosen)]
)
CELLS = st.lists(
    st.lists(st.sampled_from((*ASKS, *REST, "")), min_size=2, max_size=4), min_size=1, max_size=6
)
HEADER = ("STT", "Điều, khoản", "Ý kiến góp ý", "Lý do")


def understood(name: str, data: bytes) -> tuple[Letter, ...]:
    """The letters of a file; none where it is refused, which is told."""
    try:
        return letters(read_comment_file(Source(data, name, "0")))
    except NoComments:
        return ()


def check(found: tuple[Letter, ...], pieces: list[str]) -> None:
    """The number of each piece stands once in what is given back, and the words close."""
    if not found:
        return
    given_back = [piece.text for piece in found[0].frame]
    for letter in found:
        for comment in letter.comments:
            own = comment.position.end - comment.position.start
            proposed = "" if comment.proposal in comment.text else comment.proposal
            reason = "" if comment.reason in comment.text else comment.reason
            given_back.extend((comment.text[-own:], proposed, reason))
    whole = " ".join(given_back)
    for at, piece in enumerate(pieces):
        number = str(7000 + at)
        assert whole.count(number) == piece.count(number), piece
    assert found[0].words.closes


@given(PIECES)
def test_every_line_of_a_text_comes_back_once(pieces: list[str]) -> None:
    check(understood("thu.txt", "\n".join(pieces).encode()), pieces)


@given(PIECES)
def test_every_block_of_a_markdown_file_comes_back_once(pieces: list[str]) -> None:
    check(understood("thu.md", "\n\n".join(pieces).encode()), pieces)


def numbered(rows: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Rows of one width with a number of its own in each cell, and the cells in order."""
    width = max(map(len, rows))
    filled, flat = [], []
    for row_ in rows:
        made = []
        for text in [*row_, *[""] * (width - len(row_))]:
            made.append(text.format(n=7000 + len(flat)))
            flat.append(made[-1])
        filled.append(made)
    return filled, flat


@given(CELLS, st.booleans())
def test_every_cell_of_a_csv_form_comes_back_once(rows: list[list[str]], headed: bool) -> None:
    filled, flat = numbered(rows)
    out = io.StringIO()
    csv.writer(out).writerows([HEADER[: len(filled[0])], *filled] if headed else filled)
    check(understood("phieu.csv", out.getvalue().encode()), flat)


@given(CELLS, st.booleans())
def test_every_cell_of_a_workbook_comes_back_once(rows: list[list[str]], headed: bool) -> None:
    filled, flat = numbered(rows)
    book = Workbook()
    assert book.active is not None
    for row_ in [list(HEADER[: len(filled[0])]), *filled] if headed else filled:
        book.active.append(row_)
    out = io.BytesIO()
    book.save(out)
    check(understood("phieu.xlsx", out.getvalue()), flat)


@given(PIECES, st.integers(0, 14))
def test_every_paragraph_of_a_word_file_comes_back_once(tmp_path: Path, pieces: list[str], at: int) -> None:
    """The pieces from `at` on stand in a table."""
    cells = [row(cell(p(piece)), cell()) for piece in pieces[at:]]
    path = docx(tmp_path / "thu.docx", *map(p, pieces[:at]), *([table(*cells)] if cells else []))
    check(understood("thu.docx", path.read_bytes()), pieces)


FILES = [
    path
    for folder in (ROOT / "comments", *sorted(ROOT.glob("tests/data/l*")))
    for path in sorted(folder.rglob("*"))
    if format_named(path.name) in READERS
]


# The letters of the sample are read in the quick set too.
CASES = [
    pytest.param(path, id=str(path.relative_to(ROOT)), marks=[] if path.parent == ROOT / "comments" else SLOW)
    for path in FILES
]


@pytest.mark.slow
@pytest.mark.few
@pytest.mark.parametrize("path", CASES)
def test_the_words_of_every_file_close(path: Path) -> None:
    try:
        found = letters(read_comment_file(Source(path.read_bytes(), path.name, "0")))
    except DrafterError:
        return
    words = found[0].words
    assert words.closes
    assert words.read == words.in_comments + words.rest


def test_each_kind_of_frame_is_named(tmp_path: Path) -> None:
    lines = (
        "UBND TỈNH AN BÌNH", "SỞ Y TẾ", "Số: 12/SYT-VP", "Kính gửi: Sở Nội vụ",
        "Thực hiện Công văn số 345/SNV-CCHC về việc lấy ý kiến dự thảo Nghị quyết.",
        "Sở Y tế có ý kiến như sau:", "I. Về mục tiêu", "1. Đề nghị bỏ khoản 2 mục III.",
        "2. Các nội dung khác: thống nhất.", "Trân trọng./.",
        "Nơi nhận:", "- Như trên;", "GIÁM ĐỐC",
    )  # fmt: skip
    found = understood("thu.txt", "\n".join(lines).encode())
    kinds = [piece.kind for piece in found[0].frame]
    assert kinds == [
        FrameKind.LETTERHEAD, FrameKind.LETTERHEAD, FrameKind.REFERENCE, FrameKind.RECIPIENTS,
        FrameKind.OPENING, FrameKind.LEAD_IN, FrameKind.HEADING, FrameKind.AGREEMENT, FrameKind.CLOSING,
        FrameKind.RECIPIENTS,
        FrameKind.RECIPIENTS, FrameKind.SIGNATURE,
    ]  # fmt: skip
