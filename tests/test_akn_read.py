"""Akoma Ntoso that comes in: of other programs, damaged or hostile; a draft or one line."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.outline import outline
from drafter.errors import DamagedFile, DrafterError, NotAkn, TooSlow, UnsafeFile
from drafter.jobs.exchange import import_akn
from drafter.workspace import Bounds, Workspace
from tests.akn import DATA, DOCUMENTS, back, exported, faults
from tests.commands import SAMPLE, run
from tests.properties import examples

FOREIGN = (DATA / "akn" / "foreign.xml").read_bytes()
NAMESPACE = b"http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
META = b"<meta/>"


def document(body: bytes, before: bytes = b"") -> bytes:
    return before + b'<akomaNtoso xmlns="%s"><doc name="doc">%s%s</doc></akomaNtoso>' % (
        NAMESPACE,
        META,
        body,
    )


@pytest.mark.slow
def test_a_text_of_another_program_gives_its_clauses() -> None:
    assert faults(FOREIGN) == []
    draft = outline(back(FOREIGN))
    ids = [clause.id for clause in draft.clauses if clause.marker]
    assert ids == [
        "chuong-I", "chuong-I.dieu-1", "chuong-I.dieu-2", "chuong-I.dieu-2.1", "chuong-I.dieu-2.1.a",
        "chuong-I.dieu-2.1.b", "chuong-I.dieu-2.2", "chuong-I.dieu-2.2.a", "chuong-I.dieu-2.2.b",
    ]  # fmt: skip
    first, second = draft.by_id["chuong-I.dieu-1"], draft.by_id["chuong-I.dieu-2.1.b"]
    assert first.text.startswith("Phạm vi điều chỉnh")
    assert second.text == "An toàn."
    assert [note.text for note in second.notes] == ["Theo luật."]
    basis = next(clause for clause in draft.clauses if "Căn cứ" in clause.text)
    assert basis.text == "Căn cứ Luật Tổ chức chính quyền địa phương năm 2015;"


def test_a_cell_that_spans_rows_and_columns_keeps_its_neighbours_in_place() -> None:
    table = (
        b'<mainBody><table><tr><th rowspan="2"><p>STT</p></th><th colspan="2"><p>Nam</p></th></tr>'
        b"<tr><th><p>2021</p></th><th><p>2022</p></th></tr>"
        b"<tr><td><p>1</p></td><td><p>mot</p></td><td><p>hai</p></td></tr></table></mainBody>"
    )
    draft = outline(back(document(table)))
    assert [clause.cells for clause in draft.clauses] == [("1", "mot", "hai")]
    assert draft.clauses[0].columns == ("STT", "Nam 2021", "Nam 2022")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotAkn),
        (b"PK\x03\x04", NotAkn),
        (b"# van ban", NotAkn),
        (b"<html/>", NotAkn),
        (b'<akomaNtoso xmlns="%s"/>' % NAMESPACE, NotAkn),
        (b'<akomaNtoso xmlns="%s"><act/></akomaNtoso>' % NAMESPACE, NotAkn),
        (b'<akomaNtoso xmlns="urn:other"><act><meta/></act></akomaNtoso>', NotAkn),
        (FOREIGN[:-40], DamagedFile),
        (document(b"<p>\xff</p>"), DamagedFile),
        (document(b"<p>" * 5000), DamagedFile),
        (document(b"<part>" * 5000 + b"</part>" * 5000), DamagedFile),
        (document(b"&x;", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), UnsafeFile),
        (document(b"&c;", b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>'), UnsafeFile),
        (document(b"", b'<!DOCTYPE a SYSTEM "http://localhost/a.dtd">'), UnsafeFile),
    ],
)
def test_what_is_no_akoma_ntoso_is_refused(data: bytes, error: type[DrafterError]) -> None:
    with pytest.raises(error):
        back(data)


@pytest.mark.slow
def test_a_file_that_takes_too_long_is_told_and_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(self: object, document: object) -> tuple[()]:
        while True:
            pass

    monkeypatch.setattr("drafter.readers.akn.AknReading.paragraphs", forever)
    workspace = Workspace(SAMPLE, report=lambda _: None, bounded=Bounds(0.5))
    bad = tmp_path / "x.xml"
    bad.write_bytes(FOREIGN)
    with pytest.raises(TooSlow):
        import_akn(workspace, bad)


def test_numbers_without_measure_in_attributes_are_passed_over() -> None:
    cells = b'<td colspan="99999999999"><p>a</p></td><td rowspan="-4"><p>b</p></td><td colspan="\xc2\xb2"/>'
    body = b'<mainBody><table><tr>%s</tr></table><p class="outline-\xc2\xb2">c</p></mainBody>' % cells
    assert "c" in [paragraph.text for paragraph in back(document(body)).paragraphs]


@examples(60)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_damaged_files_are_read_or_refused(seed: int, count: int) -> None:
    chance = random.Random(seed)
    whole = FOREIGN if seed % 2 else exported(DOCUMENTS[0])[:40_000]
    data = bytearray(whole)
    for _ in range(count):
        at = chance.randrange(len(data))
        what = chance.choice([b"", b"<", b">", b"\0", b"</p>", b"<p>", b"&", b'"', b"\xff", b"<table><tr/>"])
        data[at : at + chance.randrange(0, 30)] = what
    with suppress(DrafterError):
        outline(back(bytes(data)))


def test_a_file_that_cannot_be_used_is_one_line_and_nothing_is_written(tmp_path: Path) -> None:
    bad, made = tmp_path / "x.xml", tmp_path / "y.docx"
    for data in (b"<a>", b"", b"<akomaNtoso/>", document(b"<mainBody><p> </p></mainBody>")):
        bad.write_bytes(data)
        told = run(SAMPLE, "import-akn", str(bad), "-o", str(made))
        assert (told.exit_code, told.stdout, told.stderr.count("\n")) == (3, "", 1)
        assert not made.exists()
    assert run(SAMPLE, "import-akn", str(tmp_path / "none.xml"), "-o", str(made)).exit_code == 3
    assert run(SAMPLE, "import-akn", str(bad), "-o", str(tmp_path / "y.odp")).exit_code == 3


@pytest.mark.slow
def test_what_was_imported_is_a_draft_and_is_not_overwritten_once_edited(tmp_path: Path) -> None:
    source, made = tmp_path / "x.xml", tmp_path / "y.docx"
    assert run(SAMPLE, "export", "2", "-o", str(source)).exit_code == 0
    for _ in range(2):  # what nobody has edited gives way
        assert run(SAMPLE, "import-akn", str(source), "-o", str(made)).exit_code == 0
        assert run(SAMPLE, "export", "2", "-o", str(source)).exit_code == 0
    same = run(SAMPLE, "diff", "2", str(made), "--json")
    assert same.exit_code == 0
    assert '"edited": 0' in same.stdout
    edited = docx.Document(str(made))
    edited.add_paragraph("Thêm một dòng.")
    edited.save(str(made))
    source.write_bytes(source.read_bytes().replace(b"<p>", b"<p>a", 1))
    assert run(SAMPLE, "import-akn", str(source), "-o", str(made)).exit_code == 3
    assert run(SAMPLE, "export", "2", "-o", str(source)).exit_code == 3
    assert run(SAMPLE, "export", "2", "-o", str(source), "--force").exit_code == 0


def test_words_that_are_deleted_are_struck_through_and_never_run_into_the_new_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(document("<mainBody><p>Giữ <del>cũ</del><ins>mới</ins></p></mainBody>".encode()))
    made = tmp_path / "a.docx"
    assert run(tmp_path, "import-akn", str(path), "-o", str(made)).exit_code == 0
    struck = {
        r.text: bool(r.font.strike) for p in docx.Document(str(made)).paragraphs for r in p.runs if r.text
    }
    assert struck["cũ"] and not any(on for words, on in struck.items() if words != "cũ")
