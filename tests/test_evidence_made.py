"""Evidence on real documents redrafted by chance: what was done is seen, what was not is never claimed."""

from __future__ import annotations

from random import Random

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.evidence import evidence
from drafter.analyses.targets import targets
from drafter.model import Rounds, Verdict
from tests.bench.quality.links import draft, linked
from tests.made_asks import asks
from tests.redrafting import redraft

DOCUMENTS = [
    "tests/data/official/nq57-nqtw.docx",
    *(
        pytest.param(f"tests/data/official/{name}.docx", marks=pytest.mark.slow)
        for name in ("nd30-2020", "hd36-vptw-2018")
    ),
]
SEEDS = [pytest.param(0, id="0"), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 6))]
SENTENCE = "Tăng cường phối hợp giữa các cơ quan trong quá trình thực hiện nhiệm vụ được giao hằng năm."


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("path", DOCUMENTS)
def test_what_was_done_is_seen_and_what_was_not_is_never_claimed(path: str, seed: int) -> None:
    old, random = draft(path), Random(seed)
    new, truth = redraft(old, random, steps=25, rewording=0.15, insertions=[SENTENCE])
    made = list(asks(old, new, truth, random))
    comments = [ask.comment(f"a#{number}", old.path) for number, ask in enumerate(made)]
    links = linked(comments, old)
    by_id = {one.comment: one for one in links}
    found = evidence(comments, by_id, Rounds((old, new), align), targets)
    done = [one.verdict for ask, one in zip(made, found, strict=True) if ask.done]
    others = [(ask, one) for ask, one in zip(made, found, strict=True) if not ask.done]
    assert len(done) >= 20 and len(others) >= 15
    # Where a sentence was turned besides, by one word in seven put anyhow, a person looks.
    assert set(done) <= {Verdict.ADDRESSED, Verdict.PARTLY, Verdict.UNCLEAR}
    assert done.count(Verdict.ADDRESSED) >= 0.8 * len(done)
    # Where the old words went and others came than asked, a person looks: nothing is claimed.
    left = (Verdict.NOT_YET, Verdict.UNCLEAR)
    claimed = [(ask.text, one.measures) for ask, one in others if one.verdict not in left]
    assert claimed == []


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_clause_cited_by_its_own_locator_is_found(path: str) -> None:
    old, random = draft(path), Random(7)
    made = list(asks(old, *redraft(old, random, steps=5), random))
    links = linked([ask.comment(f"a#{number}", old.path) for number, ask in enumerate(made)], old)
    found = [
        ask.clause in [one.id for one in each.clauses[:2]] for ask, each in zip(made, links, strict=True)
    ]
    assert sum(found) >= 0.97 * len(found)
