"""The sample workspace: built from its sources, and what drafter must find in it."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from drafter.analyses.outline import outline
from drafter.analyses.targets import targets
from drafter.analyses.tasks import tasks
from drafter.jobs.table import table as made_table
from drafter.model import ChangeKind, Comparator, Draft, Register, Role
from tests.commands import workspace
from tests.inputs import read_docx
from tests.sample.build import ROOT, built
from tests.sample.drafts import FILES
from tests.sample.office import NOTE


@cache
def draft(number: int) -> Draft:
    return outline(read_docx(ROOT / "drafts" / FILES[f"lan-{number}"]))


@cache
def register(number: int) -> Register:
    return targets(draft(number))


def test_the_committed_files_are_what_the_builder_builds() -> None:
    made = built()
    for name, data in made.items():
        assert (ROOT / name).read_bytes() == data, name
    present = {path.relative_to(ROOT).as_posix() for path in (ROOT / "comments").iterdir()}
    assert present == {name for name in made if name.startswith("comments/")}


@pytest.mark.parametrize("path", sorted(name for name in built() if name.endswith(".docx")))
def test_every_word_file_of_the_sample_says_that_it_is_one(path: str) -> None:
    import docx

    assert docx.Document(str(ROOT / path)).core_properties.comments == NOTE


def test_the_first_draft_spends_over_forty_per_cent_of_its_words_on_context() -> None:
    assert share(1, Role.CONTEXT) > 0.40
    assert share(2, Role.CONTEXT) < 0.25


def share(number: int, role: Role) -> float:
    words = Counter[Role]()
    for clause in draft(number).clauses:
        words[clause.role] += clause.words
    return words[role] / words.total()


@pytest.mark.parametrize("number", [2, 3])
def test_later_drafts_have_18_targets_to_2025_and_7_to_2030_as_they_declare(number: int) -> None:
    assert dict(register(number).counts) == {"2025": 18, "2030": 7}
    assert dict(register(number).declared) == {"2025": 18, "2030": 7}


def test_the_second_draft_has_seven_task_groups() -> None:
    assert len(tasks(draft(2), register(2)).groups) == 7


def test_the_seven_targets_to_2030_come_out_with_their_figures() -> None:
    to_2030 = [one for one in register(2).targets if one.deadline == 2030 and one.same_as is None]
    figures = [
        [(m.comparator, m.value, m.value_max) for m in one.measures if m.value is not None] for one in to_2030
    ]
    assert figures == [
        [],
        [(Comparator.RANK, 20, None), (Comparator.RANK, 15, None)],
        [(Comparator.RANGE, 3, 5)],
        [],
        [(Comparator.EQUAL, 30, None)],
        [(Comparator.AT_LEAST, 20, None)],
        [(Comparator.AT_LEAST, 8, None)],
    ]
    assert to_2030[-1].measures[0].of_change


def test_the_planted_faults_of_the_first_draft_are_found() -> None:
    rules = Counter(finding.rule for finding in register(1).findings)
    assert rules["contradiction"] >= 2
    assert rules["count-mismatch"] == 2
    scattered = {
        finding.clause.split(".")[0] for finding in register(1).findings if finding.rule == "scattered"
    }
    assert {"III", "V", "VI"} <= scattered
    vague = {finding.clause for finding in register(1).findings if finding.rule == "no-figure"}
    assert {"IV.2.1.-5", "IV.2.1.-7", "IV.2.1.-9"} <= vague


def test_no_statistic_of_the_current_state_is_taken_for_a_target() -> None:
    for number in (1, 2, 3):
        roles = {draft(number).by_id[one.clause].role for one in register(number).targets}
        assert Role.CONTEXT not in roles


def test_the_second_draft_splits_one_clause_of_the_first_and_merges_two_pairs() -> None:
    found = workspace().changes(draft(1), draft(2)).changes
    split = [change for change in found if change.kind is ChangeKind.SPLIT]
    merged = [change for change in found if change.kind is ChangeKind.MERGED]
    assert [(change.old, change.new) for change in split] == [(("V.4.d",), ("III.2.c", "III.2.d"))]
    assert {change.old for change in merged} == {("V.4.a", "V.4.b"), ("V.3.b", "V.3.c")}
    assert any(change.moved for change in found)
    assert any(change.renumbered for change in found)


def test_the_third_draft_differs_only_where_it_was_meant_to() -> None:
    found = workspace().changes(draft(2), draft(3)).changes
    body = [c for c in found if not any(id.startswith("pl-") for id in (*c.old, *c.new))]
    kinds = Counter(change.kind for change in body)
    assert kinds[ChangeKind.SPLIT] == 1
    assert kinds[ChangeKind.DELETED] == 0
    assert kinds[ChangeKind.INSERTED] == 1
    assert 15 <= kinds[ChangeKind.EDITED] <= 25


def test_every_letter_is_understood_and_every_form_is_there() -> None:
    read = workspace().correspondence()
    assert not read.problems
    assert {Path(path).suffix for path in read.hashes} == {".docx", ".xlsx", ".csv", ".md", ".txt"}
    assert len(read.hashes) >= 13
    minutes = [letter for letter in read.letters if letter.path.startswith("bien-ban")]
    assert len(minutes) == 5
    assert {letter.draft_number for letter in minutes} == {1}


def test_two_agencies_that_ask_the_same_share_a_row_and_the_balance_closes() -> None:
    table = made_table(workspace())
    shared = [row for row in table.rows if len(row.agencies) > 1]
    assert [set(row.agencies) for row in shared] == [
        {"Hiệp hội Doanh nghiệp tỉnh Hà Tĩnh", "Liên minh Hợp tác xã tỉnh"}
    ]
    assert table.balance.closes
    assert {one.agency for one in table.agreements} == {"Sở Y tế", "Ủy ban nhân dân huyện Hương Khê"}


def test_a_wrong_citation_is_corrected_by_the_words_it_quotes() -> None:
    read = workspace().correspondence()
    wrong = next(one for one in read.comments if "chấm dứt việc đầu tư phòng máy chủ" in one.text)
    assert "điểm a khoản 5" in wrong.text
    link = next(one for one in workspace().links(read) if one.comment == wrong.id)
    assert link.clauses[0].id == "III.5.b"
