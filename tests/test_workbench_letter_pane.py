"""The pane with the letter of a comment: a form as it is laid out, scrolled to the comment."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.jobs.board import board
from drafter.jobs.letter_text import letter_text
from drafter.model import LetterTable
from drafter.workspace import Workspace
from tests.commands import STAGES, part, sample
from tests.form_files import form_file
from tests.workbench import chromium, let_in, served

HEAD = ("TT", "Điều, khoản", "Nội dung góp ý", "Lý do")
WISH = "Đề nghị bổ sung cụm từ “vườn ươm doanh nghiệp” vào sau cụm từ “đổi mới sáng tạo”."


def merged_form(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """A form whose title runs over all columns, and whose first clause over two rows."""
    book = Workbook()
    sheet = book.active
    for each in (("PHIẾU GÓP Ý",), ("Cơ quan góp ý: Sở Tư pháp",), HEAD, *rows):
        sheet.append(list(each))
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A2:D2")
    sheet.merge_cells("B4:B5")
    book.save(path)
    return path


def test_a_merged_cell_covers_its_columns_and_rows_and_is_shown_once(tmp_path: Path) -> None:
    root = part(tmp_path)
    rows = [("1", "Điểm a khoản 4 mục III", WISH, "Cần thiết."),
            ("2", "", "Đề nghị làm rõ nguồn kinh phí thực hiện.", "")]  # fmt: skip
    merged_form(root / "comments" / "so-tu-phap.xlsx", rows)
    made = board(Workspace(root, report=print, stages=STAGES))
    comment = next(each for each in made.read.comments if each.path == "so-tu-phap.xlsx")
    shown = letter_text(made, comment)
    assert shown is not None and comment.id in shown.marked
    (table,) = (each for each in shown.parts if isinstance(each, LetterTable))
    sizes = [[(cell.columns, cell.rows) for cell in row] for row in table.rows]
    assert sizes == [[(4, 1)], [(4, 1)], [(1, 1)] * 4, [(1, 1), (1, 2), (1, 1), (1, 1)], [(1, 1)] * 3]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".md", ".docx"])
def test_the_pane_stands_at_the_comment_whatever_the_letter_is(tmp_path: Path, suffix: str) -> None:
    root = part(tmp_path)
    wishes = [(str(n), "Điểm a khoản 4 mục III", f"Đề nghị bổ sung nội dung thứ {n} vào dự thảo.", "")
              for n in range(1, 90)]  # fmt: skip
    form_file(root / "comments" / f"so-tu-phap{suffix}", [HEAD, *wishes])
    with served(root) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        made, _ = site.board()
        last = [each.no for each in made.read.comments if each.path == f"so-tu-phap{suffix}"][-1]
        page.goto(f"{address}/comments/{last}")
        pane, mark = page.locator(".pane.letter").bounding_box(), page.locator(".letter .here").first
        here = mark.bounding_box()
        assert pane["y"] <= here["y"] and here["y"] + here["height"] <= pane["y"] + pane["height"]
        assert pane["x"] <= here["x"] and here["x"] + here["width"] <= pane["x"] + pane["width"]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_comment_of_a_long_letter_stands_in_the_middle_of_its_pane(tmp_path: Path, width: str) -> None:
    """As far as the letter goes on above and below it, and without the page being moved."""
    measured = """() => {
      const pane = document.querySelector(".letter"), box = pane.getBoundingClientRect();
      const marks = [...document.querySelectorAll(".letter .here")].map(each => each.getBoundingClientRect());
      return {top: marks[0].top - box.top, bottom: box.bottom - marks.at(-1).bottom, page: window.scrollY,
              room: Math.min(pane.scrollTop, pane.scrollHeight - pane.clientHeight - pane.scrollTop)};
    }"""
    inner = 0
    with served(sample(tmp_path)) as (address, site), chromium() as browser:
        page = let_in(browser, address, site, width=width)
        for number in (1, 5, 21, 25, 49):
            page.goto(f"{address}/comments/{number}")
            found = page.evaluate(measured)
            assert found["page"] == 0
            if found["room"] > 1:
                inner += 1
                assert abs(found["top"] - found["bottom"]) < 6 or 0 < found["top"] < 24, (number, found)
    assert inner
