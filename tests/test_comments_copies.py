"""Word copies of the draft: anchored comments, tracked changes, silent edits; Word letters and minutes."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from drafter.analyses.comments import letters
from drafter.analyses.outline import outline
from drafter.errors import NoComments
from drafter.model import Annotation, Comment, Draft, Letter, Manuscript, Op, Rounds
from drafter.model import Paragraph as ManuscriptParagraph
from drafter.readers.comments.docx import sheet_of
from tests import docx_builder as built
from tests.inputs import open_package, read_comment_file, read_docx

SOURCE = Path(__file__).parent / "data" / "links" / "nq57.docx"


@cache
def draft() -> Draft:
    return outline(read_docx(SOURCE))


def found(path: Path) -> tuple[Letter, ...]:
    return letters(read_comment_file(path, root=path.parent), Rounds((draft(),)))


def comments(path: Path) -> list[Comment]:
    return [comment for letter in found(path) for comment in letter.comments]


def named(comment: Comment) -> tuple[Op | None, str | None, str | None]:
    """What is to be done first, and the words that it names."""
    asked = comment.asks[0]
    return asked.op, asked.old, asked.new


def paragraph(word: Word, words: str) -> Paragraph:
    return next(p for p in word.paragraphs if words in p.text)


def rewrite(p: Paragraph, old: str, new: str) -> None:
    text = p.text.replace(old, new)
    for run in p.runs[1:]:
        run._element.getparent().remove(run._element)
    p.runs[0].text = text


def piece(p: Paragraph, text: str, tag: str = "w:t") -> object:
    """A run with the looks of the paragraph's first."""
    made = copy.deepcopy(p.runs[0]._element)
    for child in list(made):
        if child.tag != qn("w:rPr"):
            made.remove(child)
    words = OxmlElement(tag)
    words.text = text
    words.set(qn("xml:space"), "preserve")
    made.append(words)
    return made


def marked(kind: str, run: object, author: str) -> object:
    mark = OxmlElement(kind)
    for name, value in (("id", "77"), ("author", author), ("date", "2024-12-03T08:00:00Z")):
        mark.set(qn(f"w:{name}"), value)
    mark.append(run)
    return mark


def track(p: Paragraph, old: str, new: str, author: str) -> None:
    """Replaces `old` by `new` as Word does with tracking on."""
    text = p.text
    at = text.index(old)
    parts = [
        piece(p, text[:at]),
        marked("w:del", piece(p, old, "w:delText"), author),
        marked("w:ins", piece(p, new), author),
        piece(p, text[at + len(old) :]),
    ]
    runs = [run._element for run in p.runs]
    for part in parts:
        runs[0].addprevious(part)
    for run in runs:
        run.getparent().remove(run)


@pytest.mark.slow
def test_silent_edits_of_a_copy_are_comments(tmp_path: Path) -> None:
    word = Document(str(SOURCE))
    rewrite(paragraph(word, "hơn 60%"), "hơn 60%", "hơn 50%")
    gone = word.paragraphs[15]
    text = gone.text
    gone._element.getparent().remove(gone._element)
    word.core_properties.author = "Sở Khoa học và Công nghệ"
    path = tmp_path / "du-thao-sua.docx"
    word.save(str(path))
    said = comments(path)
    assert {comment.agency for comment in said} == {"Sở Khoa học và Công nghệ"}
    assert (Op.REPLACE, "60%", "50%") in [named(comment) for comment in said]
    deleted = [c.operation.old for c in said if c.operation and c.operation.op is Op.DELETE]
    assert len(said) == 2
    assert deleted and text.endswith(deleted[0])


@pytest.mark.slow
def test_the_anchor_of_an_edit_is_the_paragraph_as_it_was_sent_out(tmp_path: Path) -> None:
    word = Document(str(SOURCE))
    rewrite(paragraph(word, "hơn 60%"), "hơn 60%", "hơn 50%")
    path = tmp_path / "so-y-te.docx"
    word.save(str(path))
    anchor = comments(path)[0].anchor
    assert anchor is not None
    assert anchor.context[anchor.start : anchor.end] == "60%"
    assert any(anchor.context == clause.text for clause in draft().clauses)


@pytest.mark.slow
def test_tone_marks_spaces_and_dashes_are_no_edits(tmp_path: Path) -> None:
    word = Document(str(SOURCE))
    for p in word.paragraphs:
        if "hoá" in p.text or "uỷ" in p.text or " - " in p.text:
            text = p.text
            rewrite(p, text, text.replace("hoá ", "hóa ").replace("uỷ", "ủy").replace(" - ", "  – "))
    path = tmp_path / "so-y-te.docx"
    word.save(str(path))
    with pytest.raises(NoComments):
        found(path)


@pytest.mark.slow
def test_each_tracked_edit_is_a_comment_of_its_author(tmp_path: Path) -> None:
    word = Document(str(SOURCE))
    track(paragraph(word, "hơn 60%"), "hơn 60%", "ít nhất 55%", "SỞ TÀI CHÍNH")
    path = tmp_path / "theo-doi.docx"
    word.save(str(path))
    (said,) = comments(path)
    assert said.agency == "Sở Tài chính"
    assert str(said.date) == "2024-12-03"
    assert named(said) == (Op.REPLACE, "hơn 60%", "ít nhất 55%")
    assert said.text == "Sửa “hơn 60%” thành “ít nhất 55%”."
    assert said.anchor is not None
    assert said.anchor.context[said.anchor.start : said.anchor.end] == "hơn 60%"
    assert said.draft == draft().path


@pytest.mark.slow
def test_a_tracked_and_a_silent_edit_in_one_copy_are_both_found_once(tmp_path: Path) -> None:
    word = Document(str(SOURCE))
    track(paragraph(word, "hơn 60%"), "hơn 60%", "hơn 65%", "Sở Tài chính")
    rewrite(paragraph(word, "rà soát"), "rà soát", "rà soát kỹ")
    path = tmp_path / "copy.docx"
    word.save(str(path))
    assert sorted(str(c.operation.op) for c in comments(path) if c.operation) == ["add", "replace"]
    assert {comment.agency for comment in comments(path)} == {"Sở Tài chính"}


@pytest.mark.slow
def test_an_anchored_comment_keeps_its_words_and_splits_into_several(tmp_path: Path) -> None:
    word = Document(str(SOURCE))
    p = paragraph(word, "hơn 60%")
    word.add_comment(
        p.runs,
        text="Đề nghị làm rõ nguồn số liệu; đồng thời bổ sung cơ quan theo dõi chỉ tiêu này.",
        author="Sở Tài chính",
    )
    word.add_comment(word.paragraphs[20].runs, text="Câu này quá dài.", author="Sở Tư pháp")
    path = tmp_path / "nhan-xet.docx"
    word.save(str(path))
    said = comments(path)
    assert sorted((c.agency, str(c.operation.op) if c.operation else "") for c in said) == [
        ("Sở Tài chính", "add"),
        ("Sở Tài chính", "clarify"),
        ("Sở Tư pháp", ""),
    ]
    assert all(c.anchor and c.anchor.context[c.anchor.start : c.anchor.end] for c in said)


@pytest.mark.slow
def test_an_unchanged_copy_holds_no_comment(tmp_path: Path) -> None:
    path = tmp_path / "so-y-te.docx"
    path.write_bytes(SOURCE.read_bytes())
    with pytest.raises(NoComments):
        found(path)


def mark_paragraph(p: Paragraph, kind: str, author: str) -> None:
    """Marks the paragraph itself as inserted or deleted."""
    looks = p._element.get_or_add_pPr()
    run_looks = OxmlElement("w:rPr")
    run_looks.append(marked(kind, OxmlElement("w:r"), author))
    run_looks[0].clear()
    for name, value in (("id", "78"), ("author", author), ("date", "2024-12-03T08:00:00Z")):
        run_looks[0].set(qn(f"w:{name}"), value)
    looks.append(run_looks)


def delete_paragraph(p: Paragraph, author: str) -> str:
    text = p.text
    runs = [run._element for run in p.runs]
    runs[0].addprevious(marked("w:del", piece(p, text, "w:delText"), author))
    for run in runs:
        run.getparent().remove(run)
    mark_paragraph(p, "w:del", author)
    return text


def insert_paragraph(before: Paragraph, text: str, author: str) -> None:
    made = before.insert_paragraph_before("")
    made._element.append(marked("w:ins", piece(before, text), author))
    mark_paragraph(made, "w:ins", author)


@pytest.mark.slow
def test_tracked_paragraphs_are_added_and_deleted_whole(tmp_path: Path) -> None:
    word = Document(str(SOURCE))
    insert_paragraph(word.paragraphs[26], "- Ưu tiên hạ tầng số cho vùng khó khăn.", "Sở Y tế")
    text = delete_paragraph(word.paragraphs[15], "Sở Y tế")
    path = tmp_path / "copy.docx"
    word.save(str(path))
    deleted, added = comments(path)
    assert deleted.operation is not None and deleted.operation.op is Op.DELETE
    assert text.endswith(deleted.operation.old or "?")
    assert added.operation is not None
    assert added.operation.new == "Ưu tiên hạ tầng số cho vùng khó khăn."


@pytest.mark.slow
def test_a_paragraph_that_was_only_moved_is_one_comment(tmp_path: Path) -> None:
    word = Document(str(SOURCE))
    text = word.paragraphs[15].text
    insert_paragraph(word.paragraphs[26], text, "Sở Y tế")
    delete_paragraph(word.paragraphs[15], "Sở Y tế")
    path = tmp_path / "copy.docx"
    word.save(str(path))
    (moved,) = comments(path)
    assert moved.operation is not None and moved.operation.op is Op.MOVE
    assert text.endswith(moved.operation.old or "?")


def test_a_reply_counts_only_where_it_asks_for_something(tmp_path: Path) -> None:
    words = "Phấn đấu đến năm 2025 đạt 80% hồ sơ trực tuyến."

    def note(text: str, author: str, reply_to: int | None = None) -> Annotation:
        return Annotation(author, None, text, "80%", 0, 26, 0, 29, reply_to)

    manuscript = Manuscript(
        "copy.docx",
        "0",
        (ManuscriptParagraph(0, words),),
        annotations=(
            note("Chỉ tiêu này quá cao.", "Sở Nội vụ"),
            note("Đồng ý.", "Sở Tài chính", 0),
            note("Đề nghị giảm chỉ tiêu này xuống 70%.", "Sở Tài chính", 0),
        ),
    )
    package = open_package(built.docx(tmp_path / "copy.docx", built.p(words)))
    read = letters(sheet_of(package, manuscript))
    assert [(each.agency, [c.text for c in each.comments]) for each in read] == [
        ("Sở Nội vụ", ["Chỉ tiêu này quá cao."]),
        ("Sở Tài chính", ["Đề nghị giảm chỉ tiêu này xuống 70%."]),
    ]
    assert named(read[1].comments[0]) == (Op.REPLACE, "80%", "70%")


def letter(tmp_path: Path) -> Path:
    """A letter as an office sets it: letterhead and signature in tables, items numbered by Word."""
    word = Document()
    head = word.add_table(1, 2)
    head.cell(
        0, 0
    ).text = "UBND TỈNH AN SƠN\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH\nSố: 77/SVHTTDL-VP\nV/v góp ý dự thảo lần 2"
    head.cell(
        0, 1
    ).text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Sơn, ngày 9 tháng 12 năm 2024"
    )
    word.add_paragraph("Kính gửi: Ban soạn thảo Nghị quyết.")
    word.add_paragraph("Sau khi nghiên cứu, Sở có một số ý kiến như sau:")
    word.add_paragraph("Bỏ khoản 9 mục IV.", style="List Number")
    word.add_paragraph("Tại khoản 2 mục III:", style="List Number")
    word.add_paragraph("bổ sung nguồn vốn;", style="List Bullet")
    bold = word.add_paragraph(style="List Bullet")
    bold.add_run("bỏ cụm từ ")
    bold.add_run("khi có điều kiện").bold = True
    bold.add_run(" cho rõ trách nhiệm.")
    word.add_paragraph("Trân trọng cảm ơn./.")
    foot = word.add_table(1, 2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    foot.cell(0, 1).text = "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"
    path = tmp_path / "cong-van.docx"
    word.save(str(path))
    return path


def test_a_word_letter_gives_its_items_with_places_and_bold_words(tmp_path: Path) -> None:
    (read,) = found(letter(tmp_path))
    assert (read.agency, read.number, str(read.date), read.draft_number) == (
        "Sở Văn hóa, Thể thao và Du lịch",
        "77/SVHTTDL-VP",
        "2024-12-09",
        2,
    )
    assert [comment.text for comment in read.comments] == [
        "Bỏ khoản 9 mục IV.",
        "bổ sung nguồn vốn;",
        "bỏ cụm từ khi có điều kiện cho rõ trách nhiệm.",
    ]
    assert [comment.cited for comment in read.comments] == [
        "",
        "Tại khoản 2 mục III:",
        "Tại khoản 2 mục III:",
    ]
    assert read.comments[2].quote == ("khi có điều kiện",)


def test_a_comment_stands_where_its_position_says(tmp_path: Path) -> None:
    path = letter(tmp_path)
    paragraphs = read_docx(path).paragraphs
    for comment in comments(path):
        place = comment.position
        assert place.paragraph is not None
        assert paragraphs[place.paragraph - 1].text[place.start : place.end] == comment.text


def test_minutes_with_a_table_of_speakers_give_each_agency_its_letter(tmp_path: Path) -> None:
    word = Document()
    word.add_paragraph("BIÊN BẢN")
    word.add_paragraph("Họp góp ý dự thảo Nghị quyết (dự thảo lần 1)")
    word.add_paragraph("Hôm nay, ngày 23 tháng 02 năm 2021, Sở Thông tin và Truyền thông chủ trì cuộc họp.")
    table = word.add_table(1, 3, style="Table Grid")
    for cell, title in zip(table.rows[0].cells, ("STT", "Cơ quan", "Ý kiến"), strict=True):
        cell.text = title
    for row in (("1", "Sở Công Thương", "Dung lượng còn dài."), ("2", "VNPT An Sơn", "Nhất trí.")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "bien-ban.docx"
    word.save(str(path))
    assert [(each.agency, str(each.stance)) for each in found(path)] == [
        ("Sở Công Thương", "request"),
        ("VNPT An Sơn", "agreement"),
    ]
