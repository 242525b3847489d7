"""Redlines of three hundred generated pairs: random edits of real files, judged by the referee and others."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judges.office import Office, office
from tests.judges.referee import Verdict, formatting_restored, judge
from tests.judges.schema import new_faults
from tests.mutations import DRAFTS, OPERATIONS, SMALL, Mutated, pair
from tests.mutations.document import Document
from tests.mutations.shrink import shrunk
from tests.redline_pairs import Pair, written

ALL, SOME = range(300), range(300, 340)
LOOKED_AT = [0, 1, 2, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 12))]
# A column changes as rows do: every row of the table is deleted and inserted. Correct, and as costly as that.
COSTLY = "columns."
# It reads a control around one paragraph as one around its runs, and on accepting prints the inserted
# words after a deletion at its end twice; the markup is sound, the referee finds both drafts.
OFFICE_ALONE = (323,)


def made(mutated: Mutated, folder: Path, *, formatting: bool = False) -> tuple[Pair, Path]:
    """A generated pair as files in `folder`, and its redline."""
    old, new = folder / "old.docx", folder / "new.docx"
    old.write_bytes(mutated.old)
    new.write_bytes(mutated.new)
    files = Pair("redline", old, new)
    return files, written(files, folder, formatting=formatting)


def judged(mutated: Mutated, folder: Path) -> Verdict:
    files, path = made(mutated, folder)
    return judge(files.old, files.new, path)


def told(seed: int, folder: Path) -> str:
    """A failing seed with the fewest operations that fail, and how."""
    mutated = shrunk(seed, lambda one: not judged(one, folder).strict)
    verdict = judged(mutated, folder)
    again = f"pair({seed}, keep={mutated.kept})"
    return f"{again} of {mutated.source}: {mutated.operations} {verdict.faults} {verdict.where}"


@pytest.mark.slow
def test_equal_seeds_give_equal_files() -> None:
    assert pair(3) == pair(3)


@pytest.mark.slow
def test_a_pair_is_made_again_from_the_numbers_of_its_operations() -> None:
    mutated = pair(3)
    assert len(mutated.kept) == len(mutated.operations) > 1
    assert pair(3, mutated.kept) == mutated
    assert pair(3, mutated.kept[:1]).operations == mutated.operations[:1]


@pytest.mark.slow
def test_a_failing_pair_shrinks_to_the_operation_that_fails() -> None:
    guilty = pair(3).operations[-1]
    smallest = shrunk(3, lambda mutated: guilty in mutated.operations)
    assert smallest.operations == (guilty,)


@pytest.mark.few
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_kind_of_edit_finds_something_to_do(name: str) -> None:
    def finds(path: Path, rnd: random.Random) -> bool:
        document = Document(path)
        OPERATIONS["holders.control"](document, rnd)  # for the edit that takes one away
        return OPERATIONS[name](document, rnd)

    assert any(finds(path, random.Random(seed)) for path in (*SMALL, *DRAFTS) for seed in range(3))


@pytest.mark.few
@pytest.mark.parametrize("seed", LOOKED_AT)
def test_a_generated_redline_gives_both_drafts_and_their_looks(seed: int, tmp_path: Path) -> None:
    files, path = made(pair(seed), tmp_path, formatting=True)
    assert judge(files.old, files.new, path).strict, told(seed, tmp_path)
    same, compared = formatting_restored(files.old, path)
    assert same >= 0.999 * compared


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Mutated, Verdict]]:
    folder = tmp_path_factory.mktemp("pairs")
    return {seed: (mutated := pair(seed), judged(mutated, folder)) for seed in ALL}


@pytest.mark.slow
def test_three_hundred_generated_redlines_give_both_drafts(
    verdicts: dict[int, tuple[Mutated, Verdict]], tmp_path: Path
) -> None:
    failed = [told(seed, tmp_path) for seed, (_, verdict) in verdicts.items() if not verdict.strict]
    assert failed == []


@pytest.mark.slow
def test_generated_redlines_are_marked_hardly_more_than_they_must(
    verdicts: dict[int, tuple[Mutated, Verdict]],
) -> None:
    found = [
        verdict
        for mutated, verdict in verdicts.values()
        if not any(COSTLY in one for one in mutated.operations)
    ]
    assert len(found) >= 0.9 * len(verdicts)
    assert sum(one.cost for one in found) <= 1.05 * sum(one.least for one in found)
    large = [one for one in found if one.least >= 20]
    assert sum(one.cost <= 1.25 * one.least for one in large) >= 0.9 * len(large)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SOME)
def test_a_generated_redline_has_no_fault_that_neither_draft_has(seed: int, tmp_path: Path) -> None:
    mutated = pair(seed)
    files, path = made(mutated, tmp_path, formatting=seed % 2 == 0)
    assert new_faults(path, files.old, files.new) == [], (mutated.source, mutated.operations)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SOME)
def test_the_edits_themselves_break_no_file(seed: int, tmp_path: Path) -> None:
    mutated = pair(seed)
    files, _ = made(mutated, tmp_path)
    sources = [path for path in (*DRAFTS, *SMALL) if path.name in mutated.source.split(" and ")]
    for edited in (files.old, files.new):
        assert new_faults(edited, *sources) == [], (mutated.source, mutated.operations)


@pytest.fixture(scope="module")
def running() -> Iterator[Office]:
    with office() as program:
        yield program


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.bridge
@pytest.mark.parametrize("seed", [seed for seed in SOME if seed not in OFFICE_ALONE])
def test_libreoffice_finds_both_drafts_in_a_generated_redline(
    seed: int, running: Office, tmp_path: Path
) -> None:
    mutated = pair(seed)
    files, path = made(mutated, tmp_path)
    edits = mutated.source, mutated.operations
    assert printed(running, path, "accept") == printed(running, files.new, "accept"), edits
    assert printed(running, path, "reject") == printed(running, files.old, "accept"), edits


def printed(running: Office, path: Path, view: str) -> dict[str, str]:
    """Without the zero-width spaces that LibreOffice puts where a marked picture is anchored."""
    return {story: text.replace("\u200b", "") for story, text in running.texts(path, view).items()}
