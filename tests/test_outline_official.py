"""Real texts: the gold drafts clause by clause, and the outlines of official documents."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from drafter.analyses.outline import outline
from drafter.model import Draft, Kind, Manuscript, Role
from tests.inputs import read_docx

from .bench.quality.outline import GOLD, coverage, gold_rows, shares

DATA = Path(__file__).parent / "data"
FILES = sorted(str(path.relative_to(DATA)) for path in DATA.glob("*/*.docx"))


@cache
def read(name: str) -> tuple[Manuscript, Draft]:
    manuscript = read_docx(DATA / name)
    return manuscript, outline(manuscript)


def ids(name: str) -> list[str]:
    return [clause.id for clause in read(name)[1].clauses]


@pytest.mark.parametrize("name", GOLD)
def test_every_gold_clause_is_found_with_all_its_fields(name: str) -> None:
    rows = gold_rows(DATA / GOLD[name])
    assert set(shares(read(f"{name}.docx")[1], rows).values()) == {1.0}


@pytest.mark.parametrize("name", GOLD)
def test_nothing_but_the_closing_sentence_is_found_beside_the_gold(name: str) -> None:
    gold = {row["id"] for row in gold_rows(DATA / GOLD[name])}
    extra = [clause for clause in read(f"{name}.docx")[1].clauses if clause.id not in gold]
    assert [clause.text for clause in extra] in ([], ["Nghị quyết này phổ biến đến chi bộ."])


@pytest.mark.parametrize("name", FILES)
def test_all_text_of_the_body_is_covered_once(name: str) -> None:
    assert coverage(*read(name)) == 1.0


def test_a_decree_runs_through_its_chapters_and_thirty_eight_articles() -> None:
    draft = read("official/nd30-2020.docx")[1]
    articles = [clause for clause in draft.clauses if clause.kind is Kind.ARTICLE]
    assert [clause.id.rpartition("-")[2] for clause in articles] == [str(n) for n in range(1, 39)]
    chapters = [clause for clause in draft.clauses if clause.kind is Kind.CHAPTER]
    assert [clause.id for clause in chapters] == [
        f"chuong-{n}" for n in ("I", "II", "III", "IV", "V", "VI", "VII")
    ]
    assert all(clause.heading and clause.heading.isupper() for clause in chapters)
    assert draft.by_id["chuong-II.muc-1.dieu-8.2.đ"].locator == "điểm đ, khoản 2, Điều 8, mục 1, Chương II"
    assert (draft.kind, draft.date, draft.issuer) == ("Nghị định", date(2020, 3, 5), "CHÍNH PHỦ")
    assert {clause.role for clause in draft.clauses[:3]} == {Role.BASIS}
    assert draft.notices == ()


def test_a_party_guideline_keeps_its_typed_decimals_and_sample_signatures() -> None:
    draft = read("official/hd36-vptw-2018.docx")[1]
    tops = [clause.id for clause in draft.clauses if clause.parent is None]
    assert tops == ["p1", "I", "II", "III", "pl-1", "pl-2", "pl-3"]
    assert [clause.id for clause in draft.children["II"]] == ["II.1", "II.2", "II.3", "II.4"]
    assert draft.by_id["II.1.2.1.a.-1"].marker == "-"
    assert draft.by_id["II.1.2"].locator == "khoản 1.2, mục II"
    assert draft.by_id["pl-3.t1r1"].marker == "1."
    assert draft.title == "HƯỚNG DẪN THỂ THỨC VÀ KỸ THUẬT TRÌNH BÀY VĂN BẢN CỦA ĐẢNG"
    assert draft.back[0].startswith("Nơi nhận:")


def test_a_resolution_with_its_programme_gives_both_trees() -> None:
    draft = read("official/nq03-nqcp.docx")[1]
    tops = [clause.id for clause in draft.clauses if clause.parent is None]
    assert tops == [
        *(f"p{n}" for n in range(1, 7)),
        "dieu-1",
        "dieu-2",
        "dieu-3",
        "I",
        "II",
        "III",
        "pl-I",
        "pl-II",
    ]
    assert [draft.by_id[id].role for id in ("I", "II", "III")] == [
        Role.TARGETS,
        Role.TASKS,
        Role.ORGANISATION,
    ]
    assert len(draft.children["II"]) == 8
    assert len(draft.children["pl-I"]) == 59
    numbered = [row for row in draft.children["pl-II"] if row.marker and row.marker.isdigit()]
    assert [row.marker for row in numbered] == [str(n) for n in range(1, 141)]
    assert draft.by_id["pl-I.t1r53"].columns[0] == "TT"


def test_an_annex_with_layout_tables_is_one_tree() -> None:
    draft = read("official/nd30-2020-phuluc1.docx")[1]
    assert [clause.id for clause in draft.clauses if clause.parent is None] == ["pl-I"]
    assert [clause.id for clause in draft.children["pl-I"]] == ["pl-I.phan-I", "pl-I.phan-II"]
    assert len([clause for clause in draft.children["pl-I.phan-I"] if clause.kind is Kind.SECTION]) == 5


def test_sample_letters_of_an_annex_stay_in_its_section() -> None:
    draft = read("official/nd30-2020-phuluc3.docx")[1]
    assert [clause.id for clause in draft.clauses if clause.parent is None] == ["pl-III"]
    assert [clause.id for clause in draft.children["pl-III"]] == ["pl-III.I", "pl-III.II"]
    rows = draft.children["pl-III.I"]
    assert [row.marker for row in rows[:3]] == ["1.", "2.", "3."]


def test_registers_have_their_headings_in_the_header() -> None:
    draft = read("official/nd30-2020-phuluc4.docx")[1]
    assert [clause.marker for clause in draft.children["pl-IV"]] == [
        "I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.",
    ]  # fmt: skip
    assert draft.header.count("(1)") == 5
