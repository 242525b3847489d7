"""Redlines of whole files before an independent referee: public pairs, the sample, the two versions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli import app
from tests.judges.referee import Verdict, formatting_restored, judge
from tests.redline_pairs import ROOT, Pair, public, sample, versions, written

OURS = [*sample(), *versions()]
ALL = [*public(), *OURS]
# An annex whose columns changed is written as rows deleted and inserted, for want of a better mark.
COLUMNS_CHANGED = {"lan-2-3", "lan-3-2"}


def commanded(pair: Pair, folder: Path, *options: str) -> Path:
    """The redline that the command writes, with all that it adds to the engine's."""
    out = folder / f"{pair.name}.docx"
    command = ["-C", str(ROOT), "diff", str(pair.old), str(pair.new), "--docx", str(out), *options]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, (pair.name, done.output)
    return out


@pytest.mark.few
@pytest.mark.parametrize("pair", [*public()[::12], *versions()], ids=lambda pair: pair.name)
def test_a_redline_gives_both_drafts_paragraph_for_paragraph(pair: Pair, tmp_path: Path) -> None:
    verdict = judge(pair.old, pair.new, written(pair, tmp_path))
    assert verdict.strict, (verdict.faults, verdict.where)


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    folder = tmp_path_factory.mktemp("redlines")
    return {pair.name: judge(pair.old, pair.new, commanded(pair, folder)) for pair in ALL}


@pytest.mark.slow
def test_every_redline_gives_both_drafts_paragraph_for_paragraph(verdicts: dict[str, Verdict]) -> None:
    failed = {name: (one.faults, one.where) for name, one in verdicts.items() if not one.strict}
    assert len(verdicts) == 68
    assert failed == {}


@pytest.mark.slow
def test_public_pairs_are_marked_no_more_than_a_word_diff_needs(verdicts: dict[str, Verdict]) -> None:
    found = [verdicts[pair.name] for pair in public()]
    assert sum(one.cost for one in found) <= 1.05 * sum(one.least for one in found)


def are_thrifty(verdicts: Iterable[Verdict]) -> bool:
    """Whether nine in ten that change more than a few letters cost at most a quarter over the least."""
    large = [one for one in verdicts if one.least >= 20]
    return sum(one.cost <= 1.25 * one.least for one in large) >= 0.9 * len(large) > 0


@pytest.mark.slow
def test_nine_public_pairs_in_ten_cost_little_more_than_they_must(verdicts: dict[str, Verdict]) -> None:
    assert are_thrifty(verdicts[pair.name] for pair in public())


@pytest.mark.slow
def test_drafts_cost_little_more_than_they_must_where_no_column_changed(
    verdicts: dict[str, Verdict],
) -> None:
    assert are_thrifty(verdicts[pair.name] for pair in OURS if pair.name not in COLUMNS_CHANGED)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(COLUMNS_CHANGED))
def test_where_columns_changed_only_the_rows_of_that_table_cost_more(
    name: str, verdicts: dict[str, Verdict]
) -> None:
    assert verdicts[name].rows > 0
    assert verdicts[name].cost - verdicts[name].rows <= verdicts[name].least


@pytest.mark.slow
@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.name)
def test_rejecting_gives_the_old_look_back_where_formatting_is_marked(pair: Pair, tmp_path: Path) -> None:
    made = commanded(pair, tmp_path, "--formatting")
    assert judge(pair.old, pair.new, made).strict
    same, compared = formatting_restored(pair.old, made)
    assert same >= 0.999 * compared
