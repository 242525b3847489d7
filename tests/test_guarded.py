"""Guarded expressions: words that a match must have are found, and what is found is what `re` finds."""

from __future__ import annotations

import re

import pytest

from drafter.language import guarded
from drafter.language.guarded import Guarded, Phrase, needed
from drafter.language.lexicon import Expression, cue, lexicon
from drafter.language.lexicons import Asks, Suggestions

TEXTS = (
    "Tại điểm a khoản 2 mục III, đề nghị thay “sao chép” bằng “giải mã”.",
    "KHÔNG CÓ Ý KIẾN GÌ THÊM.",
    "Cơ bản thống nhất với dự thảo; tuy nhiên không nên giao Sở Nội vụ chủ trì.",
    "Đề nghị nâng chỉ tiêu lên 15%, đồng thời nêu rõ cam kết quốc tế; bỏ khoản 4 vì trùng lặp.",
    "Đề nghị bổ sung “hằng năm” sau cụm từ “định kỳ 6 tháng” vào đầu câu thứ hai của điểm b.",
    "",
)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"(?<!nếu )\b(?:không|chưa nên)\s+giao", {"không", "chưa nên"}),
        (r"\b(?:bỏ|lược bỏ|xóa)\b", {"bỏ", "xóa"}),
        (r"(?:rất )?thống nhất(?! về)", {"thống nhất"}),
        (r"(?-i:Sở|Bộ) Tài", {"sở tài", "bộ tài"}),
        (r"[bB]a{2,}(?P<x>xin){1,3}", {"xin"}),
        (r"đề nghị\s+[^.]*\s+chưa", {"chưa"}),  # of two, the one that few comments have
    ],
)
def test_the_words_that_a_match_needs_follow_from_the_expression(source: str, words: set[str]) -> None:
    assert needed(source, re.IGNORECASE) == words


@pytest.mark.parametrize("source", [r"\d+", r"(?:giao)?", r"giao|\d", r"[^a]b?", r"(?:a|b|)", r"β"])
def test_an_expression_that_may_do_without_words_needs_none(source: str) -> None:
    assert needed(source, re.IGNORECASE) == frozenset()


def test_a_guarded_expression_finds_what_the_expression_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "_LEARNT", 1)
    told = [lexicon(kind) for kind in (Asks, Suggestions)]
    each = [getattr(one, name) for one in told for name in one.__struct_fields__]
    sources = [one for one in each if isinstance(one, Expression)]
    held = [Guarded(one.pattern.pattern, one.flags) for one in sources]
    cues = (cue("stances", name) for name in ("no_comment", "agreement", "fault"))
    held += [Guarded(one.pattern, one.flags) for one in cues]
    spared = 0
    for one in held:
        plain = re.compile(one.pattern, one.flags)
        for text in TEXTS:
            spared += one.misses(text)
            found, truly = one.search(text), plain.search(text)
            assert (found and found.span()) == (truly and truly.span()), (one.pattern[:80], text)
            assert one.findall(text) == plain.findall(text)
            assert one.sub("·", text) == plain.sub("·", text)
            assert one.split(text) == plain.split(text)
    assert spared > len(held) * len(TEXTS) / 2


def test_a_sign_that_expressions_take_for_another_spares_no_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guarded, "_LEARNT", 1)
    cued = Guarded("sinh", re.IGNORECASE)
    assert cued.search("xem") is None
    assert all(cued.search(text) for text in ("SINH", "ſinh", "sınh", "SİNH"))


def test_lower_case_is_what_expressions_see_but_for_the_signs_that_are_known() -> None:
    cased = "".join(c for c in map(chr, range(0x20000)) if c.lower() != c or c.upper() != c)
    for sign in guarded._PLAIN:
        taken = set(re.findall(re.escape(sign), cased, re.IGNORECASE))
        assert {c for c in taken if c.lower() != sign} <= set(guarded._OTHERS), sign


@pytest.mark.parametrize("words", ["nội dung khác", "bố trí … ngân sách", "70", "và"])
def test_a_phrase_is_found_where_its_expression_finds_it(words: str) -> None:
    from drafter.analyses.evidence.case import phrase

    text = "bánội dung khác, nội dung khác và 70% của 70; bố trí đủ ngân sách, 2-70, nội dung khác"
    found, plain = phrase(words), re.compile(phrase(words).pattern)
    assert isinstance(found, Phrase)
    assert [one.span() for one in found.finditer(text)] == [one.span() for one in plain.finditer(text)]
    assert found.findall(text) == plain.findall(text)
    assert found.search("khác nội dung") is None
