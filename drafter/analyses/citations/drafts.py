"""Drafts: places that an answer names, looked up in all drafts of a workspace."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Draft, Reference, Rounds

from .places import Places
from .resolve import resolve_in

_TOPS = ("part", "chapter", "section", "article")
_UNITS = (*_TOPS, "paragraph", "point")


class DraftPlaces:
    """The places of each draft that is asked; no draft is looked through before."""

    def __init__(self, rounds: Rounds) -> None:
        self._rounds = rounds
        self._known: dict[str, Places] = {}

    @property
    def newest(self) -> Places:
        return self._places(self._rounds.newest)

    def lack(self, cited: Reference) -> bool:
        """Whether none of the drafts has a numbered place that is named whole; what is deleted is cited too,
        and of "dòng thứ ba phần căn cứ" nobody can tell."""
        numbered = all(
            one.parts[0][0] in _TOPS and all(unit in _UNITS for unit, _ in one.parts)
            for one in cited.locators
        )
        return numbered and all(
            any(one.exists is False for one in resolve_in((cited,), self._places(draft)))
            for draft in reversed(self._rounds.drafts)
        )

    def ids(self, cited: Sequence[Reference]) -> tuple[str, ...]:
        """The clauses of the newest draft that are cited; none where it is not clear of one of them."""
        found = [one.id for one in resolve_in(cited, self.newest)] if cited else []
        return () if None in found else tuple(dict.fromkeys(id for id in found if id))

    def _places(self, draft: Draft) -> Places:
        if draft.path not in self._known:
            self._known[draft.path] = Places(draft)
        return self._known[draft.path]
