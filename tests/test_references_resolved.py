"""Resolving citations on real drafts: which clause is meant, and whether there is one."""

from functools import cache
from pathlib import Path

import pytest

from drafter.analyses.citations.places import Places
from drafter.analyses.citations.resolve import resolve, resolve_in
from drafter.analyses.outline import outline
from drafter.language.references import find_references
from drafter.model import Draft, Kind
from tests.inputs import read_docx

DATA = Path(__file__).parent / "data"


@cache
def draft(name: str) -> Draft:
    return outline(read_docx(DATA / name))


@cache
def places(name: str) -> Places:
    return Places(draft(name))


def ids(text: str, name: str) -> list[str | None]:
    return [reference.id for reference in resolve_in(find_references(text), places(name))]


RESOLUTION, DECREE = "links/nq57.docx", "official/nd30-2020.docx"
PROGRAMME, GUIDELINE = "official/nq03-nqcp.docx", "official/hd36-vptw-2018.docx"


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        (RESOLUTION, "gạch đầu dòng thứ 3, khoản 1, mục II", ["II.1.-3"]),
        (RESOLUTION, "gạch đầu dòng cuối cùng khoản 4 mục III", ["III.4.-3"]),
        (RESOLUTION, "mục 2 phần III", ["III.2"]),
        (RESOLUTION, "mục III.2", ["III.2"]),
        (RESOLUTION, "II.1", ["II.1"]),
        (RESOLUTION, "điểm a và điểm d khoản 3 mục III", ["III.3.a", "III.3.d"]),
        (RESOLUTION, "khoản 2 mục III và điểm a khoản 3", ["III.2", "III.3.a"]),
        (RESOLUTION, "điểm a khoản 3 phần nhiệm vụ, giải pháp", ["III.3.a"]),
        (RESOLUTION, "số thứ tự 5 Phụ lục I", ["pl-I.t1r6"]),
        (RESOLUTION, "STT 10 phụ lục 2", ["pl-II.t1r13"]),
        (RESOLUTION, "chỉ tiêu số 7", ["pl-I.t1r8"]),
        (RESOLUTION, "phần bối cảnh", ["p1", "p2", "p3"]),
        (RESOLUTION, "đoạn thứ hai phần bối cảnh", ["p2"]),
        (RESOLUTION, "phần tổ chức thực hiện", ["IV"]),
        (RESOLUTION, "các phụ lục kèm theo", ["pl-I", "pl-II"]),
        (RESOLUTION, "mục III, khoản 2; khoản này", ["III.2", "III.2"]),
        (RESOLUTION, "điểm a khoản 3 mục III; điểm b khoản này", ["III.3.a", "III.3.b"]),
        (DECREE, "điểm a khoản 1 Điều 19", ["chuong-III.muc-1.dieu-19.1.a"]),
        (DECREE, "Mục 2 Chương II", ["chuong-II.muc-2"]),
        (DECREE, "Chương 5", ["chuong-V"]),
        (DECREE, "khoản 2 điểm b Điều 30", ["chuong-IV.dieu-30.2.b"]),
        (DECREE, "điểm đ Điều 6", ["chuong-I.dieu-6.3.đ"]),
        (DECREE, "các khoản 10, 11 Điều 3", ["chuong-I.dieu-3.10", "chuong-I.dieu-3.11"]),
        (PROGRAMME, "gạch đầu dòng thứ hai điểm đ khoản 2 mục II", ["II.2.đ.-2"]),
        (PROGRAMME, "số thứ tự 11.3 Phụ lục I", ["pl-I.t1r15"]),
        (PROGRAMME, "mục II Phụ lục I", ["pl-I.t1r53"]),
        (GUIDELINE, "điểm 1.2.1 mục II", ["II.1.2.1"]),
        (GUIDELINE, "mục 1.2 phần II", ["II.1.2"]),
        (GUIDELINE, "mục II.1.5.2", ["II.1.5.2"]),
        (GUIDELINE, "điểm b mục 1.7.1", ["II.1.7.1.b"]),
    ],
)
def test_a_citation_finds_its_clause(name: str, text: str, wanted: list[str]) -> None:
    assert ids(text, name) == wanted


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (RESOLUTION, "Mục V"),
        (RESOLUTION, "điểm đ khoản 4 mục III"),
        (RESOLUTION, "STT 99 Phụ lục I"),
        (RESOLUTION, "Điều 3"),
        (DECREE, "Điều 40"),
        (DECREE, "khoản 9 Điều 1"),
    ],
)
def test_what_the_draft_does_not_have_is_said(name: str, text: str) -> None:
    (reference,) = resolve(find_references(text), draft(name))
    assert reference.exists is False
    assert reference.id is None


def test_a_citation_that_fits_several_clauses_names_none_of_them() -> None:
    (reference,) = resolve(find_references("tại khoản 2"), draft(RESOLUTION))
    assert (reference.id, reference.exists) == (None, True)


def test_another_act_is_no_place_in_the_draft() -> None:
    (reference,) = resolve(find_references("khoản 2 Điều 5 Nghị định số 13/2023/NĐ-CP"), draft(DECREE))
    assert reference.act == "Nghị định số 13/2023/NĐ-CP"
    assert (reference.id, reference.exists) == (None, None)


def test_a_page_that_nobody_counted_is_left_open() -> None:
    (reference,) = resolve(find_references("trang 99, dòng 7"), draft(RESOLUTION))
    assert (reference.id, reference.exists) == (None, None)


def test_a_form_is_found_by_its_title_before_the_list_that_names_it() -> None:
    forms = "official/nd30-2020-phuluc3.docx"
    for number, title in (("1.5", "Công văn"), ("2.1", "Phụ lục")):
        (reference,) = resolve(find_references(f"Mẫu {number}: bổ sung"), draft(forms))
        assert reference.id is not None
        found = draft(forms).by_id[reference.id]
        assert found.kind is not Kind.TABLE_ROW
        assert found.text.startswith(f"Mẫu {number}") and title in found.text


@pytest.mark.slow
def test_every_numbered_clause_is_found_by_its_own_locator() -> None:
    """What we write as a locator we must be able to read."""
    lost = []
    for name in (RESOLUTION, DECREE, PROGRAMME, GUIDELINE):
        for clause in draft(name).clauses:
            if clause.marker and "~" not in clause.id:
                found = ids(clause.locator, name)
                if found != [clause.id]:
                    lost.append((name, clause.id, clause.locator, found))
    assert len(lost) <= 3, lost
