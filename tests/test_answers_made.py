"""Answers on real documents redrafted by chance: no claim is untrue, whatever was done."""

from __future__ import annotations

from random import Random

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.answers import Material, answered
from drafter.analyses.disposition import disposition
from drafter.analyses.evidence import evidence
from drafter.analyses.evidence.clashes import clashes
from drafter.analyses.targets import targets
from drafter.language.normal import folded
from drafter.model import Correspondence, Disposition, Letter, Op, Rounds, Stance, Table
from drafter.wording.answers import answer_words
from tests.bench.quality.links import draft, linked
from tests.made_asks import asks
from tests.redrafting import redraft
from tests.test_evidence_made import DOCUMENTS, SEEDS, SENTENCE

pytestmark = pytest.mark.slow  # whole files or processes of their own


def made_table(path: str, seed: int) -> tuple[Table, Rounds]:
    """The table of comments on a real document and the draft that some of them were followed in."""
    old, random = draft(path), Random(seed)
    new, truth = redraft(old, random, steps=25, rewording=0.15, insertions=[SENTENCE])
    made = list(asks(old, new, truth, random))
    comments = tuple(ask.comment(f"a#{number}", old.path) for number, ask in enumerate(made))
    links = {link.comment: link for link in linked(comments, old)}
    rounds = Rounds((old, new), align)
    letter = Letter("a", comments[0].agency, None, None, Stance.REQUEST, comments)
    read = Correspondence((letter,), (), (), {"a": "0" * 64})
    found = evidence(comments, links, rounds, targets)
    table = disposition(read, links, rounds)
    return answered(table, rounds, read, Material(links, found, clashes(comments, links, rounds))), rounds


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("path", DOCUMENTS)
def test_no_claim_is_untrue_whatever_was_done(path: str, seed: int) -> None:
    table, rounds = made_table(path, seed)
    texts: dict[str, list[str]] = {}
    for clause in rounds.newest.clauses:
        texts.setdefault(clause.locator or clause.id, []).append(folded(clause.text))
    claims = 0
    for row in table.rows:
        assert row.answer is not None
        for claim in row.answer.claims:
            claims += 1
            here = [text for place in claim.places for text in texts[place.removesuffix(", phần căn cứ")]]
            assert claim.places or claim.op is Op.DELETE
            assert not claim.new or any(folded(claim.new) in text for text in here), claim
            assert not claim.old or any(
                folded(claim.old) not in text.replace(folded(claim.new), "") for text in here
            ), claim
            if claim.op is Op.DELETE and not claim.places:
                gone = {c.locator: c for c in rounds.drafts[0].clauses}
                assert all(not rounds.follow((gone[place].id,), *rounds.drafts) for place in claim.whence)
    assert claims >= 15


@pytest.mark.parametrize("path", DOCUMENTS[:1])
def test_every_answer_is_accepted_with_what_was_done_or_left_open(path: str) -> None:
    table, _ = made_table(path, 0)
    for row in table.rows:
        assert row.answer is not None
        told = answer_words(row.answer, "vi")
        assert told and "→" not in told
        if row.answer.proposes is Disposition.PENDING:
            assert "[" in told
