"""What stands around the table and in its file beside the rows: headings, counts, letterhead, properties."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from docx.oxml.xmlchemy import BaseOxmlElement
from hypothesis import given
from hypothesis import strategies as st

from drafter.model import (
    Answer,
    Balance,
    Channel,
    Disposition,
    Extras,
    Kind,
    Layout,
    LetterMark,
    Office,
    Respondent,
    Row,
    Scope,
    Stance,
    Table,
    Verdict,
)
from drafter.record import is_ours
from drafter.writers.table import Format, table_bytes
from drafter.writers.table.frame import opening, subject
from drafter.writers.table.layout import header

FORMATS = (".docx", ".xlsx", ".html", ".md", ".csv", ".json")
ROW = Row(1, None, "", (), ("Sở A",), ("a.txt#1",), "Bỏ câu này.", "drafts/1.docx", 1)


def table(
    *, commented: int = 1, agreed: int = 0, assumed: int = 0, silent: int = 0, asked: int | None = None
) -> Table:
    """A table of so many agencies of each sort; the first one's comment is its only row."""
    total = commented + agreed + assumed + silent
    agreements = tuple(Respondent(f"Sở B{n}", by_silence=n >= agreed) for n in range(agreed + assumed))
    counts = Balance(1, 1, 0, 1, 1, 0, total, commented, agreed + assumed, silent, True)
    names = (
        tuple(Respondent(f"Sở A{n}") for n in range(commented)),
        tuple(f"Sở C{n}" for n in range(silent)),
    )
    inputs = (("drafts/1.docx", "0" * 64), ("comments/a.txt", "1" * 64))
    made = Table("NGHỊ QUYẾT về A", 1, None, (ROW,), agreements, *names, counts, inputs, asked)
    return replace(made, extras=ALL)


ALL = Extras(balance=True, provenance=True)


def written(made: Table, suffix: str, layout: Layout = Layout.CLAUSE) -> bytes:
    return table_bytes(made, Format(suffix), layout, "vi")


def test_the_columns_are_called_as_in_the_three_forms_in_use() -> None:
    layouts = (Layout.CLAUSE, Layout.COMMENT, Layout.TEXT)
    articles = replace(table(), kinds=frozenset((Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT)))
    assert [header(articles, layout, "vi") for layout in layouts] == [
        ("Nhóm vấn đề/Điều/Khoản", "Chủ thể góp ý", "Nội dung góp ý", "Ý kiến tiếp thu, giải trình"),
        ("STT", "Nội dung góp ý", "Đơn vị góp ý", "Ý kiến của cơ quan soạn thảo"),
        ("TT", "Nội dung dự thảo", "Nội dung góp ý", "Đơn vị góp ý", "Ý kiến giải trình, tiếp thu"),
    ]


# A draft's title as printed, and how a sentence names the draft.
TITLES = {
    "NGHỊ QUYẾT của HĐND tỉnh Hà Tĩnh về X": "Nghị quyết của HĐND tỉnh Hà Tĩnh về X",
    "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về X": "Nghị quyết của Ban Chấp hành Đảng bộ tỉnh về X",
    "Kế hoạch của UBND tỉnh Hà Tĩnh về X": "Kế hoạch của UBND tỉnh Hà Tĩnh về X",
    "Kế hoạch triển khai Nghị quyết số 57-NQ/TW về X": "Kế hoạch triển khai Nghị quyết số 57-NQ/TW về X",
    "NGHỊ ĐỊNH Về công tác văn thư": "Nghị định về công tác văn thư",
    "NGHỊ QUYẾT\nvề  A\nvà B": "Nghị quyết về A và B",
    "LUẬT ĐẤT ĐAI": "LUẬT ĐẤT ĐAI",
}


@pytest.mark.parametrize(("printed", "named"), TITLES.items())
def test_a_title_loses_no_capital_of_a_name(printed: str, named: str) -> None:
    assert subject(replace(table(), draft_title=printed), "vi") == f"đối với dự thảo {named}"


def shares(made: Table) -> list[tuple[int, int]]:
    """The pairs x/y that open a numbered paragraph."""
    words = [line.split()[1].split("/") for line in opening(made, "vi")]
    return [(int(pair[0]), int(pair[1])) for pair in words if len(pair) == 2]


@given(st.tuples(*[st.integers(0, 4)] * 4).filter(any), st.booleans())
def test_the_shares_of_agencies_add_up_to_the_whole(counts: tuple[int, int, int, int], listed: bool) -> None:
    commented, agreed, assumed, silent = counts
    asked = max(1, sum(counts) - 1) if listed else None
    made = table(commented=commented, agreed=agreed, assumed=assumed, silent=silent, asked=asked)
    found = shares(made)
    assert sum(count for count, _ in found) == sum(counts)
    assert {whole for _, whole in found} == {sum(counts)}


def test_silence_that_counts_as_agreement_is_no_answer() -> None:
    made = table(commented=2, agreed=1, assumed=3, asked=6)
    assert "đã nhận được ý kiến của 03 cơ quan, tổ chức, đơn vị với" in opening(made, "vi")[0]
    assert any(
        "03/06 cơ quan, tổ chức, đơn vị không có văn bản trả lời, được coi là thống nhất: Sở B1" in line
        for line in opening(made, "vi")
    )
    summary = json.loads(written(made, ".json"))["summary"]
    assert (summary["agencies_answered"], summary["agencies_agreed"]) == (3, 4)


def test_who_answered_without_being_asked_is_told_apart() -> None:
    assert (
        "trong đó 01 cơ quan, tổ chức, đơn vị ngoài danh sách"
        in opening(table(commented=3, asked=2), "vi")[0]
    )
    assert "ngoài danh sách" not in opening(table(commented=2, asked=2), "vi")[0]


def test_json_has_null_for_what_is_not_known_and_words_for_what_is() -> None:
    decided = replace(ROW, disposition=Disposition.PARTLY, reason="Đã có ở mục II.", heading="II")
    rows = json.loads(written(replace(table(), rows=(ROW, decided)), ".json"))["rows"]
    unknown = {"heading", "reason", "response", "where", "evidence", "decided_by", "decided_at", "clause"}
    assert {key for key, value in rows[0].items() if value is None} >= unknown
    assert (rows[1]["disposition"], rows[1]["reason"], rows[1]["heading"]) == (
        "partly",
        "Đã có ở mục II.",
        "II",
    )


LONG = "NGHỊ QUYẾT về " + "phát triển kinh tế số & xã hội số " * 40


@pytest.mark.few
@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("number", [1, None])
def test_a_title_of_any_length_can_be_written(suffix: str, number: int | None) -> None:
    data = written(replace(table(), draft_title=LONG, draft_number=number), suffix)
    assert is_ours(data)
    if suffix == ".docx":
        assert len(docx.Document(io.BytesIO(data)).core_properties.title) <= 255
    if suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
            assert sheet.oddFooter is not None
            footer = sheet.oddFooter.right.text or ""
            assert len(footer) <= 250
            # Excel takes a single & for a code of its own.
            assert footer.replace("&P", "").replace("&N", "").replace("&&", "").count("&") == 0


@pytest.mark.parametrize("suffix", FORMATS)
def test_characters_that_no_file_can_hold_stop_no_format(suffix: str) -> None:
    odd = "a\x0bb\udcff\x00c"
    row = replace(ROW, text=odd, agencies=(odd,), comments=(f"{odd}#1",), heading=odd, places=(odd,))
    made = replace(
        table(),
        draft_title=odd,
        issuer=odd,
        commented=(Respondent(odd),),
        rows=(row,),
        inputs=((odd, "0" * 64),),
    )
    data = written(made, suffix)
    assert is_ours(data)
    if suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    ElementTree.fromstring(package.read(name))


def test_a_comment_longer_than_a_cell_says_that_it_was_cut() -> None:
    made = replace(table(), rows=(replace(ROW, text="x" * 40_000),))
    sheet = openpyxl.load_workbook(io.BytesIO(written(made, ".xlsx"))).worksheets[0]
    longest = max((str(cell.value or "") for row in sheet.iter_rows() for cell in row), key=len)
    assert len(longest) == 32_767
    assert longest.endswith("xem toàn văn trong bảng dạng .docx hoặc .html]")


# Whose layout an issuer follows: the Party's, or the state's with the national motto.
ISSUERS = {
    "TỈNH UỶ HÀ TĨNH": True,
    "BAN THƯỜNG VỤ TỈNH ỦY": True,
    "VĂN PHÒNG HUYỆN ỦY": True,
    "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH": True,
    "ĐẢNG ỦY KHỐI CÁC CƠ QUAN": True,
    "BAN TỔ CHỨC TRUNG ƯƠNG": True,
    "BỘ CHÍNH TRỊ": True,
    "CHÍNH PHỦ": False,
    "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH": False,
    "HỘI ĐỒNG NHÂN DÂN TỈNH": False,
    "BAN CHẤP HÀNH HỘI NÔNG DÂN": False,
    "BAN QUẢN LÝ KHU KINH TẾ": False,
}


@pytest.mark.few
@pytest.mark.parametrize(("issuer", "party"), ISSUERS.items())
def test_only_bodies_of_the_party_write_in_its_layout(issuer: str, party: bool) -> None:
    head = docx.Document(io.BytesIO(written(replace(table(), issuer=issuer), ".docx"))).tables[0]
    left, right = (cell.text for cell in head.rows[0].cells)
    assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in right) is party
    assert ("Độc lập - Tự do - Hạnh phúc" in right) is not party
    assert ("*" in left) is party
    assert "Số" in left


def test_office_files_do_not_claim_another_program(tmp_path: Path) -> None:
    for suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(written(table(), suffix))) as package:
            assert b"Microsoft" not in package.read("docProps/app.xml")
            assert {(one.date_time, one.create_system) for one in package.infolist()} == {
                ((1980, 1, 1, 0, 0, 0), 0)
            }


def test_every_sheet_prints_on_landscape_pages_as_wide_as_the_paper() -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(written(table(), ".xlsx"))).worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        fitting = sheet.sheet_properties.pageSetUpPr
        assert fitting is not None
        assert fitting.fitToPage


def test_the_summary_of_a_workbook_leads_over_to_no_table_that_does_not_follow() -> None:
    summary = openpyxl.load_workbook(io.BytesIO(written(table(), ".xlsx"))).worksheets[1]
    told = [str(cell.value) for (cell,) in summary.iter_rows(max_col=1)]
    assert told[0] == "BẢN TỔNG HỢP Ý KIẾN, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý"
    assert not any("như sau" in text for text in told)


@pytest.mark.parametrize("layout", list(Layout))
def test_with_its_proof_no_word_of_a_header_is_wider_than_its_column(layout: Layout) -> None:
    """Bold Times New Roman: a letter takes 0.55 of its size on the average of a Vietnamese word."""
    made = replace(table(), extras=Extras(proof=True))
    (grid,) = [
        one
        for one in docx.Document(io.BytesIO(written(made, ".docx", layout))).tables
        if len(one.columns) >= 5
    ]
    for cell in grid.rows[0].cells:
        size = cell.paragraphs[0].runs[0].font.size
        room = cell.width.pt - 2 * 5.4
        assert size is not None
        assert all(0.55 * size.pt * len(word) <= room for word in cell.text.split()), cell.text


STATE = Office(
    parent="Ủy ban nhân dân tỉnh An Bình",
    name="Sở Thông tin và Truyền thông",
    place="An Bình",
    date=date(2021, 3, 5),
    signer="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
    recipients=("Ban Thường vụ Tỉnh ủy;", "- Lưu: VT"),
)
PARTY = Office(parent="Tỉnh ủy An Bình", name="Văn phòng")


def around(made: Table) -> tuple[str, str]:
    """The text above and below the table of comments."""
    document = docx.Document(io.BytesIO(written(replace(made, extras=Extras()), ".docx")))
    head, *_, grid = document.tables
    (foot,) = grid.rows[-1].cells[0].tables
    above, below = ("\n".join(cell.text for cell in part.rows[0].cells) for part in (head, foot))
    return above.replace("\u00a0", " "), below.replace("\u00a0", " ")


def test_the_head_and_the_foot_say_what_the_workspace_says_of_the_office() -> None:
    head, foot = around(replace(table(), office=STATE, issuer="TỈNH ỦY AN BÌNH"))
    assert "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG" in head
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in head
    assert "An Bình, ngày 05 tháng 3 năm 2021" in head
    assert "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC" in foot
    assert "Nơi nhận:\n- Ban Thường vụ Tỉnh ủy;\n- Lưu: VT." in foot


def test_an_office_of_the_party_writes_in_the_partys_form() -> None:
    head, _ = around(replace(table(), office=PARTY, issuer="ỦY BAN NHÂN DÂN TỈNH AN BÌNH"))
    assert "TỈNH ỦY AN BÌNH\nVĂN PHÒNG\n*\nSố" in head
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in head and "Độc lập" not in head


def test_where_nothing_is_proposed_nothing_is_said_to_wait_for_approval() -> None:
    open_row = replace(ROW, answer=Answer(None))
    said = " ".join(opening(replace(table(), rows=(open_row,)), "vi"))
    assert "in nghiêng" not in said and "01 ý kiến chưa có đề xuất trả lời" in said


def test_a_table_of_agreements_alone_says_so_in_markdown_too() -> None:
    assert "*Không có ý kiến góp ý nào" in written(replace(table(), rows=()), ".md").decode()


def rows_of(made: Table) -> list[BaseOxmlElement]:
    """The rows of the table of comments, with what ends it."""
    body = docx.Document(io.BytesIO(written(made, ".docx"))).element.body
    found: list[BaseOxmlElement] = body.xpath("./w:tbl[last()]/w:tr")
    return found


def test_the_signature_is_in_a_last_row_and_the_row_above_it_stays_on_its_page() -> None:
    body = docx.Document(
        io.BytesIO(written(replace(table(), office=STATE, extras=Extras()), ".docx"))
    ).element.body
    *_, above, foot = body.xpath("./w:tbl[last()]/w:tr")
    assert len(foot.xpath("./w:tc")) == 1 and foot.xpath("./w:trPr/w:cantSplit")
    assert all(p.xpath("./w:pPr/w:keepNext") for p in above.xpath("./w:tc/w:p"))


def test_a_last_row_too_high_for_a_page_with_the_signature_may_be_broken() -> None:
    high = replace(
        table(), office=STATE, extras=Extras(), rows=(replace(ROW, text="đề nghị bổ sung " * 120),)
    )
    body = docx.Document(io.BytesIO(written(high, ".docx"))).element.body
    above = body.xpath("./w:tbl[last()]/w:tr")[-2]
    assert not above.xpath("./w:trPr/w:cantSplit") and not above.xpath(".//w:keepNext")


def test_titles_of_who_signs_are_capitals_and_what_the_office_keeps_ends_the_list() -> None:
    office = replace(STATE, signer="Giám đốc", recipients=("UBND tỉnh",))
    _, foot = around(replace(table(), office=office))
    assert "GIÁM ĐỐC" in foot and "- UBND tỉnh;\n- Lưu: VT." in foot


def test_a_text_that_is_not_final_says_so_in_a_box_above_its_head_and_not_in_its_title() -> None:
    document = docx.Document(io.BytesIO(written(replace(table(), provisional=True), ".docx")))
    assert document.element.body[0].xpath("string()") == "DỰ THẢO"
    assert [each.text for each in document.paragraphs].count("DỰ THẢO") == 1


def test_a_line_stands_under_the_title_drawn_for_the_state_five_hyphens_for_the_party() -> None:
    for office, drawn in ((STATE, 1), (PARTY, 0)):
        made = docx.Document(io.BytesIO(written(replace(table(), office=office), ".docx")))
        body = made.element.body
        assert len(body.xpath("./w:p/w:pPr/w:pBdr/w:top")) == drawn
        assert [each.text for each in made.paragraphs].count("-----") == 1 - drawn


def test_an_annex_of_the_party_is_headed_in_capitals() -> None:
    made = replace(table(), office=PARTY, extras=Extras(attachment=True))
    assert docx.Document(io.BytesIO(written(made, ".docx"))).paragraphs[0].text == "PHỤ LỤC"


@pytest.mark.parametrize(("office", "number"), [(STATE, "……/TTr-……"), (PARTY, "……-TTr/……")])
def test_an_annex_cites_its_submission_in_the_form_of_its_office(office: Office, number: str) -> None:
    made = replace(table(), office=office, extras=Extras(attachment=True))
    document = docx.Document(io.BytesIO(written(made, ".docx")))
    assert any(f"(Kèm theo Tờ trình số {number} ngày" in each.text for each in document.paragraphs)


def test_what_nobody_has_said_of_the_office_is_a_highlighted_blank() -> None:
    head, foot = around(table())
    assert "[Tên cơ quan soạn thảo]" in head and "ngày … tháng … năm ……" in head
    assert "[Chức vụ của người ký]" in foot and "- …………;" in foot


@pytest.mark.parametrize("layout", [each for each in Layout if each is not Layout.ISO])  # of eight, by ISO
def test_an_annex_has_four_columns_no_head_and_no_signature(layout: Layout) -> None:
    made = replace(table(), office=STATE, extras=Extras(attachment=True))
    document = docx.Document(io.BytesIO(written(made, ".docx", layout)))
    (grid,) = document.tables
    assert len(grid.columns) == 4
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines[0] == "Phụ lục"
    assert "của Sở Thông tin và Truyền thông)" in "\n".join(lines)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".md"])
def test_balance_hash_and_inputs_stay_out_of_the_official_copy(suffix: str) -> None:
    plain, whole = (printed(written(replace(table(), extras=extras), suffix)) for extras in (Extras(), ALL))
    told = "Cân đối số liệu" if suffix != ".xlsx" else "Tệp góp ý: "
    for words in (told, "Danh mục tệp lập bảng (mã kiểm tra SHA-256)", "0" * 64):
        assert words not in plain
        assert words in whole
    assert "NUMPAGES" not in whole


def printed(data: bytes) -> str:
    """All that a written table shows; the record of an office file, which nobody sees, is left out."""
    if data[:2] != b"PK":
        return data.decode()
    if b"xl/workbook.xml" in data:
        sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
        return "\n".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        shown = [name for name in package.namelist() if name.startswith("word/")]
        return "\n".join(package.read(name).decode(errors="replace") for name in shown)


def test_the_columns_fit_the_units_that_the_draft_has() -> None:
    kinds = frozenset((Kind.SECTION, Kind.PARAGRAPH, Kind.POINT, Kind.ANNEX))
    assert header(replace(table(), kinds=kinds), Layout.CLAUSE, "vi")[0] == "Nhóm vấn đề/Mục/Khoản"
    assert header(table(), Layout.CLAUSE, "vi")[0] == "Nhóm vấn đề"


def test_agencies_are_named_with_the_numbers_and_dates_of_their_letters() -> None:
    letters = (LetterMark("12/SA", date(2021, 3, 5)), LetterMark(None, date(2021, 2, 10)))
    made = replace(table(), commented=(Respondent("Sở A", letters),))
    told = "Sở A (Văn bản số 12/SA ngày 05/3/2021; Văn bản chưa rõ số, ngày 10/02/2021)."
    assert told in opening(made, "vi")[1]


# By what an agency's words are cited, and how the table says so.
SOURCES = {
    (LetterMark("03-BB/BCĐ", date(2021, 2, 23), Channel.MINUTES),): (
        "ý kiến tại cuộc họp ngày 23/02/2021, Biên bản số 03-BB/BCĐ"
    ),
    (LetterMark(None, date(2021, 2, 23), Channel.MINUTES),): "ý kiến tại cuộc họp ngày 23/02/2021",
    (LetterMark("5-TB/VP", date(2021, 2, 23), Channel.MINUTES),): (
        "ý kiến tại cuộc họp, theo Văn bản số 5-TB/VP ngày 23/02/2021"
    ),
    (LetterMark(None, date(2021, 2, 23), Channel.COPY, 2),): "ý kiến ghi trên dự thảo lần 2",
    (LetterMark(None, None, Channel.COPY),): "ý kiến ghi trên bản dự thảo",
    (): "chưa rõ số, ngày văn bản",
}


@pytest.mark.parametrize(("letters", "told"), SOURCES.items())
def test_no_agency_is_given_a_letter_that_it_did_not_write(
    letters: tuple[LetterMark, ...], told: str
) -> None:
    made = replace(table(), commented=(Respondent("Sở A", letters),))
    assert f"cụ thể: Sở A ({told})." in opening(made, "vi")[1]


def test_comments_and_agreements_add_up_in_the_first_sentence() -> None:
    made = table(commented=17, agreed=2)
    counts = replace(made.balance, comments_read=60, comments_in_rows=57, agreements=3)
    told = "19 cơ quan, tổ chức, đơn vị với 60 ý kiến, gồm 57 ý kiến góp ý và 03 ý kiến thống nhất."
    lines = opening(replace(made, balance=counts), "vi")
    assert lines[0] == f"1. Đã nhận được ý kiến của {told}"
    assert lines[2].startswith("3. 17/19 cơ quan, tổ chức, đơn vị có ý kiến góp ý cụ thể: ")


@pytest.mark.parametrize("suffix", FORMATS)
def test_files_that_were_not_read_are_named_in_every_format(suffix: str) -> None:
    made = replace(table(), rows=(), unread=("a.docx", "b.pdf"))
    text = printed(written(made, suffix))
    assert "a.docx" in text and "b.pdf" in text
    assert "Không có ý kiến góp ý nào ngoài" not in text
    if suffix != ".json":
        assert "Chưa tổng hợp 02 tệp góp ý do không đọc được: a.docx, b.pdf; các số liệu trên" in text
        assert "Chưa tổng hợp" not in printed(written(table(), suffix))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_files_that_were_not_read_are_highlighted(lang: str) -> None:
    made = replace(table(), unread=("a.docx",))
    document = docx.Document(io.BytesIO(table_bytes(made, Format.DOCX, Layout.CLAUSE, lang)))
    (told,) = [paragraph for paragraph in document.paragraphs if "a.docx" in paragraph.text]
    assert told.runs[0].font.highlight_color is not None
    assert "<mark>2. " in table_bytes(made, Format.HTML, Layout.CLAUSE, lang).decode()


def test_the_note_counts_what_is_proposed_and_what_is_open() -> None:
    noted = replace(ANSWER, proposes=Disposition.NOTED, stance=Stance.REMARK)
    rows = (replace(ROW, answer=ANSWER), replace(ROW, answer=noted), ROW)
    made = replace(table(), rows=rows)
    told = opening(replace(made, balance=replace(made.balance, comments_in_rows=3)), "vi")[2]
    assert told == (
        "3. Phần in nghiêng là đề xuất trả lời, chưa được quyết định hoặc phê duyệt (01/03 ý kiến trong"
        " bảng); 02 ý kiến chưa có đề xuất trả lời; nội dung trong ngoặc vuông cần bổ sung."
    )


ANSWER = Answer(Verdict.NOT_YET, 2, 1)


def test_proposals_and_decisions_are_counted_apart() -> None:
    noted = replace(ANSWER, proposes=Disposition.NOTED, stance=Stance.REMARK)
    rows = (
        replace(ROW, answer=ANSWER),
        replace(ROW, answer=noted),
        replace(ROW, answer=noted, disposition=Disposition.ACCEPTED),
    )
    document = json.loads(written(replace(table(), rows=rows), ".json"))
    assert (document["summary"]["accepted"], document["summary"]["pending"]) == (1, 2)
    proposed = document["summary"]["proposed"]
    assert proposed == {
        "accepted": 0,
        "partly": 0,
        "explained": 0,
        "noted": 1,
        "open": 1,
    }
    assert [row["proposed"] for row in document["rows"]] == [True, True, False]
    assert document["rows"][2]["response"] != document["rows"][1]["response"]


@pytest.mark.slow
def test_a_proposal_is_seen_to_be_one_and_a_decision_is_not_marked() -> None:
    proposed, decided = (
        replace(table(), rows=(replace(ROW, answer=ANSWER, **facts),))
        for facts in ({}, {"disposition": Disposition.NOTED, "response": "Ghi nhận."})
    )
    for made, marked in ((proposed, True), (decided, False)):
        cell = docx.Document(io.BytesIO(written(made, ".docx"))).tables[1].rows[-1].cells[-1]
        (run,) = cell.paragraphs[0].runs
        assert bool(run.italic) is marked
        assert (run.font.highlight_color is not None) is marked
        assert any("chưa có đề xuất trả lời" in line for line in opening(made, "vi")) is marked
        assert ('class="proposed"' in written(made, ".html").decode()) is marked


def test_a_comment_about_no_clause_says_so() -> None:
    made = replace(table(), rows=(replace(ROW, scope=Scope.NONE, review=True),))
    text = written(made, ".md").decode()
    assert "Ngoài nội dung dự thảo ?" in text
    assert "Ý KIẾN KHÁC" in text
    assert json.loads(written(made, ".json"))["rows"][0]["scope"] == "none"
