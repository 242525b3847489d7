"""TCVN3 and VNI: what the fonts print, letter by letter, and what is left alone."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.legacy import decode, holds_codes, is_legacy
from tests.docx_builder import docx, p, r
from tests.inputs import read_docx

TABLES = tomllib.loads((files("drafter.language") / "data" / "legacy.toml").read_text(encoding="utf-8"))
VOWELS = "aăâeêioôơuưy"
TONED = [
    "àáảãạ", "ằắẳẵặ", "ầấẩẫậ", "èéẻẽẹ", "ềếểễệ", "ìíỉĩị", "òóỏõọ", "ồốổỗộ", "ờớởỡợ", "ùúủũụ", "ừứửữự",
    "ỳýỷỹỵ",
]  # fmt: skip
LETTERS = [*"".join(TONED), *"ăâêôơưđ"]
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times"}


@pytest.mark.parametrize(
    ("text", "font", "printed"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", ".VnTime", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", ".VnArial", "Độc lập - Tự do - Hạnh phúc"),
        ("NghÞ quyÕt vÒ x©y dùng chÝnh quyÒn sè", ".VnTime", "Nghị quyết về xây dựng chính quyền số"),
        ("céng hßa x· héi", ".VnTimeH", "CỘNG HÒA XÃ HỘI"),
        ("\u00ad¬ng", ".VnTime", "ương"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI-Times", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "VNI-Helve", "Độc lập - Tự do - Hạnh phúc"),
        ("ÑOÄC LAÄP", "VNI-Times", "ĐỘC LẬP"),
        ("Aùnh saùng", "VNI-Times", "Ánh sáng"),
        ("\uf0a7\uf0b6ng", ".VnTime", "Đảng"),
    ],
)
def test_words_as_they_are_typed_in_old_offices(text: str, font: str, printed: str) -> None:
    assert decode(text, font) == printed


@pytest.mark.parametrize("encoding", FONTS)
def test_every_vietnamese_letter_has_exactly_one_code(encoding: str) -> None:
    small = {code: letter for code, letter in TABLES[encoding].items() if letter.islower()}
    assert sorted(small.values()).count("đ") == 1
    same = {"vni": {"ì", "í"}}.get(encoding, set())  # VNI prints these two as Windows does
    assert set(LETTERS) - same <= set(small.values())


@pytest.mark.parametrize("encoding", FONTS)
@given(words=st.lists(st.text(alphabet=[*LETTERS, *"bcdghklmnpqrstvxaeiouy "], max_size=12), max_size=6))
def test_any_words_written_in_codes_come_back(encoding: str, words: list[str]) -> None:
    text = " ".join(words)
    codes = {letter: code for code, letter in TABLES[encoding].items()}
    written = "".join(codes.get(letter, letter) for letter in text)
    assert decode(written, FONTS[encoding]) == text


def test_no_code_of_one_letter_is_read_into_the_next() -> None:
    codes = {letter: code for code, letter in TABLES["vni"].items()}
    for first, second in product(LETTERS, LETTERS):
        written = codes.get(first, first) + codes.get(second, second)
        assert decode(written, "VNI-Times") == first + second


@pytest.mark.parametrize("text", ["Điều 1. Phạm vi", "Phụ lục", "ứng dụng"])
def test_unicode_text_in_a_legacy_font_holds_no_codes(text: str) -> None:
    assert holds_codes(text, ".VnTimeH") is False


def test_a_latin_word_tells_neither_way() -> None:
    assert holds_codes("Internet", ".VnTime") is None


def test_fonts_are_known_by_their_family() -> None:
    assert is_legacy(".VnArial NarrowH") and is_legacy("VNI-Helve-Condense")
    assert not is_legacy("Times New Roman") and not is_legacy("Vni") and not is_legacy("VNtimes new roman")


def test_a_document_mixed_of_both_is_decoded_only_where_codes_stand(tmp_path: Path) -> None:
    old, new = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>', '<w:rFonts w:ascii="Times New Roman"/>'
    read = read_docx(
        docx(
            tmp_path,
            p(r("NghÞ quyÕt ", old), r("về chính quyền số", new)),
            p(r("Nghị quyết", old)),
            p(r("«trích dẫn» ©", new)),
        )
    )
    assert [one.text for one in read.paragraphs] == [
        "Nghị quyết về chính quyền số",
        "Nghị quyết",
        "«trích dẫn» ©",
    ]
    assert [(notice.code, notice.detail) for notice in read.notices] == [("legacy-font", "10")]
