"""Likeness of comments: which earlier ones say much the same, found without comparing each with each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import Generic, TypeVar

from rapidfuzz.distance import Indel

from drafter.analyses.signs import has_figure, signs
from drafter.language.lexicon import alternatives, cue, lexicon
from drafter.language.lexicons import Grouping
from drafter.language.negations import negations
from drafter.language.normal import decoded, folded
from drafter.language.references import find_references
from drafter.language.senders import find_agencies
from drafter.language.sentences import hide_quotes

Held = TypeVar("Held")
_RARE = 10  # words of a comment by which others are looked for
_MANY = 300  # comments with a word: more, and it tells nothing
_COMPARED = 24  # comments with most of these words, which are held against it word by word


class Likeness(Generic[Held]):
    """`held` by the words of each; the cost of a question does not grow with their number."""

    def __init__(self, held: Sequence[Held], words: Callable[[Held], str]) -> None:
        self._held = tuple(held)
        self._said = [said(words(each)) for each in self._held]
        self._with: dict[str, list[int]] = {}
        for place, own in enumerate(self._said):
            for sign in set(own):
                self._with.setdefault(sign, []).append(place)

    def like(
        self, text: str, *, least: float, among: Callable[[Held], bool] = lambda _: True
    ) -> list[tuple[float, Held]]:
        """Those of which at least the share `least` of the words is the same, in their order; the likest
        first, then as they were given."""
        own = said(text)
        found = [
            (share, place)
            for place in self._near(own, among)
            if (share := Indel.normalized_similarity(own, self._said[place], score_cutoff=least)) and own
        ]
        found.sort(key=lambda each: (-each[0], each[1]))
        return [(share, self._held[place]) for share, place in found]

    def _near(self, own: Iterable[str], among: Callable[[Held], bool]) -> list[int]:
        """The comments that share the most of the rarest words."""
        known = [sign for sign in set(own) if sign in self._with]
        rare = sorted(known, key=lambda sign: (len(self._with[sign]), sign))[:_RARE]
        counted: Counter[int] = Counter()
        for sign in rare:
            counted.update(self._with[sign][:_MANY])
        ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
        fitting = (place for place, _ in ordered if among(self._held[place]))
        return list(islice(fitting, _COMPARED))


def apart(one: str, other: str) -> tuple[str, ...]:
    """What one of two comments has and the other has not, so that nearly the same words say something else:
    figures, negations, verbs that say the contrary; or the words that stand in another order. `"… đạt 40%"`
    and `"… không đạt 50%"` give 40, 50 and "không", "bỏ …" and "giữ …" the two verbs."""
    mine, theirs = (Counter(_firm(text)) for text in (one, other))
    found = [*(mine - theirs), *(theirs - mine), *contrary(one, other)]
    return tuple(dict.fromkeys(found))


def contrary(one: str, other: str) -> tuple[str, ...]:
    """The words by which two comments in much the same words wish for opposite things: verbs, or those that
    changed places."""
    left, right = said(one), said(other)
    if left != right and Counter(left) == Counter(right):
        return tuple(dict.fromkeys(word for word, now in zip(left, right, strict=True) if word != now))
    told = [*_changed(one, other)]
    texts = [folded(hide_quotes(decoded(text))) for text in (one, other)]
    for sides in _opposed():
        first, second = ([side.findall(text) for side in sides] for text in texts)
        for a, b in ((0, 1), (1, 0)):
            if first[a] and second[b] and not first[b] and not second[a]:
                told += [first[a][0], second[b][0]]
    return tuple(dict.fromkeys(told))


def _changed(one: str, other: str) -> tuple[str, ...]:
    """The agencies and levels of two comments where each names another: `"giao Sở A"` and `"giao Sở B"`."""
    first, second = (Counter(_offices(text)) for text in (one, other))
    gone, came = first - second, second - first
    return (*gone, *came) if gone and came else ()


def _offices(text: str) -> list[str]:
    plain = decoded(text)
    named = [folded(plain[start:end]) for start, end in find_agencies(plain)]
    return [*named, *cue("evidence", "apart", "level").findall(folded(plain))]


@cache
def _opposed() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(
        tuple(re.compile(rf"(?<!\w)(?:{alternatives(side)})(?!\w)") for side in sides)
        for sides in lexicon(Grouping).opposed
    )


def _firm(text: str) -> list[str]:
    return [*(sign for sign in said(text) if has_figure(sign)), *negations(decoded(text))]


@lru_cache(maxsize=16384)
def said(text: str) -> tuple[str, ...]:
    """The words of a comment without the places that it cites: they are others in another draft.

    `"Tại điểm b khoản 2, đề nghị bỏ câu này"` and `"Tại điểm c khoản 3, đề nghị bỏ câu này"` say the same.
    """
    rest, cut = [], 0
    for one in sorted(find_references(text), key=lambda one: one.start):
        if one.act is None and one.start >= cut:
            rest.append(text[cut : one.start])
            cut = one.end
    return signs(" ".join([*rest, text[cut:]])) or signs(text)
