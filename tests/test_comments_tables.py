"""Tables that are filled in as offices fill them in: no header, blank names, remarks in the wrong column."""

from pathlib import Path

import pytest

from .form_files import SUFFIXES, comments_by_agency, form_file, read

HEADER = ("STT", "Đơn vị góp ý", "Vị trí", "Nội dung góp ý", "Ghi chú")
UNKNOWN = "Chưa rõ cơ quan"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_table_without_a_header_is_understood_by_what_its_cells_hold(tmp_path: Path, suffix: str) -> None:
    rows = (
        ("1", "Sở Tài chính", "Khoản 2 mục III", "Đề nghị bổ sung nguồn kinh phí"),
        ("2", "Sở Y tế", "Điểm a khoản 1 mục II", "Chỉ tiêu 95% quá cao."),
        ("3", "Sở Xây dựng", "Toàn văn", "Nhất trí với dự thảo."),
    )
    path = form_file(tmp_path / f"tong-hop{suffix}", rows)
    assert comments_by_agency(path) == [
        ("Sở Tài chính", "Đề nghị bổ sung nguồn kinh phí", False),
        ("Sở Y tế", "Chỉ tiêu 95% quá cao.", False),
        ("Sở Xây dựng", "Nhất trí với dự thảo.", False),
    ]
    first = read(path)[0]
    assert first.comments[0].cited == "Khoản 2 mục III"
    assert first.words.closes
    assert not any(piece.kind == "heading" for piece in first.frame)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_a_table_without_a_header_says_in_two_columns_is_all_kept(tmp_path: Path, suffix: str) -> None:
    rows = (
        ("Khoản 2 mục III", "Đề nghị bổ sung nguồn kinh phí thực hiện.", "Kinh phí chưa rõ."),
        ("Khoản 3 mục III", "Nên rút ngắn.", ""),
    )
    assert comments_by_agency(form_file(tmp_path / f"so-y-te{suffix}", rows)) == [
        ("Sở Y tế", "Đề nghị bổ sung nguồn kinh phí thực hiện.", False),
        ("Sở Y tế", "Kinh phí chưa rõ.", True),
        ("Sở Y tế", "Nên rút ngắn.", False),
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_names_written_once_above_blank_cells_speak_for_the_rows_below(tmp_path: Path, suffix: str) -> None:
    rows = (
        HEADER,
        ("1", "Sở Tài chính", "Khoản 2", "Đề nghị bổ sung kinh phí.", ""),
        ("2", "", "Khoản 3", "Đề nghị bỏ điểm b.", ""),
        ("3", "Sở Y tế", "Khoản 4", "Nên làm rõ thời hạn.", ""),
        ("4", "", "Khoản 5", "Bổ sung lộ trình.", ""),
    )
    path = form_file(tmp_path / f"so-noi-vu{suffix}", rows)
    assert [(agency, review) for agency, _, review in comments_by_agency(path)] == [
        ("Sở Tài chính", False),
        ("Sở Tài chính", False),
        ("Sở Y tế", False),
        ("Sở Y tế", False),
    ]


def test_a_single_blank_name_is_taken_from_above_and_shown_to_a_person(tmp_path: Path) -> None:
    rows = (
        HEADER,
        ("1", "Sở Tài chính", "Khoản 2", "Đề nghị bổ sung kinh phí.", ""),
        ("2", "", "Khoản 3", "Đề nghị bỏ điểm b.", ""),
        ("3", "Sở Y tế", "Khoản 4", "Nên làm rõ thời hạn.", ""),
    )
    path = form_file(tmp_path / "so-noi-vu.csv", rows)
    assert [(agency, review) for agency, _, review in comments_by_agency(path)] == [
        ("Sở Tài chính", False),
        ("Sở Tài chính", True),
        ("Sở Y tế", False),
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_blank_name_among_names_that_are_repeated_is_nobodys(tmp_path: Path, suffix: str) -> None:
    rows = (
        HEADER,
        ("1", "Sở Tài chính", "Khoản 2", "Đề nghị bổ sung kinh phí.", ""),
        ("2", "Sở Tài chính", "Khoản 3", "Đề nghị bỏ điểm b.", ""),
        ("3", "", "Khoản 4", "Nên làm rõ thời hạn.", ""),
        ("4", "Sở Y tế", "Khoản 5", "Bổ sung lộ trình.", ""),
    )
    path = form_file(tmp_path / f"so-noi-vu{suffix}", rows)
    assert comments_by_agency(path)[2] == (UNKNOWN, "Nên làm rõ thời hạn.", True)


def test_a_blank_name_above_all_others_is_not_invented_from_the_file_name(tmp_path: Path) -> None:
    rows = (
        HEADER,
        ("1", "", "Khoản 2", "Đề nghị bổ sung kinh phí.", ""),
        ("2", "Sở Y tế", "Khoản 3", "Đề nghị bỏ điểm b.", ""),
    )
    path = form_file(tmp_path / "so-noi-vu.csv", rows)
    assert [agency for agency, _, _ in comments_by_agency(path)] == [UNKNOWN, "Sở Y tế"]


def test_a_column_of_names_left_blank_throughout_says_nothing_about_the_sender(tmp_path: Path) -> None:
    rows = (HEADER, ("1", "", "Khoản 2", "Đề nghị bổ sung kinh phí.", ""))
    assert comments_by_agency(form_file(tmp_path / "so-noi-vu.csv", rows))[0][0] == "Sở Nội vụ"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", ["Ghi chú", "", "Căn cứ"])
def test_a_comment_in_another_column_is_its_rows_own(tmp_path: Path, suffix: str, name: str) -> None:
    rows = (
        (*HEADER[:4], name),
        ("1", "Sở Tài chính", "Khoản 2", "Đề nghị bổ sung kinh phí.", "Gửi ngày 1/2"),
        ("2", "Sở Y tế", "Khoản 3", "", "Đề nghị bỏ điểm b vì trùng khoản 2."),
        ("3", "Sở Công Thương", "Khoản 4", "", "Nhất trí"),
    )
    path = form_file(tmp_path / f"so-noi-vu{suffix}", rows)
    assert comments_by_agency(path) == [
        ("Sở Tài chính", "Đề nghị bổ sung kinh phí.", False),
        ("Sở Y tế", "Đề nghị bỏ điểm b vì trùng khoản 2.", True),
        ("Sở Công Thương", "Nhất trí", True),
    ]
    assert all(letter.comments[0].cited for letter in read(path))
    assert read(path)[0].words.closes


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_request_typed_in_the_column_of_numbers_is_a_comment(tmp_path: Path, suffix: str) -> None:
    asked = "Ý kiến chung: đề nghị rà soát lỗi chính tả"
    rows = (HEADER, ("1", "Sở Y tế", "Khoản 2", "Bỏ điểm b.", ""), (asked, "", "", "", ""))
    found = comments_by_agency(form_file(tmp_path / f"so-y-te{suffix}", rows))
    assert [(text, review) for _, text, review in found] == [("Bỏ điểm b.", False), (asked, True)]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_short_wish_in_the_column_of_comments_opens_no_letter(tmp_path: Path, suffix: str) -> None:
    rows = (
        ("Điều khoản", "Nội dung góp ý", "Cơ quan"),
        ("Khoản 1 Điều 5", "Đề nghị 45 ngày", "Viện Kiểm sát nhân dân tỉnh"),
        ("Khoản 1 Điều 5", "Đề nghị 15 ngày", "Tòa án nhân dân tỉnh"),
        ("Khoản 2 Điều 8", "Trân trọng cảm ơn", "Kho bạc Nhà nước tỉnh"),
    )
    assert comments_by_agency(form_file(tmp_path / f"tong-hop{suffix}", rows)) == [
        ("Viện Kiểm sát nhân dân tỉnh", "Đề nghị 45 ngày", False),
        ("Tòa án nhân dân tỉnh", "Đề nghị 15 ngày", False),
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_brackets_behind_a_name_say_is_that_agencys_answer(tmp_path: Path, suffix: str) -> None:
    rows = (
        HEADER,
        ("1", "Sở Tài chính", "Khoản 2", "Đề nghị bổ sung kinh phí.", ""),
        ("2", "Sở Xây dựng (không có ý kiến)", "", "", ""),
        ("3", "Hội Luật gia (ông Nam)", "Khoản 3", "Đề nghị bỏ điểm b.", ""),
    )
    assert comments_by_agency(form_file(tmp_path / f"tong-hop{suffix}", rows)) == [
        ("Sở Tài chính", "Đề nghị bổ sung kinh phí.", False),
        ("Sở Xây dựng", "không có ý kiến", False),
        ("Hội Luật gia (ông Nam)", "Đề nghị bỏ điểm b.", False),
    ]
