"""Targets and tasks of the sample workspace: what its three drafts must show."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from drafter.analyses.outline import outline
from drafter.analyses.targets import targets
from drafter.analyses.tasks import tasks
from drafter.model import Draft, Register
from tests.inputs import read_docx

DRAFTS = Path(__file__).parents[1] / "drafts"


@cache
def sample(number: int) -> Draft:
    (path,) = DRAFTS.glob(f"*lần {number}.docx")
    return outline(read_docx(path))


@cache
def register(number: int) -> Register:
    return targets(sample(number))


def test_the_later_drafts_set_18_targets_to_2025_and_7_to_2030() -> None:
    for number in (2, 3):
        assert register(number).counts == {"2025": 18, "2030": 7}
        assert register(number).declared == {"2025": 18, "2030": 7}


@pytest.mark.slow
def test_the_later_drafts_have_7_task_groups() -> None:
    for number in (2, 3):
        assert len(tasks(sample(number), register(number)).groups) == 7


def test_the_seven_targets_of_2030_come_out_with_their_figures() -> None:
    found = [t for t in register(2).targets if t.deadline == 2030 and t.same_as is None]
    figures = [
        [(str(m.comparator), m.value, m.value_max, m.unit) for m in t.measures if m.value is not None]
        for t in found
    ]
    assert figures == [
        [],
        [("rank<=", Decimal(20), None, "thứ bậc"), ("rank<=", Decimal(15), None, "thứ bậc")],
        [("range", Decimal(3), Decimal(5), "trung tâm đô thị")],
        [],
        [("=", Decimal(30), None, "%")],
        [(">=", Decimal(20), None, "%")],
        [(">=", Decimal(8), None, "%/năm")],
    ]


def test_every_target_of_the_later_drafts_stands_in_their_annex() -> None:
    for number in (2, 3):
        rules = {finding.rule for finding in register(number).findings}
        assert rules == {"no-figure"}
        repeated = {target.same_as for target in register(number).targets if target.same_as}
        assert len(repeated) == 25


def test_the_yearly_annex_gives_milestones() -> None:
    rows = [t for t in register(3).targets if t.clause.startswith("pl-I.") and t.deadline == 2025]
    assert len(rows) == 18
    years = {m.deadline for target in rows for m in target.measures}
    assert years == {2021, 2022, 2023, 2024, 2025}


def test_the_first_draft_shows_what_was_planted() -> None:
    found = register(1).findings
    rules = [finding.rule for finding in found]
    assert {"scattered", "contradiction", "count-mismatch", "no-figure"} <= set(rules)
    assert rules.count("contradiction") == 2
    scattered = {sample(1).by_id[f.clause or ""].role for f in found if f.rule == "scattered"}
    assert {str(role) for role in scattered} == {"viewpoint", "tasks", "organisation"}


def test_no_statistic_of_the_current_state_is_a_target() -> None:
    for number in (1, 2, 3):
        roles = {str(sample(number).by_id[target.clause].role) for target in register(number).targets}
        assert "context" not in roles
