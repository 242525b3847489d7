"""Evidence: each comment tested on every later draft; never a guess without a measure.

A comment is linked on the draft it was made on; its clauses are followed through the alignment. What it
asks for decides what is counted: words gone or present, figures, words of a part, headings, targets
without figure, targets with yearly figures, acts cited, who leads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from drafter.analyses.segments import segments
from drafter.language.lexicon import cue
from drafter.language.normal import decoded
from drafter.model import (
    Comment,
    Draft,
    Evidence,
    Link,
    Op,
    Register,
    Rounds,
    Scope,
    Segment,
    Stance,
    Verdict,
)

from .alternatives import of_the_ways
from .asks import outcomes
from .case import Case, Outcome, Side, Texts, loose
from .each_place import each_place
from .objects import came_about

__all__ = ["evidence"]

_NEAR = 12  # signs: a citation so near the beginning is what a comment opens with


def evidence(
    comments: Sequence[Comment],
    links: Mapping[str, Link],
    rounds: Rounds,
    registers: Callable[[Draft], Register],
) -> tuple[Evidence, ...]:
    """One entry for each comment and each draft after the one it is about, in that order.

    `links` by comment id, on the draft the comment is about; `registers` gives the targets of a draft. What
    one draft did and a later one undid is regressed there.
    """
    out: list[Evidence] = []
    texts = {draft.path: Texts(draft) for draft in rounds.drafts}
    for comment in comments:
        about = rounds.draft(comment.draft)
        if about is None:
            continue
        link = links[comment.id]
        ids = tuple(one.id for one in link.clauses if one.addressed) if link.scope is Scope.CLAUSES else ()
        before = Side(texts[about.path], ids, registers)
        done = False
        for later in rounds.later(about):
            kept = {id: rounds.follow((id,), about, later) for id in ids}
            after = Side(
                texts[later.path], tuple(dict.fromkeys(id for now in kept.values() for id in now)), registers
            )
            named = [one.id for one in (*comment.references, *comment.beside) if one.act is None and one.id]
            places = {id: rounds.follow((id,), about, later) for id in named if id in about.by_id}
            case = Case(comment, link, before, after, kept, places)
            found = _judged(case)
            if done and found.verdict in (Verdict.NOT_YET, Verdict.PARTLY):
                found = replace(found, verdict=Verdict.REGRESSED)
            done = done or found.verdict is Verdict.ADDRESSED
            out.append(found)
    return tuple(out)


def _judged(case: Case) -> Evidence:
    said = case.comment
    silent = said.stance is Stance.AGREEMENT or case.link.scope is Scope.NONE or bool(said.withdrawn)
    found = [] if silent or not case.comment.asks else of_the_ways(case, _came_of(case))
    now = tuple(dict.fromkeys(id for one in found for id in one.where)) or case.after.ids
    return Evidence(
        case.comment.id,
        case.after.draft.path,
        _of_a_place(case, _together(found)),
        tuple(dict.fromkeys(measure for one in found for measure in one.measures)),
        now,
        _segments(case) if not now or case.after.inside.intersection(now) else _elsewhere(case, now),
    )


def _came_of(case: Case) -> list[Outcome]:
    """What came of everything asked for. What a comment that is against something asks for besides is judged
    by itself; where what it is against came about no more than a part is done."""
    refused = [ask for ask in case.comment.asks if ask.contrary]
    own = tuple(ask for ask in case.comment.asks if not ask.contrary and ask.op is not Op.KEEP)
    if not refused:
        return [found for each in each_place(case) for found in outcomes(each)]
    if not own or not all(ask.unwanted or ask.lasting for ask in refused):
        return [replace(one, verdict=Verdict.UNCLEAR) for one in outcomes(case)]
    wishes = each_place(replace(case, comment=replace(case.comment, asks=own)))
    found = [one for each in wishes for one in outcomes(each)]
    if not any(came_about(case, ask) for ask in refused):
        return found
    return [*found, Outcome(Verdict.UNCLEAR)]


def _together(found: Sequence[Outcome]) -> Verdict:
    """Of several things asked for at once: all done, some done, none; where one is open, no more is said
    than of the others is sure."""
    verdicts = {one.verdict for one in found}
    if len(verdicts) == 1:
        return verdicts.pop()
    if not verdicts or verdicts <= {Verdict.UNCLEAR, Verdict.NOT_YET, Verdict.ALREADY}:
        return Verdict.UNCLEAR
    if verdicts == {Verdict.ADDRESSED, Verdict.ALREADY}:
        return Verdict.ADDRESSED
    return Verdict.PARTLY


def _of_a_place(case: Case, verdict: Verdict) -> Verdict:
    """`verdict`, but nothing sure where the draft has not the place that the comment cites, or where it opens
    with a place of another act and names none of the draft."""
    sure = verdict in (Verdict.ADDRESSED, Verdict.ALREADY, Verdict.PARTLY)
    return Verdict.UNCLEAR if sure and (case.link.absent or _of_another_act(case.comment)) else verdict


def _of_another_act(comment: Comment) -> bool:
    cited = comment.references
    if not cited or cited[0].start >= _NEAR or any(one.act is None or one.id for one in cited):
        return False
    return cue("evidence", "further", "asked_there").match(decoded(comment.text[cited[0].end :])) is not None


def _elsewhere(case: Case, now: Sequence[str]) -> tuple[Segment, ...]:
    """Clauses that do what was asked though no linked clause continues in them, if all of them are new."""
    texts = [case.after.draft.by_id[id].text for id in now]
    before = case.before.whole(loose)
    if any(loose(text) in before for text in texts):
        return ()
    return tuple(Segment("+", text) for text in texts)


def _segments(case: Case) -> tuple[Segment, ...]:
    """The linked clauses before and after, where something changed in them."""
    before = "\n".join(case.before.draft.by_id[id].text for id in case.before.ids)
    after = "\n".join(case.after.draft.by_id[id].text for id in case.after.ids)
    if before == after or not case.before.ids:
        return ()
    return _between(before, after)


@lru_cache(maxsize=1024)  # many comments are about one clause
def _between(before: str, after: str) -> tuple[Segment, ...]:
    return segments(before, after)
