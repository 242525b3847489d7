"""Links by place: rows by the numbers of their group, headings of letters, other documents, whole drafts."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from drafter.analyses.citations.places import Places
from drafter.analyses.citations.resolve import resolve, resolved
from drafter.analyses.comments import letters
from drafter.analyses.comments.reading import comment_of
from drafter.analyses.outline import outline
from drafter.language.references import find_references
from drafter.model import Anchor, Comment, Draft, Link, Position, Scope, Stance
from tests.bench.quality.links import linked
from tests.docx_builder import cell, docx, p, row, table
from tests.inputs import read_comment_file, read_docx

BODY = """
DỰ THẢO LẦN 1
NGHỊ QUYẾT
về đổi mới công tác thủy lợi
I. QUAN ĐIỂM
1. Nước là tài nguyên, phải được dùng tiết kiệm.
2. Công trình thủy lợi được bảo vệ và khai thác theo quy hoạch.
II. MỤC TIÊU ĐẾN NĂM 2030
1. Trên 85% diện tích lúa được tưới chủ động.
2. 100% hồ chứa lớn có thiết bị quan trắc.
3. Giảm 20% lượng nước tổn thất trên kênh mương.
III. NHIỆM VỤ
1. Nâng cấp kênh mương nội đồng; Sở Nông nghiệp và Phát triển nông thôn chủ trì.
2. Sửa chữa các hồ chứa hư hỏng trước năm 2026.
2a. Lắp đặt trạm quan trắc mưa tự động tại các huyện.
3. Tổ chức dùng nước
a) Củng cố các tổ chức thủy lợi cơ sở.
a1) Hỗ trợ hợp tác xã quản lý công trình nhỏ.
b) Thu giá dịch vụ thủy lợi theo khối lượng.
""".strip()
FIRST = """
TT | Chỉ tiêu | Năm 2025 | Năm 2030
I | Tưới tiêu | |
1 | Diện tích lúa tưới chủ động | 80% | 85%
2 | Diện tích cây ăn quả tưới tiết kiệm | 20% | 40%
II | An toàn công trình | |
3 | Hồ chứa có quan trắc | 60% | 100%
4 | Đập được kiểm định | 50% | 90%
""".strip()
SECOND = """
TT | Nhiệm vụ | Chủ trì
I | Kênh mương |
1 | Kiên cố hóa kênh loại ba | Ủy ban nhân dân cấp huyện
2 | Nạo vét kênh trục | Công ty thủy lợi
3 | Trồng cây chắn sóng | Hội Nông dân
II | Hồ chứa |
1 | Sửa chữa đập đất | Sở Nông nghiệp và Phát triển nông thôn
2 | Cắm mốc hành lang bảo vệ | Ủy ban nhân dân cấp huyện
IV | Quan trắc |
1 | Lắp trạm đo mưa | Đài Khí tượng thủy văn
""".strip()


def grid(text: str) -> str:
    rows = (line.split("|") for line in text.splitlines())
    return table(*(row(*(cell(p(each.strip())) for each in cells)) for cells in rows))


@cache
def draft() -> Draft:
    with TemporaryDirectory() as folder:
        path = docx(
            Path(folder) / "lan-1.docx",
            *(p(line) for line in BODY.splitlines()),
            p("PHỤ LỤC I"), p("CHỈ TIÊU"), grid(FIRST),
            p("PHỤ LỤC II"), p("DANH MỤC NHIỆM VỤ"), grid(SECOND),
        )  # fmt: skip
        return outline(read_docx(path))


def comment(text: str, cited: str = "", anchor: Anchor | None = None) -> Comment:
    return comment_of(
        id="c#1", agency="Sở Tài chính", dated=None, draft=None, path="c.txt", position=Position(),
        text=text, cited=cited, anchor=anchor,
    )  # fmt: skip


def link(text: str, cited: str = "") -> Link:
    return linked([comment(text, cited)], draft())[0]


def addressed(one: Link) -> list[str]:
    """The texts of the clauses addressed, without their other cells."""
    return [draft().by_id[c.id].text.partition(" |")[0] for c in one.clauses if c.addressed]


@pytest.mark.parametrize(
    ("place", "row"),
    [
        ("Khoản 1 mục IV", "Lắp trạm đo mưa"),
        ("Tại khoản 2, mục II Phụ lục II", "Cắm mốc hành lang bảo vệ"),
        ("STT 1 mục II phụ lục II", "Sửa chữa đập đất"),
        ("Nhiệm vụ số 3 nhóm I", "Trồng cây chắn sóng"),
        ("Nhiệm vụ 2, nhóm II Phụ lục II", "Cắm mốc hành lang bảo vệ"),
        ("Phụ lục II, phần IV, số thứ tự 1", "Lắp trạm đo mưa"),
        ("Dòng 4 bảng chỉ tiêu", "Đập được kiểm định"),
        ("Số thứ tự 3 của bảng danh mục nhiệm vụ", "Trồng cây chắn sóng"),
        ("Thứ tự 2 nhóm I Phụ lục I", "Diện tích cây ăn quả tưới tiết kiệm"),
    ],
)
def test_a_row_is_found_by_the_number_in_its_group(place: str, row: str) -> None:
    assert addressed(link(f"{place}: đề nghị nêu rõ thời hạn.")) == [row]


def test_a_row_is_named_with_its_group_where_numbers_begin_anew() -> None:
    named = {clause.text.partition(" |")[0]: clause.locator for clause in draft().clauses}
    assert named["Lắp trạm đo mưa"] == "số thứ tự 1, mục IV, Phụ lục II"
    assert named["Đập được kiểm định"] == "số thứ tự 4, Phụ lục I"


def test_every_row_is_found_by_its_locator() -> None:
    rows = [clause for clause in draft().clauses if "số thứ tự" in clause.locator]
    found = [resolve(find_references(clause.locator), draft())[0].id for clause in rows]
    assert found == [clause.id for clause in rows]


def test_a_place_of_the_body_goes_before_the_group_of_rows_with_its_number() -> None:
    assert addressed(link("Khoản 2 mục II: đề nghị nêu rõ thời hạn."))[0].startswith("100% hồ chứa")


@pytest.mark.parametrize("place", ["Mục IV", "Khoản 9", "Khoản 5 mục IV"])
def test_what_neither_body_nor_group_has_is_named_as_missing(place: str) -> None:
    made = comment(f"{place}: đề nghị nêu rõ thời hạn.")
    assert [one.exists for one in resolved(made, Places(draft())).references] == [False]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("khoản 2a mục III", "Lắp đặt trạm quan trắc mưa tự động tại các huyện."),
        ("điểm a1 khoản 3 mục III", "Hỗ trợ hợp tác xã quản lý công trình nhỏ."),
        ("điểm a1) khoản 3 mục III", "Hỗ trợ hợp tác xã quản lý công trình nhỏ."),
        ("mục III.2a", "Lắp đặt trạm quan trắc mưa tự động tại các huyện."),
    ],
)
def test_a_clause_slipped_in_is_cited_by_its_own_number(place: str, text: str) -> None:
    assert addressed(link(f"Tại {place}, đề nghị nêu rõ thời hạn.")) == [text]


@pytest.mark.parametrize(
    ("cited", "text", "row"),
    [
        ("Về Phụ lục I", "Số thứ tự 3: đề nghị xem lại mức năm 2025.", "Hồ chứa có quan trắc"),
        ("Đối với phụ lục 2", "STT 3: đề nghị nêu rõ thời hạn.", "Trồng cây chắn sóng"),
        ("Phụ lục II", "Khoản 1 mục II: đề nghị nêu rõ thời hạn.", "Sửa chữa đập đất"),
        ("Về mục tiêu", "Khoản 3: đề nghị nêu cách tính.", "Giảm 20% lượng nước tổn thất trên kênh mương."),
        ("Phần nhiệm vụ:", "Khoản 2: đề nghị nêu kinh phí.", "Sửa chữa các hồ chứa hư hỏng trước năm 2026."),
        ("Về tổ chức dùng nước", "Điểm b: đề nghị bổ sung.", "Thu giá dịch vụ thủy lợi theo khối lượng."),
        ("Về Phụ lục II Nhóm II", "STT 2: đề nghị nêu kinh phí.", "Cắm mốc hành lang bảo vệ"),
    ],
)
def test_a_place_below_a_heading_of_the_letter_is_a_place_of_that(cited: str, text: str, row: str) -> None:
    assert addressed(link(text, cited)) == [row]


@pytest.mark.parametrize(
    ("cited", "text"),
    [
        ("Đối với dự thảo Tờ trình", "Tại khoản 2 mục III, đề nghị làm rõ cơ sở thực tiễn."),
        ("Về Báo cáo đánh giá tác động", "Mục II: đề nghị bổ sung phương án so sánh."),
        ("Góp ý dự thảo Quyết định", "Khoản 1: đề nghị sửa “hồ chứa” thành “đập, hồ chứa”."),
        ("", "Tại khoản 1 mục II dự thảo Tờ trình, đề nghị bổ sung số liệu diện tích lúa được tưới."),
        ("", "Tờ trình cần nêu rõ số hồ chứa hư hỏng."),
        ("", "Mục II của Báo cáo đánh giá tác động chưa nêu lượng nước tổn thất, đề nghị bổ sung."),
        ("Đối với dự thảo Nghị quyết Về bản thuyết minh", "Mục I: đề nghị nêu rõ nguồn số liệu."),
    ],
)
def test_a_remark_on_another_document_of_the_dossier_is_about_no_clause(cited: str, text: str) -> None:
    one = link(text, cited)
    assert one.scope is Scope.NONE
    assert not one.clauses


@pytest.mark.parametrize(
    ("cited", "text"),
    [
        ("Đối với dự thảo Nghị quyết", "Khoản 2 mục II: đề nghị nêu rõ cách tính."),
        ("Đối với dự thảo Tờ trình Về dự thảo Nghị quyết", "Khoản 2 mục II: đề nghị nêu rõ cách tính."),
        ("", "Khoản 2 mục II: đề nghị thống nhất với số liệu tại Tờ trình."),
        ("", "Tại khoản 2 mục II dự thảo Nghị quyết, đề nghị nêu rõ cách tính."),
    ],
)
def test_a_remark_on_the_draft_stays_with_it_whatever_else_is_named(cited: str, text: str) -> None:
    assert addressed(link(text, cited)) == ["100% hồ chứa lớn có thiết bị quan trắc."]


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị rà soát toàn bộ nội dung dự thảo, bảo đảm phù hợp pháp luật về hồ chứa, kênh mương.",
        "Cách đánh số các mục trong dự thảo chưa thống nhất, đề nghị chỉnh lại.",
        "Việc đánh số thứ tự các khoản, điểm chưa đúng quy định.",
        "Đề nghị rà soát tổng thể nội dung dự thảo để tránh chồng chéo với quy hoạch thủy lợi.",
        "Đề nghị biên tập lại câu chữ cho ngắn gọn, tránh trùng lặp giữa các phần về kênh mương.",
        "Rà soát lỗi chính tả, lỗi kỹ thuật trong dự thảo Nghị quyết về thủy lợi.",
        "Thống nhất font chữ, cỡ chữ của toàn bộ văn bản.",
        "Đề nghị thống nhất sử dụng cụm từ hồ chứa trong toàn bộ Nghị quyết.",
        "Thống nhất thể thức trình bày trong toàn văn bản.",
    ],
)
def test_a_general_request_is_about_the_draft_whatever_words_it_shares(text: str) -> None:
    assert link(text).scope is Scope.DOCUMENT
    assert comment(text).stance is Stance.REQUEST


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tại khoản 3 mục III, đề nghị thống nhất cách đánh số các điểm.", "Tổ chức dùng nước"),
        ("Khoản 1 mục I: đề nghị rà soát lỗi chính tả.", "Nước là tài nguyên, phải được dùng tiết kiệm."),
        ("Phần mục tiêu: đề nghị rà soát lỗi chính tả.", "MỤC TIÊU ĐẾN NĂM 2030"),
    ],
)
def test_a_general_word_said_of_a_clause_stays_there(text: str, wanted: str) -> None:
    assert addressed(link(text)) == [wanted]


@pytest.mark.parametrize(
    "text", ["Thống nhất với bố cục dự thảo.", "Cơ bản thống nhất thể thức và nội dung dự thảo."]
)
def test_agreement_with_form_and_content_is_no_request(text: str) -> None:
    assert comment(text).stance is Stance.AGREEMENT


def test_a_word_comment_over_several_clauses_addresses_all_of_them() -> None:
    texts = [clause.text for clause in draft().clauses if clause.parent == "II"]
    anchor = Anchor(texts[0], 5, len(texts[0]), further=tuple(texts[1:]))
    made = comment("Đề nghị bỏ các khoản này.", anchor=anchor)
    assert sorted(addressed(linked([made], draft())[0])) == sorted(texts)


LETTER = """SỞ TÀI CHÍNH
Số: 12/STC
Kính gửi: Sở Nông nghiệp và Phát triển nông thôn.
Sở Tài chính có ý kiến như sau:
A. VỀ DỰ THẢO TỜ TRÌNH
1. Mục 2: đề nghị bổ sung số liệu.
B. VỀ DỰ THẢO NGHỊ QUYẾT
* Phần nhiệm vụ:
- Khoản 2: đề nghị nêu kinh phí.
* Về mục tiêu:
- Khoản 1: đề nghị nêu cách tính.
* Về Phụ lục II:
- STT 3: đề nghị nêu thời hạn.
C. VỀ BÁO CÁO ĐÁNH GIÁ TÁC ĐỘNG
Mục II.1: đề nghị so sánh chi phí.
"""


def test_items_of_a_letter_are_about_what_its_headings_say(tmp_path: Path) -> None:
    file = tmp_path / "so-tai-chinh.txt"
    file.write_text(LETTER, encoding="utf-8")
    said = [c for one in letters(read_comment_file(file, root=tmp_path)) for c in one.comments]
    about = [addressed(one) for one in linked(said, draft())]
    assert about == [
        [],
        ["Sửa chữa các hồ chứa hư hỏng trước năm 2026."],
        ["Trên 85% diện tích lúa được tưới chủ động."],
        ["Trồng cây chắn sóng"],
        [],
    ]
