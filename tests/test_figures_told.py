"""Changed figures in words: each with its sign, days and years as they are read."""

import pytest

from drafter.model import FigureChange
from drafter.wording.changes import figure_line


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (FigureChange("100", "90", "%", None), "100% → 90%"),
        (FigureChange("25", "30", "%", "GRDP"), "25% → 30% GRDP"),
        (FigureChange("7,5", "8", "%/năm", None), "7,5% → 8%/năm"),
        (FigureChange(None, "50; 65; 80; 90", "%", None), "thêm 50%; 65%; 80%; 90%"),
        (FigureChange("2021", "2022", "năm", None), "năm 2021 → năm 2022"),
        (FigureChange("5", None, "huyện", None), "bỏ 5 huyện"),
    ],
)
def test_a_changed_figure_is_told_as_an_official_writes_it(figure: FigureChange, told: str) -> None:
    assert figure_line(figure, "vi") == told


def test_a_year_is_told_in_the_language_of_the_page() -> None:
    assert figure_line(FigureChange("2021", "2022", "năm", None), "en") == "2021 → 2022"
