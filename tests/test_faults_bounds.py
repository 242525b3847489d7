"""Bounds on the command line: no file takes more than its time and memory, and the others are read."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import docx as docx_library
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.analyses.comments.atoms import atoms
from drafter.analyses.comments.openings import asks_behind_agreement
from drafter.analyses.returned import returned
from drafter.errors import Cause, TooSlow, Unreadable, UnsafeFile
from drafter.language.indicators import near, similarity
from drafter.language.sentences import hide_quotes
from drafter.language.syllables import marked_words
from drafter.model import Block, Grid, RowFate
from drafter.opc import name
from drafter.opc.content_types import content_type
from drafter.readers.docx.fields import Fields
from drafter.workspace import Bounds, Stages, Workspace
from tests.commands import run
from tests.docx_builder import cell, docx, members, p, pack, r, row
from tests.inputs import open_package, read_comment_file, read_docx
from tests.returned_tables import AUTHOR, known, made, read, written


def spin(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


@pytest.mark.slow
def test_what_takes_too_long_is_interrupted_and_told_as_a_file_that_cannot_be_used() -> None:
    with pytest.raises(TooSlow) as caught, Bounds(seconds=0.2)("thư.docx"):
        spin(20)
    assert caught.value.path == "thư.docx"


def test_what_takes_too_much_memory_is_interrupted() -> None:
    held = []
    with pytest.raises(Unreadable), Bounds(memory=20_000_000)("thư.docx"):
        for _ in range(2_000):
            held.append(bytearray(b"x" * 1_000_000))
            time.sleep(0.001)
    assert len(held) < 2_000


def test_bounds_hold_where_ctrl_c_is_ignored_as_for_what_runs_in_the_background() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with pytest.raises(TooSlow), Bounds(seconds=0.05)("thư.docx"):
            spin(20)
        with Bounds()("thư.docx"):
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.slow
def test_a_file_after_one_that_took_too_long_has_all_its_time() -> None:
    bound = Bounds(seconds=0.2)
    with pytest.raises(TooSlow), bound("a.docx"):
        spin(20)
    for _ in range(3):
        with bound("b.docx"):
            spin(0.1)


def test_waiting_for_the_computer_counts_as_nothing() -> None:
    with Bounds(seconds=0.2)("a.docx"):
        time.sleep(0.6)


def test_ctrl_c_within_a_file_stays_what_it_is() -> None:
    with pytest.raises(KeyboardInterrupt), Bounds()("a.docx"):
        raise KeyboardInterrupt


@pytest.mark.slow
def test_a_letter_that_takes_too_long_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("drafts", "comments"):
        (tmp_path / folder).mkdir()
    docx(tmp_path / "drafts", p("NGHỊ QUYẾT"), p("Điều 1. Phạm vi"))
    for letter in ("a.txt", "b.txt"):
        (tmp_path / "comments" / letter).write_text(
            f"Sở Y tế\nĐề nghị bỏ Điều 1 ({letter}).\n", encoding="utf-8"
        )
    stages = Stages()
    understood = stages._understood

    def slow(sheet, *given):  # type: ignore[no-untyped-def]
        if sheet.path == "a.txt":
            spin(20)
        return understood(sheet, *given)

    monkeypatch.setattr(stages, "_understood", slow)
    failures: list[Exception] = []
    workspace = Workspace(tmp_path, report=failures.append, stages=stages, bounded=Bounds(seconds=0.5))
    read = workspace.correspondence()
    assert [type(each) for each in failures] == [TooSlow]
    assert {comment.path for comment in read.comments} == {"b.txt"}


def reference(id: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'


def test_notes_that_refer_to_notes_are_read_once_each(tmp_path: Path) -> None:
    notes = "".join(
        f'<w:footnote w:id="{at}">{p(r(f"chú thích {at}"), *[reference(at + 1)] * 10)}</w:footnote>'
        for at in range(1, 10)
    )
    read = read_docx(docx(tmp_path, p(r("Điều 1."), reference(1), reference(1)), footnotes=notes))
    (note,) = read.paragraphs[0].notes
    assert note.text.split("\n") == [f"chú thích {at}" for at in range(1, 10)]


def test_notes_in_notes_without_end_are_refused(tmp_path: Path) -> None:
    notes = "".join(
        f'<w:footnote w:id="{at}">{p(r("a"), reference(at + 1))}</w:footnote>' for at in range(1, 500)
    )
    with pytest.raises(UnsafeFile) as caught:
        read_docx(docx(tmp_path, p(r("Điều 1."), reference(1)), footnotes=notes))
    assert caught.value.facts["reason"] == Cause.TOO_DEEP


def test_a_file_without_content_types_is_compared_and_the_redline_has_them(tmp_path: Path) -> None:
    content: dict[str, str | bytes] = dict(members(p("Điều 1. Phạm vi"), styles=""))
    del content["[Content_Types].xml"]
    content["word/media/hình.png"] = b"\x89PNG"
    (tmp_path / "drafts").mkdir()
    old = docx(tmp_path / "cũ.docx", p("Điều 1. Phạm vi cũ"))
    new = pack(tmp_path / "mới.docx", content)
    out = tmp_path / "ra.docx"
    for pair in ((old, new), (new, old)):
        done = run(tmp_path, "diff", *map(str, pair), "--docx", str(out), "--force")
        assert done.exit_code == 0, done.output
        made = open_package(out)
        types = made.xml("[Content_Types].xml")
        main = content_type(types, "word/document.xml")
        assert main is not None and main.endswith("wordprocessingml.document.main+xml")
        docx_library.Document(str(out))
    assert content_type(types, "word/styles.xml") != "application/xml" or "word/styles.xml" not in made.names


@pytest.mark.parametrize(
    "text", ["“" * 30_000, "“a” " + "“" * 30_000, "a" * 60_000, '"' * 30_001, "nhưng thống nhất " * 400]
)
def test_signs_without_end_take_time_in_proportion(text: str) -> None:
    begun = time.process_time()
    hide_quotes(text)
    marked_words(f"{text}ế")
    asks_behind_agreement(text)
    assert time.process_time() - begun < 1


WORDS = ["kinh", "tế", "số", "công", "chức", "hạ", "tầng"]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=12))
def test_no_two_indicators_that_are_alike_are_missed(found: list[list[str]]) -> None:
    names = [" ".join(each) for each in found]
    for least in (0.72, 0.8, 0.86):
        places = near(names, least)
        for at, each in enumerate(names):
            alike = {place for place in range(at) if similarity(each, names[place]) >= least}
            assert alike <= set(places[at])


def test_a_table_whose_comments_nobody_knows_is_told_row_by_row(tmp_path: Path) -> None:
    data = written(made(), ".xlsx")
    found = returned(read(data, ".xlsx"), known(comments=frozenset()), AUTHOR)
    assert found.saves == ()
    assert {each.fate for each in found.rows} <= {RowFate.UNKNOWN, RowFate.MISSING}


def test_an_item_without_end_is_cut_in_time_that_grows_with_its_length() -> None:
    begun = time.process_time()
    atoms("Đề nghị bổ sung một số nội dung ở khoản 2; " * 4000)
    assert time.process_time() - begun < 5


def hidden(paragraphs: list[list[str]]) -> list[bool]:
    """After each sign of a field whether what stands there is hidden, looked up the slow way."""
    state: list[bool] = []  # of the fields that are open: whether the result has begun
    found: list[bool] = []

    def turned(fields: list[bool], kind: str) -> None:
        if kind == "begin":
            fields.append(False)
        elif kind == "separate" and fields:
            fields[-1] = True
        elif kind == "end" and fields:
            fields.pop()

    for at, paragraph in enumerate(paragraphs):
        for kind in paragraph:
            turned(state, kind)
            found.append(not all(state))
        later = list(state)
        ends = all(later)
        for kind in (kind for paragraph in paragraphs[at + 1 :] for kind in paragraph):
            turned(later, kind)
            ends = ends or all(later)
        if not ends:
            state = [True] * len(state)
        found.append(not all(state))
    return found


@given(st.lists(st.lists(st.sampled_from(["begin", "begin", "separate", "end"]), max_size=4), max_size=12))
def test_fields_that_end_nowhere_hide_nothing_behind_their_paragraph(paragraphs: list[list[str]]) -> None:
    body = etree.Element(name("w:body"))
    for paragraph in paragraphs:
        made = etree.SubElement(body, name("w:p"))
        for kind in paragraph:
            etree.SubElement(etree.SubElement(made, name("w:r")), name("w:fldChar")).set(
                name("w:fldCharType"), kind
            )
    fields, found = Fields(), []
    for p_ in body:
        for char in p_.iter(name("w:fldChar")):
            fields.turn(char)
            found.append(fields.hide)
        fields.leave(p_)
        found.append(fields.hide)
    assert found == hidden(paragraphs)


@pytest.mark.slow
def test_fields_that_never_end_are_read_in_time_that_grows_with_their_number(tmp_path: Path) -> None:
    begun = r("Điều").replace(
        "<w:t", '<w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:t', 1
    )
    path = docx(tmp_path, p(begun) * 10_000)
    at = time.process_time()
    assert len(read_docx(path).paragraphs) == 10_000
    assert time.process_time() - at < 8


@pytest.mark.slow
def test_a_table_whose_cells_claim_a_huge_rectangle_is_read_line_by_line(tmp_path: Path) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="64"/></w:tcPr><w:p/></w:tc>' * 500
    path = docx(tmp_path, f"<w:tbl><w:tr>{wide}</w:tr>{row(cell(p('Đề nghị bỏ Điều 1.'))) * 200}</w:tbl>")
    sheet = read_comment_file(path, root=tmp_path)
    assert not any(isinstance(part, Grid) for part in sheet.parts)
    assert sum(part.text == "Đề nghị bỏ Điều 1." for part in sheet.parts if isinstance(part, Block)) == 200


def test_a_file_from_elsewhere_is_read_where_there_is_no_folder_of_letters(tmp_path: Path) -> None:
    workspace = tmp_path / "hồ sơ"
    (workspace / "drafts").mkdir(parents=True)
    docx(workspace / "drafts", p("NGHỊ QUYẾT"), p("Điều 1. Phạm vi"))
    (tmp_path / "thư.txt").write_text("Sở Y tế\nĐề nghị bỏ Điều 1.\n", encoding="utf-8")
    for _ in range(2):  # the second time there is a store
        done = run(workspace, "comments", str(tmp_path / "thư.txt"))
        assert (done.exit_code, "Đề nghị bỏ Điều 1." in done.stdout) == (0, True), done.output
