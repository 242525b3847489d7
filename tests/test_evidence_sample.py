"""Evidence on the sample workspace: every verdict as a person labelled it, with the numbers behind it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import docx
import pytest

from drafter.jobs.evidence import evidence, silent
from drafter.jobs.ledger import ledger
from drafter.model import Evidence, Verdict
from drafter.wording.measures import value_of
from drafter.workspace import Workspace
from tests.bench.quality.evidence import ROOT, found, read_gold
from tests.bench.quality.links import rows
from tests.commands import workspace

MEETING = "bien-ban-hop-ban-chi-dao-23-02-2021.docx"


@cache
def given() -> dict[tuple[str, int], Evidence]:
    return found()


@pytest.mark.slow
def test_every_comment_has_one_entry_for_each_later_draft() -> None:
    assert given().keys() == read_gold().keys()


@pytest.mark.parametrize(("key", "verdict"), read_gold().items(), ids=lambda one: str(one))
def test_the_verdict_is_the_one_that_a_person_gave(key: tuple[str, int], verdict: str) -> None:
    assert given()[key].verdict == verdict, given()[key].measures


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "least"),
    [
        pytest.param("nq57", 0.9, marks=pytest.mark.slow),
        pytest.param("nd30", 0.7, marks=pytest.mark.slow),
        ("nq03", 0.5),
    ],
)
def test_on_other_workspaces_nothing_is_claimed_that_was_not_done(name: str, least: float) -> None:
    """`least`: a floor under the verdicts that are right; the rest is mostly left to a person."""
    gold, told = read_gold(name), found(name)
    read = {key: verdict for key, verdict in gold.items() if key in told}
    assert len(read) >= 0.95 * len(gold)
    assert sum(told[key].verdict == verdict for key, verdict in read.items()) >= least * len(gold)
    undone = [key for key, verdict in read.items() if verdict in ("not-yet", "regressed")]
    assert [key for key in undone if told[key].verdict is Verdict.ADDRESSED] == []


def measures(comment: str, draft: int) -> dict[str, tuple[int, int]]:
    return {m.name: (m.before, m.after) for m in given()[f"{MEETING}#{comment}", draft].measures}


def test_the_three_comments_of_the_meeting_are_shown_addressed_with_their_numbers() -> None:
    too_long, scattered, context = (measures(number, 2) for number in ("1", "2", "3"))
    assert too_long["words"][1] < too_long["words"][0]
    assert scattered["scattered"][0] > 0 and scattered["scattered"][1] == 0
    assert scattered["parts-with-targets"][1] == 1
    assert scattered["no-figure"][1] < scattered["no-figure"][0]
    assert context["words-of-part"][1] < 0.2 * context["words-of-part"][0]


def test_pages_are_told_only_where_word_laid_them_out() -> None:
    """The sample's drafts were never laid out: their page breaks say nothing of how long they are."""
    assert all(m.name != "pages" for one in given().values() for m in one.measures)


def test_no_verdict_but_unclear_stands_without_a_measure() -> None:
    assert all(one.measures or one.verdict is Verdict.UNCLEAR for one in given().values())


def test_words_before_and_after_stand_beside_every_verdict_on_changed_clauses() -> None:
    addressed = given()["so-xay-dung.csv#1", 3]
    assert [(one.op, one.text) for one in addressed.segments if one.op != "="] == [
        ("-", "2021"),
        ("+", "2022"),
    ]


def test_what_the_newest_draft_changed_for_no_comment_is_told_weightiest_first() -> None:
    changes = silent(workspace()).silent
    assert [one.weight for one in changes] == sorted((one.weight for one in changes), reverse=True)
    added = ["".join(s.text for s in one.segments if s.op == "+") for one in changes]
    assert any("kỹ năng an toàn thông tin" in text for text in added)
    asked = given()["so-xay-dung.csv#1", 3].clauses
    assert all(not set(asked) & set(one.new) for one in changes)


def test_agencies_that_want_different_figures_for_one_target_are_told() -> None:
    clashes = evidence(workspace()).clashes
    figures = [set(one.comments) for one in clashes if one.why == "figures"]
    assert {"hiep-hoi-doanh-nghiep-tinh.docx#2", "so-ke-hoach-va-dau-tu.docx#2"} in figures
    opposite = [set(one.comments) for one in clashes if one.why == "opposite"]
    assert {"so-noi-vu.docx#3", "van-phong-tinh-uy.docx#2"} in opposite


def test_the_ledger_follows_each_target_through_all_drafts_with_its_annex_and_comments() -> None:
    rows = ledger(workspace()).rows
    in_all = [row for row in rows if all(entry is not None for entry in row.entries)]
    assert len([row for row in rows if row.entries[2] is not None]) == 25
    (schools,) = [row for row in in_all + list(rows) if "dạy và học trực tuyến" in row.indicator][:1]
    before, after = schools.entries[1], schools.entries[2]
    assert before is not None and after is not None
    assert [str(m.value) for m in before.target.measures] == ["100"]
    assert [str(m.value) for m in after.target.measures] == ["90"]
    assert "so-giao-duc-va-dao-tao.xlsx#1" in schools.comments
    assert after.others


def test_a_target_that_got_another_name_stays_one_row() -> None:
    rows = ledger(workspace()).rows
    (accounts,) = [row for row in rows if "dân số trưởng thành" in row.indicator]
    names = [entry.target.indicator for entry in accounts.entries if entry is not None]
    assert len(names) == 3 and len(set(names)) == 2
    (ranked,) = [row for row in rows if row.indicator.endswith("mức độ chuyển đổi số")]
    assert all(entry is not None for entry in ranked.entries)


def test_the_ledger_gives_yearly_values_with_their_years() -> None:
    entries = [entry for row in ledger(workspace()).rows for entry in row.entries if entry]
    values = [value_of(other, "vi") for entry in entries for other in entry.others]
    assert any(value.startswith("2021: 40%; 2022: 60%") for value in values)
    assert all(value.count("năm 2025") == 0 for value in values if value.startswith("2021: "))


@pytest.mark.slow
def test_a_draft_that_changed_nothing_addressed_nothing(tmp_path: Path) -> None:
    data = ROOT / "tests" / "data" / "links"
    (tmp_path / "drafts").mkdir()
    shutil.copytree(data / "comments", tmp_path / "comments")
    lines = []
    for number, day in ((2, "2024-10-01"), (3, "2025-06-01")):
        shutil.copy(data / "nq57.docx", tmp_path / "drafts" / f"{number}.docx")
        lines.append(f'[[drafts]]\npath = "drafts/{number}.docx"\nnumber = {number}\ndate = {day}\n')
    (tmp_path / "drafter.toml").write_text("".join(lines), encoding="utf-8")
    problems: list[Exception] = []
    unchanged = Workspace(tmp_path, report=problems.append)
    read = unchanged.correspondence()
    found = unchanged.evidence(read)
    assert len(found) == len(read.comments) > 60
    assert {one.verdict for one in found} <= {Verdict.NOT_YET, Verdict.UNCLEAR, Verdict.ALREADY}
    assert silent(unchanged).silent == ()


def written_otherwise(text: str) -> str:
    """The same words in the other ways that offices write them."""
    for one, other in (
        ("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("CNTT", "công nghệ thông tin"),
        ("hóa", "hoá"), ("ủy", "uỷ"), ("tỷ lệ", "tỉ lệ"), ("“", '"'), ("”", '"'), (", ", ",  "), ("–", "-"),
    ):  # fmt: skip
        text = text.replace(one, other)
    return text


@pytest.mark.slow
def test_a_draft_that_is_only_written_otherwise_addressed_nothing(tmp_path: Path) -> None:
    """Asked of 70 comments, some of which want words gone that the other draft only spells otherwise."""
    base = "tests/data/versions/v1.docx"
    said = [one["text"] for one in rows(ROOT / "tests/data/links-own-3/gold.tsv") if one["draft"] == base]
    letter = "".join(f"{number}. {text}\n\n" for number, text in enumerate(said, 1))
    (tmp_path / "drafts").mkdir()
    (tmp_path / "comments").mkdir()
    (tmp_path / "comments" / "so-noi-vu.md").write_text(
        f"SỞ NỘI VỤ\n\nNgày 12 tháng 01 năm 2025\n\nGóp ý dự thảo như sau:\n\n{letter}", encoding="utf-8"
    )
    document = docx.Document(str(ROOT / base))
    changed = 0
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            changed += run.text != written_otherwise(run.text)
            run.text = written_otherwise(run.text)
    assert changed > 50  # runs
    shutil.copy(ROOT / base, tmp_path / "drafts" / "1.docx")
    document.save(str(tmp_path / "drafts" / "2.docx"))
    (tmp_path / "drafter.toml").write_text(
        '[[drafts]]\npath = "drafts/1.docx"\nnumber = 1\ndate = 2025-01-01\n'
        '[[drafts]]\npath = "drafts/2.docx"\nnumber = 2\ndate = 2025-06-01\n',
        encoding="utf-8",
    )
    problems: list[Exception] = []
    otherwise = Workspace(tmp_path, report=problems.append)
    found = otherwise.evidence(otherwise.correspondence())
    done = [
        (one.comment, one.measures) for one in found if one.verdict in (Verdict.ADDRESSED, Verdict.PARTLY)
    ]
    assert len(found) > 60
    assert done == []
