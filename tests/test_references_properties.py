"""References: offsets point to the cited words in whatever text, and both orders mean the same."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from drafter.language.numerals import POINT_LETTERS
from drafter.language.references import find_references

sections = st.sampled_from(["I", "II", "III", "IV", "V", "IX"])
figures = st.integers(1, 30).map(str)
letters = st.sampled_from(POINT_LETTERS)
anything = st.text('adđeêiknoôơuưtTĐ IVX123.,;:()“”"-%̣́\u200b\n ', max_size=60)
UNITS = ["điểm", "khoản", "mục", "Điều", "Phụ lục", "STT", "gạch đầu dòng", "phần bối cảnh"]
LABELS = ["a", "b", "2", "III", "thứ hai", "này"]
BETWEEN = [",", "và", "đến", ";", "từ", "các", "\n", "dự thảo", "Luật", "Nghị định số", "1/2020/NĐ-CP"]
words = st.sampled_from(UNITS + LABELS + BETWEEN)


@given(st.lists(words, max_size=14).map(" ".join), anything, anything)
def test_offsets_always_point_to_the_cited_words(cited: str, before: str, after: str) -> None:
    text = f"{before} {cited} {after}"
    end = 0
    for reference in find_references(text):
        assert text[reference.start : reference.end] == reference.text
        assert end <= reference.start < reference.end
        assert reference.locators
        end = reference.end


@given(letters, figures, sections, st.sampled_from([" ", ", "]))
def test_both_orders_name_the_same_place(letter: str, figure: str, section: str, joint: str) -> None:
    outward = f"Tại điểm {letter}{joint}khoản {figure}{joint}mục {section} đề nghị bỏ"
    inward = f"Tại mục {section}, khoản {figure}, điểm {letter} đề nghị bỏ"
    wanted = (("section", section), ("paragraph", figure), ("point", letter))
    for text in (outward, inward):
        (reference,) = find_references(text)
        assert [locator.parts for locator in reference.locators] == [wanted]


@given(letters, figures)
def test_decomposed_unicode_reads_alike_and_keeps_its_offsets(letter: str, figure: str) -> None:
    text = unicodedata.normalize("NFD", f"Nêu ở điểm {letter} khoản {figure} Điều 7.")
    (reference,) = find_references(text)
    assert reference.text == text[reference.start : reference.end]
    assert unicodedata.normalize("NFC", reference.text) == f"điểm {letter} khoản {figure} Điều 7"
    assert reference.locators[0].parts == (("article", "7"), ("paragraph", figure), ("point", letter))


@given(st.integers(1, 20), st.integers(1, 20))
def test_a_range_names_all_between_its_ends(first: int, length: int) -> None:
    (reference,) = find_references(f"từ khoản {first} đến khoản {first + length} mục II")
    labels = [dict(locator.parts)["paragraph"] for locator in reference.locators]
    assert labels == [str(n) for n in range(first, first + length + 1)]
