"""Damaged and hostile Word files: a manuscript or one clear sentence, whatever the bytes."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.errors import (
    CannotRead,
    Cause,
    DamagedFile,
    DrafterError,
    IsAFolder,
    MissingPart,
    UnsafeFile,
    Vanished,
)
from drafter.model import Manuscript, View
from drafter.opc import body_paragraphs, name
from drafter.wording.errors import sentence
from tests.docx_builder import cell, docx, item, level, lists, members, p, pack, part, r, row, table
from tests.inputs import open_package, read_docx, redline
from tests.properties import examples

OFFICIAL = Path(__file__).parent / "data" / "official"


def lines(error: DrafterError) -> None:
    for lang in ("vi", "en"):
        assert "\n" not in sentence(error, lang) and len(sentence(error, lang)) < 500


def read_or_refuse(path: Path, view: View = View.ACCEPTED) -> Manuscript | None:
    """Any other exception than a DrafterError is the defect that these tests look for."""
    try:
        return read_docx(path, view=view)
    except DrafterError as error:
        lines(error)
        return None


def test_a_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "Dự thảo.docx").mkdir()
    with pytest.raises(IsAFolder) as caught:
        read_docx(tmp_path / "Dự thảo.docx")
    lines(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.docx")
    with pytest.raises(CannotRead):
        read_docx(tmp_path / "ống.docx")


def test_a_file_that_vanishes_between_looking_and_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = docx(tmp_path, p("Điều 1."))

    def gone(self: Path) -> bytes:
        raise FileNotFoundError(self)

    monkeypatch.setattr(Path, "read_bytes", gone)
    with pytest.raises(Vanished):
        read_docx(path)


def test_what_the_system_refuses_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = docx(tmp_path, p("Điều 1."))

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CannotRead) as caught:
        read_docx(path)
    assert caught.value.facts["reason"] == Cause.NO_PERMISSION


def test_an_entity_bomb_is_refused_and_never_unfolded(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    text = part("w:document", f"<w:body>{p('&e9;')}</w:body>".replace("&amp;", "&"))
    bomb = text.replace("?>", f'?><!DOCTYPE d [<!ENTITY e0 "ha">{levels}]>', 1)
    with pytest.raises(UnsafeFile):
        read_docx(pack(tmp_path / "a.docx", members() | {"word/document.xml": bomb}))


def test_an_entity_bomb_in_a_side_part_is_refused_too(tmp_path: Path) -> None:
    content = members(p("Điều 1."), styles="")
    content["word/styles.xml"] = content["word/styles.xml"].replace(
        "?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1
    )
    with pytest.raises(UnsafeFile):
        read_docx(pack(tmp_path / "a.docx", content))


def test_a_document_type_behind_a_long_comment_is_still_found(tmp_path: Path) -> None:
    text = part("w:document", "<w:body/>").replace(
        "?>", f'?><!--{"-x" * 5000}--><!DOCTYPE a [<!ENTITY b "c">]>', 1
    )
    with pytest.raises(UnsafeFile):
        read_docx(pack(tmp_path / "a.docx", members() | {"word/document.xml": text}))


def test_a_size_that_lies_small_is_damage(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.docx", members(*[p("Điều 1.")] * 400))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    data = data.replace(size, (100).to_bytes(4, "little"))
    path.write_bytes(data)
    with pytest.raises(DamagedFile):
        read_docx(path)


def central(data: bytearray) -> int:
    """Where the directory entry of the first member, the content types, begins."""
    return data.index(b"PK\x01\x02")


def test_a_member_that_lies_past_the_end_of_the_file_is_damage(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.docx", {"word/document.xml": part("w:document", "<w:body/>")})
    data = bytearray(path.read_bytes())
    data[central(data) + 42 : central(data) + 46] = (len(data) - 5).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(DamagedFile):
        read_docx(path)


def test_a_member_name_that_is_no_text_is_damage(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.docx", {"ế.xml": "", "word/document.xml": part("w:document", "<w:body/>")})
    path.write_bytes(path.read_bytes().replace("ế".encode(), b"\xff\xfe\xfd"))
    with pytest.raises(DamagedFile):
        read_docx(path)


def test_list_letters_end_where_those_of_word_end(tmp_path: Path) -> None:
    numbering = lists({1: level(0, "lowerLetter", "%1)", start=780)}, {1: (1, "")})
    read = read_docx(docx(tmp_path, item("a", 1), item("b", 1), numbering=numbering))
    assert [one.marker for one in read.paragraphs] == ["z" * 30 + ")", "781)"]


def test_elements_nested_past_all_reason_are_damage(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 3000 + p("Điều 1.") + "</w:sdtContent></w:sdt>" * 3000
    with pytest.raises(DamagedFile):
        read_docx(docx(tmp_path, deep))


@pytest.mark.parametrize("depth", [30, 58])
def test_tables_and_boxes_nested_as_deep_as_xml_may_be_are_read(tmp_path: Path, depth: int) -> None:
    nested = p("trong cùng")
    for _ in range(depth):
        nested = table(row(cell(nested, p())))
    inner = p("trong hộp")
    for _ in range(depth // 2):
        inner = p(f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    read = read_docx(docx(tmp_path, nested, inner))
    assert "trong cùng" in [one.text for one in read.paragraphs]
    assert [note.text for one in read.paragraphs for note in one.notes] == ["trong hộp"]


def test_huge_attribute_values_neither_stop_nor_swell_the_reading(tmp_path: Path) -> None:
    numbering = lists({1: level(0, "lowerLetter", "%1)", start=10**15)}, {1: (1, "")})
    blocks = (
        item("khoản", 1),
        p("thụt", ppr=f'<w:ind w:left="{"9" * 5000}"/><w:outlineLvl w:val="-7"/>'),
        table(row(cell(p("ô"), tcpr=f'<w:gridSpan w:val="{10**15}"/>'), cell(p("sau")))),
        table(row(cell(p("ô")), trpr=f'<w:gridBefore w:val="{10**12}"/>')),
        p('<w:r><w:sym w:font="Symbol" w:char="D800"/><w:sym w:char="FFFFFFFFFF"/><w:t>chữ</w:t></w:r>'),
    )
    read = read_docx(docx(tmp_path, *blocks, numbering=numbering))
    assert read.paragraphs[0].marker == f"{10**15})"
    assert max(one.cell.column + one.cell.span for one in read.paragraphs if one.cell) <= 200
    read.paragraphs[-1].text.encode("utf-8")
    assert read.paragraphs[-1].text == "chữ"


def test_content_types_that_are_wrong_or_missing_matter_nothing(tmp_path: Path) -> None:
    content = members(p("Điều 1."))
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace("document.main", "template.main")
    assert read_docx(pack(tmp_path / "a.docx", content)).paragraphs[0].text == "Điều 1."
    del content["[Content_Types].xml"]
    assert read_docx(pack(tmp_path / "b.docx", content)).paragraphs[0].text == "Điều 1."


@pytest.mark.parametrize("suffix", [".docm", ".dotx", ".DOCX"])
def test_the_other_suffixes_of_word_are_read_alike(tmp_path: Path, suffix: str) -> None:
    read = read_docx(docx(tmp_path / f"Dự thảo{suffix}", p("Điều 1.")))
    assert [one.text for one in read.paragraphs] == ["Điều 1."] and read.notices == ()


def test_a_document_without_relationships_is_still_found(tmp_path: Path) -> None:
    content = members(p("Điều 1."))
    del content["_rels/.rels"]
    assert read_docx(pack(tmp_path / "a.docx", content)).paragraphs[0].text == "Điều 1."


def test_part_names_differ_by_case_from_what_points_at_them(tmp_path: Path) -> None:
    content = members(p("Điều 1."))
    content["word/Document.xml"] = content.pop("word/document.xml")
    assert read_docx(pack(tmp_path / "a.docx", content)).paragraphs[0].text == "Điều 1."


def test_a_document_without_a_body_lacks_a_part(tmp_path: Path) -> None:
    with pytest.raises(MissingPart):
        read_docx(pack(tmp_path / "a.docx", members() | {"word/document.xml": part("w:document", "")}))


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_off_in_transfer_is_damaged(tmp_path: Path, kept: float) -> None:
    data = (OFFICIAL / "nq57-nqtw.docx").read_bytes()
    path = tmp_path / "a.docx"
    path.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(DamagedFile):
        read_docx(path)


def small() -> bytes:
    """A small real-looking file with every part, as bytes."""
    out = io.BytesIO()
    content = members(
        p("Điều 1. Phạm vi", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        item("khoản", 1),
        table(row(cell(p("STT"), tcpr='<w:gridSpan w:val="2"/>'), cell(p(r("x", "<w:b/>"))))),
        '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>',
        numbering=lists({1: level(0, "decimal", "%1.")}, {1: (1, "")}),
        styles='<w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/></w:style>',
        footnotes=f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>',
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in content.items():
            archive.writestr(member, text)
    return out.getvalue()


SMALL = small()


@examples(150)
@given(
    st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), max_size=6),
    st.tuples(st.integers(0, len(SMALL)), st.integers(0, 40)),
)
def test_flipped_and_cut_bytes_give_a_manuscript_or_one_sentence(
    tmp_path: Path, flips: list[tuple[int, int]], cut: tuple[int, int]
) -> None:
    data = bytearray(SMALL)
    for at, value in flips:
        data[at] = value
    del data[cut[0] : cut[0] + cut[1]]
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    read_or_refuse(path)


def mutated(data: bytes, seed: int, times: int) -> bytes:
    """The XML with elements dropped, unwrapped, doubled, moved or stripped of attributes at random."""
    dice = random.Random(seed)
    root = etree.fromstring(data)
    for _ in range(times):
        element = dice.choice(list(root.iter()))
        parent = element.getparent()
        if parent is None:  # the root itself stays
            continue
        match dice.randrange(5):
            case 0:
                parent.remove(element)
            case 1:
                at = parent.index(element)
                parent[at : at + 1] = list(element)
            case 2:
                parent.append(etree.fromstring(etree.tostring(element)))
            case 3:
                element.attrib.clear()
            case _:
                for key in element.attrib:
                    element.set(key, dice.choice(["-1", "x", "999999999999", "", "ế", "0"]))
    return etree.tostring(root, encoding="UTF-8")


REAL = {}
for source in ("nq57-nqtw", "nd30-2020-phuluc4"):
    with zipfile.ZipFile(OFFICIAL / f"{source}.docx") as opened:
        REAL[source] = {member: opened.read(member) for member in opened.namelist()}


@pytest.mark.slow
@pytest.mark.parametrize("source", sorted(REAL))
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 6))])
def test_mutated_xml_gives_a_manuscript_whose_paragraphs_a_writer_finds(
    tmp_path: Path, source: str, seed: int
) -> None:
    content = dict(REAL[source])
    for member in ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"):
        if member in content:
            content[member] = mutated(content[member], seed, 60)
    path = pack(tmp_path / "a.docx", content)
    for view in View:
        read = read_or_refuse(path, view)
        if read is None:
            continue
        package = open_package(path)
        body = package.xml(package.main).find(name("w:body"))
        assert body is not None
        count = sum(1 for _ in body_paragraphs(body))
        indices = [one.index for one in read.paragraphs]
        assert indices == sorted(set(indices)) and all(index < count for index in indices)


def test_a_note_that_stands_in_another_element_goes_into_a_redline_like_any(tmp_path: Path) -> None:
    body = p("Điều 1. Phạm vi", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    note = f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>'
    old = docx(tmp_path / "old.docx", body, footnotes=f'<w:ins w:id="9" w:author="a">{note}</w:ins>')
    new = docx(tmp_path / "new.docx", p("Điều 1. Phạm vi điều chỉnh"))
    assert redline(old, new, author="A")
