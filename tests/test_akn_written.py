"""Drafts as Akoma Ntoso: valid by the schema of OASIS, each clause found by its identifier, nothing lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.analyses.outline import outline
from drafter.model import ChangeKind, Kind, Manuscript
from drafter.opc import open_package
from drafter.readers.docx import read_docx
from drafter.writers.akn import Export, SinceDraft, akn
from drafter.writers.akn.names import act_uri
from drafter.writers.manuscript import manuscript_docx
from tests.akn import DOCUMENTS, NAMESPACE, ODD, back, exported, faults, read, told
from tests.commands import SAMPLE, run
from tests.judges.schema import new_faults
from tests.properties import examples
from tests.test_outline_properties import manuscripts

XHTML = "{http://www.w3.org/1999/xhtml}"
FIRST, SECOND, THIRD = DOCUMENTS[:3]


def named(path: Path) -> str:
    return f"{path.parent.parent.name}-{path.stem}"


QUICK = ("drafts", "nq57-nqtw")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=() if path.parent.name in QUICK or path.stem in QUICK else pytest.mark.slow)
        for path in DOCUMENTS
    ],
    ids=named,
)
def test_every_draft_is_valid_and_comes_back_with_the_same_outline(path: Path) -> None:
    comes_back(path)


@pytest.mark.slow
def test_a_word_file_of_a_text_is_one_by_its_schema(tmp_path: Path) -> None:
    for path in (path for path in DOCUMENTS if path.stem in ("nq57-nqtw", "nd30-2020-phuluc4")):
        text = back(exported(path))
        made = tmp_path / path.name
        made.write_bytes(manuscript_docx(text, outline(text)))
        assert new_faults(made) == []


@pytest.mark.slow
def test_so_does_every_odd_word_file() -> None:
    for at, path in enumerate(ODD):
        comes_back(path, word=at % 5 == 0)


def comes_back(path: Path, *, word: bool = True) -> None:
    draft, _ = read(path)
    data = exported(path)
    assert faults(data) == []
    returned = back(data)
    again = outline(returned)
    assert told(again) == told(draft)
    assert [clause.numbering for clause in again.clauses] == [clause.numbering for clause in draft.clauses]
    if word:
        made = open_package(manuscript_docx(returned, again), shown="du-thao.docx")
        assert told(outline(read_docx(made))) == told(draft)


@pytest.mark.slow
@examples(80)
@given(manuscripts())
def test_any_text_is_valid_and_comes_back_with_the_same_outline(manuscript: Manuscript) -> None:
    draft = outline(manuscript)
    data = akn(Export(draft, manuscript))
    assert faults(data) == []
    returned = back(data)
    again = outline(returned)
    assert told(again) == told(draft)
    assert told(outline(back(akn(Export(again, returned))))) == told(draft)


@pytest.mark.slow
@pytest.mark.parametrize("path", DOCUMENTS[:4], ids=named)
def test_every_clause_has_an_identifier_of_its_own(path: Path) -> None:
    draft, _ = read(path)
    root = etree.fromstring(exported(path))
    ids = Counter(element.get("eId") for element in root.iter() if element.get("eId"))
    assert max(ids.values()) == 1
    assert all(re.fullmatch(r"[^\s]+", each) for each in ids)
    elements = Counter(element.tag.removeprefix(NAMESPACE) for element in root.iter(f"{NAMESPACE}*"))
    count = Counter(clause.kind for clause in draft.clauses)
    for kind, tag in ((Kind.ARTICLE, "article"), (Kind.CHAPTER, "chapter"), (Kind.POINT, "point")):
        assert elements[tag] == count[kind]
    hrefs = {ref.get("href") for ref in root.iter(f"{NAMESPACE}ref")}
    assert {href[1:] for href in hrefs if href.startswith("#")} <= ids.keys()


def test_articles_are_counted_through_the_text_and_what_is_in_them_within_them() -> None:
    root = etree.fromstring(exported(next(path for path in DOCUMENTS if path.stem == "nd30-2020")))
    ids = {element.get("eId") for element in root.iter()}
    assert {"chp_I", "art_1", "art_38", "art_5__para_2", "chp_II__sec_1"} <= ids
    assert any(each and each.endswith("__point_đ") for each in ids)


def test_a_citation_of_the_draft_itself_leads_to_the_clause() -> None:
    root = etree.fromstring(exported(next(path for path in DOCUMENTS if path.stem == "nd30-2020")))
    own = {ref.text: ref.get("href") for ref in root.iter(f"{NAMESPACE}ref") if ref.get("href")[0] == "#"}
    assert len(own) >= 5
    for text, href in own.items():
        article = re.search(r"Điều (\d+)", text or "")
        assert article is None or f"art_{article[1]}" in href.split("__")[0]


@pytest.mark.parametrize(
    ("name", "after", "uri"),
    [
        ("Nghị định số 30/2020/NĐ-CP", "", "/akn/vn/act/nghi-dinh/2020/30-2020-nd-cp"),
        ("Nghị quyết số 52-NQ/TW", ", ngày 27/9/2019", "/akn/vn/act/nghi-quyet/2019-09-27/52-nq-tw"),
        ("Nghị quyết số 52-NQ/TW", "; ngày 27/9/2019", "/akn/vn/act/nghi-quyet/nn/52-nq-tw"),
        ("Luật An ninh mạng năm 2018", "", "/akn/vn/act/luat/2018/an-ninh-mang"),
        ("Kế hoạch số 12/KH-UBND", "", "/akn/vn/doc/ke-hoach/nn/12-kh-ubnd"),
        ("Luật An ninh mạng", "", None),
    ],
)
def test_an_act_is_named_by_its_kind_day_and_number(name: str, after: str, uri: str | None) -> None:
    assert act_uri(name, after) == uri


def test_changes_stand_as_modifications_with_the_words_before_and_after() -> None:
    (old, before), (new, after) = read(SECOND), read(THIRD)
    found = changes(old, new, align(old, new))
    data = akn(Export(new, after, before=SinceDraft(old, before, found)))
    assert faults(data) == []
    root = etree.fromstring(data)
    ids = {element.get("eId") for element in root.iter()}
    mods = [*root.iter(f"{NAMESPACE}textualMod")]
    kinds = Counter(mod.get("type") for mod in mods)
    real = Counter(each.kind for each in found.changes if not each.noise_only)
    assert kinds["insertion"] == real[ChangeKind.INSERTED] > 0
    assert kinds["repeal"] == real[ChangeKind.DELETED] > 0
    assert kinds["substitution"] == real[ChangeKind.EDITED] > 0
    assert (kinds["split"], kinds["join"]) == (real[ChangeKind.SPLIT], real[ChangeKind.MERGED])
    texts_before = {clause.text for clause in old.clauses}
    texts_after = {clause.text for clause in new.clauses}
    for mod in mods:
        for side, texts in (("old", texts_before), ("new", texts_after)):
            said = "".join(
                "".join(p.itertext())
                for part in mod.iter(f"{NAMESPACE}{side}")
                for p in part.iter(f"{XHTML}p")
            )
            assert mod.get("type") in ("renumbering", "split", "join") or not said or said in texts
        for new_place in mod.iter(f"{NAMESPACE}new"):
            assert new_place.get("href")[1:] in ids
    assert any(element.get("wId") for element in root.iter())


@pytest.mark.slow
def test_comments_stand_beside_their_clauses_each_once(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    assert run(SAMPLE, "export", "3", "--comments", "-o", str(path)).exit_code == 0
    data = path.read_bytes()
    assert faults(data) == []
    root = etree.fromstring(data)
    ids = {element.get("eId") for element in root.iter()}
    notes = [*root.iter(f"{NAMESPACE}note")]
    agencies = {each.get("eId") for each in root.iter(f"{NAMESPACE}TLCOrganization")}
    assert len(notes) > 10
    for note in notes:
        place = note.get("placementBase")
        assert place is None or place[1:] in ids
        assert {each.get("refersTo")[1:] for each in note.iter(f"{NAMESPACE}organization")} <= agencies
    bare = outline(back(exported(THIRD)))
    assert told(outline(back(data))) == told(bare)
