"""Redlines of whole files before an independent referee: public pairs, the sample, the two versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges.referee import Verdict, formatting_restored, judge
from tests.redline_pairs import Pair, public, sample, versions, written

OURS = [*sample(), *versions()]
ALL = [*public(), *OURS]
# An annex whose columns changed is written as rows deleted and inserted, for want of a better mark.
COLUMNS_CHANGED = {"lan-2-3", "lan-3-2"}


@pytest.mark.parametrize("pair", [*public()[::12], *versions()], ids=lambda pair: pair.name)
def test_a_redline_gives_both_drafts_paragraph_for_paragraph(pair: Pair, tmp_path: Path) -> None:
    verdict = judge(pair.old, pair.new, written(pair, tmp_path))
    assert verdict.strict, (verdict.faults, verdict.where)


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    folder = tmp_path_factory.mktemp("redlines")
    return {pair.name: judge(pair.old, pair.new, written(pair, folder)) for pair in ALL}


@pytest.mark.slow
def test_every_redline_gives_both_drafts_paragraph_for_paragraph(verdicts: dict[str, Verdict]) -> None:
    failed = {name: (one.faults, one.where) for name, one in verdicts.items() if not one.strict}
    assert failed == {}


@pytest.mark.slow
def test_public_pairs_are_marked_no_more_than_a_word_diff_needs(verdicts: dict[str, Verdict]) -> None:
    found = [verdicts[pair.name] for pair in public()]
    assert sum(one.cost for one in found) <= 1.05 * sum(one.least for one in found)


@pytest.mark.slow
def test_nine_pairs_in_ten_cost_little_more_than_they_must(verdicts: dict[str, Verdict]) -> None:
    ratios = {name: one.cost / one.least for name, one in verdicts.items() if one.least >= 20}
    costly = {name for name, ratio in ratios.items() if ratio > 1.25}
    assert len(costly - COLUMNS_CHANGED) <= 0.1 * len(ratios)


@pytest.mark.slow
@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.name)
def test_rejecting_gives_the_old_look_back_where_formatting_is_marked(pair: Pair, tmp_path: Path) -> None:
    made = written(pair, tmp_path, formatting=True)
    assert judge(pair.old, pair.new, made).strict
    same, compared = formatting_restored(pair.old, made)
    assert same >= 0.999 * compared
