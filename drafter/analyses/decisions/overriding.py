"""Overriding: accepted words that a later accepted edit wrote anew, on purpose.

Both decisions are people's: what was done for the one is no regress of the other. It is told so only where
the words of the earlier edit, with those of the later ones put in their place, are just what the draft has,
and the later comments ask for that in words; else it stays as the watch found it.

Cases (accepted in draft 2 | accepted in draft 3, for another comment | told of the first):
- `đạt 100% hồ sơ` came | `đạt 90% hồ sơ` for it | overridden by the other;
- a clause came | that clause was taken out | overridden by the other;
- `hằng năm` went | `định kỳ hằng năm` came | overridden by the other;
- `đạt 100% hồ sơ` came | `đạt 90% hồ sơ`, and the draft has `đạt 80% hồ sơ` | regressed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from drafter.analyses.signs import signs, start, times, words_of
from drafter.model import Ask, Deed, DeedState, Draft, Rounds, Watched

from .deeds import does_what_is_asked
from .edits import PhraseEdit

_BROKEN = (DeedState.REGRESSED, DeedState.REWORDED)
_OVERLAP = 3  # signs that two phrases share at their ends: fewer are chance
_SAME = 0.3  # of two phrases: one is another form of the other
_WAYS = 32  # readings of one phrase that are tried

_Signs = tuple[str, ...]
_Rival = tuple[str, Deed]  # the key of its comment


def overridden(
    found: Mapping[str, Sequence[Watched]],
    deeds: Mapping[str, Deed],
    rounds: Rounds,
    numbers: Mapping[str, int],
    asks: Mapping[str, Sequence[Ask]],
) -> Mapping[str, tuple[Watched, ...]]:
    """What every later draft did to `deeds`, as it was `found` of each by itself, by the key of its comment;
    `numbers` are those of the comments by which later edits are named, `asks` what these ask for."""
    order = {draft.path: at for at, draft in enumerate(rounds.drafts)}
    by_draft = sorted(
        ((key, deed) for key, deed in deeds.items() if deed.draft in order),
        key=lambda rival: order[rival[1].draft],
    )
    made: dict[str, tuple[Watched, ...]] = {}
    for key, seen in found.items():
        own = deeds[key]
        if own.draft not in order or all(each.state not in _BROKEN for each in seen):
            made[key] = tuple(seen)
            continue
        between = [
            (other, deed)
            for other, deed in by_draft
            if order[own.draft] < order[deed.draft]
            and other in numbers
            and other != key
            and does_what_is_asked([PhraseEdit(*pair) for pair in _phrases(deed)], asks.get(other, ()))
        ]
        made[key] = tuple(
            _told(
                each,
                own,
                [rival for rival in between if order[rival[1].draft] <= order.get(each.draft, -1)],
                rounds.draft(each.draft),
                numbers,
            )
            for each in seen
        )
    return made


def _told(
    seen: Watched, own: Deed, rivals: Sequence[_Rival], draft: Draft | None, numbers: Mapping[str, int]
) -> Watched:
    if seen.state not in _BROKEN or not rivals or draft is None:
        return seen
    whole = "\n".join(map(words_of, draft.clauses))
    by: list[str] = []
    for phrase in (*seen.gone, *seen.back, *seen.reworded):
        came = phrase in own.came and phrase not in seen.back
        of_phrase = _rewritten(signs(phrase), rivals, whole) if came else _written_again(phrase, rivals)
        if not of_phrase:
            return seen
        by += of_phrase
    named = tuple(sorted({numbers[key] for key in by}))
    return replace(seen, state=DeedState.OVERRIDDEN, by=named) if named else seen


def _written_again(phrase: str, rivals: Sequence[_Rival]) -> list[str]:
    """Who asked for words that had gone."""
    wanted = signs(phrase)
    return [key for key, deed in rivals if any(start(wanted, signs(each)) is not None for each in deed.came)][
        :1
    ]


def _rewritten(phrase: _Signs, rivals: Sequence[_Rival], whole: str) -> list[str]:
    """Whose edits, one after the other, lead from a phrase to what the draft has; [] where none do."""
    ways: list[tuple[_Signs, list[str]]] = [(phrase, [])]
    for key, deed in rivals:
        for old, new in _pairs(deed):
            ways += [(made, [*by, key]) for now, by in ways for made in _applied(now, old, new)]
            ways = ways[:_WAYS]
    for now, by in reversed(ways):
        if by and (not now or times(" ".join(now), whole)):
            return by
    return []


def _pairs(deed: Deed) -> Iterator[tuple[_Signs, _Signs]]:
    """The phrases that went, each with what came in its place, nothing where it was only taken out."""
    yield from ((signs(old), signs(new)) for old, new in _phrases(deed) if old)


def _phrases(deed: Deed) -> Iterator[tuple[str, str]]:
    """The same as printed, and phrases that came in place of none."""
    taken = set()
    for old in deed.went:
        alike = {new: Indel.normalized_similarity(signs(old), signs(new)) for new in deed.came}
        nearest = max(alike, key=lambda new: alike[new], default="")
        new = nearest if nearest and alike[nearest] >= _SAME else ""
        taken.add(new)
        yield old, new
    yield from (("", new) for new in deed.came if new not in taken)


def _applied(now: _Signs, old: _Signs, new: _Signs) -> Iterator[_Signs]:
    """A phrase after an edit: where the edit is within it, holds it, or laps over one of its ends."""
    if not old:
        return
    if (at := start(old, now)) is not None:
        yield now[:at] + new + now[at + len(old) :]
    elif start(now, old) is not None:
        yield new
    else:
        for size in range(min(len(now), len(old)) - 1, _OVERLAP - 1, -1):
            if now[-size:] == old[:size]:
                yield now[:-size] + new
                return
            if now[:size] == old[-size:]:
                yield new + now[size:]
                return
