"""Tracked changes in both views, and Word comments."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drafter.model import Manuscript, View
from drafter.opc import body_paragraphs, name
from tests.docx_builder import cell, docx, item, level, lists, p, r, row, table
from tests.inputs import open_package, read_docx

WHO = 'w:id="1" w:author="Sở Tài chính" w:date="2021-03-01T08:00:00Z"'
INS_MARK, DEL_MARK = f"<w:rPr><w:ins {WHO}/></w:rPr>", f"<w:rPr><w:del {WHO}/></w:rPr>"


def ins(text: str) -> str:
    return f"<w:ins {WHO}>{r(text)}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {WHO}>{r(text).replace('w:t', 'w:delText')}</w:del>"


def both(folder: Path, *blocks: str, **parts: str) -> tuple[list[str], list[str], Manuscript]:
    path = docx(folder, *blocks, **parts)
    accepted, original = read_docx(path), read_docx(path, view=View.ORIGINAL)
    body = open_package(path).xml("word/document.xml").find(name("w:body"))
    assert body is not None
    assert {one.index for one in accepted.paragraphs} <= set(range(len(list(body_paragraphs(body)))))
    return [one.text for one in accepted.paragraphs], [one.text for one in original.paragraphs], accepted


def test_a_view_takes_one_side_of_an_edit_and_both_are_told(tmp_path: Path) -> None:
    new, old, read = both(tmp_path, p(r("đạt "), gone("80"), ins("90"), r("%")))
    assert (new, old) == (["đạt 90%"], ["đạt 80%"])
    assert [(e.op, e.text, e.at, e.author, e.date) for e in read.revisions] == [
        ("-", "80", 4, "Sở Tài chính", date(2021, 3, 1)),
        ("+", "90", 4, "Sở Tài chính", date(2021, 3, 1)),
    ]


def test_moves_are_edits_too(tmp_path: Path) -> None:
    source = f"<w:moveFrom {WHO}>{r('câu. ')}</w:moveFrom>"
    target = f"<w:moveTo {WHO}>{r('câu. ')}</w:moveTo>"
    new, old, _ = both(tmp_path, p(source, r("a ")), p(r("b "), target))
    assert (new, old) == (["a ", "b câu. "], ["câu. a ", "b "])


def test_what_was_inserted_and_deleted_again_is_in_neither_view(tmp_path: Path) -> None:
    new, old, read = both(tmp_path, p(r("a"), f"<w:ins {WHO}>{r('b')}{gone('c')}</w:ins>"))
    assert (new, old) == (["ab"], ["a"])
    assert [(e.op, e.text) for e in read.revisions] == [("+", "b")]


def test_a_deleted_mark_joins_to_the_next_and_an_inserted_one_is_not_there_before(tmp_path: Path) -> None:
    new, old, read = both(tmp_path, p("một ", ppr=DEL_MARK), p("hai"), p("ba ", ppr=INS_MARK), p("bốn"))
    assert (new, old) == (["một hai", "ba ", "bốn"], ["một ", "hai", "ba bốn"])
    assert [one.index for one in read.paragraphs] == [1, 2, 3]


def test_a_paragraph_deleted_with_its_mark_is_one_revision_and_does_not_count(tmp_path: Path) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    new, old, read = both(
        tmp_path,
        item("a", 1),
        p(gone("b"), gone("c"), ppr=number + DEL_MARK),
        item("d", 1),
        numbering=lists({0: level(0, "decimal", "%1.")}, {1: (0, "")}),
    )
    assert (new, old) == (["a", "d"], ["a", "bc", "d"])
    assert [one.marker for one in read.paragraphs] == ["1.", "2."]
    assert [(e.op, e.text, e.paragraph, e.whole_paragraph) for e in read.revisions] == [("-", "bc", 1, True)]


def test_a_paragraph_typed_after_another_is_inserted_as_a_whole(tmp_path: Path) -> None:
    new, old, read = both(tmp_path, p("a", ppr=INS_MARK), p(ins("mới")))
    assert (new, old) == (["a", "mới"], ["a"])
    assert [(e.op, e.text, e.paragraph, e.whole_paragraph) for e in read.revisions] == [("+", "mới", 1, True)]


def test_a_deleted_row_is_left_out_and_its_paragraphs_are_still_counted(tmp_path: Path) -> None:
    lost = row(cell(p("x")), cell(p("y")), trpr=f"<w:del {WHO}/>")
    new, old, read = both(tmp_path, table(row(cell(p("a"))), lost, row(cell(p("b")))), p("sau"))
    assert (new, old) == (["a", "b", "sau"], ["a", "x", "y", "b", "sau"])
    assert [one.index for one in read.paragraphs] == [0, 3, 4]
    assert [one.cell.row for one in read.paragraphs if one.cell] == [0, 1]
    assert [(e.text, e.paragraph, e.whole_paragraph) for e in read.revisions] == [
        ("x", 1, True),
        ("y", 2, True),
    ]


def test_the_original_view_has_the_former_properties(tmp_path: Path) -> None:
    change = f"<w:jc w:val='center'/><w:pPrChange {WHO}><w:pPr><w:jc w:val='left'/></w:pPr></w:pPrChange>"
    path = docx(tmp_path, p("x", ppr=change))
    assert read_docx(path).paragraphs[0].centred
    assert not read_docx(path, view=View.ORIGINAL).paragraphs[0].centred


def comment(key: int, text: str, para: str) -> str:
    return f'<w:comment w:id="{key}" w:author="Sở Y tế" w:date="2021-03-02T00:00:00Z">{p(text).replace("<w:p>", f"<w:p w14:paraId={chr(34)}{para}{chr(34)}>")}</w:comment>'  # noqa: E501


def test_comments_have_their_words_their_place_and_their_replies(tmp_path: Path) -> None:
    refer = "".join(f'<w:r><w:commentReference w:id="{key}"/></w:r>' for key in (0, 1))
    read = read_docx(
        docx(
            tmp_path,
            p(
                r("Mục tiêu "),
                '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>',
                r("đến 2025"),
            ),
            p(r("đạt 80%"), '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/>', refer, r(" xã")),
            p(r("trước "), gone("bỏ"), r("sau")),
            comments=comment(0, "Đề nghị làm rõ", "A0") + comment(1, "Nhất trí", "A1"),
            commentsExtended='<w15:commentEx w15:paraId="A1" w15:paraIdParent="A0"/>',
        )
    )
    first, reply = read.annotations
    assert (first.author, first.date, first.text) == ("Sở Y tế", date(2021, 3, 2), "Đề nghị làm rõ")
    assert first.quote == "đến 2025\nđạt 80%"
    assert (first.paragraph, first.start, first.end_paragraph, first.end) == (0, 9, 1, 7)
    assert (first.reply_to, reply.reply_to) == (None, 0)


def test_a_comment_on_deleted_words_keeps_its_place(tmp_path: Path) -> None:
    inside = f'<w:del {WHO}><w:commentRangeStart w:id="0"/>{r("x")}<w:commentRangeEnd w:id="0"/></w:del>'
    read = read_docx(docx(tmp_path, p("a"), p(r("bc"), inside), comments=comment(0, "Vì sao bỏ?", "A0")))
    assert (read.annotations[0].paragraph, read.annotations[0].start) == (1, 2)


def test_a_comment_in_a_paragraph_that_runs_on_stands_where_its_words_went(tmp_path: Path) -> None:
    marked = ['<w:commentRangeStart w:id="0"/>', r("hai"), '<w:commentRangeEnd w:id="0"/>']
    path = docx(tmp_path, p(r("một "), *marked, ppr=DEL_MARK), p(" ba"), comments=comment(0, "?", "A0"))
    found = read_docx(path).annotations[0]
    assert (found.paragraph, found.start, found.quote) == (1, 4, "hai")
