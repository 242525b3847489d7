"""Redlines of three hundred generated pairs: random edits of real files, judged by the referee and others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judges.office import Office, office
from tests.judges.referee import Verdict, formatting_restored, judge
from tests.judges.schema import new_faults
from tests.mutations import Mutated, pair
from tests.redline_pairs import Pair, written

QUICK, ALL, SOME = range(12), range(300), range(300, 340)
# Columns change as rows, and a clause that holds a table is deleted and inserted: correct, but costly.
COSTLY = ("column", "merge_cells", "tables.")


def made(seed: int, folder: Path, *, formatting: bool = False) -> tuple[Mutated, Pair, Path]:
    """A generated pair as files in `folder`, and its redline."""
    mutated = pair(seed)
    old, new = folder / f"old-{seed}.docx", folder / f"new-{seed}.docx"
    old.write_bytes(mutated.old)
    new.write_bytes(mutated.new)
    files = Pair(f"seed-{seed}", old, new)
    return mutated, files, written(files, folder, formatting=formatting)


@pytest.mark.parametrize("seed", QUICK)
def test_a_generated_redline_gives_both_drafts_and_their_looks(seed: int, tmp_path: Path) -> None:
    mutated, files, path = made(seed, tmp_path, formatting=True)
    verdict = judge(files.old, files.new, path)
    assert verdict.strict, (mutated.source, mutated.operations, verdict.faults, verdict.where)
    same, compared = formatting_restored(files.old, path)
    assert same >= 0.999 * compared


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Mutated, Verdict]]:
    found = {}
    for seed in ALL:
        folder = tmp_path_factory.mktemp("pair")
        mutated, files, path = made(seed, folder)
        found[seed] = mutated, judge(files.old, files.new, path)
    return found


@pytest.mark.slow
def test_three_hundred_generated_redlines_give_both_drafts(
    verdicts: dict[int, tuple[Mutated, Verdict]],
) -> None:
    failed = {
        seed: (mutated.source, mutated.operations, verdict.faults, verdict.where)
        for seed, (mutated, verdict) in verdicts.items()
        if not verdict.strict
    }
    assert failed == {}


@pytest.mark.slow
def test_generated_redlines_are_marked_hardly_more_than_they_must(
    verdicts: dict[int, tuple[Mutated, Verdict]],
) -> None:
    found = [
        verdict
        for mutated, verdict in verdicts.values()
        if not any(word in one for word in COSTLY for one in mutated.operations)
    ]
    assert len(found) > 100
    assert sum(one.cost for one in found) <= 1.05 * sum(one.least for one in found)
    large = [one for one in found if one.least >= 20]
    assert sum(one.cost <= 1.25 * one.least for one in large) >= 0.9 * len(large)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SOME)
def test_a_generated_redline_has_no_fault_that_neither_draft_has(seed: int, tmp_path: Path) -> None:
    mutated, files, path = made(seed, tmp_path, formatting=seed % 2 == 0)
    assert new_faults(path, files.old, files.new) == [], (mutated.source, mutated.operations)


@pytest.fixture(scope="module")
def running() -> Iterator[Office]:
    with office() as program:
        yield program


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.bridge
@pytest.mark.parametrize("seed", SOME)
def test_libreoffice_finds_both_drafts_in_a_generated_redline(
    seed: int, running: Office, tmp_path: Path
) -> None:
    mutated, files, path = made(seed, tmp_path)
    told = mutated.source, mutated.operations
    assert running.texts(path, "accept") == running.texts(files.new, "accept"), told
    assert running.texts(path, "reject") == running.texts(files.old, "accept"), told
