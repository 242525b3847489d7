"""Known: what the store remembers of comments that were read before, held against what is read now.

A comment keeps its number and what was decided of it where equal ones come or go beside it, where a person
corrects whose it is, and stays with the draft that it was about where its letter does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Comment, Declared, Letter, Registered, Rounds
    from ..settings import Settings
    from ..store import Store
    from .folder import InputFile
    from .letter_files import LetterFiles
    from .read_letters import ReadLetters
    from .stages import Stages


class KnownComments:
    """The comments of a store, or of none."""

    def __init__(self, store: Store | None, settings: Settings, files: LetterFiles) -> None:
        self.registered = () if store is None else store.registered()
        self._settings, self._files = settings, files

    def read(self, stages: Stages, file: InputFile, rounds: Rounds, declared: Declared) -> ReadLetters:
        """What agencies say in a file, about the draft that it was about before. Raises a DrafterError."""
        from ..analyses.comments import known_draft

        made = stages.letters(file, rounds, declared)
        if not self.registered:
            return made
        there = {each.shown for each in self._files.all}
        number = known_draft(made.letters, self.registered, rounds, there)
        return made if number is None else stages.letters(file, replace(rounds, assumes=number), declared)

    def apart(self, letters: Sequence[Letter], rounds: Rounds) -> tuple[Letter, ...]:
        """`letters` with the keys under which their comments are known."""
        from ..analyses.comments import as_first_read, told_apart

        apart = told_apart(letters, self.registered)
        return as_first_read(apart, self.registered, self._is_corrected, rounds)

    def _is_corrected(self, path: str) -> bool:
        entry = self._settings.of_letter(path)
        return entry is not None and entry.agency is not None


def as_now(registered: Iterable[Registered], comments: Iterable[Comment]) -> tuple[Registered, ...]:
    """`registered` in the names of those whose they are by now."""
    agencies = {each.key: each.agency for each in comments}
    return tuple(replace(each, agency=agencies.get(each.key, each.agency)) for each in registered)
