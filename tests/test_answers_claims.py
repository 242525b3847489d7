"""What an answer claims is true of the newest draft: what it says to stand stands there, what it says to be
gone is gone. Read back from the sentences alone, as an official would check them."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.answers import phrases
from drafter.analyses.segments import segments
from drafter.jobs.table import table
from drafter.language.locators import as_cited
from drafter.language.normal import folded
from drafter.model import Draft, Layout, Table
from drafter.wording.answers import answer_words
from tests.commands import workspace
from tests.properties import examples

REPLACED = re.compile(r"sửa “(.+?)” thành “(.+?)”(?= tại|;| \(dự)")
ADDED = re.compile(r"bổ sung “(.+?)”(?: sau “(.+?)”)?(?= tại|;| \(dự)")
DELETED = re.compile(r"bỏ “(.+?)”(?= tại|;| \(dự)")
PLACE = re.compile(r"” tại ((?:gạch|dấu|điểm|khoản|mục|số thứ|đoạn|Phụ lục|phần|Điều|Chương).+?)(?=;| \(dự)")


@cache
def sample() -> Table:
    return table(workspace())


def newest() -> Draft:
    return workspace().rounds.newest


def places(cited: str) -> list[str]:
    """The texts of the clauses that a sentence names, each by its whole locator as it is cited."""
    units = {as_cited(clause.locator): clause.text for clause in newest().clauses}
    return [units[place.removesuffix(" phần căn cứ")] for place in re.split(r", | và ", cited)]


def claimed(told: str) -> list[tuple[str, str]]:
    """The words that are said to be gone, and those that are said to stand; either may be empty."""
    return [
        *REPLACED.findall(told),
        *(("", found[0]) for found in ADDED.findall(told)),
        *((found, "") for found in DELETED.findall(told)),
    ]


@pytest.mark.slow
def test_every_phrase_claimed_stands_in_the_newest_draft_at_the_place_named() -> None:
    checked = 0
    for row in sample().rows:
        assert row.answer is not None
        told = answer_words(row.answer, "vi")
        for cited in PLACE.findall(told):
            for old, new in claimed(told):
                for text in places(cited):
                    if new:
                        assert folded(new) in folded(text), (row.no, new, text)
                    if old:
                        assert folded(old) not in folded(text).replace(folded(new), ""), (row.no, old, text)
                    checked += 1
    assert checked >= 20


@pytest.mark.slow
def test_no_answer_quotes_a_scrap_of_a_number_or_half_a_compound() -> None:
    for row in sample().rows:
        assert row.answer is not None
        for claim in row.answer.claims:
            for words in (claim.old, claim.new):
                assert not re.search(r"^[\d.,%]+$|^(?:và|hoặc|của|các)$", words), (row.no, words)


@pytest.mark.slow
def test_nothing_is_claimed_where_nothing_was_done() -> None:
    for row in sample().rows:
        assert row.answer is not None
        if row.answer.verdict in ("not-yet", "unclear", "regressed"):
            assert not row.answer.claims and not row.answer.counted
            assert "Tiếp thu," not in answer_words(row.answer, "vi")


@pytest.mark.slow
def test_no_answer_is_a_decision() -> None:
    assert not any(row.decided for row in sample().rows)


WORDS = st.lists(
    st.sampled_from(
        [
            "tỉnh",
            "huyện",
            "xã",
            "đạt",
            "5.150",
            "7,5%",
            "tỷ",
            "đồng",
            "năm",
            "2025",
            "số",
            "hóa",
            "dữ",
            "liệu",
            ",",
            ";",
            ".",
        ]
    ),
    max_size=14,
)


@examples(200)
@given(WORDS, WORDS, WORDS, WORDS)
def test_what_a_phrase_became_stands_in_the_new_text(
    before: list[str], old: list[str], new: list[str], after: list[str]
) -> None:
    was = " ".join([*before, *old, *after])
    now = " ".join([*before, *new, *after])
    for start, end in phrases.spots(" ".join(old), was):
        (low, high), (first, last) = phrases.became(segments(was, now), (start, end))
        assert low <= start and end <= high <= len(was)
        assert 0 <= first <= last <= len(now)
        assert was[:low] + now[first:last] + was[high:] == now or old == new or low == start


@examples(200)
@given(WORDS, WORDS)
def test_edited_phrases_stand_in_their_own_texts(old: list[str], new: list[str]) -> None:
    was, now = " ".join(old), " ".join(new)
    flat = [" ".join(text.split()) for text in (was, now)]
    for before, after in phrases.edited_phrases(segments(was, now)):
        assert before in flat[0] and after in flat[1]
        assert not re.match(r"[.,]\d", before + after)


def test_words_are_found_whatever_their_case_and_tone_marks_but_never_within_others() -> None:
    text = unicodedata.normalize("NFC", "Số hoá dữ liệu; 15.150 tỷ")
    assert phrases.spots("số hóa", text) == [(0, 6)]
    assert phrases.spots("5.150", text) == []


@pytest.mark.parametrize("layout", list(Layout))
def test_every_layout_shows_the_reasons_of_the_agencies_and_what_is_to_be_looked_at(
    layout: Layout, tmp_path: Path
) -> None:
    from drafter.writers.table import Format, table_bytes

    text = table_bytes(sample(), Format.MARKDOWN, layout, "vi").decode()
    rows = json.loads(table_bytes(sample(), Format.JSON, layout, "vi"))["rows"]
    for row in rows:
        assert not row["grounds"] or row["grounds"].split("\n")[0] in text.replace("\\", "")
    assert text.count(" ? ") + text.count(" ?<br>") >= sum(row["review"] for row in rows)
