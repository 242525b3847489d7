"""Known: what the store remembers of comments that were read before, held against what is read now.

A comment keeps its number and what was decided of it where equal ones come or go beside it, where a person
corrects whose it is, and stays with the draft that it was about where its letter does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import DrafterError
from .letters import declared_of

if TYPE_CHECKING:
    from ..model import Comment, Declared, Letter, Registered, Rounds
    from .folder import InputFile
    from .read_letters import ReadLetters
    from .workspace import Workspace


class KnownComments:
    """The comments of a workspace's store, or of none."""

    def __init__(self, workspace: Workspace) -> None:
        store = workspace.store()
        self.registered = () if store is None else store.registered()
        self._workspace, self._settings = workspace, workspace.settings

    def read(self, file: InputFile, rounds: Rounds) -> ReadLetters:
        """What agencies say in a file, about the draft that it was about before. Raises a DrafterError."""
        from ..analyses.comments import known_draft

        stages = self._workspace.stages
        file.check()
        declared = self._declared(file)
        with self._workspace.bounded(file.told):
            made = stages.letters(file, rounds, declared)
            if not self.registered:
                return made
            there = {each.shown for each in self._workspace.letter_files.all}
            number = known_draft(made.letters, self.registered, rounds, there)
            return made if number is None else stages.letters(file, replace(rounds, assumes=number), declared)

    def is_kept(self, file: InputFile, rounds: Rounds) -> bool:
        """Whether a file need not be read, or cannot be."""
        try:
            file.check()
            return self._workspace.stages.holds(file, rounds, self._declared(file))
        except (DrafterError, OSError):
            return True

    def _declared(self, file: InputFile) -> Declared:
        workspace = self._workspace
        return declared_of(file, self._settings, workspace.folder, workspace.draft)

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
