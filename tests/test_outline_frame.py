"""What stands around the clauses: letterhead, title, bases, signature, annexes, tables; roles, headings."""

from datetime import date

import pytest

from drafter.model import Kind, Numbered, Role

from .outline_pages import clause, draft, ids, manuscript, tree

LETTERHEAD = """
||TỈNH ỦY HÀ TĨNH¶*¶Số:    -NQ/TU¶Dự thảo lần 2|ĐẢNG CỘNG SẢN VIỆT NAM¶_____¶Hà Tĩnh, ngày 15 tháng 3 năm 2021
{cb} NGHỊ QUYẾT
{cb} CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH
{cb} về chuyển đổi số giai đoạn 2021 - 2025
-----
"""
SIGNATURE = """
||Nơi nhận:¶- Ban Bí thư;¶- Lưu Văn phòng.|T/M BAN CHẤP HÀNH¶BÍ THƯ
"""


def test_the_letterhead_tells_title_kind_number_date_and_issuer() -> None:
    found = draft(LETTERHEAD + "Chuyển đổi số là xu thế tất yếu.\nI- QUAN ĐIỂM\n" + SIGNATURE)
    assert found.title == "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về chuyển đổi số giai đoạn 2021 - 2025"
    assert (found.kind, found.number, found.date) == ("Nghị quyết", 2, date(2021, 3, 15))
    assert found.issuer == "TỈNH ỦY HÀ TĨNH"
    assert [one.id for one in found.clauses] == ["p1", "I"]
    assert found.front[0] == "TỈNH ỦY HÀ TĨNH" and found.front[-1] == "-----"
    assert found.back == ("Nơi nhận:", "- Ban Bí thư;", "- Lưu Văn phòng.", "T/M BAN CHẤP HÀNH", "BÍ THƯ")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Dự thảo lần 3", 3),
        ("DỰ THẢO LẦN THỨ HAI", 2),
        ("Dự thảo 4", 4),
        ("(Dự thảo lần thứ 10)", 10),
        ("Dự thảo lần thứ mười một", 11),
        ("Dự thảo lần 2, ngày 15/3/2021", 2),
        ("DỰ THẢO", None),
        ("Dự thảo ngày 15/3/2021", None),
        ("Dự thảo Nghị quyết", None),
        ("Dự thảo lần ...", None),
    ],
)
def test_the_number_of_the_draft_is_read_in_figures_and_words(line: str, number: int | None) -> None:
    assert draft(f"{{c}} {line}\n{{cb}} NGHỊ QUYẾT\n{{cb}} về chuyển đổi số\nI. MỤC TIÊU").number == number


def test_a_text_box_in_the_front_gives_the_number_and_stands_in_the_front() -> None:
    found = draft("{box:DỰ THẢO LẦN 2}\n{cb} KẾ HOẠCH\n{cb} Chuyển đổi số\nI. MỤC TIÊU")
    assert found.number == 2
    assert "DỰ THẢO LẦN 2" in found.front


@pytest.mark.parametrize(
    "line",
    ["Hà Tĩnh, ngày      tháng 02 năm 2021", "Hà Tĩnh, ngày …/…/2021", "Hà Tĩnh, ngày 31 tháng 02 năm 2021"],
)
def test_a_date_with_blanks_is_none(line: str) -> None:
    found = draft(f"||UBND TỈNH|{line}\n{{cb}} KẾ HOẠCH\n{{cb}} Chuyển đổi số\nI. MỤC TIÊU")
    assert found.date is None
    assert line in found.front


@pytest.mark.parametrize(
    ("cell", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN¶TỈNH HÀ TĨNH¶____", "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"),
        ("UBND TỈNH HÀ TĨNH¶SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        ("UBND TỈNH HÀ TĨNH¶SỞ NỘI VỤ", "SỞ NỘI VỤ"),
        ("ĐẢNG BỘ TỈNH HÀ TĨNH¶HUYỆN ỦY KỲ ANH¶*", "HUYỆN ỦY KỲ ANH"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG⏎VĂN PHÒNG⏎-----", "VĂN PHÒNG BAN CHẤP HÀNH TRUNG ƯƠNG"),
    ],
)
def test_the_issuer_is_the_body_under_its_superior(cell: str, issuer: str) -> None:
    assert (
        draft(f"||{cell}|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{{cb}} KẾ HOẠCH\nI. MỤC TIÊU").issuer == issuer
    )


def test_legal_bases_are_basis_and_an_account_without_them_is_context() -> None:
    bases = draft(
        "{cb} NGHỊ QUYẾT\n{cb} Về chuyển đổi số\n{c} HỘI ĐỒNG NHÂN DÂN TỈNH\nCăn cứ Luật Tổ chức;\n"
        "Xét Tờ trình số 12;\n{cb} QUYẾT NGHỊ:\nĐiều 1. Thông qua Đề án.\n"
        "Điều 2. Tổ chức thực hiện\n1. Giao UBND tỉnh."
    )
    assert [(one.id, one.role) for one in bases.clauses] == [
        ("p1", Role.BASIS), ("p2", Role.BASIS), ("p3", Role.BASIS), ("dieu-1", Role.OTHER),
        ("dieu-2", Role.ORGANISATION), ("dieu-2.1", Role.ORGANISATION),
    ]  # fmt: skip
    assert bases.title == "NGHỊ QUYẾT Về chuyển đổi số"
    account = draft(
        "{cb} NGHỊ QUYẾT\n{cb} Về chuyển đổi số\nThời gian qua, tỉnh đã đạt kết quả.\nI. MỤC TIÊU"
    )
    assert account.by_id["p1"].role is Role.CONTEXT


def test_bases_listed_by_dashes_are_bases_and_the_formula_stands_beside_them() -> None:
    page = (
        "- Căn cứ Điều lệ Đảng;\n- Căn cứ Nghị quyết số 52;\nBan Chấp hành ban hành Nghị quyết:\nI- MỤC TIÊU"
    )
    found = draft(LETTERHEAD + page).clauses
    assert [(one.id, one.role) for one in found] == [
        ("-1", Role.BASIS), ("-2", Role.BASIS), ("p1", Role.BASIS), ("I", Role.TARGETS),
    ]  # fmt: skip


def test_a_letterhead_without_a_table_is_front_too() -> None:
    found = draft(
        "{c} CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{c} Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND\n"
        "Hà Tĩnh, ngày 5/3/2021\n{cb} KẾ HOẠCH\n{cb} Chuyển đổi số năm 2021\n"
        "Thực hiện Nghị quyết số 05, UBND tỉnh ban hành:\n"
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    )
    assert [one.id for one in found.clauses] == ["p1", "I", "I.1"]
    assert found.date == date(2021, 3, 5)
    assert found.back == ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_the_closing_sentence_hangs_outside_the_numbering() -> None:
    page = (
        LETTERHEAD
        + "I- TỔ CHỨC THỰC HIỆN\n1. Ban cán sự đảng chỉ đạo.\nNghị quyết này phổ biến đến chi bộ."
        + SIGNATURE
    )
    closing = draft(page).clauses[-1]
    assert (closing.id, closing.parent, closing.kind, closing.role) == ("p1", None, Kind.TEXT, Role.OTHER)


def test_a_farewell_closes_even_after_a_bare_heading() -> None:
    page = "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Chủ trì.\n2. Các sở, ngành\nTrên đây là Kế hoạch./."
    assert ids(page) == "I I.1 I.1.-1 I.2 p1"


def test_the_only_sentence_of_the_last_article_is_no_closing() -> None:
    page = (
        "Điều 1. Phạm vi\nQuy định việc số hóa.\nĐiều 2. Hiệu lực\nNghị quyết này có hiệu lực từ ngày ký."
        + SIGNATURE
    )
    assert ids(page) == "dieu-1 dieu-1.p1 dieu-2 dieu-2.p1"


def test_an_attached_programme_begins_a_tree_of_its_own() -> None:
    page = (
        LETTERHEAD
        + "Điều 1. Ban hành Chương trình.\nĐiều 2. Hiệu lực từ ngày ký.\n"
        + SIGNATURE.strip()
        + """
{cb} CHƯƠNG TRÌNH HÀNH ĐỘNG
{c} Thực hiện Nghị quyết số 57
(Kèm theo Nghị quyết số
03 ngày 9 tháng 1 năm 2025)
I. MỤC TIÊU
1. Chung
"""
    )
    found = draft(page)
    assert [one.id for one in found.clauses] == ["dieu-1", "dieu-2", "I", "I.1"]
    assert found.front[-4:] == (
        "CHƯƠNG TRÌNH HÀNH ĐỘNG", "Thực hiện Nghị quyết số 57", "(Kèm theo Nghị quyết số",
        "03 ngày 9 tháng 1 năm 2025)",
    )  # fmt: skip
    assert found.title.startswith("NGHỊ QUYẾT CỦA BAN CHẤP HÀNH")


ANNEX = (
    """
I. MỤC TIÊU
1. Đến năm 2025 (chi tiết tại Phụ lục I).
"""
    + SIGNATURE.strip()
    + """
{cb} PHỤ LỤC I
{cb} DANH MỤC CHỈ TIÊU
{cb} GIAI ĐOẠN 2021 - 2025,
{cb} TẦM NHÌN ĐẾN NĂM 2030
(Kèm theo Nghị quyết số 05)
|STT|Chỉ tiêu|Lộ trình|>|
|^|^|2021|2025|
|(1)|(2)|(3)|(4)|
|I|Đến năm 2025|>|>|
|1|Dịch vụ công mức 4|50%|100%|
|{=2.}|Hồ sơ số|60%|^|
||3|Kinh tế số||
|STT|Chỉ tiêu|Lộ trình|>|
|4.1|Kinh tế số|10%|20%|
{cb} Phụ lục số 02
{c} PHÂN CÔNG NHIỆM VỤ
1. Sở Thông tin và Truyền thông
- chủ trì;
"""
)


def test_an_annex_takes_its_title_of_several_lines_and_its_rows_are_clauses() -> None:
    found = draft(ANNEX.replace("||3|Kinh tế số||", "|3|Kinh tế số||>|"))
    annex = found.by_id["pl-I"]
    assert annex.text == annex.heading == "DANH MỤC CHỈ TIÊU\nGIAI ĐOẠN 2021 - 2025,\nTẦM NHÌN ĐẾN NĂM 2030"
    assert (annex.marker, annex.kind, annex.locator) == ("PHỤ LỤC I", Kind.ANNEX, "Phụ lục I")
    rows = [one for one in found.clauses if one.kind is Kind.TABLE_ROW]
    assert [(one.id, one.marker, one.text, one.numbering) for one in rows] == [
        ("pl-I.t1r1", "I", "Đến năm 2025", Numbered.TYPED),
        ("pl-I.t1r2", "1", "Dịch vụ công mức 4 | 50% | 100%", Numbered.TYPED),
        ("pl-I.t1r3", "2.", "Hồ sơ số | 60% | ", Numbered.AUTO),
        ("pl-I.t1r4", "3", "Kinh tế số | ", Numbered.TYPED),
        ("pl-I.t1r5", "4.1", "Kinh tế số | 10% | 20%", Numbered.TYPED),
    ]
    assert rows[1].columns == ("STT", "Chỉ tiêu", "Lộ trình 2021", "Lộ trình 2025")
    assert rows[0].cells == ("I", "Đến năm 2025", "", "")
    assert (rows[0].heading, rows[1].heading) == ("Đến năm 2025", None)
    assert rows[1].locator == "số thứ tự 1, Phụ lục I"
    assert found.header[:5] == ("STT", "Chỉ tiêu", "Lộ trình", "2021", "2025")
    assert "(Kèm theo Nghị quyết số 05)" in found.front
    assert [one.id for one in found.clauses][-3:] == ["pl-2", "pl-2.1", "pl-2.1.-1"]
    assert all(one.role is Role.ANNEX for one in found.clauses if one.id.startswith("pl"))


def test_a_table_without_row_numbers_has_rows_without_marker() -> None:
    page = "I. SỐ LIỆU\n|{b} Chỉ tiêu|{b} Đơn vị|\n|Dân số|người|\n|Diện tích|km2|\n1. Tiếp"
    found = draft(page)
    assert [(one.id, one.marker, one.text) for one in found.clauses[1:3]] == [
        ("I.t1r1", None, "Dân số | người"),
        ("I.t1r2", None, "Diện tích | km2"),
    ]
    assert found.clauses[1].locator == "dòng thứ 1, mục I"
    assert found.clauses[3].id == "I.1"


def test_a_short_first_row_of_data_is_no_header() -> None:
    page = "I. SỐ LIỆU\n|STT|Nhóm|Mức|\n|1|A|B|\n|2|C|D|"
    assert ids(page) == "I I.t1r1 I.t1r2"


def test_tables_count_within_their_clause() -> None:
    page = "I. SỐ LIỆU\n|STT|Tên|\n|1|A|\nGhi chú.\n|STT|Tên|\n|1|B|\nII. KHÁC\n|STT|Tên|\n|1|C|"
    assert ids(page) == "I I.t1r1 I.p1 I.t2r1 II II.t1r1"
    assert clause(page, "I.t2r1").locator == "số thứ tự 1 của bảng thứ 2, mục I"


def test_a_list_that_names_annexes_opens_none() -> None:
    page = "I. HỒ SƠ\n1. Các phụ lục:\nPhụ lục I: Danh mục nhiệm vụ\nPhụ lục II: Danh mục dự án"
    assert ids(page) == "I I.1 I.1.p1 I.1.p2"


def test_an_annex_without_number_and_a_second_one() -> None:
    page = "I. MỤC TIÊU\n{cb} PHỤ LỤC\n{cb} CHỈ TIÊU\n1. Một\n{cb} PHỤ LỤC\n{cb} NHIỆM VỤ"
    assert ids(page) == "I pl pl.1 pl~2"
    assert clause(page, "pl.1").locator == "khoản 1, Phụ lục"


def test_sample_letters_inside_an_annex_do_not_end_it() -> None:
    page = """
{cb} PHỤ LỤC I
{cb} MẪU VĂN BẢN
Mẫu 1
||TÊN CƠ QUAN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{cb} QUYẾT ĐỊNH
Điều 1. Nội dung
||Nơi nhận:|NGƯỜI KÝ
Mẫu 2
||TÊN CƠ QUAN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Điều 1. Nội dung
||Nơi nhận:|NGƯỜI KÝ
{cb} PHỤ LỤC II
{cb} DANH MỤC
"""
    assert ids(page) == (
        "pl-I pl-I.p1 pl-I.t1r1 pl-I.p2 pl-I.dieu-1 pl-I.dieu-1.t1r1 "
        "pl-I.p3 pl-I.t2r1 pl-I.dieu-1~2 pl-I.dieu-1~2.t1r1 pl-II"
    )


def test_unnumbered_headings_open_parts_with_their_roles() -> None:
    page = """
{cb} BÁO CÁO
{cb} Kết quả chuyển đổi số
_____
{b} ĐẶT VẤN ĐỀ
Chuyển đổi số là xu thế.
{b} Mục tiêu
1. Đến năm 2025
2. Đến năm 2030
{b} Nhiệm vụ và giải pháp
1. Hạ tầng
"""
    found = draft(page)
    assert [(one.id, one.role) for one in found.clauses] == [
        ("p1", Role.CONTEXT), ("p1.p1", Role.CONTEXT), ("p2", Role.TARGETS), ("p2.1", Role.TARGETS),
        ("p2.2", Role.TARGETS), ("p3", Role.TASKS), ("p3.1", Role.TASKS),
    ]  # fmt: skip
    assert found.by_id["p2.1"].locator == "khoản 1, phần “Mục tiêu”"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("BỐI CẢNH VÀ SỰ CẦN THIẾT", Role.CONTEXT),
        ("ĐÁNH GIÁ THỰC TRẠNG", Role.CONTEXT),
        ("TÌNH HÌNH VÀ NGUYÊN NHÂN", Role.CONTEXT),
        ("KẾT QUẢ ĐẠT ĐƯỢC, TỒN TẠI, HẠN CHẾ", Role.CONTEXT),
        ("QUAN ĐIỂM CHỈ ĐẠO", Role.VIEWPOINT),
        ("QUAN ĐIỂM, MỤC TIÊU", Role.TARGETS),
        ("MỤC ĐÍCH, YÊU CẦU", Role.VIEWPOINT),
        ("CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2025", Role.TARGETS),
        ("TẦM NHÌN ĐẾN NĂM 2030", Role.TARGETS),
        ("NHIỆM VỤ, GIẢI PHÁP", Role.TASKS),
        ("MỘT SỐ NHIỆM VỤ TRỌNG TÂM VÀ GIẢI PHÁP CHỦ YẾU", Role.TASKS),
        ("NHIỆM VỤ THỰC HIỆN MỤC TIÊU CHUYỂN ĐỔI SỐ", Role.TASKS),
        ("TỔ CHỨC THỰC HIỆN", Role.ORGANISATION),
        ("KINH PHÍ THỰC HIỆN", Role.ORGANISATION),
        ("CĂN CỨ PHÁP LÝ", Role.BASIS),
        ("QUY ĐỊNH CHUNG", Role.OTHER),
        ("PHÁT TRIỂN HẠ TẦNG SỐ", Role.OTHER),
    ],
)
def test_headings_tell_what_a_section_is_for(heading: str, role: Role) -> None:
    found = draft(f"I. {heading}\n1. Nội dung một.\n2. Nội dung hai.").clauses
    assert [one.role for one in found] == [role, role, role]


def test_a_deeper_heading_says_otherwise_for_its_own_part() -> None:
    page = (
        "I. QUAN ĐIỂM, MỤC TIÊU\n1. Quan điểm\n- Bám sát thực tiễn.\n2. Mục tiêu\n- Đạt 50%.\n"
        "II. NHIỆM VỤ\n1. Tổ chức tuyên truyền"
    )
    assert [one.role for one in draft(page).clauses] == [
        Role.TARGETS, Role.VIEWPOINT, Role.VIEWPOINT, Role.TARGETS, Role.TARGETS, Role.TASKS, Role.TASKS,
    ]  # fmt: skip


def test_headings_are_what_reads_as_a_title() -> None:
    page = """
I. MỤC TIÊU
1. Đến năm 2025
- Đạt 50%.
2. Phát triển đồng bộ hạ tầng số, bảo đảm an toàn.
3. Mục tiêu dài hạn: phấn đấu thuộc nhóm dẫn đầu.
a) Về kinh tế:
- Tăng 8%.
Điều 1. Tổ chức thực hiện
Điều 2. Nghị quyết này có hiệu lực.
"""
    found = {one.id: one.heading for one in draft(page).clauses}
    assert found == {
        "I": "MỤC TIÊU", "I.1": "Đến năm 2025", "I.1.-1": None, "I.2": None, "I.3": "Mục tiêu dài hạn",
        "I.3.a": "Về kinh tế", "I.3.a.-1": None, "I.dieu-1": None, "I.dieu-2": None,
    }  # fmt: skip


def test_a_bold_opening_is_the_heading_of_a_clause_that_runs_on() -> None:
    page = """
I. NHIỆM VỤ
1. **Về hạ tầng số:** đầu tư đồng bộ.
a) **Mạng 5G**. Phủ sóng.
b) Đầu tư **5G** ở huyện.
"""
    assert [one.heading for one in draft(page).clauses] == ["NHIỆM VỤ", "Về hạ tầng số", "Mạng 5G", None]


def test_words_count_own_text_and_that_of_all_below() -> None:
    found = draft("I. MỤC TIÊU CHUNG\n1. Một hai ba.\n- Bốn năm.\n2. Sáu.")
    assert [(one.words, one.words_all) for one in found.clauses] == [(3, 9), (3, 5), (2, 2), (1, 1)]


def test_notes_go_with_the_clause_they_are_anchored_in() -> None:
    found = draft("I. MỤC TIÊU\n{box:Ghi chú bên lề} 1. Một\n{box:Khung riêng}\n2. Hai")
    assert [note.text for note in found.by_id["I.1"].notes] == ["Ghi chú bên lề", "Khung riêng"]


def test_places_lead_back_to_the_words_of_the_file() -> None:
    page = "  I.→MỤC TIÊU  \n1. Một⏎hai⏎2. Ba\n{cb} PHỤ LỤC I\n{cb} DANH MỤC\n|STT|Tên|Số|\n|1|A¶B|C|"
    source = manuscript(page)
    texts = {one.index: one.text for one in source.paragraphs}
    for one in draft(page).clauses:
        pieces = [texts[place.paragraph][place.start : place.end] for place in one.places]
        assert [piece for piece in pieces if piece] == [
            part for part in one.text.replace(" | ", "\n").split("\n") if part
        ]


def test_an_empty_file_gives_an_empty_draft() -> None:
    found = draft("")
    assert (found.clauses, found.front, found.title) == ((), (), "")


def test_text_alone_is_kept_as_paragraphs() -> None:
    assert tree("Đoạn thứ nhất của văn bản.\nĐoạn thứ hai của văn bản.") == [
        "p1 Đoạn thứ nhất của văn bản.",
        "p2 Đoạn thứ hai của văn bản.",
    ]


def test_a_table_of_contents_is_front() -> None:
    contents = "{cb} MỤC LỤC\nI. MỤC TIÊU→3\nII. NHIỆM VỤ ........ 5\n"
    page = "{cb} ĐỀ ÁN\n{cb} Chuyển đổi số\n" + contents + "I. MỤC TIÊU\n1. Chung"
    found = draft(page)
    assert [one.id for one in found.clauses] == ["I", "I.1"]
    assert found.front[-2:] == ("I. MỤC TIÊU\t3", "II. NHIỆM VỤ ........ 5")


def test_a_letterhead_set_with_tabs_is_read_by_its_sides() -> None:
    found = draft(
        "UBND TỈNH HÀ TĨNH→CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 12/KH-UBND→Hà Tĩnh, ngày 5 tháng 3 năm 2021\n"
        "{cb} KẾ HOẠCH\n{cb} Chuyển đổi số\n{c} (Dự thảo lần 2)\nI. MỤC TIÊU"
    )
    assert (found.issuer, found.date, found.number) == ("UBND TỈNH HÀ TĨNH", date(2021, 3, 5), 2)
    assert found.title == "KẾ HOẠCH Chuyển đổi số"


def test_a_table_alone_after_the_signature_is_an_annex() -> None:
    page = (
        "I. MỤC TIÊU\n"
        + SIGNATURE.strip()
        + "\n{cb} DANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 5)\n|STT|Việc|\n|1|Một|"
    )
    rows = [one for one in draft(page).clauses if one.kind is Kind.TABLE_ROW]
    assert [(one.id, one.role) for one in rows] == [("t1r1", Role.ANNEX)]
