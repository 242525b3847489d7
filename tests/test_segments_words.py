"""Segments: whole words and numbers, readable, and to the letter."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.segments import segments
from drafter.language.noise import WordEdit, edits, is_short_for, tags


def marked(old: str, new: str) -> str:
    """`[-deleted-]{+inserted+}`, the rest as it stands."""
    forms = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(forms[one.op].format(one.text) for one in segments(old, new))


@pytest.mark.parametrize(
    "old, new, wanted",
    [
        ("đạt 7,5 % GDP", "đạt 8 % GDP", "đạt [-7,5 %-]{+8 %+} GDP"),
        ("đạt 95.000 hộ", "đạt 96.000 hộ", "đạt [-95.000-]{+96.000+} hộ"),
        ("phủ sóng 4G toàn tỉnh", "phủ sóng 5G toàn tỉnh", "phủ sóng [-4G-]{+5G+} toàn tỉnh"),
        (
            "vi mạch, kỹ thuật số",
            "vi mạch, khoa học dữ liệu, kỹ thuật số",
            "vi mạch, {+khoa học dữ liệu, +}kỹ thuật số",
        ),
        ("Một. Hai. Ba.", "Một. Ba.", "Một. [-Hai. -]Ba."),
        ("học hỏi, sao chép các mẫu", "học hỏi, giải mã các mẫu", "học hỏi, [-sao chép-]{+giải mã+} các mẫu"),
        (
            "HĐND, UBND các xã",
            "Hội đồng nhân dân, Ủy ban nhân dân các xã",
            "[-HĐND-]{+Hội đồng nhân dân+}, [-UBND-]{+Ủy ban nhân dân+} các xã",
        ),
        (
            "UBND tỉnh giao UBND huyện",
            "UBND tỉnh giao Ủy ban nhân dân huyện",
            "UBND tỉnh giao [-UBND-]{+Ủy ban nhân dân+} huyện",
        ),
        ("tỉ lệ số hoá 50%", "tỷ lệ số hóa 55%", "[-tỉ-]{+tỷ+} lệ số [-hoá-]{+hóa+} [-50%-]{+55%+}"),
        ("lãnh đạo,  chỉ đạo", "lãnh đạo, chỉ đạo", "lãnh đạo, [- -]chỉ đạo"),
        ("", "mới", "{+mới+}"),
        ("cũ", "", "[-cũ-]"),
        ("như cũ", "như cũ", "như cũ"),
        ("", "", ""),
    ],
)
def test_words_are_marked_as_a_reader_would(old: str, new: str, wanted: str) -> None:
    assert marked(old, new) == wanted


def test_a_rewritten_sentence_is_not_cut_to_confetti() -> None:
    old = "Sở Tài chính chủ trì, phối hợp với các sở rà soát nguồn vốn và báo cáo trước tháng 6"
    new = "Các địa phương tự cân đối kinh phí và gửi kết quả về cơ quan thường trực để theo dõi"
    assert sum(one.op != "=" for one in segments(old, new)) <= 4


def test_a_decomposed_clause_is_one_replacement_not_one_per_word() -> None:
    new = "Tăng cường sự lãnh đạo toàn diện của Đảng, phát huy sức mạnh tổng hợp"
    found = edits(segments(unicodedata.normalize("NFD", new), new))
    assert [edit.noise for edit in found if isinstance(edit, WordEdit)] == [("decomposed",)]


WORDS = st.sampled_from(
    [
        *(
            "UBND",
            "Ủy",
            "ban",
            "nhân",
            "dân",
            "hoá",
            "hóa",
            "tỉ",
            "tỷ",
            "7,5%",
            "8",
            "%",
            "50",
            "95.000",
            "5G",
        ),
        *(
            ",",
            ".",
            ";",
            ":",
            "“",
            "”",
            '"',
            "-",
            "–",
            "…",
            "hằng",
            "năm",
            "Hàng",
            "và",
            "của",
            "Đảng",
            "KT-XH",
        ),
    ]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", "  ", "", "\n", "\u00a0"])), max_size=25).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


@given(TEXTS, TEXTS)
def test_both_texts_come_back_to_the_letter(old: str, new: str) -> None:
    found = segments(old, new)
    assert "".join(one.text for one in found if one.op != "+") == old
    assert "".join(one.text for one in found if one.op != "-") == new
    assert all(one.text for one in found)


@given(TEXTS, TEXTS)
def test_deletions_stand_before_insertions_and_nothing_stands_twice_in_a_row(old: str, new: str) -> None:
    ops = [one.op for one in segments(old, new)]
    assert ("+", "-") not in pairwise(ops)
    assert all(one != other for one, other in pairwise(ops))


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_at_all_comes_back(old: str, new: str) -> None:
    found = segments(old, new)
    assert "".join(one.text for one in found if one.op != "+") == old
    assert "".join(one.text for one in found if one.op != "-") == new


@pytest.mark.parametrize(
    "old, new, wanted",
    [
        ("hoá", "hóa", ("tone",)),
        ("Uỷ", "Ủy", ("tone",)),
        ("tỉ lệ", "tỷ lệ", ("spelling",)),
        ("công ti", "công ty", ("spelling",)),
        ("hàng năm", "hằng năm", ("spelling",)),
        ("UBND", "Uỷ ban nhân dân", ("abbreviation",)),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông", ("abbreviation",)),
        ("KT-XH", "kinh tế - xã hội", ("abbreviation",)),
        ("Trung ương", "TW", ("abbreviation",)),
        ('"', "“", ("quotes",)),
        ("–", "-", ("dash",)),
        ("  ", " ", ("space",)),
        ("t", "T", ("case",)),
        ("95000", "95.000", ("number",)),
        ("Ðảng", "Đảng", ("decomposed",)),
        ("50", "55", None),
        ("6,000", "6.000", None),
        ("UBND", "Hội đồng nhân dân", None),
        ("hàng hoá", "hằng hoá", None),
        (";", ".", None),
    ],
)
def test_noise_is_named_and_anything_else_is_none(old: str, new: str, wanted: tuple[str, ...] | None) -> None:
    assert tags(old, new) == wanted


def test_the_closing_mark_is_noise_at_the_end_only() -> None:
    assert tags(";", ".", ending=True) == ("punctuation",)
    assert [one.noise for one in edits(segments("làm rõ;", "làm rõ.")) if isinstance(one, WordEdit)] == [
        ("punctuation",)
    ]
    assert [one.noise for one in edits(segments("a; b", "a. b")) if isinstance(one, WordEdit)] == [None]


def test_initials_must_be_all_of_them() -> None:
    assert is_short_for("BQL", "Ban quản lý")
    assert not is_short_for("BQL", "Ban quản lý dự án")
    assert not is_short_for("ban", "bệnh án nặng")
