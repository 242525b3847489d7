"""The bars of linking on the gold letters and on comments on other drafts, by the report's own figures."""

import pytest

from tests.bench.quality.links import (
    METRICS,
    calibration_error,
    gold_cases,
    judge,
    made_cases,
    mean,
    own_cases,
)


def shares(cases: str) -> dict[str, float]:
    judged = judge(gold_cases() if cases == "gold" else own_cases(cases))
    return {
        name: mean([float(value) for one in judged if (value := get(one)) is not None])
        for name, get in METRICS
    }


def test_gold_letters_reach_the_bars() -> None:
    found = shares("gold")
    assert found["right clause first"] >= 0.90
    assert found["right clause within five"] >= 0.96
    assert found["scope"] >= 0.95


@pytest.mark.parametrize("folder", ["links-own", "links-own-2"])
def test_comments_on_other_drafts_reach_the_bars(folder: str) -> None:
    found = shares(folder)
    assert found["right clause first"] >= 0.90
    assert found["right clause within five"] >= 0.96
    assert found["scope"] >= 0.95


def test_few_links_that_nobody_reviews_are_wrong() -> None:
    unseen = [one for one in judge(gold_cases()) + judge(own_cases()) if one.link and not one.link.review]
    assert len(unseen) >= 100
    assert mean([float(not one.right) for one in unseen]) <= 0.05


def test_comments_that_served_for_nothing_keep_near_the_bars() -> None:
    """50 comments whose mistakes nobody has read: a promise for other drafts, with little data."""
    found = shares("links-held-out")
    assert found["right clause first"] >= 0.85
    assert found["right clause within five"] >= 0.95


def test_confidence_holds_on_six_other_drafts() -> None:
    """600 remarks made by rule, to which nothing was fitted."""
    judged = judge(made_cases())
    assert len(judged) >= 500
    assert calibration_error(judged) <= 0.05
    unseen = [one for one in judged if one.link and not one.link.review]
    assert mean([float(not one.right) for one in unseen]) <= 0.03
    assert len(unseen) >= 0.6 * len(judged)
