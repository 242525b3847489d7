"""Marks in Word files: raised figures, equations, comments that share an id, threads, struck words."""

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.language.raised import raised
from drafter.language.threads import mark_of_thread
from drafter.model import Comment, Op
from tests.docx_builder import cell, docx, level, lists, p, r, row, table
from tests.inputs import read_comment_file, read_docx

HIGH, LOW = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
STRUCK, DOUBLY = "<w:strike/>", "<w:dstrike/>"


def text_of(path: Path) -> str:
    return read_docx(path).paragraphs[0].text


def said(tmp_path: Path, *blocks: str, name: str = "so-y-te.docx") -> list[Comment]:
    path = docx(tmp_path / name, p(r("SỞ Y TẾ")), p(r("Kính gửi: Ban soạn thảo")), *blocks)
    return [
        comment for letter in letters(read_comment_file(path, root=tmp_path)) for comment in letter.comments
    ]


@pytest.mark.parametrize(
    ("text", "before", "printed"),
    [
        ("1", "năm 2025", "¹"),
        ("12", "80%", "¹²"),
        ("(1)", "Kế hoạch", "⁽¹⁾"),
        ("6", "10", "⁶"),
        ("-6", "10", "⁻⁶"),
        ("2", "6.000 km", "2"),
        ("3", "dm", "3"),
        ("2", "chương trình", "²"),
        ("o", "20", "o"),
        ("Số 12 của tỉnh", "", "Số 12 của tỉnh"),
    ],
)
def test_a_raised_figure_is_no_digit_and_behind_a_unit_the_unit(text: str, before: str, printed: str) -> None:
    assert raised(text, before) == printed


def test_low_figures_stay_but_in_a_fraction() -> None:
    assert raised("2", "CO", low=True) == "2"
    assert raised("2", "¹/", low=True) == "₂"


def test_marks_of_notes_and_exponents_of_a_file_join_no_figure(tmp_path: Path) -> None:
    runs = (
        r("Đến 2025"),
        r("1", HIGH),
        r(" đạt 80%"),
        r("2", HIGH),
        r(" trên 6 km"),
        r("2", HIGH),
        r(", CO"),
        r("2", LOW),
    )
    assert text_of(docx(tmp_path / "a.docx", p(*runs))) == "Đến 2025¹ đạt 80%² trên 6 km2, CO2"


def test_a_style_may_raise_too(tmp_path: Path) -> None:
    style = f'<w:style w:type="character" w:styleId="Mark"><w:rPr>{HIGH}</w:rPr></w:style>'
    path = docx(tmp_path / "a.docx", p(r("2025"), r("1", '<w:rStyle w:val="Mark"/>')), styles=style)
    assert text_of(path) == "2025¹"


def m(tag: str, *inner: str) -> str:
    return f"<m:{tag}>{''.join(inner)}</m:{tag}>"


def mr(text: str) -> str:
    return m("r", m("t", text))


EQUATIONS = {
    m("f", m("num", mr("1")), m("den", mr("2"))): "½",
    m("f", m("num", mr("3")), m("den", mr("7"))): "3/7",
    m("f", m("num", mr("a+b")), m("den", mr("2"))): "(a+b)/2",
    m("sSup", m("e", mr("10")), m("sup", mr("6"))): "10⁶",
    m("sSup", m("e", mr("x")), m("sup", mr("n+1"))): "x^(n+1)",
    m("sSub", m("e", mr("x")), m("sub", mr("1"))): "x₁",
    m("rad", m("deg"), m("e", mr("2"))): "√(2)",
    m("d", m("e", mr("a"))): "(a)",
    mr("12"): "12",
}


@pytest.mark.parametrize("equation", EQUATIONS)
def test_an_equation_is_never_run_together(tmp_path: Path, equation: str) -> None:
    path = docx(tmp_path / "a.docx", p(r("còn "), m("oMath", equation), r(".")))
    assert text_of(path) == f"còn {EQUATIONS[equation]}."


def test_a_number_that_names_a_level_of_bullets_prints_none_there(tmp_path: Path) -> None:
    levels = level(0, "decimal", "%1.") + level(1, "bullet", "-") + level(2, "decimal", "%1.%2%3.")
    path = docx(
        tmp_path / "a.docx",
        *(
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr></w:pPr>{r("x")}</w:p>'
            for at in (0, 1, 2, 2)
        ),
        numbering=lists({0: levels}, {1: (0, "")}),
    )
    assert [paragraph.marker for paragraph in read_docx(path).paragraphs] == ["1.", "-", "1.1.", "1.2."]


def ranged(text: str, key: int) -> str:
    return (
        f'<w:p><w:commentRangeStart w:id="{key}"/>{r(text)}<w:commentRangeEnd w:id="{key}"/>'
        f'<w:r><w:commentReference w:id="{key}"/></w:r></w:p>'
    )


def note(key: int, text: str, para: str) -> str:
    return (
        f'<w:comment w:id="{key}" w:author="Sở Y tế" w:date="2024-12-03T00:00:00Z">'
        f'<w:p w14:paraId="{para}">{r(text)}</w:p></w:comment>'
    )


def test_comments_that_share_an_id_stand_each_on_their_own_words(tmp_path: Path) -> None:
    path = docx(
        tmp_path / "a.docx",
        ranged("Một", 0), ranged("Hai", 0), ranged("Ba", 1),
        comments=note(0, "thứ nhất", "0A") + note(0, "thứ hai", "0B") + note(1, "thứ ba", "0C"),
    )  # fmt: skip
    notes = read_docx(path).annotations
    assert [(one.text, one.quote) for one in notes] == [
        ("thứ nhất", "Một"),
        ("thứ hai", "Hai"),
        ("thứ ba", "Ba"),
    ]


def test_a_resolved_comment_is_marked_with_its_replies(tmp_path: Path) -> None:
    extended = (
        '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0C" w15:done="0"/>'
    )
    path = docx(
        tmp_path / "a.docx",
        ranged("Một", 0), ranged("Hai", 2),
        comments=note(0, "Bỏ.", "0A") + note(1, "Đồng ý.", "0B") + note(2, "Bỏ.", "0C"),
        commentsExtended=extended,
    )  # fmt: skip
    assert [one.resolved for one in read_docx(path).annotations] == [True, True, False]


@pytest.mark.parametrize(
    ("line", "settles"),
    [
        ("_Marked as resolved_", True),
        ("_Đã đánh dấu là đã giải quyết_", True),
        ("_Đã giải quyết_", True),
        ("_Re-opened_", False),
        ("_Đã mở lại_", False),
        ("_Assigned to Sở Y tế_", None),
    ],
)
def test_marks_of_threads_are_known(line: str, settles: bool | None) -> None:
    mark = mark_of_thread(line)
    assert mark is not None
    assert mark.settles is settles


@pytest.mark.parametrize(
    "line", ["Đã giải quyết", "Đề nghị ghi rõ việc đã giải quyết.", "_Đề nghị bỏ_", "Mở lại khoản 2"]
)
def test_words_of_a_person_are_no_mark(line: str) -> None:
    assert mark_of_thread(line) is None


def test_a_mark_of_a_thread_settles_the_comment_on_the_same_words(tmp_path: Path) -> None:
    both = (
        '<w:p><w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>' + r("Một")
        + '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/></w:p>'
    )  # fmt: skip
    path = docx(
        tmp_path / "a.docx",
        both,
        comments=note(0, "Đề nghị bỏ.", "0A") + note(1, "_Đã đánh dấu là đã giải quyết_", "0B"),
    )
    assert [(one.text, one.resolved) for one in read_docx(path).annotations] == [
        ("Đề nghị bỏ.", True),
        ("", False),
    ]


@pytest.mark.parametrize("look", [STRUCK, DOUBLY])
def test_words_struck_in_a_quotation_are_to_be_replaced(tmp_path: Path, look: str) -> None:
    wish = (
        r("1. Khoản 1 Điều 2 viết lại: “Ít nhất "),
        r("70%", look),
        r(" 75% số hộ có "),
        r("đầy đủ ", look),
        r("nước sạch”."),
    )
    (comment,) = said(tmp_path, p(*wish))
    assert comment.text == "Khoản 1 Điều 2 viết lại: “Ít nhất 75% số hộ có nước sạch”."
    assert comment.struck == ("70%", "đầy đủ")
    assert [(ask.op, ask.old, ask.new) for ask in comment.asks[1:]] == [
        (Op.REPLACE, "70%", "75%"),
        (Op.DELETE, "đầy đủ", None),
    ]


def test_words_struck_outside_of_wording_only_mend_the_letter(tmp_path: Path) -> None:
    (comment,) = said(tmp_path, p(r("1. Đề nghị "), r("xem xét ", STRUCK), r("bổ sung nguồn kinh phí.")))
    assert (comment.text, comment.struck) == ("Đề nghị bổ sung nguồn kinh phí.", ("xem xét",))
    assert len(comment.asks) == 1


def test_a_line_struck_from_end_to_end_is_no_comment_and_is_told(tmp_path: Path) -> None:
    blocks = p(r("1. Đề nghị bỏ khoản 9 mục IV.")), p(r("2. Đề nghị bỏ khoản 8 mục IV.", STRUCK))
    (comment,) = said(tmp_path, *blocks)
    assert (comment.text, comment.struck) == (
        "Đề nghị bỏ khoản 9 mục IV.",
        ("2. Đề nghị bỏ khoản 8 mục IV.",),
    )
    sheet = read_comment_file(tmp_path / "so-y-te.docx", root=tmp_path)
    assert [(one.code, one.detail) for one in sheet.notices] == [("struck-lines", "1")]


def test_words_struck_in_a_column_of_the_drafts_text_are_to_go(tmp_path: Path) -> None:
    form = table(
        row(cell(p(r("STT"))), cell(p(r("Nội dung dự thảo"))), cell(p(r("Ý kiến góp ý")))),
        row(
            cell(p(r("1"))),
            cell(p(r("Ít nhất "), r("70%", STRUCK), r(" 75% số hộ"))),
            cell(p(r("Đề nghị sửa lại cho phù hợp."))),
        ),
    )
    (comment,) = said(tmp_path, form)
    assert (Op.REPLACE, "70%", "75%") in [(ask.op, ask.old, ask.new) for ask in comment.asks]
