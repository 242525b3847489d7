"""Comment forms: clauses with keys go out; what comes back is read by them, however it was saved."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from drafter.analyses.asking import comment_form
from drafter.analyses.comments import letters
from drafter.analyses.outline import outline
from drafter.errors import EmptyForm, NoComments, OwnOutput
from drafter.model import Draft, Letter, Rounds, Stance, form_key, read_key
from drafter.model.form_keys import WHOLE
from drafter.record import is_ours, refuse_own
from drafter.writers.forms import form_bytes
from tests.commands import run
from tests.docx_builder import docx, p
from tests.inputs import open_package, read_comment_file, read_docx
from tests.judges.schema import new_faults
from tests.returned import Answers, fill_docx, fill_xlsx, saved_by_office, sheet_of, without_record

LINES = (
    "NGHỊ QUYẾT", "về chuyển đổi số", "(Dự thảo lần {number})", "I- MỤC TIÊU", "1. Kinh tế số đạt {share}%.",
    "2. Đề nghị các cấp ủy phối hợp.", "a) =SUM(A1)", "b) Mở rộng.", "II- NHIỆM VỤ", "1. Đầu tư.",
)  # fmt: skip
KINDS = ("docx", "xlsx")
FILL: dict[str, Callable[[Path, Answers, str], None]] = {"docx": fill_docx, "xlsx": fill_xlsx}
PLACE = "Điểm b khoản 2 mục I"
ASKED = {PLACE: ("Đề nghị sửa", "Thay “Mở rộng” bằng “Thu hẹp”.")}


@cache
def rounds(folder: Path) -> Rounds:
    drafts = []
    for number, share in ((1, 30), (2, 40)):
        path = folder / f"lan {number}.docx"
        docx(path, *(p(line.format(number=number, share=share)) for line in LINES))
        drafts.append(outline(read_docx(path)))
    return Rounds(tuple(drafts))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Rounds:
    return rounds(tmp_path_factory.mktemp("drafts"))


def sent(folder: Path, draft: Draft, kind: str) -> Path:
    path = folder / f"phieu.{kind}"
    path.write_bytes(form_bytes(comment_form(draft), f".{kind}", "vi"))
    return path


def back(path: Path, known: Rounds) -> Letter:
    (letter,) = letters(read_comment_file(path, root=path.parent), known)
    return letter


@pytest.mark.parametrize("kind", KINDS)
def test_a_comment_comes_back_on_its_clause_and_draft_from_its_agency(
    tmp_path: Path, known: Rounds, kind: str
) -> None:
    path = sent(tmp_path, known.drafts[0], kind)
    FILL[kind](path, ASKED, "Sở Y tế")
    letter = back(path, known)
    (comment,) = letter.comments
    assert (letter.agency, letter.draft_number) == ("Sở Y tế", 1)
    assert (comment.draft, comment.text) == (known.drafts[0].path, ASKED[PLACE][1])
    assert comment.anchor is not None and comment.anchor.clauses == ("I.2.b",)
    assert letter.words.closes and not letter.notices


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_that_nobody_filled_in_is_told(tmp_path: Path, known: Rounds, kind: str) -> None:
    path = sent(tmp_path, known.newest, kind)
    with pytest.raises(EmptyForm):
        back(path, known)
    FILL[kind](path, {}, "Sở Y tế")
    with pytest.raises(EmptyForm):
        back(path, known)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keyed", [True, False])
def test_words_of_the_draft_in_an_empty_form_are_no_agreement(tmp_path: Path, kind: str, keyed: bool) -> None:
    lines = (*LINES, "2. Hệ thống báo cáo thống nhất từ tỉnh đến xã.", "3. Cơ bản nhất trí về mô hình.")
    path = tmp_path / "lan 1.docx"
    docx(path, *(p(line.format(number=1, share=30)) for line in lines))
    draft = outline(read_docx(path))
    known = Rounds((draft,))
    form = sent(tmp_path, draft, kind)
    with pytest.raises((EmptyForm, NoComments)):
        back(form, known if keyed else Rounds())
    FILL[kind](form, {}, "Sở Y tế")
    with pytest.raises((EmptyForm, NoComments)):
        back(form, known if keyed else Rounds())


@pytest.mark.parametrize("kind", KINDS)
def test_where_only_agreement_is_chosen_the_agency_agrees(tmp_path: Path, known: Rounds, kind: str) -> None:
    path = sent(tmp_path, known.newest, kind)
    FILL[kind](path, {"Toàn văn": ("Thống nhất", "")}, "Sở Y tế")
    letter = back(path, known)
    assert letter.stance is Stance.AGREEMENT and not letter.comments[0].review


def test_agreement_to_one_clause_is_for_a_person_to_look_at(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "xlsx")
    fill_xlsx(path, {PLACE: ("Thống nhất", "")}, "Sở Y tế")
    (comment,) = back(path, known).comments
    assert comment.stance is Stance.AGREEMENT and comment.review


def test_a_change_that_is_chosen_and_not_said_is_told(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "xlsx")
    fill_xlsx(path, {**ASKED, "Khoản 1 mục II": ("Đề nghị sửa", "")}, "Sở Y tế")
    letter = back(path, known)
    assert len(letter.comments) == 1
    assert [(each.code, each.detail) for each in letter.notices] == [("form-choice", "Khoản 1 mục II")]


def test_rows_may_be_sorted_and_deleted(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "xlsx")
    fill_xlsx(path, {**ASKED, "Khoản 1 mục II": ("", "Nêu rõ nguồn vốn.")}, "Sở Y tế")
    book, sheet = sheet_of(path)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    for number, row in enumerate(sorted(rows[3:], key=lambda row: row[2], reverse=True)):
        for column, value in enumerate(row, 1):
            sheet.cell(6 + number, column).value = value
    sheet.delete_rows(6 + len(rows) - 3, 5)
    book.save(path)
    found = {each.text: each.anchor and each.anchor.clauses for each in back(path, known).comments}
    assert found == {ASKED[PLACE][1]: ("I.2.b",), "Nêu rõ nguồn vốn.": ("II.1",)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("printed", "own"),
    {
        "Điểm b, khoản 2, mục I": True,  # as forms of earlier editions print it
        "điểm b  khoản 2 mục I.": True,
        "Điểm b khoản 2 mục II": False,
        "Điểm b khoản 2": False,
        "Khoản 2 mục I": False,
    }.items(),
)  # fmt: skip
def test_a_row_is_of_its_key_where_its_place_says_so(
    tmp_path: Path, known: Rounds, printed: str, own: bool
) -> None:
    path = sent(tmp_path, known.newest, "xlsx")
    fill_xlsx(path, ASKED, "Sở Y tế")
    book, sheet = sheet_of(path)
    cell = next(cell for (cell,) in sheet.iter_rows(min_col=2, max_col=2) if cell.value == PLACE)
    cell.value, sheet.cell(cell.row, 3).value = printed, "Câu khác."
    book.save(path)
    (comment,) = back(path, known).comments
    assert (comment.anchor is not None) is own


@pytest.mark.slow
def test_a_row_that_was_added_is_read_by_what_it_says(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "xlsx")
    fill_xlsx(path, ASKED, "Sở Y tế")
    book, sheet = sheet_of(path)
    key = sheet.cell(6, 7).value
    for key_of_copy, place, text in (
        (None, "Khoản 1 mục II", "Bỏ."),
        (key, "Khoản 2 mục I", "Đề nghị bỏ."),
    ):
        sheet.append([99, place, None, None, text, None, key_of_copy])
    book.save(path)
    comments = back(path, known).comments
    assert [(each.text, each.anchor is None) for each in comments] == [
        (ASKED[PLACE][1], False), ("Bỏ.", True), ("Đề nghị bỏ.", True),
    ]  # fmt: skip
    assert [each.beside[0].text for each in comments[1:]] == ["Khoản 1 mục II", "Khoản 2 mục I"]


def test_a_clause_rewritten_in_its_own_cell_is_a_comment_for_a_person(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "xlsx")
    book, sheet = sheet_of(path)
    cell = next(row[2] for row in sheet.iter_rows(min_row=6) if row[1].value == PLACE)
    cell.value = f"{cell.value} Giao Sở Y tế chủ trì."
    book.save(path)
    (comment,) = back(path, known).comments
    assert comment.review and comment.text.endswith("Giao Sở Y tế chủ trì.")
    assert comment.anchor is not None and comment.anchor.clauses == ("I.2.b",)


@pytest.mark.parametrize("kind", KINDS)
def test_keys_alone_suffice_where_the_record_is_lost(tmp_path: Path, known: Rounds, kind: str) -> None:
    path = sent(tmp_path, known.drafts[0], kind)
    FILL[kind](path, ASKED, "Sở Y tế")
    without_record(path)
    letter = back(path, known)
    assert letter.draft_number == 1 and letter.comments[0].anchor is not None


def test_without_tags_the_bookmarks_still_say_the_clause(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.drafts[0], "docx")
    fill_docx(path, ASKED, "Sở Y tế")
    document = Document(str(path))
    for tag in [*document.element.body.iter(qn("w:tag"))]:
        tag.getparent().remove(tag)
    document.save(str(path))
    (comment,) = back(path, known).comments
    assert comment.draft == known.drafts[0].path
    assert comment.anchor is not None and comment.anchor.clauses == ("I.2.b",)


def test_without_any_key_a_form_is_read_as_every_other(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "xlsx")
    fill_xlsx(path, ASKED, "Sở Y tế")
    book, sheet = sheet_of(path)
    sheet.delete_cols(7)
    book.save(path)
    letter = back(path, known)
    (comment,) = letter.comments
    assert letter.agency == "Sở Y tế" and comment.text == ASKED[PLACE][1] and comment.anchor is None
    assert comment.beside[0].text == PLACE


def test_notes_in_the_margin_of_a_form_are_told(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "docx")
    fill_docx(path, ASKED, "Sở Y tế")
    document = Document(str(path))
    runs = document.tables[0].rows[3].cells[2].paragraphs[0].runs
    document.add_comment(runs, text="Đề nghị bỏ câu này.", author="A", initials="A")
    document.save(str(path))
    sheet = read_comment_file(path, root=path.parent)
    assert [(each.code, each.detail) for each in sheet.notices] == [("form-margin", "1")]


def test_what_stands_below_a_form_is_read_too(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "docx")
    fill_docx(path, ASKED, "Sở Y tế")
    document = Document(str(path))
    document.add_paragraph("Ngoài ra, đề nghị bổ sung danh mục chữ viết tắt.")
    document.save(str(path))
    letter = back(path, known)
    assert [each.anchor is None for each in letter.comments] == [False, True] and letter.words.closes


def test_a_form_for_a_draft_that_is_not_here_is_read_by_what_it_says(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.drafts[0], "xlsx")
    fill_xlsx(path, ASKED, "Sở Y tế")
    letter = back(path, Rounds())
    assert [each.code for each in letter.notices] == ["form-draft"]
    assert letter.comments[0].text == ASKED[PLACE][1]


def test_the_agency_may_stand_in_the_cell_below_the_label(tmp_path: Path, known: Rounds) -> None:
    path = sent(tmp_path, known.newest, "xlsx")
    fill_xlsx(path, ASKED)
    book, sheet = sheet_of(path)
    sheet["A4"] = "VNPT Hà Tĩnh"
    book.save(path)
    assert back(path, known).agency == "VNPT Hà Tĩnh"


def test_nothing_in_a_workbook_is_computed(tmp_path: Path, known: Rounds) -> None:
    sheet = load_workbook(sent(tmp_path, known.newest, "xlsx")).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(str(cell.value).startswith("a) =") for cell in cells)
    assert {cell.data_type for cell in cells} == {"s"}
    assert sheet.column_dimensions["G"].hidden and sheet.data_validations.count == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_no_draft_and_is_known_as_ours(tmp_path: Path, known: Rounds, kind: str) -> None:
    path = sent(tmp_path, known.newest, kind)
    assert is_ours(path.read_bytes())
    assert path.read_bytes() == sent(tmp_path, known.newest, kind).read_bytes()
    if kind == "docx":
        with pytest.raises(OwnOutput):
            refuse_own(open_package(path))


def test_a_key_is_read_as_it_was_written() -> None:
    sha = "0123456789abcdef" * 4
    for number, clause in ((2, "III.2.a"), (None, "pl.t1r3~2"), (12, WHOLE), (1, "dieu-1." * 20)):
        key = form_key(number, sha, clause)
        assert read_key(key.text) == key and len(key.text) <= 64 and len(key.mark) <= 40
        assert key.clause_in(["I.1", clause]) == (None if clause == WHOLE else clause)
    assert read_key("III.2.a") is None


@pytest.mark.slow
def test_a_form_in_word_keeps_to_the_schema(tmp_path: Path, known: Rounds) -> None:
    assert new_faults(sent(tmp_path, known.newest, "docx")) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_command_writes_a_form_and_reads_it_back(tmp_path: Path, known: Rounds, kind: str) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "comments").mkdir()
    for draft in known.drafts:
        name = Path(draft.path).name
        docx(tmp_path / "drafts" / name, *(p(line.format(number=name[4], share=30)) for line in LINES))
    target = tmp_path / f"phieu.{kind}"
    assert run(tmp_path, "form", "1", "-o", str(target)).exit_code == 0
    path = tmp_path / "comments" / target.name
    shutil.copy(target, path)
    empty = run(tmp_path, "comments")
    assert empty.exit_code == 3 and "để trống" in empty.stderr
    FILL[kind](path, ASKED, "Sở Y tế")
    found = run(tmp_path, "link", "--json")
    assert found.exit_code == 0 and '"I.2.b"' in found.stdout and '"anchor"' in found.stdout
    assert run(tmp_path, "form", "-o", str(tmp_path / "x.pdf")).exit_code == 3


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize(
    ("kind", "through"), [("docx", ()), ("docx", ("odt",)), ("xlsx", ()), ("xlsx", ("ods",))]
)
def test_what_libreoffice_has_saved_is_read_likewise(
    tmp_path: Path, known: Rounds, kind: str, through: tuple[str, ...]
) -> None:
    path = sent(tmp_path, known.drafts[0], kind)
    answers = {**ASKED, "Toàn văn": ("", "Đề nghị rút gọn dự thảo."), "Mục II": ("Thống nhất", "")}
    FILL[kind](path, answers, "Sở Y tế")
    saved_by_office(path, *through)
    letter = back(path, known)
    found = [(each.text, each.anchor and each.anchor.clauses) for each in letter.comments]
    assert found == [("Đề nghị rút gọn dự thảo.", None), (ASKED[PLACE][1], ("I.2.b",))]
    assert (letter.agency, letter.draft_number) == ("Sở Y tế", 1)


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_that_libreoffice_has_saved_is_still_empty(
    tmp_path: Path, known: Rounds, kind: str
) -> None:
    path = sent(tmp_path, known.newest, kind)
    saved_by_office(path)
    with pytest.raises(EmptyForm):
        back(path, known)
