"""Decisions of people beside what is computed: their store, the numbers of comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CannotWrite

if TYPE_CHECKING:
    from ..model import Ask, Comment, Decision, Draft, Letter, Registered, Rounds
    from ..settings import Settings
    from ..store import Store, Waits
    from .keys import Corrections

    Asks = tuple[Ask, ...]


class KeptDecisions:
    """The store of the workspace at `root`, opened when it is asked for; `waits` is told where one has
    to wait for others. `reading`: it is never made, nor written."""

    def __init__(
        self, root: Path, settings: Settings, waits: Waits | None = None, *, reading: bool = False
    ) -> None:
        self._root, self._settings, self._waits, self._reading = root, settings, waits, reading
        self._store: Store | None = None

    def store(self, *, make: bool = False) -> Store | None:
        """The store; None where nobody has made one yet, unless `make`."""
        from ..store import location

        if self._store is None:
            place = location(self._root, self._settings.store)
            if (make and not self._reading) or self._exists(place):
                self._store = self._opened(place)
        return self._store

    def _opened(self, place: str | Path) -> Store:
        from ..store import quick_store

        quick = None
        if isinstance(place, Path) and not self._reading:
            quick = quick_store(place, self._waits, make=True)
        if quick is not None:
            return quick
        from ..store import Store

        return Store(place, waits=self._waits, reading=self._reading)

    def _exists(self, place: str | Path) -> bool:
        if isinstance(place, Path):
            return place.exists()
        from ..store import Database

        return Database(place).exists

    def ready(self) -> Store | None:
        """The store, made where there is none; None where the folder cannot be written: then nobody has
        decided anything there, and comments bear no numbers."""
        try:
            return self.store(make=True)
        except CannotWrite:
            return None


def now() -> str:
    """This moment in ISO 8601 with offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def numbered(letters: Iterable[Letter], store: Store, rounds: Rounds, *, whole: bool) -> tuple[Letter, ...]:
    """`letters` with the numbers of their comments.

    `whole`: they are all that the workspace has, beside its drafts, so that new ones get their numbers now;
    where nothing can be written, those have none.
    """
    read = tuple(letters)
    numbers: Mapping[str, int] | None = None
    if whole:
        with suppress(CannotWrite):
            comments = (comment for letter in read for comment in letter.comments)
            numbers = store.register(_registered(comment, rounds) for comment in comments)
    if numbers is None:
        numbers = store.numbers()
    return tuple(
        replace(letter, comments=tuple(replace(each, no=numbers.get(each.key)) for each in letter.comments))
        for letter in read
    )


def _registered(comment: Comment, rounds: Rounds) -> Registered:
    from ..model import Registered

    draft = rounds.draft(comment.draft)
    number = None if draft is None else draft.number
    return Registered(0, comment.key, comment.agency, comment.text, number, comment.path, now())


def as_corrected(letters: tuple[Letter, ...], store: Store, asked: Mapping[str, Asks]) -> tuple[Letter, ...]:
    """`letters` with what people said that comments ask for, by their keys: what is kept, and `asked` now."""
    from ..analyses.comments.corrected import with_asks

    kept = {key: decision.asks for key, decision in store.decisions().items()}
    corrected = {key: asks for key, asks in {**kept, **asked}.items() if asks}
    return with_asks(letters, corrected) if corrected else letters


def corrections(
    comments: Iterable[Comment], decisions: Mapping[str, Decision], about: Callable[[Comment], Draft]
) -> Corrections:
    """What people said that comments are about; clauses, where those still are in the comment's draft."""
    from ..model import Scope

    found: list[tuple[str, tuple[Scope, tuple[str, ...]]]] = []
    for comment in comments:
        decision = decisions.get(comment.key)
        if decision is None:
            continue
        if decision.scope is not None:
            found.append((comment.id, (decision.scope, ())))
        elif decision.clauses and all(id in about(comment).by_id for id in decision.clauses):
            found.append((comment.id, (Scope.CLAUSES, decision.clauses)))
    return tuple(found)


def brought_onto(draft: Draft, named: Corrections, about: Mapping[str, Draft], rounds: Rounds) -> Corrections:
    """What was said, on another draft, none of it where that is none of the workspace's; clauses that nothing
    there continues are left out. `about`: the draft of each comment, by its id."""
    from ..model import Scope

    if rounds.draft(draft.path) is None:
        return ()
    moved = ((id, (scope, rounds.follow(ids, about[id], draft))) for id, (scope, ids) in named)
    return tuple((id, to) for id, to in moved if to[1] or to[0] is not Scope.CLAUSES)
