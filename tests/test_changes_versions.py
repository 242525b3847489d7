"""Changes between the two known versions, row for row of the gold list."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.model import Change, ChangeKind
from tests.bench.quality.diff import measure, read_drafts, read_gold, shown_figures
from tests.redrafting import read_clauses

VERSIONS = Path(__file__).parent / "data" / "versions"
GOLD = read_gold()
PERFECT = {
    "versions: gold changes found": 1.0,
    "versions: kind": 1.0,
    "versions: moved": 1.0,
    "versions: renumbered": 1.0,
    "versions: figures": 1.0,
    "versions: noise": 1.0,
    "versions: noise only": 1.0,
    "versions: false splits and merges": 0,
    "versions: changes beyond gold": 0,
}


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], Change]:
    old, new = (read_clauses(VERSIONS / f"clauses-v{number}.tsv", number) for number in (1, 2))
    got = changes(old, new, align(old, new)).changes
    return {(";".join(change.old), ";".join(change.new)): change for change in got}


@pytest.mark.slow
@pytest.mark.parametrize("row", GOLD, ids=lambda row: f"{row['kind']} {row['old']}→{row['new']}")
def test_each_known_change_is_found_as_it_is(
    row: dict[str, str], found: dict[tuple[str, str], Change]
) -> None:
    change = found[row["old"], row["new"]]
    assert (change.kind, change.moved, change.renumbered) == (
        row["kind"],
        row["moved"] == "yes",
        row["renumbered"] == "yes",
    )
    assert shown_figures(change, row["figures"]) == row["figures"]
    if row["old"] and row["new"]:
        assert set(change.noise) == set(row["noise"].split(";")) - {""}
        assert change.noise_only is (row["noise_only"] == "yes")


def test_nothing_else_is_reported(found: dict[tuple[str, str], Change]) -> None:
    assert found.keys() == {(row["old"], row["new"]) for row in GOLD}


@pytest.mark.slow
def test_the_real_files_give_the_same_as_the_clause_lists() -> None:
    assert measure(*read_drafts(), GOLD) == PERFECT


@pytest.mark.slow
def test_swapped_drafts_swap_insertions_with_deletions_and_splits_with_merges() -> None:
    old, new = (read_clauses(VERSIONS / f"clauses-v{number}.tsv", number) for number in (1, 2))
    forth, back = (changes(a, b, align(a, b)) for a, b in ((old, new), (new, old)))
    swapped = {
        ChangeKind.INSERTED: ChangeKind.DELETED,
        ChangeKind.DELETED: ChangeKind.INSERTED,
        ChangeKind.SPLIT: ChangeKind.MERGED,
        ChangeKind.MERGED: ChangeKind.SPLIT,
    }
    assert {(one.kind, one.old, one.new) for one in forth.changes} == {
        (swapped.get(one.kind, one.kind), one.new, one.old) for one in back.changes
    }
    assert {role: (after, before) for role, (before, after) in back.words.items()} == forth.words


def test_a_draft_against_itself_has_no_change() -> None:
    old = read_clauses(VERSIONS / "clauses-v1.tsv")
    found = changes(old, old, align(old, old))
    assert {change.kind for change in found.changes} == {ChangeKind.UNCHANGED}
    assert not any(
        change.noise or change.moved or change.renumbered or change.reordered for change in found.changes
    )
