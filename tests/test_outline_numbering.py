"""Numbering of every kind, in and out of order, hung in the tree as an official reads it."""

import unicodedata

import pytest

from drafter.language.markers import Family, read_automatic
from drafter.model import Kind, Numbered
from drafter.wording.messages import say

from .outline_pages import clause, draft, ids, tree


def test_a_plan_runs_from_roman_numbers_down_to_pluses() -> None:
    """Hierarchy (b), the usual one of plans."""
    page = """
I. MỤC TIÊU
1. Mục tiêu chung
Phát triển chính quyền số.
2. Mục tiêu cụ thể
2.1. Đến năm 2025
a) Hạ tầng số:
- Phủ mạng băng rộng:
+ 100% trung tâm huyện;
+ 95% trung tâm xã.
- Nâng cấp trung tâm dữ liệu.
b) Nhân lực số: đào tạo 500 người.
2.2. Đến năm 2030
II. NHIỆM VỤ, GIẢI PHÁP
1. Hoàn thiện thể chế
"""
    assert ids(page) == (
        "I I.1 I.1.p1 I.2 I.2.1 I.2.1.a I.2.1.a.-1 I.2.1.a.-1.+1 I.2.1.a.-1.+2 I.2.1.a.-2 I.2.1.b I.2.2 "
        "II II.1"
    )


def test_a_decimal_gives_only_its_last_figure_under_the_number_it_repeats() -> None:
    page = "II. NỘI DUNG\n1. A\n1.1. B\n1.2. C\n1.2.1. D\n1.2.2. E\n2. G\n2.1. H"
    assert ids(page) == "II II.1 II.1.1 II.1.2 II.1.2.1 II.1.2.2 II.2 II.2.1"


def test_a_decimal_without_its_number_keeps_all_its_figures_and_is_told() -> None:
    found = draft("I. NỘI DUNG\n2.1. Hạ tầng\n2.2. Nhân lực")
    assert [one.id for one in found.clauses] == ["I", "I.2.1", "I.2.2"]
    assert [notice.code for notice in found.notices] == ["number-without-parent"]


def test_a_decimal_needs_no_full_stop_where_the_row_bears_it_out() -> None:
    page = "1. Mục tiêu\n1.1 Mục tiêu chung\n1.2 Mục tiêu cụ thể\n2. Nhiệm vụ\n2.1 Hạ tầng"
    assert ids(page) == "1 1.1 1.2 2 2.1"


def test_a_law_runs_from_parts_to_points() -> None:
    page = """
Phần thứ nhất
{c} QUY ĐỊNH CHUNG
Chương I
{c} PHẠM VI
Mục 1. ĐỐI TƯỢNG
Tiểu mục 1. CƠ QUAN
Điều 1. Phạm vi điều chỉnh
1. Nghị định này quy định:
a) Nguyên tắc;
b) Trách nhiệm.
Điều 2. Đối tượng áp dụng
Chương II
{c} TỔ CHỨC
Điều 3. Hiệu lực
"""
    assert tree(page) == [
        "phan-I QUY ĐỊNH CHUNG",
        "phan-I.chuong-I PHẠM VI",
        "phan-I.chuong-I.muc-1 ĐỐI TƯỢNG",
        "phan-I.chuong-I.muc-1.tieu-muc-1 CƠ QUAN",
        "phan-I.chuong-I.muc-1.tieu-muc-1.dieu-1 Phạm vi điều chỉnh",
        "phan-I.chuong-I.muc-1.tieu-muc-1.dieu-1.1 Nghị định này quy định:",
        "phan-I.chuong-I.muc-1.tieu-muc-1.dieu-1.1.a Nguyên tắc;",
        "phan-I.chuong-I.muc-1.tieu-muc-1.dieu-1.1.b Trách nhiệm.",
        "phan-I.chuong-I.muc-1.tieu-muc-1.dieu-2 Đối tượng áp dụng",
        "phan-I.chuong-II TỔ CHỨC",
        "phan-I.chuong-II.dieu-3 Hiệu lực",
    ]


def test_sections_inside_an_article_stay_in_it_where_articles_go_on() -> None:
    """A decision that approves a plan sets the whole plan into its first article."""
    page = """
Điều 1. Phê duyệt Kế hoạch với những nội dung sau:
I. MỤC TIÊU
1. Mục tiêu chung
II. NHIỆM VỤ
1. Hạ tầng
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Các cơ quan chịu trách nhiệm thi hành.
"""
    assert ids(page) == "dieu-1 dieu-1.I dieu-1.I.1 dieu-1.II dieu-1.II.1 dieu-2 dieu-3"


def test_numbers_inside_points_stay_there_where_the_points_go_on() -> None:
    page = "I. NỘI DUNG\na) Hạ tầng\n1. Mạng\n2. Máy chủ\nb) Nhân lực\n1. Đào tạo\n2. Thu hút\nII. TỔ CHỨC"
    assert ids(page) == "I I.a I.a.1 I.a.2 I.b I.b.1 I.b.2 II"


def test_a_row_that_begins_anew_under_a_point_does_not_end_the_outer_row() -> None:
    page = "1. Mục tiêu\na) Giai đoạn 1\n1. Việc một\n2. Việc hai\nb) Giai đoạn 2\n2. Nhiệm vụ"
    assert ids(page) == "1 1.a 1.a.1 1.a.2 1.b 2"


def test_part_letters_stand_above_or_below_roman_numbers() -> None:
    above = "{b} A. ĐÁNH GIÁ\nI. KẾT QUẢ\n1. Hạ tầng\nII. HẠN CHẾ\n{b} B. NỘI DUNG\nI. MỤC TIÊU"
    below = "I. ĐÁNH GIÁ\n{b} A. KẾT QUẢ\n1. Hạ tầng\n{b} B. HẠN CHẾ\nII. NỘI DUNG\n{b} A. MỤC TIÊU"
    assert ids(above) == "A A.I A.I.1 A.II B B.I"
    assert ids(below) == "I I.A I.A.1 I.B II II.A"


def test_c_and_d_go_on_after_b_and_are_no_roman_hundreds() -> None:
    page = "{b} A. MỘT\n{b} B. HAI\n{b} C. BA\n{b} D. BỐN\n1. Nội dung"
    assert ids(page) == "A B C D D.1"


def test_i_is_a_point_after_h_and_a_roman_number_in_capitals() -> None:
    points = "\n".join(f"{letter}) nội dung" for letter in "abcdđeghikl")
    assert ids(f"I. CHUNG\n{points}\nII. RIÊNG") == ("I I.a I.b I.c I.d I.đ I.e I.g I.h I.i I.k I.l II")


def test_small_roman_numbers_go_on_as_such() -> None:
    assert ids("1. Chung\na) Nội dung\ni) một;\nii) hai;\niii) ba.\nb) Nội dung") == (
        "1 1.a 1.a.i 1.a.ii 1.a.iii 1.b"
    )


def test_small_roman_numbers_in_brackets_go_on_as_such() -> None:
    assert ids("1. Chung\na) Nội dung\n(i) một;\n(ii) hai;\n(iii) ba.\nb) Nội dung") == (
        "1 1.a 1.a.i 1.a.ii 1.a.iii 1.b"
    )
    assert ids("1. Chung\n(1) Nội dung\n(i) một;\n(ii) hai.\n(2) Nội dung") == "1 1.1 1.1.i 1.1.ii 1.2"


def test_letters_in_brackets_that_reach_h_go_on_to_i() -> None:
    points = "\n".join(f"({letter}) nội dung" for letter in "abcdđeghik")
    assert ids(f"1. Chung\n{points}") == "1 1.a 1.b 1.c 1.d 1.đ 1.e 1.g 1.h 1.i 1.k"


@pytest.mark.parametrize("label", ["(i)", "(ii)", "(iv)"])
def test_an_automatic_roman_number_in_brackets_is_one(label: str) -> None:
    reading = read_automatic(label)[0]
    assert (reading.family, reading.key) == (Family.BRACKETED_ROMAN, label.strip("()"))


@pytest.mark.parametrize(
    "text",
    [
        "2021 là năm đầu thực hiện kế hoạch.",
        "1.500 tỷ đồng được bố trí.",
        "5 năm qua, tỉnh đã đạt nhiều kết quả.",
        "100% cơ quan dùng chữ ký số.",
        "Điều 5 Nghị định này quy định nguyên tắc.",
        "Chương II quy định về tổ chức thực hiện.",
        "Phần thứ nhất bao gồm từ “Kính gửi”.",
        "Phụ lục II quy định danh mục nhiệm vụ.",
        "V.I. Lê-nin đã viết.",
        "x-quang và siêu âm.",
        "C. Mác và Ph. Ăng-ghen đã viết.",
        "7.5 triệu người dùng dịch vụ.",
        "30/6/2025 là hạn cuối.",
        "-5% so với năm trước.",
        "v.v…",
    ],
)
def test_a_figure_or_a_name_at_the_start_of_a_line_is_no_marker(text: str) -> None:
    found = draft(f"I. CHUNG\n{text}").clauses
    assert (found[1].kind, found[1].marker, found[1].text) == (Kind.TEXT, None, text)


@pytest.mark.parametrize(
    ("text", "marker", "id", "rest"),
    [
        ("1.Nội dung", "1.", "I.1", "Nội dung"),
        ("1.\tNội dung", "1.", "I.1", "Nội dung"),
        ("1- Nội dung", "1-", "I.1", "Nội dung"),
        ("1 - Nội dung", "1 -", "I.1", "Nội dung"),
        ("1/ Nội dung", "1/", "I.1", "Nội dung"),
        ("1) Nội dung", "1)", "I.1", "Nội dung"),
        ("01. Nội dung", "01.", "I.1", "Nội dung"),
        ("a. Nội dung", "a.", "I.a", "Nội dung"),
        ("a- Nội dung", "a-", "I.a", "Nội dung"),
        ("a/ Nội dung", "a/", "I.a", "Nội dung"),
        ("(1) Nội dung", "(1)", "I.1", "Nội dung"),
        ("-Nội dung", "-", "I.-1", "Nội dung"),
        ("– Nội dung", "–", "I.-1", "Nội dung"),
        ("•\tNội dung", "-", "I.-1", "Nội dung"),
        ("\uf0b7 Nội dung", "-", "I.-1", "Nội dung"),
        ("+ Nội dung", "+", "I.+1", "Nội dung"),
        ("- 5 doanh nghiệp số", "-", "I.-1", "5 doanh nghiệp số"),
        ("Điều 1: Phạm vi", "Điều 1", "I.dieu-1", "Phạm vi"),
    ],
)
def test_markers_are_read_in_every_spelling(text: str, marker: str, id: str, rest: str) -> None:
    found = draft(f"I. CHUNG\n{text}").clauses[1]
    assert (found.id, found.marker, found.text, found.numbering) == (id, marker, rest, Numbered.TYPED)


@pytest.mark.parametrize("marker", ["I.", "I-", "I -", "I –", "I/", "I)"])
def test_roman_sections_are_read_in_every_spelling(marker: str) -> None:
    found = draft(f"{marker} MỤC TIÊU\n{marker.replace('I', 'II')} NHIỆM VỤ").clauses
    assert [(one.id, one.marker, one.kind) for one in found] == [
        ("I", marker, Kind.SECTION),
        ("II", marker.replace("I", "II"), Kind.SECTION),
    ]


def test_capital_and_decomposed_point_letters_are_the_same_points() -> None:
    heading = unicodedata.normalize("NFD", "Điều 1. Nhiệm vụ")
    page = f"{heading}\nd) một;\nĐ) hai;\ne) ba."
    found = draft(page)
    assert [one.id for one in found.clauses] == ["dieu-1", "dieu-1.d", "dieu-1.đ", "dieu-1.e"]
    assert found.clauses[0].text == unicodedata.normalize("NFD", "Nhiệm vụ")
    assert found.clauses[2].marker == "Đ)"


def test_an_eth_typed_for_d_still_opens_an_article() -> None:
    assert tree("Ðiều 1. Phạm vi\nÐiều 2. Đối tượng") == ["dieu-1 Phạm vi", "dieu-2 Đối tượng"]


def test_typed_and_automatic_numbers_of_one_row_count_together() -> None:
    page = (
        "II. NHIỆM VỤ\n1. Thể chế\n{=2.} Hạ tầng\n{=a)} Mạng\nb) Máy chủ\n{=-} Trung tâm dữ liệu\n3. Nhân lực"
    )
    found = draft(page)
    assert [one.id for one in found.clauses] == [
        "II",
        "II.1",
        "II.2",
        "II.2.a",
        "II.2.b",
        "II.2.b.-1",
        "II.3",
    ]
    assert [one.numbering for one in found.clauses[1:4]] == [Numbered.TYPED, Numbered.AUTO, Numbered.AUTO]


@pytest.mark.parametrize("glyph", ["•", "o", "\uf0b7", "§", "ü", "►", ""])
def test_any_automatic_bullet_reads_as_a_dash(glyph: str) -> None:
    found = clause(f"I. CHUNG\n{{={glyph}}} Nội dung" if glyph else "I. CHUNG\n{=-} Nội dung", "I.-1")
    assert (found.kind, found.marker, found.numbering) == (Kind.DASH, "-", Numbered.AUTO)


def test_bullets_of_another_shape_nest_in_the_dash_above() -> None:
    page = "I. CHUNG\n- Hạ tầng:\n• mạng;\n• máy chủ.\n- Nhân lực."
    assert ids(page) == "I I.-1 I.-1.-1 I.-1.-2 I.-2"


def test_a_repeated_number_gets_a_mark_and_a_notice() -> None:
    found = draft("I. MỘT\n1. a\n2. b\n2. c\n3. d\nII. HAI\nII. BA")
    assert [one.id for one in found.clauses] == ["I", "I.1", "I.2", "I.2~2", "I.3", "II", "II~2"]
    assert [(one.code, one.place) for one in found.notices] == [
        ("repeated-number", "I.2~2"),
        ("repeated-number", "II~2"),
    ]
    assert found.by_id["I.2~2"].locator == "khoản 2 (số trùng, lần thứ 2), mục I"


def test_a_number_passed_over_is_told() -> None:
    found = draft("I. MỘT\n1. a\n2. b\n4. c\nIII. BA")
    assert [(one.code, one.place, one.detail) for one in found.notices] == [
        ("number-passed-over", "I.4", "2. → 4."),
        ("number-passed-over", "III", "I. → III."),
    ]


def test_numbers_slipped_in_between_two_others_are_clauses_of_their_own() -> None:
    page = "Điều 2. Sửa\n1. một:\na) a\na1) b\nb) c\nb1) d\nb2) đ\n2. hai\n2a. hai a\n2b. hai b\n3. ba"
    found = draft(page)
    ids = ["1", "1.a", "1.a1", "1.b", "1.b1", "1.b2", "2", "2a", "2b", "3"]
    assert [one.id for one in found.clauses] == ["dieu-2", *(f"dieu-2.{id}" for id in ids)]
    assert found.by_id["dieu-2.2a"].locator == "khoản 2a, Điều 2"
    assert found.notices == ()


def test_numbers_slipped_in_for_one_that_went_are_no_gap() -> None:
    found = draft("I. MỘT\n1. a\n2. b\n3a. c\n3b. d\n4. đ\n6. e")
    assert [(one.code, one.detail) for one in found.notices] == [("number-passed-over", "4. → 6.")]
    assert [one.id for one in found.clauses] == ["I", "I.1", "I.2", "I.3a", "I.3b", "I.4", "I.6"]


def test_decimal_numbers_too_are_slipped_in() -> None:
    found = draft("1. MỘT\n1.1. a\n1.1a. b\n1.2. c\n2. HAI")
    assert [one.id for one in found.clauses] == ["1", "1.1", "1.1a", "1.2", "2"]
    assert found.notices == ()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_notice_has_its_sentence(lang: str) -> None:
    found = draft("I. MỘT\n1. a\n1. b\n3. c\nII. HAI\n2. d\nIII. BA\n7.1. e").notices
    assert {one.code for one in found} == {
        "repeated-number", "number-passed-over", "row-starts-late", "number-without-parent",
    }  # fmt: skip
    for one in found:
        assert one.place in say(f"notice.{one.code}", lang, place=one.place, detail=one.detail)


def test_word_letters_with_f_and_j_are_no_gap() -> None:
    page = "1. Chung\n" + "\n".join(f"{{={letter})}} nội dung" for letter in "abcdefghijk")
    assert draft(page).notices == ()


def test_soft_broken_lines_are_items_where_they_are_numbered() -> None:
    page = "I. NHIỆM VỤ⏎1. Hạ tầng số:⏎- mạng;⏎- máy chủ.⏎2. Nhân lực số,⏎nhất là ở xã."
    assert tree(page) == [
        "I NHIỆM VỤ",
        "I.1 Hạ tầng số:",
        "I.1.-1 mạng;",
        "I.1.-2 máy chủ.",
        "I.2 Nhân lực số,\nnhất là ở xã.",
    ]


def test_text_after_a_list_that_is_over_belongs_to_the_clause_of_the_list() -> None:
    page = "1. Mục tiêu\n- Một;\n- Hai.\nCác chỉ tiêu tại Phụ lục kèm theo.\n2. Nhiệm vụ"
    assert ids(page) == "1 1.-1 1.-2 1.p1 2"


def test_text_between_two_dashes_belongs_to_the_first() -> None:
    page = "1. Mục tiêu\n- Một.\nGiải thích thêm.\n- Hai.\n2. Nhiệm vụ"
    assert ids(page) == "1 1.-1 1.-1.p1 1.-2 2"


def test_an_introduction_to_the_next_dashes_belongs_to_the_clause_of_the_list() -> None:
    page = (
        "1. Lề trang\n+ Lề trên;\n+ Lề dưới.\nTrường hợp in hai mặt, mặt sau như sau:\n+ Lề trái;\n+ Lề phải."
    )
    assert ids(page) == "1 1.+1 1.+2 1.p1 1.+3 1.+4"


def test_numbers_in_a_quotation_are_not_those_of_the_draft() -> None:
    """An act that amends another quotes the new wording."""
    page = """
Điều 1. Sửa đổi Nghị quyết số 05
1. Sửa đổi khoản 2 Điều 5 như sau:
“2. Mức hỗ trợ:
a) Cấp tỉnh: 50%;
b) Cấp xã: 80%.”.
2. Sửa đổi Điều 7 như sau:
“Điều 7. Trách nhiệm
1. Sở Nội vụ.
2. Sở Tài chính.”
3. Bãi bỏ Điều 9.
Điều 2. Hiệu lực
"""
    assert ids(page) == (
        "dieu-1 dieu-1.1 dieu-1.1.p1 dieu-1.1.p2 dieu-1.1.p3 dieu-1.2 dieu-1.2.p1 dieu-1.2.p2 dieu-1.2.p3 "
        "dieu-1.3 dieu-2"
    )


def test_a_quotation_that_never_closes_hides_no_numbers() -> None:
    assert ids("1. Một\n“Hai\n2. Ba\n3. Bốn") == "1 1.p1 2 3"


def test_decimals_that_begin_with_the_number_of_their_section_are_in_order() -> None:
    found = draft("I. MỘT\n1.1. a\n1.2. b\nII. HAI\n2.1. c\n2.2. d")
    assert [one.id for one in found.clauses] == ["I", "I.1.1", "I.1.2", "II", "II.2.1", "II.2.2"]
    assert found.notices == ()


def test_a_starred_line_heads_the_dashes_under_it() -> None:
    assert ids("1. Mục tiêu\n* Về kinh tế:\n- Một;\n- Hai.\n* Về xã hội:\n- Ba.") == (
        "1 1.-1 1.-1.-1 1.-1.-2 1.-2 1.-2.-1"
    )


def test_text_in_a_frame_is_read_like_any_other() -> None:
    lines = "¶".join(["I. MỤC TIÊU", *(f"{n}. Việc" for n in range(1, 13)), "II. NHIỆM VỤ"])
    assert ids(f"||{lines}") == "I " + " ".join(f"I.{n}" for n in range(1, 13)) + " II"


def test_a_row_that_changes_its_punctuation_is_still_one_row() -> None:
    assert ids("I. CHUNG\n1. Một\n2) Hai\n3. Ba\n4- Bốn") == "I I.1 I.2 I.3 I.4"


def test_braced_numbers_under_points_are_a_row_of_their_own() -> None:
    assert ids("1. Chung\na) Một\n1) x\n2) y\nb) Hai\n2. Riêng") == "1 1.a 1.a.1 1.a.2 1.b 2"
