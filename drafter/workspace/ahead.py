"""Ahead: what takes long of many letters, done by workers: letters read, comments linked and proved.

A worker has a workspace of its own over the same folder. Letters that it reads are kept where the next
command looks; links and evidence come back. Where its drafts are others, by now or on its machine, it does
nothing: then whoever asked works for itself. What fails in a worker is met again there, and told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from .keys import drafts_key
from .linking import linked

if TYPE_CHECKING:
    from ..engines.base import Engine
    from ..model import Comment, Evidence, Link, Rounds
    from .folder import InputFile
    from .known import KnownComments
    from .workspace import Workspace

_FILES, _COMMENTS = 20, 100  # in a part
_MANY = 10  # parts: workers take longer to begin than fewer take
Item = TypeVar("Item")
Made = TypeVar("Made")
Part = Callable[["SharedFolder", Sequence[Item]], Sequence[Made] | None]


@dataclass(frozen=True, slots=True)
class SharedFolder:
    """What workers are told once: where the workspace lies, and which drafts it has."""

    root: str
    drafts: str
    answered: bool


class Ahead:
    """The workers of one workspace."""

    def __init__(self, engine: Engine, root: Path) -> None:
        self._engine, self._root = engine, str(root.resolve())
        self._shared: SharedFolder | None = None

    def read(self, files: Iterable[InputFile], known: KnownComments, rounds: Rounds) -> None:
        """Have those of the letters read and kept that are not."""
        names = [file.shown for file in files if not known.is_kept(file, rounds)]
        for _ in self.each(_read, rounds, names, _FILES):
            pass

    def linked(self, rounds: Rounds, comments: Sequence[Comment]) -> list[Link] | None:
        """The links of comments on the drafts that they are about; None where workers could not."""
        return _whole(self.each(_linked, rounds, comments, _COMMENTS))

    def proved(self, rounds: Rounds, cases: Sequence[tuple[Comment, Link]]) -> list[Evidence] | None:
        """The evidence of comments with their links; None where workers could not."""
        return _whole(self.each(_proved, rounds, cases, _COMMENTS))

    def each(
        self, part: Part[Item, Made], rounds: Rounds, items: Sequence[Item], size: int
    ) -> Iterator[Made | None]:
        """What `part` makes of the items, part by part; None once where they are few, or a worker could
        not."""
        parts = [items[at : at + size] for at in range(0, len(items), size)]
        if len(parts) < _MANY:
            yield None
            return
        told = SharedFolder(self._root, _hash(rounds), rounds.answered)
        if self._shared != told:
            self._shared = told
        for made in self._engine.map(part, self._shared, parts):
            yield from (None,) if made is None else made


def _whole(made: Iterable[Made | None]) -> list[Made] | None:
    found = list(made)
    return None if None in found else [each for each in found if each is not None]


def _hash(rounds: Rounds) -> str:
    return hashlib.sha256(repr(drafts_key(rounds)).encode("utf-8", "surrogatepass")).hexdigest()


# --- in a worker -------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _workspace(shared: SharedFolder) -> Workspace | None:
    """The workspace of this worker; None where it has other drafts."""
    from ..errors import DrafterError
    from .bounds import Bounds
    from .workspace import Workspace

    try:
        found = Workspace(Path(shared.root), report=_untold, reading=True, bounded=Bounds())
        return found if _hash(found.rounds) == shared.drafts else None
    except DrafterError:
        return None


def _untold(_: Exception) -> None:
    """Whoever asked meets it again."""


def _read(shared: SharedFolder, names: Sequence[str]) -> Sequence[str]:
    from .known import KnownComments

    workspace = _workspace(shared)
    if workspace is not None:
        known, rounds = KnownComments(workspace), replace(workspace.rounds, answered=shared.answered)
        for file in workspace.letter_files.all:
            if file.shown in names:
                with suppress(Exception):  # whatever it is
                    known.read(file, rounds)
    return names


def _linked(shared: SharedFolder, comments: Sequence[Comment]) -> Sequence[Link] | None:
    workspace = _workspace(shared)
    return None if workspace is None else tuple(linked(workspace.stages, comments, workspace.rounds))


def _proved(shared: SharedFolder, cases: Sequence[tuple[Comment, Link]]) -> Sequence[Evidence] | None:
    from ..analyses.evidence import evidence

    workspace = _workspace(shared)
    if workspace is None:
        return None
    links: dict[str, Any] = {link.comment: link for _, link in cases}
    return evidence([comment for comment, _ in cases], links, workspace.rounds, workspace.register)
