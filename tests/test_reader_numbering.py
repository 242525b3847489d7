"""Automatic numbers: as Word prints them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.readers.docx.numbering import Numbering, formatted
from tests.docx_builder import docx, item, level, lists, p, part
from tests.inputs import read_docx

DECIMAL = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "lowerLetter", "%3)")


def markers(
    folder: Path,
    *blocks: str,
    abstracts: dict[int, str],
    nums: dict[int, tuple[int, str]],
    styles: str = "",
) -> list[str | None]:
    found = read_docx(docx(folder, *blocks, numbering=lists(abstracts, nums), styles=styles))
    return [paragraph.marker for paragraph in found.paragraphs]


def test_levels_count_and_restart_below_a_higher_one(tmp_path: Path) -> None:
    blocks = [item("x", 1, at) for at in (0, 1, 1, 2, 2, 0, 1, 2)]
    found = markers(tmp_path, *blocks, abstracts={0: DECIMAL}, nums={1: (0, "")})
    assert found == ["1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "a)"]


def test_an_empty_paragraph_counts_and_a_plain_one_between_does_not_stop_it(tmp_path: Path) -> None:
    found = markers(
        tmp_path, item("x", 1), item("", 1), p("y"), item("z", 1), abstracts={0: DECIMAL}, nums={1: (0, "")}
    )
    assert found == ["1.", "2.", None, "3."]


def test_lists_of_one_definition_share_their_count_unless_they_override_it(tmp_path: Path) -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    found = markers(
        tmp_path,
        *(item("x", num) for num in (1, 2, 3, 3, 1)),
        abstracts={0: DECIMAL},
        nums={1: (0, ""), 2: (0, ""), 3: (0, start)},
    )
    assert found == ["1.", "2.", "1.", "2.", "3."]


def test_a_level_may_be_replaced_whole(tmp_path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Phần %1", start=3)}</w:lvlOverride>'
    found = markers(tmp_path, item("x", 1), item("x", 1), abstracts={0: DECIMAL}, nums={1: (0, own)})
    assert found == ["Phần III", "Phần IV"]


def test_a_level_that_never_restarts_runs_on(tmp_path: Path) -> None:
    running = level(0, "upperRoman", "Chương %1") + level(
        1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'
    )
    blocks = [item("x", 1, at) for at in (0, 1, 1, 0, 1)]
    found = markers(tmp_path, *blocks, abstracts={0: running}, nums={1: (0, "")})
    assert found == ["Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3."]


def test_legal_numbering_prints_every_part_in_figures(tmp_path: Path) -> None:
    legal = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    found = markers(tmp_path, item("x", 1), item("x", 1, 1), abstracts={0: legal}, nums={1: (0, "")})
    assert found == ["I.", "1.1."]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Dieu"/></w:style>'
)


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it_and_zero_takes_it_off(
    tmp_path: Path,
) -> None:
    named = level(0, "upperRoman", "%1.") + level(1, "decimal", "Điều %2.", '<w:pStyle w:val="Dieu"/>')
    off = '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    found = markers(
        tmp_path,
        p("x", ppr='<w:pStyle w:val="Dieu"/>'),
        p("x", ppr='<w:pStyle w:val="Con"/>'),
        p("x", ppr=off),
        abstracts={0: named},
        nums={1: (0, "")},
        styles=STYLES,
    )
    assert found == ["Điều 1.", "Điều 2.", None]


def test_a_list_may_be_defined_by_a_list_style(tmp_path: Path) -> None:
    abstracts = {
        0: '<w:numStyleLink w:val="DanhSach"/>',
        1: '<w:styleLink w:val="DanhSach"/>' + level(0, "lowerLetter", "%1)"),
    }
    found = markers(tmp_path, item("x", 1), item("x", 2), abstracts=abstracts, nums={1: (0, ""), 2: (1, "")})
    assert found == ["a)", "b)"]


@pytest.mark.parametrize(
    ("glyph", "marker"),
    [("-", "-"), ("–", "-"), ("\uf0b7", "-"), ("•", "-"), ("o", "-"), ("+", "+"), ("*", "*")],
)
def test_bullets_read_as_dash_plus_or_star(tmp_path: Path, glyph: str, marker: str) -> None:
    found = markers(tmp_path, item("x", 1), abstracts={0: level(0, "bullet", glyph)}, nums={1: (0, "")})
    assert found == [marker]


def test_a_number_without_a_format_prints_nothing(tmp_path: Path) -> None:
    found = markers(tmp_path, item("x", 1), abstracts={0: level(0, "none", "%1")}, nums={1: (0, "")})
    assert found == [None]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (4, "upperRoman", "IV"), (9, "lowerRoman", "ix"), (4, "lowerLetter", "d"), (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"), (7, "decimalZero", "07"), (12, "decimalZero", "12"), (5, "none", ""),
        (15, "vietnameseCounting", "mười lăm"), (21, "vietnameseCounting", "hai mươi mốt"),
        (3, "unheardOf", "3"),
    ],
)  # fmt: skip
def test_number_formats(count: int, form: str, printed: str) -> None:
    assert formatted(count, form) == printed


@given(st.lists(st.integers(0, 3), max_size=40))
def test_counters_agree_with_counting_afresh_from_the_last_higher_level(depths: list[int]) -> None:
    levels = "".join(
        level(at, "decimal", ".".join(f"%{one + 1}" for one in range(at + 1))) for at in range(4)
    )
    numbering = Numbering(etree.fromstring(part("w:numbering", lists({0: levels}, {1: (0, "")})).encode()))
    for place, depth in enumerate(depths):
        printed = numbering.next("1", depth)
        assert printed is not None
        since = max((at for at in range(place) if depths[at] < depth), default=-1)
        assert int(printed.split(".")[-1]) == depths[since + 1 : place + 1].count(depth)


def test_a_pattern_without_end_prints_no_more_than_a_number_may_be_long(tmp_path: Path) -> None:
    endless = level(0, "decimal", "%1." + "x" * 100_000)
    one, two = markers(tmp_path, item("a", 1), item("b", 1), abstracts={0: endless}, nums={1: (0, "")})
    assert one is not None and one.startswith("1.x") and len(one) < 300
    assert two is not None and two.startswith("2.x")
