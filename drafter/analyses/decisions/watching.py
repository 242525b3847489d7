"""The watch: whether the edit that fulfils a decision still stands in each later draft.

A phrase is looked for in what continues the clause that held it, then elsewhere. What is wrapped, numbered,
spelled or placed otherwise stands; so does what a clause has taken along that was split, merged or moved.

Tricky cases (in the draft of the deed | later | told):
- `đạt 40% vào năm 2025` | `đạt 35% vào năm 2025` | regressed: the figure is another;
- `giao Sở A chủ trì` | `không giao Sở A chủ trì` | reworded: all the words are there, a person must look;
- `hằng năm báo cáo` | the clause is gone, the words stand in a new one | moved;
- `năm 2022`, for `năm 2021` | `giai đoạn 2021-2025 … năm 2022` | stands: the old phrase has not come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.distance import Indel

from drafter.analyses.signs import has_figure, kept, signs, start, times, words_of
from drafter.model import Clause, Deed, DeedState, Draft, Rounds, Watched

_TELLING = 5  # signs: fewer stand in another place by chance
_LONG = 8  # signs: so many in much the same order are no chance
_SAME = 0.85  # of the signs of a whole clause
_ENOUGH = 0.6  # of the signs that came: fewer are another edit
_SHARED = 0.3  # of a phrase: fewer are no earlier form of it


def watched(deed: Deed, rounds: Rounds) -> tuple[Watched, ...]:
    """What each draft after the one that shows `deed` did to it, in their order; none where that draft is
    not among `rounds` any more."""
    return watch({"": deed}, rounds)[""]


def watch(deeds: Mapping[str, Deed], rounds: Rounds) -> Mapping[str, tuple[Watched, ...]]:
    """The same of many deeds, by the key of each: what is asked of a draft is asked once."""
    whole = {draft.path: "\n".join(map(words_of, draft.clauses)) for draft in rounds.drafts}
    return {key: tuple(_watched(deed, rounds, whole)) for key, deed in deeds.items()}


def _watched(deed: Deed, rounds: Rounds, whole: Mapping[str, str]) -> Iterator[Watched]:
    first = rounds.draft(deed.draft) or next(
        (draft for draft in rounds.drafts if draft.number is not None and draft.number == deed.number), None
    )
    if first is None:
        return
    for later in rounds.later(first):
        yield _Watch(deed, first, later, rounds, whole).told()


def fallen(found: Sequence[Watched]) -> Watched | None:
    """The draft that undid the deed for good: the first of those at the end in which it is regressed."""
    last = None
    for one in reversed(found):
        if one.state is not DeedState.REGRESSED:
            break
        last = one
    return last


@dataclass(frozen=True)
class _Fate:
    """What became of one phrase, and where it stands."""

    state: DeedState
    clauses: tuple[str, ...] = ()


_GONE = _Fate(DeedState.REGRESSED)


@dataclass(frozen=True)
class _Watch:
    """One deed in one later draft. `first` is the draft that shows the deed, `whole` has the words of each
    draft by its path."""

    deed: Deed
    first: Draft
    later: Draft
    rounds: Rounds
    whole: Mapping[str, str] = field(repr=False)

    def told(self) -> Watched:
        came = {phrase: self._came(phrase) for phrase in self.deed.came}
        back = {phrase: self._back(phrase) for phrase in self.deed.went}
        ways = [found.state for found in came.values()] + [way for way in back.values() if way]
        return Watched(
            self.later.path,
            self.later.number,
            next((way for way in _GRAVEST if way in ways), DeedState.STANDS),
            tuple(dict.fromkeys(id for found in came.values() for id in found.clauses)) or self._now,
            tuple(phrase for phrase, found in came.items() if found.state is DeedState.REGRESSED),
            tuple(phrase for phrase, way in back.items() if way is DeedState.REGRESSED),
            tuple(phrase for phrase, found in came.items() if found.state is DeedState.REWORDED)
            + tuple(phrase for phrase, way in back.items() if way is DeedState.REWORDED),
        )

    @cached_property
    def _exact(self) -> frozenset[str]:
        """Phrases of which only the spelling was changed."""
        meant = {signs(phrase) for phrase in self.deed.came} & {signs(phrase) for phrase in self.deed.went}
        return frozenset(one for one in (*self.deed.came, *self.deed.went) if signs(one) in meant)

    @cached_property
    def _now(self) -> tuple[str, ...]:
        """What continues the clauses of the deed."""
        known = [id for id in self.deed.clauses if id in self.first.by_id]
        return self.rounds.follow(known, self.first, self.later)

    def _times(self, phrase: str, clause: Clause) -> int:
        return times(phrase, words_of(clause), exact=phrase in self._exact)

    # --- words that came ------------------------------------------------------------------------

    def _came(self, phrase: str) -> _Fate:
        homes = self._homes(phrase)
        if not homes:  # the draft of the deed was changed since
            there = self._holding(phrase)
            return _Fate(DeedState.MOVED if there else DeedState.REWORDED, there)
        found = [self._in(phrase, home) for home in homes]
        worst = next(way for way in (*_GRAVEST, DeedState.STANDS) if way in {one.state for one in found})
        return _Fate(worst, tuple(dict.fromkeys(id for one in found for id in one.clauses)))

    def _homes(self, phrase: str) -> tuple[Clause, ...]:
        """The clauses of the deed that hold a phrase, else all that do."""
        own = [self.first.by_id[id] for id in self.deed.clauses if id in self.first.by_id]
        held = tuple(clause for clause in own if self._times(phrase, clause))
        return held or tuple(clause for clause in self.first.clauses if self._times(phrase, clause))

    def _in(self, phrase: str, home: Clause) -> _Fate:
        """What became of a phrase that one clause held."""
        ids = self.rounds.follow((home.id,), self.first, self.later)
        clauses = [self.later.by_id[id] for id in ids]
        text, exact = "\n".join(map(words_of, clauses)), phrase in self._exact
        if times(phrase, text, exact=exact):
            own = tuple(clause.id for clause in clauses if self._times(phrase, clause))
            return _Fate(DeedState.STANDS, own or ids)
        if not any(self._core(phrase)):  # words were taken out, no more: whether they are back is asked apart
            return _Fate(DeedState.STANDS, ids)
        if moved := self._elsewhere(phrase, home):
            return _Fate(DeedState.MOVED, moved)
        if self._core_stays(phrase, signs(words_of(home), exact), signs(text, exact)):
            return _Fate(DeedState.REWORDED, ids)
        if much := self._much_of(phrase):
            return _Fate(DeedState.REWORDED, much)
        return _GONE

    def _elsewhere(self, phrase: str, home: Clause) -> tuple[str, ...]:
        """Clauses that hold a phrase now and continue none that did; of a phrase that tells enough."""
        whole = signs(words_of(home)) == signs(phrase)
        return self._arrived(phrase) if whole or len(signs(phrase)) >= _TELLING else ()

    def _arrived(self, phrase: str) -> tuple[str, ...]:
        if not self._anywhere(phrase, self.later):
            return ()
        return tuple(
            clause.id
            for clause in self.later.clauses
            if (count := self._times(phrase, clause)) and count > self._before(phrase, clause)
        )

    def _anywhere(self, phrase: str, draft: Draft) -> int:
        """How often a phrase stands in a whole draft."""
        return times(phrase, self.whole[draft.path], exact=phrase in self._exact)

    def _before(self, phrase: str, clause: Clause) -> int:
        """How often a phrase stood in what a clause of the later draft continues."""
        ids = self.rounds.follow((clause.id,), self.later, self.first)
        return sum(self._times(phrase, self.first.by_id[id]) for id in ids)

    def _holding(self, phrase: str) -> tuple[str, ...]:
        return tuple(clause.id for clause in self.later.clauses if self._times(phrase, clause))

    def _core_stays(self, phrase: str, was: Sequence[str], now: Sequence[str]) -> bool:
        """Whether most of what came with a phrase is there still, with every figure of it.

        The signs beside it count too: "2022" alone is found by chance.
        """
        wanted, core = signs(phrase, phrase in self._exact), self._core(phrase)
        at = start(wanted, was)
        if at is None or not now:
            return False
        stays = kept(was, now)[at : at + len(wanted)]
        near = [any(core[max(0, place - 1) : place + 2]) for place in range(len(core))]
        counted = [there for there, beside in zip(stays, near, strict=True) if beside]
        figures = [
            there for sign, there, own in zip(wanted, stays, core, strict=True) if own and has_figure(sign)
        ]
        return all(figures) and sum(counted) >= _ENOUGH * len(counted)

    def _core(self, phrase: str) -> list[bool]:
        """Which signs of a phrase came: those that its earlier form lacks, all where it has none."""
        exact = phrase in self._exact
        wanted = signs(phrase, exact)
        earlier = _earlier(wanted, [signs(other, exact) for other in self.deed.went])
        return [not there for there in kept(wanted, earlier)]

    def _much_of(self, phrase: str) -> tuple[str, ...]:
        """A new clause that says much the same, with the same figures: the alignment does not know it."""
        return tuple(id for id, same in self._alike(phrase) if same)

    def _alike(self, phrase: str) -> Iterator[tuple[str, bool]]:
        """New clauses in much the words of a long phrase, and whether the figures are the same."""
        wanted = signs(phrase)
        if len(wanted) < _LONG:
            return
        for clause in self._new:
            own = signs(words_of(clause))
            if Indel.normalized_similarity(wanted, own, score_cutoff=_SAME):
                yield clause.id, _figures(wanted) == _figures(own)

    @cached_property
    def _new(self) -> tuple[Clause, ...]:
        """Clauses of the later draft that continue none."""
        return tuple(
            clause
            for clause in self.later.clauses
            if not self.rounds.follow((clause.id,), self.later, self.first)
        )

    # --- words that went ------------------------------------------------------------------------

    def _back(self, phrase: str) -> DeedState | None:
        """Whether words that had gone are there again; None where they are not."""
        arrived = self._arrived(phrase)
        if len(signs(phrase)) < _TELLING:
            near = {clause.id for id in self._now for clause in self.later.subtree(id)}
            arrived = tuple(id for id in arrived if id in near)
        if arrived and self._anywhere(phrase, self.later) > self._anywhere(phrase, self.first):
            return DeedState.REGRESSED
        own = signs(phrase)
        if _earlier(own, [signs(came) for came in self.deed.came]):
            return None
        alike = [same for _, same in self._alike(phrase)]
        if not alike:
            return None
        return DeedState.REGRESSED if any(alike) else DeedState.REWORDED


_GRAVEST = (DeedState.REGRESSED, DeedState.REWORDED, DeedState.MOVED)


def _figures(found: Iterable[str]) -> list[str]:
    return sorted(sign for sign in found if has_figure(sign))


def _earlier(phrase: Sequence[str], others: Iterable[Sequence[str]]) -> Sequence[str]:
    """Of other phrases the one that `phrase` is another form of; empty where none is."""
    nearest = max(others, key=lambda other: Indel.normalized_similarity(other, phrase), default=())
    return nearest if sum(kept(phrase, nearest)) >= max(2, _SHARED * len(phrase)) else ()
