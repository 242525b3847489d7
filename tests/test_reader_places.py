"""Where things stand: indices and table counts that a writer can repeat, and comments in odd places."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Manuscript, View
from drafter.opc import body_paragraphs, body_tables, name
from tests.docx_builder import cell, docx, item, level, lists, p, r, row, t, table
from tests.inputs import open_package, read_docx

BY = 'w:id="9" w:author="Sở Nội vụ" w:date="2021-03-01T00:00:00Z"'


def box(*blocks: str) -> str:
    """A run that holds a text box in both branches, as Word writes it."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def starts(key: int) -> str:
    return f'<w:commentRangeStart w:id="{key}"/>'


def ends(key: int) -> str:
    return f'<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>'


def comment(key: int, *blocks: str) -> str:
    return f'<w:comment w:id="{key}" {BY.split(" ", 1)[1]}>{"".join(blocks)}</w:comment>'


def own_text(path: Path, read: Manuscript) -> dict[int, str]:
    """The text of each `w:p` that the reader names, by counting as a writer does."""
    package = open_package(path)
    body = package.xml(package.main).find(name("w:body"))
    assert body is not None
    elements = list(body_paragraphs(body))
    return {
        one.index: "".join(run.text or "" for run in elements[one.index].iter(name("w:t")))
        for one in read.paragraphs
    }


@pytest.mark.parametrize("view", list(View))
def test_paragraphs_are_found_again_past_boxes_rows_and_wrappers(tmp_path: Path, view: View) -> None:
    gone = row(cell(p("hàng bỏ"), table(row(cell(p("trong")))), p("sau")), trpr=f"<w:del {BY}/>")
    path = docx(
        tmp_path,
        p("một", box(p("hộp"), table(row(cell(p("ô hộp")))))),
        table(gone, row(cell(p("hàng giữ")))),
        f"<w:sdt><w:sdtContent>{p('trong khung')}</w:sdtContent></w:sdt>",
        f"<mc:AlternateContent><mc:Choice Requires='x'>{p('nhánh')}</mc:Choice>"
        f"<mc:Fallback>{p('nhánh')}</mc:Fallback></mc:AlternateContent>",
        p("cuối"),
    )
    read = read_docx(path, view=view)
    found = own_text(path, read)
    for one in read.paragraphs:
        assert found[one.index].startswith(one.text)
    texts = [one.text for one in read.paragraphs]
    kept = ["hàng bỏ", "trong", "sau"] if view is View.ORIGINAL else []
    assert texts == ["một", *kept, "hàng giữ", "trong khung", "nhánh", "cuối"]


@pytest.mark.parametrize("view", list(View))
def test_tables_are_counted_alike_in_both_views(tmp_path: Path, view: View) -> None:
    gone = row(cell(table(row(cell(p("trong")))), p()), trpr=f"<w:del {BY}/>")
    path = docx(
        tmp_path, table(gone, row(cell(p("a")))), p(box(table(row(cell(p("h")))))), table(row(cell(p("b"))))
    )
    read = read_docx(path, view=view)
    places = {one.text: one.cell.table for one in read.paragraphs if one.cell}
    assert (places["a"], places["b"]) == (0, 2)
    package = open_package(path)
    body = package.xml(package.main).find(name("w:body"))
    assert body is not None
    assert len(list(body_tables(body))) == 3


def test_a_row_inserted_and_deleted_again_is_in_neither_view(tmp_path: Path) -> None:
    both = row(cell(p("thừa")), trpr=f"<w:ins {BY}/><w:del {BY}/>")
    path = docx(tmp_path, table(both, row(cell(p("giữ")))))
    for view in View:
        assert [one.text for one in read_docx(path, view=view).paragraphs] == ["giữ"]


def test_a_deleted_cell_is_left_out_and_an_inserted_one_was_not_there_before(tmp_path: Path) -> None:
    cells = (
        cell(p("bỏ"), tcpr=f"<w:cellDel {BY}/>"),
        cell(p("mới"), tcpr=f"<w:cellIns {BY}/>"),
        cell(p("giữ")),
    )
    path = docx(tmp_path, table(row(*cells)))
    accepted, original = read_docx(path), read_docx(path, view=View.ORIGINAL)
    assert [(one.index, one.text) for one in accepted.paragraphs] == [(1, "mới"), (2, "giữ")]
    assert [(one.index, one.text) for one in original.paragraphs] == [(0, "bỏ"), (2, "giữ")]
    assert [(one.op, one.text, one.whole_paragraph) for one in accepted.revisions] == [("-", "bỏ", True)]


def test_a_comment_may_begin_and_end_between_paragraphs(tmp_path: Path) -> None:
    path = docx(
        tmp_path,
        p("trước"),
        starts(1),
        p("một"),
        p("hai"),
        '<w:commentRangeEnd w:id="1"/>',
        p('<w:r><w:commentReference w:id="1"/></w:r>', "sau"),
        comments=comment(1, p("xem lại")),
    )
    (one,) = read_docx(path).annotations
    assert (one.paragraph, one.start, one.end_paragraph, one.end) == (1, 0, 2, 3)
    assert one.quote == "một\nhai"


def test_a_comment_in_a_text_box_or_note_stands_where_that_is_anchored(tmp_path: Path) -> None:
    path = docx(
        tmp_path,
        p("đầu"),
        p("neo", box(p(starts(1), "trong hộp", ends(1)))),
        p("cuối", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:id="2">{p(starts(2), "chú thích", ends(2))}</w:footnote>',
        comments=comment(1, p("bỏ chữ này")) + comment(2, p("sai")),
    )
    first, second = read_docx(path).annotations
    assert (first.paragraph, first.end_paragraph, first.quote) == (1, 1, "")
    assert (second.paragraph, second.end_paragraph) == (2, 2)


def test_the_words_of_a_comment_are_read_like_any_others(tmp_path: Path) -> None:
    words = p(r("Đề nghị"), "<w:r><w:tab/></w:r>", r("sửa"), "<w:r><w:br/></w:r>", r("thành 80%"))
    legacy = p(r("bæ sung chØ tiªu", '<w:rFonts w:ascii=".VnTime"/>'))
    path = docx(tmp_path, p(starts(1), "câu", ends(1)), comments=comment(1, words, legacy))
    (one,) = read_docx(path).annotations
    assert one.text == "Đề nghị\tsửa\nthành 80%\nbổ sung chỉ tiêu"
    assert one.author == "Sở Nội vụ" and one.date is not None and one.date.isoformat() == "2021-03-01"


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_an_instruction_that_runs_over_paragraphs_is_never_printed(tmp_path: Path) -> None:
    inner = char("begin") + "<w:r><w:instrText>REF x</w:instrText></w:r>" + char("separate")
    read = read_docx(
        docx(
            tmp_path,
            p(
                "trước ",
                char("begin"),
                "<w:r><w:instrText> IF </w:instrText></w:r>",
                inner,
                r("ẩn"),
                char("end"),
            ),
            p(r("vẫn là lệnh")),
            p(r("lệnh"), char("separate"), r("kết quả")),
            p(r("còn kết quả"), char("end"), r(" sau")),
        )
    )
    assert [one.text for one in read.paragraphs] == ["trước ", "", "kết quả", "còn kết quả sau"]


def test_a_level_of_its_own_goes_before_that_of_the_style(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = level(0, "decimal", "%1.", '<w:pStyle w:val="a"/>') + level(1, "lowerLetter", "%2)")
    style_only, own = '<w:pStyle w:val="a"/>', '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    read = read_docx(
        docx(
            tmp_path,
            p("một", ppr=style_only),
            p("hai", ppr=own),
            numbering=lists({1: levels}, {1: (1, "")}),
            styles=style,
        )
    )
    assert [one.marker for one in read.paragraphs] == ["1.", "a)"]


def test_a_style_based_on_another_names_its_own_level_of_the_list(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="c1">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="c2"><w:basedOn w:val="c1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = "".join(
        level(at, "decimal", text, f'<w:pStyle w:val="c{at + 1}"/>')
        for at, text in enumerate(("%1.", "%1.%2."))
    )
    read = read_docx(
        docx(
            tmp_path,
            *[p(style, ppr=f'<w:pStyle w:val="{style}"/>') for style in ("c1", "c2", "c2", "c1", "c2")],
            numbering=lists({1: levels}, {1: (1, "")}),
            styles=styles,
        )
    )
    assert [one.marker for one in read.paragraphs] == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_level_without_number_still_prints_its_words(tmp_path: Path) -> None:
    numbering = lists({1: level(0, "none", "Phần mở đầu:") + level(1, "none", "%2")}, {1: (1, "")})
    read = read_docx(docx(tmp_path, item("a", 1), item("b", 1, 1), numbering=numbering))
    assert [one.marker for one in read.paragraphs] == ["Phần mở đầu:", None]


def test_a_joined_paragraph_keeps_the_notes_of_both(tmp_path: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    path = docx(
        tmp_path,
        f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr><w:r>{t('đầu ')}</w:r>{note}</w:p>",
        p("sau"),
        footnotes=f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>',
    )
    (one,) = read_docx(path).paragraphs
    assert (one.index, one.text, [note.text for note in one.notes]) == (1, "đầu sau", ["chú thích"])


def test_a_section_whose_mark_is_deleted_lies_as_the_next_one_does(tmp_path: Path) -> None:
    def turned(width: int, height: int) -> str:
        return f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/></w:sectPr>'

    path = docx(
        tmp_path,
        p("đứng", ppr=turned(11906, 16838)),
        p("gộp"),
        p("vào sau", ppr=f"<w:rPr><w:del {BY}/></w:rPr>{turned(11906, 16838)}"),
        p(" ngang", ppr=turned(16838, 11906)),
        p("cuối"),
        turned(11906, 16838),
    )
    accepted = [(one.text, one.landscape) for one in read_docx(path).paragraphs]
    assert accepted == [("đứng", False), ("gộp", True), ("vào sau ngang", True), ("cuối", False)]
    original = [(one.text, one.landscape) for one in read_docx(path, view=View.ORIGINAL).paragraphs]
    assert original == [
        ("đứng", False),
        ("gộp", False),
        ("vào sau", False),
        (" ngang", True),
        ("cuối", False),
    ]
