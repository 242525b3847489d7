"""What the referee reads: every kind of story, what is printed without being text, and looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docx_builder import W, cell, docx, members, p, pack, part, row, table
from tests.judges.markup import BY, NEW, OLD, RIGHT, box, deleted, run, verdict
from tests.judges.referee import formatting_restored, judge


def noted(kind: str, inner: str) -> dict[str, str]:
    return {f"{kind}s": f'<w:{kind} w:id="2">{inner}</w:{kind}>'}


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_judged_as_the_body_is(kind: str, tmp_path: Path) -> None:
    body = p("Chữ", f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
    old, new, right, wrong = (
        docx(tmp_path / f"{place}.docx", body, **noted(kind, inner))
        for place, inner in enumerate((OLD, NEW, RIGHT, NEW))
    )
    assert judge(old, new, right).strict
    assert [where.split(":")[0] for where in judge(old, new, wrong).where] == [f"reject {kind}s"]


def headed(path: Path, inner: str) -> Path:
    """A file with `inner` in its header."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r0"/></w:sectPr>'
    content = members(p("Chữ"), section, styles="")
    content["word/header1.xml"] = part("w:hdr", inner)
    rels = "word/_rels/document.xml.rels"
    return pack(path, content | {rels: content[rels].replace("styles.xml", "header1.xml")})


def test_headers_are_judged_as_the_body_is(tmp_path: Path) -> None:
    old, new, right, wrong = (
        headed(tmp_path / f"{place}.docx", inner) for place, inner in enumerate((OLD, NEW, RIGHT, OLD))
    )
    assert judge(old, new, right).strict
    assert [where.split(":")[0] for where in judge(old, new, wrong).where] == ["accept header"]


def test_text_boxes_are_judged_and_their_second_form_costs_nothing(tmp_path: Path) -> None:
    other = RIGHT.replace('w:id="1"', 'w:id="11"').replace('w:id="2"', 'w:id="12"')
    found = verdict(tmp_path, box(OLD, OLD), box(NEW, NEW), box(RIGHT, other))
    assert found.strict
    assert found.cost == 2
    assert not verdict(tmp_path, box(OLD, OLD), box(NEW, NEW), box(NEW, NEW)).text


def test_a_row_is_gone_by_its_own_mark_whatever_its_cells_say(tmp_path: Path) -> None:
    one, two = row(cell(p("Một"))), row(cell(p("Hai")))
    gone = row(cell(p("Hai")), trpr=f'<w:del w:id="5" {BY}/>')
    found = verdict(tmp_path, table(one, two) + p("x"), table(one) + p("x"), table(one, gone) + p("x"))
    assert found.strict
    assert found.cost == len("Hai")


def test_rows_marked_as_deleted_are_gone_when_accepted(tmp_path: Path) -> None:
    one, two = row(cell(p("Một"))), row(cell(p("Hai")))
    gone = row(cell(p(deleted("Hai"))), trpr=f'<w:del w:id="5" {BY}/>')
    found = verdict(tmp_path, table(one, two) + p("x"), table(one) + p("x"), table(one, gone) + p("x"))
    assert found.strict
    assert found.rows == found.cost == len("Hai")
    assert not verdict(tmp_path, table(one, two) + p("x"), table(one) + p("x"), table(one, two) + p("x")).text


def test_a_cell_of_a_nested_table_is_read_once(tmp_path: Path) -> None:
    def nested(inner: str) -> str:
        return table(row(cell(table(row(cell(inner))), p("sau")))) + p("x")

    found = verdict(tmp_path, nested(OLD), nested(NEW), nested(RIGHT))
    assert found.strict
    assert found.least == found.cost == 2
    assert not verdict(tmp_path, nested(OLD), nested(NEW), nested(OLD)).text


PRINTED = {
    "maths": "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>",
    "note": '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "symbol": '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    "picture": "<w:r><w:drawing><a:blip/></w:drawing></w:r>",
    "hyphen": "<w:r><w:noBreakHyphen/></w:r>",
}


@pytest.mark.parametrize("thing", PRINTED.values(), ids=PRINTED.keys())
def test_what_is_printed_without_being_text_must_be_marked_too(thing: str, tmp_path: Path) -> None:
    old, new = p("Chữ "), p("Chữ ", thing)
    assert not verdict(tmp_path, old, new, new).text
    assert verdict(tmp_path, old, new, p("Chữ ", f'<w:ins w:id="1" {BY}>{thing}</w:ins>')).strict


def test_a_code_of_a_field_is_not_printed(tmp_path: Path) -> None:
    def field(code: str) -> str:
        return p("Trang ", f"<w:r><w:instrText>{code}</w:instrText></w:r>", run("2"))

    assert verdict(tmp_path, field("PAGE"), field("NUMPAGES"), field("NUMPAGES")).strict


def test_a_line_above_the_notes_and_a_header_on_no_page_are_not_judged(tmp_path: Path) -> None:
    line = f'<w:footnote w:type="separator" w:id="0">{p("vạch")}</w:footnote>'
    plain = docx(tmp_path / "plain.docx", p("Chữ"))
    with_line = docx(tmp_path / "line.docx", p("Chữ"), footnotes=line)
    unused = members(p("Chữ")) | {"word/header1.xml": part("w:hdr", p("không dùng"))}
    assert judge(plain, plain, with_line).strict
    assert judge(plain, plain, pack(tmp_path / "unused.docx", unused)).strict


def test_a_strict_file_is_read_as_a_transitional_one(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = {name: text.replace(W, strict) for name, text in members(NEW).items()}
    new = pack(tmp_path / "new.docx", content)
    assert judge(docx(tmp_path / "old.docx", OLD), new, docx(tmp_path / "redline.docx", RIGHT)).strict


def test_a_look_that_rejecting_does_not_give_back_is_counted(tmp_path: Path) -> None:
    old = docx(tmp_path / "old.docx", p(run("đậm", "<w:b/>"), run("thường")))
    changed = f'<w:i/><w:rPrChange w:id="3" {BY}><w:rPr><w:b/></w:rPr></w:rPrChange>'
    right = docx(tmp_path / "right.docx", p(run("đậm", changed), run("thường")))
    wrong = docx(tmp_path / "wrong.docx", p(run("đậm", "<w:i/>"), run("thường")))
    same, all_of_them = formatting_restored(old, right)
    assert same == all_of_them
    same, all_of_them = formatting_restored(old, wrong)
    assert all_of_them - same == len("đậm") + 2  # letters and their marks apart


def test_a_look_is_told_by_what_its_properties_hold_and_not_by_their_order(tmp_path: Path) -> None:
    def shining(size: str) -> str:
        return f'<w14:glow w14:rad="1"><w14:srgbClr w14:val="{size}"/></w14:glow>'

    old = docx(tmp_path / "old.docx", p(run("a", f"<w:b/>{shining('FF0000')}<w:lang w:val='vi-VN'/>")))
    same = docx(tmp_path / "same.docx", p(run("a", f"{shining('FF0000')}<w:b/>")))
    other = docx(tmp_path / "other.docx", p(run("a", f"<w:b/>{shining('00FF00')}")))
    assert formatting_restored(old, same) == (1, 1)
    assert formatting_restored(old, other) == (0, 1)


def test_looks_of_texts_that_differ_are_not_compared(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="texts differ"):
        formatting_restored(docx(tmp_path / "old.docx", OLD), docx(tmp_path / "new.docx", NEW))


def test_looks_are_compared_without_inserted_rows_and_second_forms_of_boxes(tmp_path: Path) -> None:
    new_row = row(cell(p(run("mới", "<w:b/>"))), trpr=f'<w:ins w:id="5" {BY}/>')
    boxed = box(p(run("hộp")), p(run("khác")))
    old = docx(tmp_path / "old.docx", table(row(cell(p("cũ")))) + box(p(run("hộp")), p(run("hộp"))))
    made = docx(tmp_path / "made.docx", table(row(cell(p("cũ"))), new_row) + boxed)
    same, compared = formatting_restored(old, made)
    assert same == compared > 0
