"""Targets: the register of a whole draft, its places, counts and findings."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.targets import targets
from drafter.model import Comparator, Finding, Register, Target
from drafter.wording.messages import say
from tests.properties import examples

from .target_drafts import draft, one_bullet, renamed

PROVINCE = draft((Path(__file__).parent / "data" / "targets" / "province.txt").read_text(encoding="utf-8"))


def rules(register: Register) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.clause) for finding in register.findings]


def of(register: Register, clause: str) -> list[Target]:
    return [target for target in register.targets if target.clause == clause]


def the(register: Register, rule: str) -> Finding:
    (found,) = [finding for finding in register.findings if finding.rule == rule]
    return found


def test_counts_by_deadline_meet_what_the_prose_declares() -> None:
    register = targets(PROVINCE)
    assert register.declared == {"2025": 6, "2030": 4}
    assert register.counts == {"2025": 7, "2030": 4}  # the scattered one in IV.1.a is the seventh
    mismatch = the(register, "count-mismatch")
    assert (mismatch.data["declared"], mismatch.data["counted"], mismatch.data["deadline"]) == (6, 7, "2025")


def test_statistics_of_the_current_state_are_no_targets() -> None:
    assert not [t for t in targets(PROVINCE).targets if t.clause.startswith(("I.", "II.", "V."))]


def test_general_aims_are_not_counted() -> None:
    assert not [t for t in targets(PROVINCE).targets if t.clause.startswith("III.1")]


def test_levels_of_one_indicator_are_one_target_with_a_measure_each() -> None:
    (target,) = of(targets(PROVINCE), "III.2.1.-1")
    assert [(m.value, m.scope, m.deadline) for m in target.measures] == [
        (100, "cấp tỉnh", 2025), (90, "cấp huyện", 2025), (80, "cấp xã", 2025),
    ]  # fmt: skip


def test_two_indicators_in_one_bullet_are_two_targets() -> None:
    assert [t.indicator for t in of(targets(PROVINCE), "III.2.1.-4")] == [
        "Kinh tế số", "Tỷ lệ dân số trưởng thành có tài khoản thanh toán điện tử",
    ]  # fmt: skip


def test_a_task_that_commits_to_a_value_is_a_scattered_target() -> None:
    register = targets(PROVINCE)
    (target,) = of(register, "IV.1.a")
    assert target.scattered
    assert [(m.comparator, m.value, m.deadline) for m in target.measures] == [(Comparator.EQUAL, 85, 2025)]
    assert ("scattered", "IV.1.a") in rules(register)
    assert not of(register, "IV.1.b")


def test_every_annex_row_points_at_the_target_it_repeats() -> None:
    register = targets(PROVINCE)
    by_id = {target.id: target for target in register.targets}
    pairs = {(t.clause, t.deadline): by_id[t.same_as].clause for t in register.targets if t.same_as}
    assert pairs == {
        ("pl-I.t1r2", 2025): "III.2.1.-1",
        ("pl-I.t1r3", 2025): "III.2.1.-2",
        ("pl-I.t1r4", 2025): "III.2.1.-3",
        ("pl-I.t1r6", 2025): "III.2.1.-4",
        ("pl-I.t1r6", 2030): "III.2.2.-1",
        ("pl-I.t1r7", 2025): "III.2.1.-4",
        ("pl-I.t1r8", 2025): "III.2.1.-5",
        ("pl-I.t1r9", 2030): "III.2.2.-2",
        ("pl-I.t1r10", 2030): "III.2.2.-3",
    }


def test_year_columns_are_milestones_of_one_target() -> None:
    target = next(t for t in targets(PROVINCE).targets if t.clause == "pl-I.t1r6" and t.deadline == 2025)
    assert [(m.deadline, m.value) for m in target.measures] == [
        (2021, 8),
        (2022, 10),
        (2023, 13),
        (2024, 16),
        (2025, 20),
    ]


def test_a_target_that_the_annex_leaves_out_is_found() -> None:
    found = [clause for rule, clause in rules(targets(PROVINCE)) if rule == "not-in-annex"]
    assert found == ["III.2.2.-4"]


def test_completion_and_words_alone_have_no_figure() -> None:
    register = targets(PROVINCE)
    found = [clause for rule, clause in rules(register) if rule == "no-figure"]
    assert found == ["III.2.1.-5", "III.2.2.-4"]
    (complete,) = of(register, "III.2.1.-5")
    assert complete.measurable and complete.measures[0].comparator == Comparator.COMPLETE
    assert not of(register, "III.2.2.-4")[0].measurable


def test_a_changed_value_in_the_annex_contradicts_the_text() -> None:
    register = targets(renamed(PROVINCE, "Kinh tế số chiếm 20% GRDP", "Kinh tế số chiếm 25% GRDP"))
    found = the(register, "contradiction")
    assert (found.clause, found.data["what"], found.data["first"]) == ("pl-I.t1r6", "value", "III.2.1.-4")


def test_another_base_contradicts_too() -> None:
    register = targets(
        renamed(
            PROVINCE,
            "tỷ lệ hộ gia đình có internet đạt 85%",
            "kinh tế số chiếm 20% tổng giá trị sản xuất công nghiệp",
        )
    )
    found = [f for f in register.findings if f.rule == "contradiction"]
    assert [(f.clause, f.data["what"]) for f in found] == [("IV.1.a", "base")]


def test_a_repeat_in_the_body_is_a_duplicate_and_counts_once() -> None:
    register = targets(
        renamed(PROVINCE, "tỷ lệ hộ gia đình có internet đạt 85%", "kinh tế số chiếm 20% GRDP")
    )
    assert the(register, "duplicate").clause == "IV.1.a"
    assert register.counts["2025"] == 6


def test_a_later_date_that_asks_less_falls() -> None:
    register = targets(renamed(PROVINCE, "Kinh tế số chiếm 30% GRDP", "Kinh tế số chiếm 15% GRDP"))
    found = the(register, "falls")
    assert (found.clause, found.data["first"]) == ("III.2.2.-1", "III.2.1.-4")


def test_a_bullet_without_date_is_found() -> None:
    register = targets(renamed(PROVINCE, "Tầm nhìn đến năm 2030", "Mục tiêu lâu dài"))
    assert [c for rule, c in rules(register) if rule == "no-deadline"] == [
        f"III.2.2.-{n}" for n in (1, 2, 3, 4)
    ]


def test_every_finding_has_a_sentence_in_both_languages() -> None:
    drafts = [
        PROVINCE,
        renamed(PROVINCE, "30% GRDP", "15% GRDP"),
        renamed(PROVINCE, "Tầm nhìn đến năm 2030", "Mục tiêu lâu dài"),
    ]
    for register in map(targets, drafts):
        for finding in register.findings:
            for lang in ("vi", "en"):
                sentence = say(f"finding.{finding.rule}", lang, **dict(finding.data))
                assert sentence and "{" not in sentence


def test_measures_stand_where_they_say_in_the_text_as_printed() -> None:
    words = "Kinh tế số chiếm 20% GRDP"
    decomposed = renamed(PROVINCE, words, unicodedata.normalize("NFD", words))
    register = targets(decomposed)
    by_id = decomposed.by_id
    for target in register.targets:
        for measure in target.measures:
            if measure.value is not None:
                text = by_id[target.clause].text[measure.start : measure.end]
                assert text[:1].isdigit(), (target.clause, text)


_PIECES = [
    "đạt ",
    "tối thiểu ",
    "80%",
    " 16 - 18%/năm",
    "; ",
    ", ",
    ". ",
    "đến năm 2025",
    "5G",
    "\n",
    "hồ sơ cấp tỉnh ",
    "(",
    ")",
    "trong đó ",
    "và ",
    "từ 45% lên ",
    "1/3 ",
    "≥ 5 ",
    "nhóm 20 tỉnh đứng đầu về ",
    "kinh tế số ",
    "chỉ số ",
    "hoàn thành ",
    "doanh nghiệp ",
    ": ",
    "phấn đấu ",
    "tăng ",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=16).map("".join) | st.text(max_size=80))
@examples(150)
def test_any_text_gives_a_register_that_hangs_together(text: str) -> None:
    found = one_bullet(text)
    register = targets(found)
    assert sum(register.counts.values()) == len([t for t in register.targets if t.same_as is None])
    for target in register.targets:
        assert target.text in text
        assert target.measurable == bool(target.measures)
        for measure in target.measures:
            assert 0 <= measure.start < measure.end <= len(text)
            assert (measure.value is None) == (measure.comparator == Comparator.COMPLETE)
