"""Printed pages → paragraphs and rows: lines joined, columns and frame told apart, no word lost."""

import os
import subprocess
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.analyses.comments.counting import unread_words
from drafter.errors import DrafterError, TooSlow, Unreadable
from drafter.intake.paper import paper_of
from drafter.model import Block, Grid, PageOrigin, Paper, PaperPage, PaperRule, Sheet, Source
from drafter.readers.comments.paper import read_paper
from tests.properties import examples
from tests.typesetting import HIGH, WIDE, Look, Press, line

TEXT = (
    "đề nghị bổ sung cụm từ hoàn thiện chính quyền số trong giai đoạn này để phù hợp với Nghị quyết"
    " về phát triển kinh tế, xã hội; các sở ngành địa phương thực hiện"
)
WORDS = st.sampled_from(TEXT.split())
BODIES = st.lists(WORDS, min_size=2, max_size=70).map(" ".join)
LOOKS = st.builds(
    Look,
    right=st.sampled_from([480.0, 540.0]),
    size=st.sampled_from([12.0, 13.0, 14.0]),
    indent=st.sampled_from([0.0, 28.0, 36.0]),
    after=st.sampled_from([3.0, 6.0, 12.0]),
    leading=st.sampled_from([1.15, 1.3, 1.5]),
    justified=st.booleans(),
)


def lines_of(sheet: Sheet) -> list[str]:
    return [part.text for part in sheet.parts if isinstance(part, Block) and not part.edge]


def edges_of(sheet: Sheet) -> list[str]:
    return [part.text for part in sheet.parts if isinstance(part, Block) and part.edge]


def cells_of(grid: Grid) -> list[list[str]]:
    return [[" ".join(block.text for block in cell) for cell in row] for row in grid.rows]


@given(LOOKS, st.lists(BODIES, min_size=1, max_size=14), st.booleans())
@example(  # the second one's first line looks centred
    Look(right=480.0, indent=28.0, after=3.0, leading=1.15),
    [f"{'đề ' * 10}{'nghị ' * 5}đề", f"{'đề ' * 6}{'nghị ' * 6}ngành"],
    False,
)
@examples(60)
def test_paragraphs_come_back_from_lines_and_pages(look: Look, bodies: list[str], numbered: bool) -> None:
    press = Press(look, numbered=numbered)
    said = [f"{number}. Tại {body}." for number, body in enumerate(bodies, 1)]
    for text in said:
        press.paragraph(text)
    sheet = read_paper(press.printed())
    assert lines_of(sheet) == said
    assert edges_of(sheet) == [str(number) for number in range(2, len(press.printed().pages) + 1)] * numbered
    assert unread_words(sheet) == 0


@given(st.lists(st.lists(BODIES, min_size=2, max_size=2), min_size=2, max_size=30))
@examples(40)
def test_a_table_that_runs_over_pages_is_one_and_its_repeated_header_is_frame(rows: list[list[str]]) -> None:
    edges, header = [85.0, 120.0, 320.0, 540.0], ["TT", "Nội dung dự thảo", "Ý kiến góp ý"]
    press = Press(Look(size=12.0))
    press.paragraph("Sở Nội vụ góp ý như sau:")
    press.row(header, edges)
    pages, said = 1, [header]
    for number, row in enumerate(rows, 1):
        cells = [str(number), *(text + "." for text in row)]
        before = len(press.printed().pages)
        probe = press.at
        press.row(cells, edges)
        said.append(cells)
        if len(press.printed().pages) > before:
            assert press.at < probe
            pages += 1
    press.paragraph("Trân trọng.")
    sheet = read_paper(press.printed())
    grids = [part for part in sheet.parts if isinstance(part, Grid)]
    assert [cells_of(grid) for grid in grids] == [said]
    assert lines_of(sheet) == ["Sở Nội vụ góp ý như sau:", "Trân trọng."]
    assert unread_words(sheet) == 0


def page(*printed: tuple[str, float, float], size: float = 13.0, rules: tuple[PaperRule, ...] = ()) -> Paper:
    """A page with texts at (left, height)."""
    words = tuple(
        word for text, left, base in printed for word in line(text.split(), left, base, size, 0.25 * size)
    )
    return Paper("in.pdf", "0", (PaperPage(WIDE, HIGH, words, rules),), " ".join(word.text for word in words))


def test_a_letterhead_is_read_column_by_column() -> None:
    sheet = read_paper(
        page(
            ("UBND TỈNH HÀ TĨNH", 110, 70), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, 69),
            ("SỞ NỘI VỤ", 130, 87), ("Độc lập - Tự do - Hạnh phúc", 320, 90),
            ("Số: 12/SNV-TCCB", 115, 110), ("Hà Tĩnh, ngày 09 tháng 3 năm 2021", 310, 115),
            ("Kính gửi: Sở Thông tin và Truyền thông.", 180, 160), ("1. Đề nghị bỏ khoản 2.", 85, 190),
        )
    )  # fmt: skip
    assert lines_of(sheet) == [
        "UBND TỈNH HÀ TĨNH", "SỞ NỘI VỤ", "Số: 12/SNV-TCCB", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Hà Tĩnh, ngày 09 tháng 3 năm 2021",
        "Kính gửi: Sở Thông tin và Truyền thông.", "1. Đề nghị bỏ khoản 2.",
    ]  # fmt: skip


def test_numbers_with_a_wide_tab_behind_are_no_column() -> None:
    sheet = read_paper(
        page(("1.", 85, 100), ("Đề nghị bỏ.", 130, 100), ("2.", 85, 130), ("Bổ sung.", 130, 130))
    )
    assert lines_of(sheet) == ["1. Đề nghị bỏ.", "2. Bổ sung."]


def test_the_stamp_of_a_digital_signature_is_frame() -> None:
    body = page(("Trân trọng./.", 85, 300), ("GIÁM ĐỐC", 380, 330))
    stamp = tuple(
        word
        for number, text in enumerate(
            ["Người ký: SỞ NỘI VỤ", "Email: sonoivu@hatinh.gov.vn", "Thời gian ký: 09.03.2021 10:00:00"]
        )
        for word in line(text.split(), 390, 345 + 9 * number, 7.0, 2.0)
    )
    (first,) = body.pages
    pages = (PaperPage(WIDE, HIGH, (*first.words, *stamp)),)
    sheet = read_paper(Paper("in.pdf", "0", pages, " ".join(w.text for w in pages[0].words)))
    assert lines_of(sheet) == ["Trân trọng./.", "GIÁM ĐỐC"]
    assert len(edges_of(sheet)) == 3 and unread_words(sheet) == 0


def test_running_heads_are_frame_on_every_page() -> None:
    press = Press(Look())
    for number in range(1, 12):
        press.paragraph(f"{number}. " + "Đề nghị bổ sung cụm từ cho phù hợp với thực tế của tỉnh. " * 6)
    paper = press.printed()
    pages = tuple(
        PaperPage(WIDE, HIGH, (*line(["Góp", "ý", "dự", "thảo"], 400, 35, 10, 3), *each.words))
        for each in paper.pages
    )
    sheet = read_paper(Paper("in.pdf", "0", pages, paper.raw + " Góp ý dự thảo" * len(pages)))
    assert edges_of(sheet) == ["Góp ý dự thảo"] * len(pages)
    assert all(text[0].isdigit() for text in lines_of(sheet)) and unread_words(sheet) == 0


def test_a_merged_cell_stands_in_every_row_that_it_covers() -> None:
    down = [PaperRule(x, x, 100, 160) for x in (85, 200, 400)]
    across = [PaperRule(85, 400, y, y) for y in (100, 160)] + [PaperRule(200, 400, 130, 130)]
    sheet = read_paper(
        page(
            ("Sở Y tế", 90, 120),
            ("Bỏ khoản 1.", 205, 120),
            ("Thêm khoản 2.", 205, 150),
            rules=(*down, *across),
        )
    )
    (grid,) = (part for part in sheet.parts if isinstance(part, Grid))
    assert cells_of(grid) == [["Sở Y tế", "Bỏ khoản 1."], ["Sở Y tế", "Thêm khoản 2."]]


@pytest.mark.parametrize(("font", "said", "read"), [
    (".VnTime", "Së Néi vô", "Sở Nội vụ"), ("VNI-Times", "Sôû Noäi vuï", "Sở Nội vụ"),
])  # fmt: skip
def test_words_in_old_fonts_are_decoded(font: str, said: str, read: str) -> None:
    words = tuple(line(said.split(), 85, 100, 14, 3.5))
    coded = tuple(
        type(word)(word.text, word.left, word.right, word.top, word.bottom, word.base, word.size, font=font)
        for word in words
    )
    sheet = read_paper(Paper("in.pdf", "0", (PaperPage(WIDE, HIGH, coded),), said))
    assert lines_of(sheet) == [read]
    assert [notice.code for notice in sheet.notices] == ["legacy-font"] and sheet.raw is None


def test_a_scanned_page_without_a_word_is_told_as_that_alone() -> None:
    words = tuple(line(["Bỏ", "khoản", "1."], 85, 100, 14, 3.5))
    pages = (
        PaperPage(WIDE, HIGH, words, (), PageOrigin.RECOGNISED),
        PaperPage(WIDE, HIGH, (), (), PageOrigin.RECOGNISED),
    )
    sheet = read_paper(Paper("in.pdf", "0", pages, "Bỏ khoản 1."))
    assert [(each.code, each.detail) for each in sheet.notices] == [("paper-blank", "2"), ("recognised", "1")]


def test_words_that_the_recognition_was_not_sure_of_are_named_by_page() -> None:
    words = line(["Bỏ", "kih", "phi1,", "—"], 85, 100, 14, 3.5)
    read = tuple(
        replace(word, confidence=sure) for word, sure in zip(words, (0.95, 0.4, 0.3, 0.1), strict=True)
    )
    pages = tuple(
        PaperPage(WIDE, HIGH, read, (), origin) for origin in (PageOrigin.TEXT, PageOrigin.RECOGNISED)
    )
    sheet = read_paper(Paper("in.pdf", "0", pages, None))
    assert [each.detail for each in sheet.notices if each.code == "doubtful-words"] == ["2: “kih”, “phi1”"]


@pytest.mark.skipif(os.name == "nt", reason="the clock alone bounds it there")
@pytest.mark.parametrize(
    ("code", "kind"), [(-9, TooSlow), (-24, TooSlow), (-11, Unreadable), (1, Unreadable)]
)
def test_a_file_whose_child_is_ended_for_its_work_is_told_as_too_slow(
    code: int, kind: type[DrafterError], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, float] = {}

    def ended(*command: object, timeout: float, **_: object) -> None:
        asked["seconds"] = timeout
        raise subprocess.CalledProcessError(code, str(command))

    monkeypatch.setattr(subprocess, "run", ended)
    with pytest.raises(kind):
        paper_of(Source(b"%PDF-1.7", "a.pdf", "0"))
    assert asked["seconds"] > 100  # by the clock: on a busy machine it waits for its turn


def spoken(sheet: Sheet) -> list[list[list[str]]]:
    return [cells_of(part) for part in sheet.parts if isinstance(part, Grid)]


def lines_at(*columns: tuple[float, tuple[str, ...]], top: float = 100.0) -> list[tuple[str, float, float]]:
    """Lines of cells below each other, an empty one where nothing stands."""
    return [(text, left, top + 16 * at) for left, texts in columns for at, text in enumerate(texts) if text]


UNRULED = (
    (85.0, ("Cơ quan", "Sở Y tế", "", "UBND huyện", "Hương Khê", "Sở Nội vụ")),
    (210.0, ("Nội dung góp ý", "Khoản 2: đề nghị bỏ", "cụm từ này.", "Khoản 3: đề nghị nêu",
             "rõ thời hạn.", "Không có ý kiến.")),
    (400.0, ("Lý do", "Đã nêu tại", "khoản 1.", "Còn chung chung.", "", "")),
)  # fmt: skip


def test_a_table_without_rules_is_read_row_by_row_and_told() -> None:
    sheet = read_paper(page(*lines_at(*UNRULED)))
    assert spoken(sheet) == [[
        ["Cơ quan", "Nội dung góp ý", "Lý do"],
        ["Sở Y tế", "Khoản 2: đề nghị bỏ cụm từ này.", "Đã nêu tại khoản 1."],
        ["UBND huyện Hương Khê", "Khoản 3: đề nghị nêu rõ thời hạn.", "Còn chung chung."],
        ["Sở Nội vụ", "Không có ý kiến.", ""],
    ]]  # fmt: skip
    assert [(each.code, each.detail) for each in sheet.notices] == [("paper-unruled", "1")]
    numbers = {block.number for part in sheet.parts if isinstance(part, Grid) for row in part.rows
               for cell in row for block in cell}  # fmt: skip
    assert numbers <= sheet.recognised and unread_words(sheet) == 0


def test_the_rows_of_a_table_without_rules_begin_with_their_numbers_over_pages() -> None:
    columns = (
        (85.0, ("TT", "1", "", "2")), (120.0, ("Đơn vị góp", "Sở Y tế", "", "Sở Y tế")),
        (260.0, ("Nội dung góp", "Bỏ khoản 2.", "Bỏ khoản 3.", "Bỏ khoản 4, là")),
    )  # fmt: skip
    titles = ((120.0, ("ý",)), (260.0, ("ý",)))
    first = page(*lines_at(*((left, texts[:1]) for left, texts in columns)), *lines_at(*titles, top=116),
                 *lines_at(*((left, texts[1:]) for left, texts in columns), top=132))  # fmt: skip
    rest = ((85.0, ("", "3")), (120.0, ("", "Sở Nội vụ")), (260.0, ("khoản đã có.", "Nhất trí.")))
    second = page(("2", 297.0, 75.0), *lines_at(*rest))
    sheet = read_paper(Paper("in.pdf", "0", (*first.pages, *second.pages), f"{first.raw} {second.raw}"))
    assert spoken(sheet) == [[
        ["TT", "Đơn vị góp ý", "Nội dung góp ý"], ["1", "Sở Y tế", "Bỏ khoản 2. Bỏ khoản 3."],
        ["2", "Sở Y tế", "Bỏ khoản 4, là khoản đã có."], ["3", "Sở Nội vụ", "Nhất trí."],
    ]]  # fmt: skip


def test_titles_that_stand_again_on_the_next_page_are_no_row() -> None:
    first, second = page(*lines_at(*UNRULED)), page(*lines_at(*(
        (left, (texts[0], *rest)) for (left, texts), rest in zip(
            UNRULED, (("", "Sở Tư pháp"), ("Cần rà soát thêm.", "Bỏ khoản 9."), ("", "")), strict=True)
    )))  # fmt: skip
    sheet = read_paper(Paper("in.pdf", "0", (*first.pages, *second.pages), f"{first.raw} {second.raw}"))
    ((*_, last, new),) = spoken(sheet)
    assert last[:2] == ["Sở Nội vụ", "Không có ý kiến. Cần rà soát thêm."]
    assert new == ["Sở Tư pháp", "Bỏ khoản 9.", ""]


def test_where_nothing_tells_the_rows_of_a_table_that_is_said() -> None:
    (left, agencies), *others = UNRULED
    middle = (left, (agencies[0], "", *agencies[1:5]))
    sheet = read_paper(page(*lines_at(middle, *others)))
    assert not spoken(sheet) and [each.code for each in sheet.notices] == ["paper-columns"]
    assert sheet.recognised >= {part.number for part in sheet.parts if isinstance(part, Block)}
