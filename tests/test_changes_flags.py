"""Moved, renumbered, reordered, counts and words by role."""

from __future__ import annotations

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.model import Change, ChangeSet, Role
from tests.redrafting import clause, draft, written
from tests.test_alignment_cases import HEALTH, LAND, MARKET, ROADS, SCHOOL


def compared(old: str, new: str) -> ChangeSet:
    before, after = written(old), written(new, 2)
    return changes(before, after, align(before, after))


def change_of(found: ChangeSet, old: str) -> Change:
    return next(change for change in found.changes if old in change.old)


def test_of_siblings_in_a_new_order_the_fewest_are_called_reordered() -> None:
    found = compared(
        f"I A\nI.1 {LAND}\nI.2 {SCHOOL}\nI.3 {HEALTH}\nI.4 {ROADS}",
        f"I A\nI.1 {ROADS}\nI.2 {LAND}\nI.3 {SCHOOL}\nI.4 {HEALTH}",
    )
    assert [change.old for change in found.changes if change.reordered] == [("I.4",)]
    assert found.counts["reordered"] == 1


def test_an_insertion_before_others_reorders_nothing() -> None:
    found = compared(f"I A\nI.1 {LAND}\nI.2 {SCHOOL}", f"I A\nI.1 {HEALTH}\nI.2 {LAND}\nI.3 {SCHOOL}")
    assert found.counts["reordered"] == found.counts["moved"] == 0
    assert found.counts["renumbered"] == 2


def test_children_of_a_renumbered_heading_are_neither_moved_nor_renumbered() -> None:
    found = compared(
        f"I Đất\nI.1 {LAND}\nI.2 {ROADS}", f"I Y tế\nI.1 {HEALTH}\nII Đất\nII.1 {LAND}\nII.2 {ROADS}"
    )
    child = change_of(found, "I.1")
    assert (child.new, child.moved, child.renumbered) == (("II.1",), False, False)
    assert change_of(found, "I").renumbered


def test_a_clause_under_a_heading_that_does_not_continue_its_old_one_is_moved() -> None:
    found = compared(
        f"I Đất\nI.1 {LAND}\nI.2 {ROADS}\nII Y tế\nII.1 {HEALTH}\nII.2 {SCHOOL}",
        f"I Đất\nI.1 {ROADS}\nII Y tế\nII.1 {HEALTH}\nII.2 {LAND}\nII.3 {SCHOOL}",
    )
    assert [change.old for change in found.changes if change.moved] == [("I.1",)]


def test_a_split_into_lead_and_points_under_it_is_not_moved() -> None:
    found = compared(
        f"I A\nI.1 Tập trung các việc: {LAND} {SCHOOL}\nI.2 {ROADS}",
        f"I A\nI.1 Tập trung các việc:\nI.1.a {LAND}\nI.1.b {SCHOOL}\nI.2 {ROADS}",
    )
    assert not change_of(found, "I.1").moved


def test_a_split_with_new_marks_at_the_joint_is_nothing_but_a_split() -> None:
    one, two = LAND.rstrip("."), SCHOOL
    found = compared(
        f"I A\nI.1 {one}; {two[0].lower()}{two[1:]}\nI.2 {ROADS}", f"I A\nI.1 {one}.\nI.2 {two}\nI.3 {ROADS}"
    )
    assert change_of(found, "I.1").kind == "split"
    assert change_of(found, "I.1").noise_only


def test_changes_stand_in_the_order_of_the_new_draft_with_deletions_in_their_place() -> None:
    found = compared(
        f"I A\nI.1 {LAND}\nI.2 {SCHOOL}\nI.3 {HEALTH}", f"I A\nI.1 {MARKET}\nI.2 {LAND}\nI.3 {HEALTH}"
    )
    assert [(change.old, change.new) for change in found.changes] == [
        (("I",), ("I",)), ((), ("I.1",)), (("I.1",), ("I.2",)), (("I.2",), ()), (("I.3",), ("I.3",)),
    ]  # fmt: skip


def test_words_are_counted_by_role_before_and_after() -> None:
    old = draft(
        clause("I", "Bối cảnh của tỉnh", role=Role.CONTEXT), clause("II", "Một hai ba", role=Role.TARGETS)
    )
    new = draft(
        clause("I", "Bối cảnh", role=Role.CONTEXT),
        clause("II", "Một hai ba bốn", role=Role.TARGETS),
        number=2,
    )
    found = changes(old, new, align(old, new))
    assert found.words == {Role.CONTEXT: (4, 2), Role.TARGETS: (3, 4)}
