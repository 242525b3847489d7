"""Alignment: which clause of one draft continues which clause of the next.

Identity is by text and by what stands around it, never by number: cheap rules first (equal trees,
equal texts), then splits and merges, then edited clauses by rare words and place, with headings found by
their children in between. What is left has been deleted or inserted.

Tricky cases:
- điểm e is split into đ and e while old đ becomes d: equal text carries old đ,
  the parts together are old e;
- khoản 3 of both drafts speak of different things: one deleted, one inserted;
- a heading reworded over the same children: the children vote, the heading is edited;
- the same sentence under three tasks: paired under its own parent first, then in order;
- a row of the annex with new figures and a new STT: its indicator carries it.
"""

from __future__ import annotations

from drafter.language.words import WordCodes
from drafter.model import Alignment, Draft, Match

from .containers import vote
from .edited import Likely, edited_clauses
from .equal import equal_children, equal_leftovers, equal_texts, equal_trees
from .features import PreparedDraft, Rarity, likeness
from .pairing import Pairing
from .parts import splits_and_merges

# Edited clauses in rounds, from nearly equal to rewritten, so that sure pairs steady the doubtful ones.
ROUNDS = (0.85, 0.65, 0.0)


def align(old: Draft, new: Draft) -> Alignment:
    """Every clause of both drafts in exactly one match; `Điều 5` that is now `Điều 6` is one."""
    codes = WordCodes()
    pairing = Pairing(PreparedDraft(old, codes), PreparedDraft(new, codes))
    rarity = Rarity((pairing.old, pairing.new))
    equal_trees(pairing)
    equal_texts(pairing)
    _settle(pairing)
    splits_and_merges(pairing, rarity)
    likely = Likely(pairing, rarity)
    for least in ROUNDS:
        _settle(pairing)
        likely.look()
        while edited_clauses(pairing, likely, least):
            _settle(pairing)
    equal_leftovers(pairing)
    return Alignment(tuple(_matches(pairing)))


def _settle(pairing: Pairing) -> None:
    """Headings by their children and equal children under paired headings, until nothing more follows."""
    equal_children(pairing)
    while vote(pairing):
        equal_children(pairing)


def _matches(pairing: Pairing) -> list[Match]:
    """All matches in the order of the new draft; what was deleted after what stood before it."""
    groups = [(olds, news, _likeness(pairing, olds, news)) for olds, news in pairing.groups]
    groups += [((), (id,), 0.0) for id in pairing.open_new()]
    ranked = [
        (min(map(pairing.new.order.__getitem__, news)), -1, Match(*group))
        for group in groups
        for news in (group[1],)
    ]
    after = -1
    for clause in pairing.old.draft.clauses:
        if clause.id in pairing.to_new:
            after = max(map(pairing.new.order.__getitem__, pairing.to_new[clause.id]))
        else:
            ranked.append((after, pairing.old.order[clause.id], Match((clause.id,), (), 0.0)))
    return [match for *_, match in sorted(ranked, key=lambda item: item[:2])]


def _likeness(pairing: Pairing, olds: tuple[str, ...], news: tuple[str, ...]) -> float:
    before = "".join(pairing.old.features[id].code for id in olds)
    after = "".join(pairing.new.features[id].code for id in news)
    return likeness(before, after)
