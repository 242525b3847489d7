"""Alignment over random redrafts of real texts: every clause once, the truth found, both directions alike."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.model import Alignment, Draft
from tests.properties import examples
from tests.redrafting import Truth, read_clauses, redraft

DATA = Path(__file__).parent / "data"
VERSION = read_clauses(DATA / "versions" / "clauses-v1.tsv")
ANNEXED = read_clauses(DATA / "links" / "clauses.tsv")
FRESH = [one.text for one in ANNEXED.clauses if one.id.startswith("pl-II.") and len(one.text.split()) > 12]

seeds = st.integers(0, 10**9)


def found(alignment: Alignment) -> Truth:
    return {(match.old, match.new) for match in alignment.matches}


@examples(10)
@given(seed=seeds, source=st.sampled_from([VERSION, ANNEXED]), steps=st.integers(0, 40))
def test_every_clause_of_both_drafts_stands_in_exactly_one_match(
    seed: int, source: Draft, steps: int
) -> None:
    new, _ = redraft(source, Random(seed), steps, insertions=FRESH, rewording=0.3)
    matches = align(source, new).matches
    assert sorted(id for match in matches for id in match.old) == sorted(source.by_id)
    assert sorted(id for match in matches for id in match.new) == sorted(new.by_id)
    assert all(len(match.old) <= 1 or len(match.new) <= 1 for match in matches)


@pytest.mark.slow
@examples(10)
@given(seed=seeds, source=st.sampled_from([VERSION, ANNEXED]))
def test_segments_of_every_change_give_back_both_texts(seed: int, source: Draft) -> None:
    new, _ = redraft(source, Random(seed), 25, insertions=FRESH, rewording=0.3)
    for change in changes(source, new, align(source, new)).changes:
        before = "".join(one.text for one in change.segments if one.op != "+")
        after = "".join(one.text for one in change.segments if one.op != "-")
        assert before == "\n".join(source.by_id[id].text for id in change.old)
        assert after == "\n".join(new.by_id[id].text for id in change.new)


@examples(10)
@given(seed=seeds, source=st.sampled_from([VERSION, ANNEXED]))
def test_untouched_clauses_keep_their_identity_whatever_their_new_number(seed: int, source: Draft) -> None:
    new, truth = redraft(source, Random(seed), 20, insertions=FRESH)
    got = found(align(source, new))
    for olds, news in truth:
        if len(olds) == len(news) == 1 and source.by_id[olds[0]].text == new.by_id[news[0]].text:
            texts = [one.text for one in source.clauses] + [one.text for one in new.clauses]
            if texts.count(source.by_id[olds[0]].text) == 2:
                assert (olds, news) in got


@examples(8)
@given(seed=seeds, source=st.sampled_from([VERSION, ANNEXED]))
def test_backwards_the_same_clauses_pair(seed: int, source: Draft) -> None:
    """Inserted turns into deleted, split into merged; ties may, rarely, fall otherwise."""
    new, _ = redraft(source, Random(seed), 15, insertions=FRESH)
    forth, back = found(align(source, new)), {(new_, old) for old, new_ in found(align(new, source))}
    assert len(forth ^ back) <= 0.03 * len(forth)


@pytest.mark.slow
def test_hundred_random_redrafts_are_understood() -> None:
    """Split, merged, moved, swapped, reworded, inserted, deleted: what happened is what is found."""
    totals = {"true": 0, "hit": 0, "false": 0, "false division": 0, "division": 0, "division hit": 0}
    for seed in range(50):
        for source, steps in ((VERSION, 14), (ANNEXED, 25)):
            new, truth = redraft(
                source, Random(seed), steps, insertions=FRESH if source is VERSION else (), rewording=0.2
            )
            got = found(align(source, new))
            divided = {pair for pair in truth if len(pair[0]) + len(pair[1]) > 2}
            totals["true"] += len(truth)
            totals["hit"] += len(truth & got)
            totals["false"] += len(got - truth)
            totals["false division"] += len([pair for pair in got - truth if len(pair[0]) + len(pair[1]) > 2])
            totals["division"] += len(divided)
            totals["division hit"] += len(divided & got)
    assert totals["hit"] >= 0.995 * totals["true"]
    assert totals["false"] <= 0.005 * totals["true"]
    assert totals["false division"] == 0
    assert totals["division hit"] >= 0.95 * totals["division"]
