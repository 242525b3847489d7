"""Charts: widths that add up, points where they belong, words that stay words."""

import re
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from drafter.writers.charts import (
    TONES,
    Bar,
    BarPart,
    SlopeLine,
    SlopePoint,
    StripMark,
    grouped_bars,
    slope,
    stacked_bar,
    stacked_bars,
    strip,
)

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = """</text></svg><script>alert('1')</script>"&\x07"""


def drawn(chart: Markup, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(chart).iter(SVG + name))


def widths(chart: Markup) -> list[float]:
    return [float(each.get("width", "0")) for each in drawn(chart, "rect")]


def part(label: str, value: float, tone: str = "first") -> BarPart:
    return BarPart(label, value, f"{value:g}", tone)


def test_the_parts_of_a_bar_add_up_to_its_width() -> None:
    chart = stacked_bar([part("a", 1), part("b", 0), part("c", 2)], "Ba phần", width=300.0)
    assert widths(chart) == [100.0, 200.0]
    assert [each.get("x") for each in drawn(chart, "rect")] == ["0", "100"]


def test_bars_of_several_wholes_are_to_one_scale() -> None:
    bars = [Bar("Dự thảo lần 1", (part("a", 30), part("b", 10))), Bar("Dự thảo lần 2", (part("a", 20),))]
    assert widths(stacked_bars(bars, "Số từ", width=400.0, legend=False)) == [300.0, 100.0, 200.0]


def test_grouped_bars_keep_room_for_their_numbers() -> None:
    groups = [Bar("Mục tiêu", (part("1", 1_000), part("2", 500)))]
    first, second, *_ = widths(grouped_bars(groups, "Số từ", width=400.0))
    assert first == pytest.approx(2 * second, abs=0.02) and first < 400 - len("1000") * 6


def test_a_chart_of_nothing_is_an_empty_picture() -> None:
    for chart in (stacked_bar([], "-"), stacked_bars([], "-"), grouped_bars([], "-"), slope([], "-")):
        assert not drawn(chart, "rect") and not drawn(chart, "circle")
    assert widths(stacked_bar([part("a", 0)], "-")) == []


def test_what_rises_goes_up_and_what_ranks_better_too() -> None:
    line = SlopeLine(
        "Dự thảo lần 3", (SlopePoint(2025, 20, "2025", "20%"), SlopePoint(2030, 30, "2030", "30%"))
    )
    before, after = drawn(slope([line], "Kinh tế số"), "circle")
    assert float(before.get("cy", "")) > float(after.get("cy", ""))
    assert float(before.get("cx", "")) < float(after.get("cx", ""))
    worse, better = drawn(slope([line], "Thứ hạng", falling=True), "circle")
    assert float(worse.get("cy", "")) < float(better.get("cy", ""))


def test_a_value_that_stays_is_level_and_inside() -> None:
    line = SlopeLine("Dự thảo lần 3", (SlopePoint(1, 100, "1", "100%"), SlopePoint(3, 100, "3", "100%")))
    heights = {each.get("cy") for each in drawn(slope([line], "-", height=84.0), "circle")}
    assert len(heights) == 1 and 0 < float(heights.pop() or 0) < 84


def test_marks_stay_in_the_strip() -> None:
    marks = [StripMark(at, "x", "accepted", "#c") for at in (-1.0, 0.0, 0.5, 1.0, 7.0)]
    tops = [float(each.get("y", "")) for each in drawn(strip(marks, "-", height=104.0), "rect")]
    assert tops == [0.0, 0.0, 50.0, 100.0, 100.0]


def test_marks_of_one_place_stand_side_by_side() -> None:
    marks = [StripMark(at, "x", "accepted") for at in (0.5, 0.25, 0.5)]
    assert widths(strip(marks, "-", width=14.0)) == [14.0, 7.0, 7.0]


def test_words_in_a_chart_stay_words() -> None:
    hostile = BarPart(HOSTILE, 1, HOSTILE, "first")
    line = SlopeLine(HOSTILE, (SlopePoint(1, 1, HOSTILE, HOSTILE), SlopePoint(2, 2, HOSTILE, HOSTILE)))
    for chart in (
        stacked_bar([hostile], HOSTILE),
        stacked_bars([Bar(HOSTILE, (hostile,), HOSTILE)], HOSTILE),
        grouped_bars([Bar(HOSTILE, (hostile,), HOSTILE)], HOSTILE),
        slope([line], HOSTILE),
        strip([StripMark(0.5, HOSTILE, "first", HOSTILE)], HOSTILE),
    ):
        assert not drawn(chart, "script")  # and it is well-formed
        assert "style=" not in chart and not re.search(r"\son\w+=", chart)
        assert Markup.escape(chart) == chart  # a template writes it as it is


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("name", TONES)
def test_colours_stand_out_from_white_and_from_a_dark_ground(name: str) -> None:
    ours, dark = luminance(TONES[name]), luminance("#1d232a")
    assert 1.05 / (ours + 0.05) >= 3 and (ours + 0.05) / (dark + 0.05) >= 3
