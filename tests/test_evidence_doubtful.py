"""What is told of a comment whose words a program recognised bears a mark that a person has to look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.comments.recognised import unsure
from drafter.analyses.evidence import evidence
from drafter.analyses.links import link
from drafter.analyses.links.index import index
from drafter.analyses.targets import targets
from drafter.model import Correspondence, Letter, Position, Rounds, Sheet, Stance, Verdict
from drafter.writers.screen.evidence import evidence_cells
from tests.made_verdicts import DRAFT, comment, edited, typed

ASKED = "Tại khoản 3 Điều 2 đề nghị thay “6 tháng” bằng “hằng quý”."


@pytest.mark.parametrize("recognised", [True, False])
def test_a_verdict_on_recognised_words_is_never_without_its_mark(recognised: bool) -> None:
    old, new = typed(DRAFT), typed(edited(DRAFT, [("6 tháng", "hằng quý")]), 2)
    said = replace(comment(ASKED), position=Position(paragraph=7))
    sheet = Sheet("a", "0", "paragraph", (), recognised=frozenset((7,) if recognised else ()))
    letter = unsure(Letter("a", "Sở Y tế", None, None, Stance.REQUEST, (said,)), sheet)
    read = Correspondence((letter,))
    (linked,) = link(read.comments, index(old))
    (found,) = evidence(read.comments, {said.id: linked}, Rounds((old, new), align), targets)
    verdict, _ = evidence_cells(found, new, "vi", read.comments[0])
    assert found.verdict in (Verdict.ADDRESSED, Verdict.UNCLEAR)
    assert linked.review or not recognised
    assert verdict.endswith("?") is recognised
