"""The bars of linking on the gold letters and on the held-out comments, held by the report's own figures."""

from tests.bench.quality.links import METRICS, gold_cases, judge, mean, own_cases


def shares(cases: str) -> dict[str, float]:
    judged = judge(gold_cases() if cases == "gold" else own_cases())
    return {
        name: mean([float(value) for one in judged if (value := get(one)) is not None])
        for name, get in METRICS
    }


def test_gold_letters_reach_the_bars() -> None:
    found = shares("gold")
    assert found["right clause first"] >= 0.90
    assert found["right clause within five"] >= 0.96
    assert found["scope"] >= 0.95


def test_comments_on_other_drafts_reach_the_bars() -> None:
    found = shares("own")
    assert found["right clause first"] >= 0.90
    assert found["right clause within five"] >= 0.96
    assert found["scope"] >= 0.95


def test_few_links_that_nobody_reviews_are_wrong() -> None:
    unseen = [one for one in judge(gold_cases()) + judge(own_cases()) if one.link and not one.link.review]
    assert len(unseen) >= 100
    assert mean([float(not one.right) for one in unseen]) <= 0.05
