"""Redline: what is marked in a paragraph, and that both views give the drafts back."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.model import MovedBlock, Plan, View
from drafter.opc import name
from drafter.writers.redline.reading.atoms import Atom, RunPiece
from drafter.writers.redline.writing.lines import Lines
from drafter.writers.redline.writing.marks import RevisionMarks
from tests.docx_builder import cell, p, r, row, table
from tests.properties import examples
from tests.redline_cases import Redline, printed


def test_whole_numbers_with_their_percent_sign_are_marked_deletion_first(tmp_path: Path) -> None:
    made = Redline(tmp_path, p("Tăng 7,5 % mỗi năm."), p("Tăng 8 % mỗi năm."))
    assert (made.marked("del"), made.marked("ins")) == (["7,5 %"], ["8 %"])
    marks = [one.tag for one in made.package.xml(made.package.main).iter(name("w:ins"), name("w:del"))]
    assert marks == [name("w:del"), name("w:ins")]


def test_deleted_words_keep_their_own_look(tmp_path: Path) -> None:
    made = Redline(tmp_path, p(r("Giữ "), r("bỏ", "<w:b/>"), r(" lại")), p("Giữ lại"))
    root = made.package.xml(made.package.main)
    runs = [run for mark in root.iter(name("w:del")) for run in mark.iter(name("w:r"))]
    assert [run.find(f"{name('w:rPr')}/{name('w:b')}") is not None for run in runs if "bỏ" in _text(run)] == [
        True
    ]


def test_canonically_equal_words_are_never_marked(tmp_path: Path) -> None:
    made = Redline(
        tmp_path, p(unicodedata.normalize("NFD", "Ủy ban nhân dân tỉnh")), p("Ủy ban nhân dân tỉnh")
    )
    assert made.marked("ins") == made.marked("del") == []


def test_a_split_paragraph_costs_a_paragraph_mark_and_no_word(tmp_path: Path) -> None:
    first, second = "Sở Tư pháp chủ trì thẩm định.", "Sở Tài chính bảo đảm kinh phí."
    made = Redline(tmp_path, p(first + second) + p("Hết."), p(first) + p(second) + p("Hết."))
    assert made.marked("ins") == made.marked("del") == []
    assert made.texts(View.ORIGINAL) == [first + second, "Hết."]
    assert made.texts(View.ACCEPTED) == [first, second, "Hết."]


def test_rows_come_and_go_as_rows(tmp_path: Path) -> None:
    one, two, three = (
        row(cell(p(word)), cell(p("%"))) for word in ("Thuế suất", "Tỷ lệ đô thị hóa", "Số xã đạt chuẩn")
    )
    made = Redline(tmp_path, table(one, two) + p("x"), table(one, three) + p("x"))
    root = made.package.xml(made.package.main)
    kinds = (name("w:ins"), name("w:del"))
    marks = [child.tag for properties in root.iter(name("w:trPr")) for child in properties.iter(*kinds)]
    assert sorted(marks) == sorted([name("w:del"), name("w:ins")])


def test_normalised_words_stand_under_an_author_of_their_own(tmp_path: Path) -> None:
    before, after = p("Giao UBND tỉnh tổ chức 5 đợt."), p("Giao Ủy ban nhân dân tỉnh tổ chức 6 đợt.")
    made = Redline(tmp_path, before, after)
    assert made.marked("ins", "Chuẩn hóa") == ["Ủy ban nhân dân"]
    assert made.marked("ins", "Sở Tư pháp") == ["6"]
    assert Redline(tmp_path, before, after, silent=True).marked("ins") == ["6"]


def test_a_typed_number_that_only_counts_on_is_numbering(tmp_path: Path) -> None:
    plan = Plan(pairs=((0, 0),), renumbered=((0, "Điều 5.", "Điều 6."),))
    made = Redline(tmp_path, p("Điều 5. Kinh phí năm 5."), p("Điều 6. Kinh phí năm 6."), plan)
    assert made.marked("ins", "Đánh số") == ["6"]
    assert made.marked("ins", "Sở Tư pháp") == ["6"]


def test_an_edit_inside_a_move_is_shown_on_both_sides(tmp_path: Path) -> None:
    lines = [
        "Một điều khoản đứng đầu.",
        "Hai điều khoản ở giữa văn bản.",
        "Ba điều khoản cuối cùng, đạt 5 đợt.",
    ]
    moved = lines[2].replace("5", "7")
    plan = Plan(pairs=((0, 1), (1, 2)), moves=(MovedBlock((2,), (0,)),))
    made = Redline(
        tmp_path, "".join(map(p, [*lines, "Hết."])), "".join(map(p, [moved, *lines[:2], "Hết."])), plan
    )
    assert made.marked("del") == ["5"]
    assert made.marked("ins") == ["7"]
    assert "".join(made.marked("moveFrom")) == "".join(made.marked("moveTo")) == lines[2].replace("5", "")
    assert made.texts(View.ORIGINAL) == [*lines, "Hết."]
    assert made.texts(View.ACCEPTED) == [moved, *lines[:2], "Hết."]


def test_rejecting_gives_the_look_of_kept_words_back(tmp_path: Path) -> None:
    made = Redline(
        tmp_path, p(r("Giữ nguyên", "<w:b/>")), p(r("Giữ "), r("nguyên", "<w:i/>")), formatting=True
    )
    root = made.package.xml(made.package.main)
    former = [change[0] for change in root.iter(name("w:rPrChange"))]
    assert [[child.tag for child in look] for look in former] == [[name("w:b")], [name("w:b")]]


def test_bars_stand_beside_changed_paragraphs_alone(tmp_path: Path) -> None:
    made = Redline(tmp_path, p("Giữ nguyên.") + p("Đạt 5 %."), p("Giữ nguyên.") + p("Đạt 6 %."), bars=True)
    root = made.package.xml(made.package.main)
    barred = [bar.getparent().getparent() for bar in root.iter(name("w:pBdr"))]
    assert [_text(one) for one in barred] == ["Đạt 6 %."]
    assert made.marked("ins") == made.marked("del") == []


def test_equal_drafts_give_a_redline_without_marks_and_equal_bytes(tmp_path: Path) -> None:
    made = Redline(tmp_path, p("Như cũ."), p("Như cũ."))
    assert made.marked("ins") == made.marked("del") == []
    assert made.data == Redline(tmp_path, p("Như cũ."), p("Như cũ.")).data


_words = st.lists(
    st.sampled_from(["Điều", "7,5 %", "tỉnh", "UBND", "đạt", ",", "5", "và"]), min_size=1, max_size=7
)
_paragraphs = st.lists(_words.map(" ".join), min_size=1, max_size=6)


@examples(60)
@given(old=_paragraphs, new=_paragraphs)
def test_accepting_gives_the_new_draft_and_rejecting_the_old_one(
    tmp_path: Path, old: list[str], new: list[str]
) -> None:
    made = Redline(tmp_path, "".join(map(p, old)), "".join(map(p, new)))
    assert made.texts(View.ACCEPTED) == printed(made.new)
    assert made.texts(View.ORIGINAL) == printed(made.old)


def _text(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(name("w:t"), name("w:delText")))


def test_common_words_are_kept_however_many_spaces_could_be_paired_instead(tmp_path: Path) -> None:
    before = "VNPT, Viettel và các doanh nghiệp viễn thông thực hiện."
    after = "Các doanh nghiệp viễn thông thực hiện theo kế hoạch của Ủy ban nhân dân tỉnh đã duyệt."
    made = Redline(tmp_path, p(before), p(after))
    assert "doanh" not in " ".join(made.marked("del") + made.marked("ins"))
    assert made.texts(View.ORIGINAL) == [before]
    assert made.texts(View.ACCEPTED) == [after]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_bookmark_inside_a_word_does_not_mark_the_word(tmp_path: Path, swapped: bool) -> None:
    bookmark = '<w:bookmarkStart w:id="5" w:name="_GoBack"/><w:bookmarkEnd w:id="5"/>'
    plain, split = p("Bộ Video đạt năm"), p(r("Bộ Vi"), bookmark, r("deo đạt tháng"))
    old, new = (split, plain) if swapped else (plain, split)
    made = Redline(tmp_path, old, new)
    words = ["tháng", "năm"] if swapped else ["năm", "tháng"]
    assert (made.marked("del"), made.marked("ins")) == (words[:1], words[1:])
    kept = list(made.package.xml(made.package.main).iter(name("w:bookmarkStart")))
    assert len(kept) == (0 if swapped else 1)


def shown(made: Redline) -> str:
    """`[-deleted-]{+inserted+}`, the rest as it stands."""
    root = made.package.xml(made.package.main)
    out: list[list[str]] = []
    for text in root.iter(name("w:t"), name("w:delText")):
        marks = {mark.tag for mark in text.iterancestors()}
        sign = "-" if name("w:del") in marks else "+" if name("w:ins") in marks else "="
        if out and out[-1][0] == sign:
            out[-1][1] += text.text or ""
        else:
            out.append([sign, text.text or ""])
    return "".join({"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}[sign].format(text) for sign, text in out)


@pytest.mark.parametrize(
    "old, new, wanted",
    [
        (
            "Chủ trì: rà soát nguồn vốn đầu tư công hằng quý; báo cáo.",
            "Chủ trì: bố trí cán bộ chuyên trách theo dõi thường xuyên; báo cáo.",
            "Chủ trì: [-rà soát nguồn vốn đầu tư công hằng quý-]"
            "{+bố trí cán bộ chuyên trách theo dõi thường xuyên+}; báo cáo.",
        ),
        (
            "Sở Y tế phấn đấu đến năm 2025 khám chữa bệnh từ xa; giao.",
            "Sở Y tế đào tạo lại trong năm 2025 toàn bộ đội ngũ; giao.",
            "Sở Y tế [-phấn đấu đến năm 2025 khám chữa bệnh từ xa-]"
            "{+đào tạo lại trong năm 2025 toàn bộ đội ngũ+}; giao.",
        ),
        (
            "Giao tổ chức tập huấn và bồi dưỡng cán bộ cấp xã.",
            "Giao biên soạn tài liệu và phát hành miễn phí rộng rãi.",
            "Giao [-tổ chức tập huấn và bồi dưỡng cán bộ cấp xã-]"
            "{+biên soạn tài liệu và phát hành miễn phí rộng rãi+}.",
        ),
        (
            "Đạt tỷ lệ hộ dân dùng nước sạch 95% vào cuối kỳ kế hoạch.",
            "Đạt mức bao phủ bảo hiểm y tế 95% tính theo từng địa phương.",
            "Đạt [-tỷ lệ hộ dân dùng nước sạch-]{+mức bao phủ bảo hiểm y tế+} 95% "
            "[-vào cuối kỳ kế hoạch-]{+tính theo từng địa phương+}.",
        ),
        (
            "Sở Tài chính và Sở Nội vụ chủ trì.",
            "Sở Y tế và Sở Tư pháp chủ trì.",
            "Sở [-Tài chính-]{+Y tế+} và Sở [-Nội vụ-]{+Tư pháp+} chủ trì.",
        ),
    ],
)
def test_a_rewritten_phrase_is_one_deletion_and_one_insertion(
    tmp_path: Path, old: str, new: str, wanted: str
) -> None:
    made = Redline(tmp_path, p(old), p(new))
    assert shown(made) == wanted
    assert made.texts(View.ORIGINAL) == [old] and made.texts(View.ACCEPTED) == [new]


def computed(code: str, result: str, *, simple: bool) -> str:
    if simple:
        return f"<w:fldSimple w:instr={quoteattr(code)}>{r(result)}</w:fldSimple>"
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return char.format("begin") + instruction + char.format("separate") + r(result) + char.format("end")


@pytest.mark.parametrize("simple", [False, True])
@pytest.mark.parametrize(
    "code, other, before, after",
    [
        ("PAGE", "PAGE", "3", "12"),
        (r"PAGEREF _Toc123 \h", r"PAGEREF _Toc987 \h", "3", "12"),
        (r"NUMPAGES \* MERGEFORMAT", r"NUMPAGES \* MERGEFORMAT", "9", "10"),
        (r'DATE \@ "d/M/yyyy"', r'DATE \@ "d/M/yyyy"', "3/2/2021", "ngày 5 tháng 3 năm 2021"),
    ],
)
def test_what_word_counts_anew_is_no_change(
    tmp_path: Path, code: str, other: str, before: str, after: str, simple: bool
) -> None:
    if simple and code != other:
        return  # another wrapper
    old = p(r("Trang "), computed(code, before, simple=simple), r(" của dự thảo 1."))
    new = p(r("Trang "), computed(other, after, simple=simple), r(" của dự thảo 2."))
    made = Redline(tmp_path, old, new)
    assert shown(made) == f"Trang {after} của dự thảo [-1-]{{+2+}}."


def test_the_result_of_another_field_is_a_change(tmp_path: Path) -> None:
    old, new = (p(r("Xem "), computed(r"REF Muc \h", text, simple=False)) for text in ("mục 2", "mục 3"))
    made = Redline(tmp_path, old, new)
    assert made.marked("ins") and made.marked("del")


class Asked:
    """A `w:t` that counts how often its text is asked for: lxml makes it anew each time, all of it."""

    times = 0

    @property
    def text(self) -> str:
        self.times += 1
        return "một hai " * 50


def test_the_text_of_a_long_run_is_asked_for_once_and_not_once_a_word() -> None:
    long, run = Asked(), etree.Element(name("w:r"))
    lines = Lines(RevisionMarks("A", None, 0), lambda element: element)
    for at in range(0, 400, 4):
        lines.put(Atom("", "", [RunPiece(run, long, at, at + 4)]), name("w:del"), old=True)  # type: ignore[arg-type]
    (written,) = lines.out
    assert "".join(written.itertext()) == "một hai " * 50
    assert long.times == 1
