"""Rounds of consultation: the drafts in order, and the one way to follow a clause from draft to draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .changes import Alignment
    from .draft import Draft

Align: TypeAlias = "Callable[[Draft, Draft], Alignment]"


def _never(old: Draft, new: Draft) -> Alignment:
    raise ValueError(f"no alignment from {old.path} to {new.path}")


@dataclass(frozen=True)
class Rounds:
    """The drafts of one resolution, oldest first; no path stands twice.

    `align` gives the step from a draft to the next. It is asked when a clause is followed over that step,
    once for each, and must be pure: who only reads letters pays for no alignment. `answered`: it is asked
    what became of the letters: those that do not say when they were written came before the newest draft.
    `assumes`: the number of the draft that they are known to be about, since it was said once.
    """

    drafts: tuple[Draft, ...] = ()
    align: Align = _never
    answered: bool = False
    assumes: int | None = None

    @property
    def newest(self) -> Draft:
        """The last draft. Raises IndexError where there is none."""
        return self.drafts[-1]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {draft.path: place for place, draft in enumerate(self.drafts)}

    @cached_property
    def _steps(self) -> dict[int, Alignment]:
        return {}

    def draft(self, path: str | None) -> Draft | None:
        """The draft of this path; None where it is none of these."""
        place = self._places.get(path or "")
        return None if place is None else self.drafts[place]

    def later(self, draft: Draft) -> tuple[Draft, ...]:
        """The drafts after `draft`. Raises KeyError where it is none of these."""
        return self.drafts[self._places[draft.path] + 1 :]

    def follow(self, ids: Iterable[str], from_draft: Draft, to_draft: Draft) -> tuple[str, ...]:
        """The clauses of `to_draft`, each once, that continue the clauses `ids` of `from_draft`, or that they
        continue where it is the earlier one. Raises KeyError for a draft that is none of these."""
        start, end = self._places[from_draft.path], self._places[to_draft.path]
        kept = tuple(dict.fromkeys(ids))
        for place in range(start, end):
            kept = _onward(kept, self._step(place).to_new)
        for place in reversed(range(end, start)):
            kept = _onward(kept, self._step(place).to_old)
        return kept

    def about(self, number: int | None, written: date | None) -> Draft | None:
        """The draft that a letter is about; None only where there are none: what it tells, else `assumed`."""
        return self.told(number, written) or self.assumed

    @property
    def assumed(self) -> Draft | None:
        """The draft of letters that do not tell theirs: the one that is known; else the newest, the one
        before it where `answered`."""
        for draft in self.drafts:
            if self.assumes is not None and draft.number == self.assumes:
                return draft
        if self.answered and len(self.drafts) > 1:
            return self.drafts[-2]
        return self.newest if self.drafts else None

    def told(self, number: int | None, written: date | None) -> Draft | None:
        """The draft of the number in a letter's text ("dự thảo lần 2"), else the newest dated not after the
        letter; None where neither tells."""
        for draft in self.drafts:
            if number is not None and draft.number == number:
                return draft
        if written is not None:
            dated = [(each.date, place) for place, each in enumerate(self.drafts) if each.date is not None]
            out = [(day, place) for day, place in dated if day <= written]
            if out:
                return self.drafts[max(out)[1]]
        return None

    def _step(self, place: int) -> Alignment:
        """From the draft at `place` to the next."""
        if place not in self._steps:
            self._steps[place] = self.align(self.drafts[place], self.drafts[place + 1])
        return self._steps[place]


def _onward(ids: Iterable[str], step: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for id in ids for other in step.get(id, ())))
