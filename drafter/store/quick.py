"""Quick reads: what most commands ask of a store in a file, without SQLAlchemy, which loads for as long as
they run.

Answered here is only what a sound and current database answers at once; for all else, and for whatever looks
odd, the whole store is opened, and tells what is wrong.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec

from drafter.model import Registered

from .encoding import decision_of
from .place import HEAD

if TYPE_CHECKING:
    from drafter.model import Decision

    from .store import Store
    from .waiting import Waits

_WAIT = 0.1  # seconds; who has to wait longer is told so by the whole store
_COMMENTS = "SELECT no, key, agency, text, draft_number, path, first_read FROM comments ORDER BY no"
_Rows = list[tuple[Any, ...]]


def quick_store(path: Path, waits: Waits | None = None) -> Store | None:
    """The store in the file `path`, where it is sound and current; None where the whole one must say."""
    store = _Quick(path, waits)
    return None if store.rows("SELECT 1") is None else cast("Store", store)


class _Quick:
    """In place of a `Store`: reads by itself, and has the whole one do everything else."""

    def __init__(self, path: Path, waits: Waits | None) -> None:
        self._path, self._waits = path, waits

    @cached_property
    def _whole(self) -> Store:
        from .store import Store

        return Store(self._path, waits=self._waits)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def rows(self, question: str) -> _Rows | None:
        """The answer to a question; None where the database does not answer as it should."""
        address = f"{self._path.absolute().as_uri()}?mode=rw"
        try:
            with closing(
                sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)
            ) as connection:
                connection.execute("BEGIN")
                if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD,)]:
                    return None
                return connection.execute(question).fetchall()
        except sqlite3.Error:
            return None

    def registered(self) -> tuple[Registered, ...]:
        rows = self.rows(_COMMENTS)
        return self._whole.registered() if rows is None else tuple(Registered(*row) for row in rows)

    def numbers(self) -> Mapping[str, int]:
        rows = self.rows("SELECT key, no FROM comments")
        return self._whole.numbers() if rows is None else dict(rows)

    def register(self, comments: Iterable[Registered]) -> Mapping[str, int]:
        wanted = list(comments)
        known = self.numbers()
        return known if all(each.key in known for each in wanted) else self._whole.register(wanted)

    def decisions(self) -> Mapping[str, Decision]:
        rows = self.rows("SELECT key, content, version FROM decisions")
        if rows is not None:
            try:
                return {key: decision_of(content, version) for key, content, version in rows}
            except msgspec.MsgspecError:
                pass  # the whole store tells what is damaged
        return self._whole.decisions()
