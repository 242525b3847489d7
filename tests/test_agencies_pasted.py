"""Lists of agencies that are pasted from documents, tables and mails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.agencies.pasted import pasted_agencies

NAMES = ("Sở Y tế", "Sở Khoa học và Công nghệ", "Công an tỉnh", "Ủy ban nhân dân huyện Hương Khê",
         "Sở Lao động - Thương binh và Xã hội", "Viễn thông Hà Tĩnh (VNPT)", "T.Ư Đoàn",
         "Bệnh viện 108", "Hiệp hội doanh nghiệp nhỏ và vừa tỉnh")  # fmt: skip
MARKS = ("{n}. ", "{n}.", "{n}) ", "({n}) ", "{n}\t", "{n}.\t", "•\t", "• ", "- ", "– ", "+ ", "* ",
         "a) ", "I. ", "\uf0b7\t", "o\t", "  ", "")  # fmt: skip
ENDS = ("", ";", ".", ",", " ", "\tđã gửi", "\t22/02/2021\tđúng hạn")


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, unique=True), st.sampled_from(MARKS), st.sampled_from(ENDS)
)
def test_a_list_with_any_marks_and_columns_gives_its_names(names: list[str], mark: str, end: str) -> None:
    text = "\n".join(f"{mark.format(n=n)}{name}{end}" for n, name in enumerate(names, 1))
    assert pasted_agencies(text) == tuple(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("STT\tTên cơ quan\tGhi chú\n1\tSở Y tế\tđã gửi\n2\tSở Ngoại vụ\t", ("Sở Y tế", "Sở Ngoại vụ")),
        ("| 1 | Sở Y tế | x |\n| 2 | Sở Nội vụ |  |", ("Sở Y tế", "Sở Nội vụ")),
        ("1\t12/STC\tSở Tài chính\n", ("Sở Tài chính",)),
        ("Sở Y tế; Sở Nội vụ; Công an tỉnh.", ("Sở Y tế", "Sở Nội vụ", "Công an tỉnh")),
        ("1 Sở Y tế\n2 Sở Nội vụ", ("Sở Y tế", "Sở Nội vụ")),
        ("1.\nSở Y tế\n2.\nSở Nội vụ", ("Sở Y tế", "Sở Nội vụ")),
        ("Sở Y tế\nsở y tế\n \n", ("Sở Y tế",)),
    ],
)
def test_what_is_no_name_of_an_agency_makes_none(text: str, names: tuple[str, ...]) -> None:
    assert pasted_agencies(text) == names
