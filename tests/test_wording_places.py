"""Places as officials cite them."""

from drafter.wording.names import cited


def test_the_first_of_its_kind_is_cited_in_words() -> None:
    assert cited(("đoạn thứ 1, khoản 1, mục I",), "vi") == "đoạn thứ nhất khoản 1 mục I"
    assert cited(("gạch đầu dòng thứ 12, mục I",), "vi") == "gạch đầu dòng thứ 12 mục I"
