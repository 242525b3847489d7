"""Taken back: whether a sentence that came beside what was asked for makes it hold no more.

    "hợp tác xã" was asked for and came, and behind it "Chưa thực hiện trong giai đoạn này."
    "3 năm" → "5 năm" came in khoản 2, and a new khoản says "Tạm dừng thực hiện khoản 2 Điều này"

What stands in the clauses that show it, in what is under them or leads in to them, counts whatever it
speaks of; what stands elsewhere only where it cites one of these or names the words asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from drafter.analyses.citations.own import resolve_here
from drafter.analyses.citations.places import Places
from drafter.language.lexicon import cue
from drafter.language.references import find_references
from drafter.language.words import words

from .case import MARKS, Case, Outcome, Side, loose, phrase
from .narrowed import lines_of

_NAME = 2  # words: by one alone nothing is named


def taken_back(case: Case, found: Outcome) -> int:
    """How many sentences, or halves of them, came that take back what was found."""
    ids = [id for id in found.where if id in case.after.draft.by_id] or list(case.after.ids)
    near = _around(case.after, ids)
    said = case.comment.text.lower()
    came = _fresh(case, near, _around(case.before, case.before.ids))
    here = sum(count for phrase_, count in came.items() if phrase_ not in said)
    return here + sum(_elsewhere(case, near))


def _around(side: Side, ids: Iterable[str]) -> list[str]:
    """Clauses with what is under them and what leads in to them."""
    draft = side.draft
    found = {clause.id for id in ids for clause in (*draft.subtree(id), *draft.ancestors(id))}
    return side.texts.in_order(found)


def _fresh(case: Case, now: Collection[str], then: Collection[str]) -> Counter[str]:
    """The ways of taking back that the clauses `now` have and `then` had not."""
    whole = case.before.whole(loose).lower()
    came = Counter(way for half, way in _ways(case.after, now) if half not in whole)
    if not came:
        return came
    left = case.after.whole(loose).lower()
    return came - Counter(way for half, way in _ways(case.before, then) if half not in left)


def _ways(side: Side, ids: Collection[str]) -> Iterator[tuple[str, str]]:
    """The halves of sentences that take something back, each with the words that do."""
    taken = cue("evidence", "taken_back", "ways")
    lines = side.texts.lines(loose)
    for id in ids:
        if not taken.search(lines[id]):
            continue
        for line in lines_of(side, (id,)):
            for half in loose(line).lower().split(";"):
                yield from ((half.strip(), way[0]) for way in taken.finditer(half))


def _elsewhere(case: Case, near: Collection[str]) -> Iterator[bool]:
    """For each other clause that came or was reworded, whether it takes back what `near` says."""
    taken, said = cue("evidence", "taken_back", "ways"), case.comment.text.lower()
    news = [loose(ask.new).lower().strip(MARKS) for ask in case.comment.asks if ask.new]
    named = [phrase(new) for new in news if len(words(new)) >= _NAME]
    whole = case.before.whole(loose).lower()
    for id, text in case.after.texts.anew(case.before.texts).items():
        if id in near or not taken.search(text):
            continue
        halves = [half for half, way in _ways(case.after, (id,)) if half not in whole and way not in said]
        yield any(any(one.search(half) for one in named) or _refers(case, id, half, near) for half in halves)


def _refers(case: Case, id: str, half: str, near: Collection[str]) -> bool:
    """Whether part of a sentence of the clause `id` cites one of `near`, or a clause beside it by "này"."""
    draft = case.after.draft
    parent = draft.by_id[id].parent
    beside = parent is not None and any(draft.by_id[one].parent == parent for one in near)
    if beside and cue("evidence", "taken_back", "this").search(half):
        return True
    own = [one for one in find_references(half) if one.act is None]
    return any(one.id in near for one in resolve_here(own, Places(draft), id))
