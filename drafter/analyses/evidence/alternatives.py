"""Alternatives: a comment that leaves a choice is met where one way is wholly done; half of one is nothing.

    "Bỏ điểm b hoặc giữ nguyên nhưng ghi rõ trách nhiệm": điểm b is gone; or else a person must look
    "Giao Sở A hoặc Sở B chủ trì", "nếu giữ thì ghi rõ …", "trường hợp không bỏ thì nâng mức …"

Only where nothing came that may be one of the ways is none of them done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.lexicon import cue
from drafter.language.sentences import hide_quotes
from drafter.model import Measured, Verdict

from .case import Case, Outcome, loose
from .terms import pairs

_SOME = 3  # pairs of words: so many of the wish in a sentence that came may be one of the ways


def of_the_ways(case: Case, found: Sequence[Outcome]) -> list[Outcome]:
    """`found`, but nothing sure of a comment that leaves a choice, unless all that was told of it is done or
    nothing came."""
    if not _leaves_a_choice(case) or all(one.verdict is Verdict.ADDRESSED for one in found):
        return list(found)
    sure = (Verdict.REGRESSED, Verdict.NOT_YET) if _nothing_came(case) else (Verdict.REGRESSED,)
    return [one if one.verdict in sure else _open(one) for one in found]


def _open(one: Outcome) -> Outcome:
    """What a person must look at, and why."""
    measures = (*one.measures, Measured("several-ways", 0, 0, "places"))
    return replace(one, verdict=Verdict.UNCLEAR, measures=measures)


def _leaves_a_choice(case: Case) -> bool:
    said = loose(hide_quotes(case.comment.text)).lower()
    return cue("evidence", "further", "ways").search(said) is not None


def _nothing_came(case: Case) -> bool:
    """Whether the clauses that are linked or cited are as they were, and no other came that has several words
    of the wish."""
    lines = [side.texts.lines(loose) for side in (case.before, case.after)]
    for id, now in {**case.cited, **case.kept}.items():
        old = [lines[0][clause.id] for clause in case.before.draft.subtree(id)]
        new = [lines[1][clause.id] for one in now for clause in case.after.draft.subtree(one)]
        if old != new:
            return False
    wish = pairs(loose(case.comment.text))
    stood = pairs(case.before.whole(loose))
    came = case.after.texts.anew(case.before.texts).values()
    return all(len(wish & pairs(text) - stood) < _SOME for text in came)
