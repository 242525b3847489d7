"""What is mechanical in a text is mended, and a blank left to be filled in is no fault."""

import pytest

from drafter.language.mending import mended


@pytest.mark.parametrize(
    "blank",
    [
        "Số:      /KH-UBND",
        "(Kèm theo Kế hoạch số      /KH-UBND ngày   tháng   năm 2021)",
        "Hà Tĩnh, ngày     tháng      năm 2021",
    ],
)
def test_a_blank_for_a_number_or_a_day_stays(blank: str) -> None:
    assert mended(blank) == blank


def test_spaces_too_many_and_before_a_mark_go() -> None:
    assert mended("hai  dấu   cách , và một") == "hai dấu cách, và một"
