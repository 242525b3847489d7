"""Scans as scanners and telephones give them: aslant, on their side, in a shadow, faint; tables in grey."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from drafter.analyses.comments import letters
from drafter.intake import read_source
from drafter.intake.paper.missed import missed
from drafter.intake.paper.opened import Picture
from drafter.intake.paper.ruled import rules_of
from drafter.intake.paper.straight import straightened
from drafter.model import PaperWord
from drafter.readers.comments import read_comment_file
from drafter.workspace.papers import Papers
from tests.docx_builder import cell, docx, p, row, table
from tests.printing import by_office, scan

SCALE = 0.5  # points to a dot
BORDERS = "<w:tblBorders>{}</w:tblBorders>"
GRID = BORDERS.format("".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="{{colour}}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
))  # fmt: skip
SAID = [
    ("Cơ quan", "Nội dung góp ý", "Lý do"),
    ("Sở Tài chính", "Điểm a khoản 2: đề nghị bỏ cụm từ “từng bước” vì thời hạn đã ghi trong chỉ tiêu.",
     "Thời hạn hoàn thành đã ghi tại khoản 1, không cần nhắc lại ở đây."),
    ("Sở Nội vụ", "Khoản 3: đề nghị bổ sung nội dung đào tạo cán bộ công nghệ thông tin cấp xã.",
     "Số cán bộ chuyên trách hiện có chưa đáp ứng yêu cầu nhiệm vụ."),
    ("Công an tỉnh", "Khoản 6: đề nghị giao Công an tỉnh chủ trì việc bảo đảm an ninh mạng.",
     "Theo quy định của Luật An ninh mạng năm 2018."),
]  # fmt: skip
ASLANT = Image.Resampling.BICUBIC


def page(dots: np.ndarray) -> Picture:
    high, wide = dots.shape
    return Picture(wide, high, dots.astype(np.uint8).tobytes(), wide * SCALE, high * SCALE)


def dots_of(picture: Picture) -> np.ndarray:
    return np.frombuffer(picture.data, np.uint8).reshape(picture.rows, picture.columns)


def printed() -> np.ndarray:
    """Lines of words, their letters as strokes."""
    dots = np.full((800, 600), 255)
    for top in range(80, 700, 40):
        for left in range(60, 500, 50):
            for stroke in range(left, left + 40, 5):
                dots[top : top + 14, stroke : stroke + 3] = 0
    return dots


@pytest.mark.parametrize("angle", [-3.0, -0.4, 0.0, 1.5])
def test_a_page_that_lies_aslant_is_turned_level(angle: float) -> None:
    image = Image.fromarray(printed().astype(np.uint8)).rotate(angle, resample=ASLANT, fillcolor=255)
    made = dots_of(straightened(page(np.asarray(image)), None))
    white = np.flatnonzero((made > 128).all(axis=1))
    assert sum(np.diff(white) > 5) >= 15  # as many lines as there are, with white between them


@pytest.mark.parametrize("size", [(1, 1), (2, 5000), (5000, 2), (20, 16)])
def test_a_picture_of_few_dots_is_none_that_breaks_anything(size: tuple[int, int]) -> None:
    made = straightened(page(np.zeros(size)), None)
    assert not list(missed(dots_of(made), [], SCALE)) and not list(rules_of(made, SCALE))[9:]


def test_a_shadow_over_faint_print_is_taken_away() -> None:
    shadow = np.linspace(1, 0.45, 600)[None, :]
    made = dots_of(straightened(page((255 - (255 - printed()) * 0.4) * shadow), None))
    assert made[:60].min() > 200 and made[84, 71] < 60 and made[84, 471] < 60


@pytest.mark.parametrize("grey", [0, 120, 190])
def test_thin_rules_are_seen_in_any_shade_and_words_are_none(grey: int) -> None:
    dots = printed()
    dots[100, 50:550] = dots[90:300, 50] = grey
    dots[94:106, 200:204] = 0  # a letter that hangs over the rule
    found = sorted(rules_of(page(dots), SCALE), key=lambda rule: rule.right - rule.left)
    assert [(round(r.left), round(r.top)) for r in found if r.right - r.left < 3] == [(25, 44)]
    assert [(round(r.left), round(r.right), round(r.top)) for r in found[1:]] == [(24, 276, 50)]


def test_ink_without_a_word_is_looked_at_again() -> None:
    dots = printed()
    words = [
        PaperWord("x", left * SCALE, (left + 40) * SCALE, top * SCALE, (top + 14) * SCALE, 0.0, 8.0)
        for top in range(80, 700, 40)
        for left in range(60, 500, 50)
        if (top, left) not in {(160, 60), (160, 110)}
    ]
    ((left, right, top, bottom),) = missed(dots, words, SCALE)
    assert left <= 30 and 75 <= right <= 80 and top <= 80 and 87 <= bottom < 95


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A table of three agencies, drawn in black, in grey and not at all."""
    folder = tmp_path_factory.mktemp("tables")
    files = [
        docx(folder / f"{name}.docx", p("BẢNG TỔNG HỢP Ý KIẾN GÓP Ý"), table(
            *(row(*(cell(p(text)) for text in line)) for line in SAID),
            tblpr=GRID.format(colour=colour) if colour else ""))
        for name, colour in (("black", "000000"), ("grey", "B0B0B0"), ("bare", ""))
    ]  # fmt: skip
    return by_office(files, folder)


def darker(image: Image.Image) -> Image.Image:
    shade = np.linspace(1, 0.5, image.width)[None, :]
    return Image.fromarray((np.asarray(image) * shade).astype(np.uint8))


WAYS: dict[str, tuple[str, Callable[[Image.Image], Image.Image]]] = {
    "in grey": ("grey", lambda image: image),
    "without rules": ("bare", lambda image: image),
    "aslant": ("grey", lambda image: image.rotate(-1.2, resample=ASLANT, fillcolor=255)),
    "on its side": ("black", lambda image: image.rotate(90, expand=True)),
    "on its head": ("black", lambda image: image.rotate(180)),
    "in a shadow": ("black", darker),
    "faint": ("black", lambda image: image.point(lambda dot: 255 - (255 - dot) * 0.45)),
}


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.scans
@pytest.mark.parametrize("way", WAYS)
def test_of_a_scanned_table_each_agency_keeps_its_row(
    way: str, sheets: dict[str, Path], tmp_path: Path
) -> None:
    of, made = WAYS[way]
    path = tmp_path / "bang.png"
    made(scan(sheets[of])).save(path, dpi=(200, 200))
    read = read_comment_file(Papers().of(read_source(path, shown=path.name)))
    found = [(letter.agency, each.text) for letter in letters(read) for each in letter.comments]
    assert [agency for agency, _ in found] == ["Sở Tài chính", "Sở Nội vụ", "Công an tỉnh"]
    for (_, text), (_, said, _) in zip(found, SAID[1:], strict=True):
        assert Levenshtein.normalized_similarity(text, said) > 0.95, text
