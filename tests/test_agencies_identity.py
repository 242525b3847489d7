"""One agency under several names, and several agencies under like names."""

from __future__ import annotations

import pytest

from drafter.language.identities import identities

HOME = "HỘI ĐỒNG NHÂN DÂN TỈNH AN BÌNH"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Công an tỉnh", "Công an tỉnh An Bình"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở KH-ĐT", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH AN BÌNH"),
        ("Sở Y tế", "Sở Y tế An Bình"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("UBND TP An Sơn", "Ủy ban nhân dân thành phố An Sơn"),
        ("UBND Tp. An Sơn", "Thành phố An Sơn"),
        ("UBND thành phố An Sơn, tỉnh An Bình", "UBND TP. An Sơn"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh An Bình"),
        ("Ủy ban MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh An Bình"),
        ("Bảo hiểm xã hội tỉnh", "BHXH tỉnh An Bình"),
        ("UBND TX Kỳ Sơn", "Ủy ban nhân dân thị xã Kỳ Sơn"),
    ],
)
def test_two_names_of_one_agency_have_one_identity(name: str, other: str) -> None:
    same = identities([name, other], HOME)
    assert same[name] == same[other]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("UBND huyện Bắc Sơn", "UBND huyện Nam Sơn"),
        ("Công an tỉnh", "Công an huyện"),
        ("Công an tỉnh", "Công an tỉnh Bắc Giang"),
        ("Sở Y tế", "Sở Y tế tỉnh Bắc Giang"),
        ("UBND thị xã Kỳ Sơn", "UBND huyện Kỳ Sơn"),
        ("UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Sở Y tế", "Sở Nội vụ"),
        ("Hội Nông dân tỉnh", "Hội Nông dân huyện Nam Sơn"),
    ],
)
def test_agencies_of_other_places_levels_and_fields_are_others(name: str, other: str) -> None:
    same = identities([name, other], HOME)
    assert same[name] != same[other]


def test_a_short_name_that_two_provinces_fit_means_neither_where_the_draft_names_none() -> None:
    names = ["Công an tỉnh", "Công an tỉnh An Bình", "Công an tỉnh Bắc Giang"]
    assert len(set(identities(names).values())) == 3
    assert len(set(identities(names[:2]).values())) == 1
    assert len(set(identities(names, "TỈNH ỦY BẮC GIANG").values())) == 2
