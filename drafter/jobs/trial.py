"""Trial: files that came in, read as the workspace would read them, before they are in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..errors import DrafterError, SeveralInOne, SpeaksForOthers, as_failure
from ..intake import read_source
from ..language.identities import identities
from ..model import Declared, Draft, Letter, Rounds
from ..store import FOLDER
from ..workspace import Stages, Workspace
from ..workspace.conversions import Conversions
from ..workspace.folder import InputFile
from ..workspace.kept import Kept
from ..workspace.letter_files import letters_in
from .sorting import FileKind, kind_of


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that came in: where it lies, under which name it was sent, what it is said to be; None: that is
    to be found out. `agency`: who sent it, where that is known. `returned`: a table that comes back edited,
    no file of the workspace."""

    path: Path
    name: str
    kind: FileKind | None = None
    agency: str | None = None
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """What a file proved to be, None for a table that comes back; or why it cannot be used."""

    kind: FileKind | None = None
    failure: DrafterError | None = None


class Trial:
    """Trials over the drafts of one workspace; those that prove to be drafts count for the files after
    them."""

    def __init__(self, root: Path) -> None:
        self._root, self._stages = root, Stages(kept=Kept(root / FOLDER))

    @cached_property
    def _drafts(self) -> list[Draft]:
        return list(_drafts(Workspace(self._root, report=lambda _: None, stages=self._stages)))

    def of(self, file: Incoming) -> Tried:
        """What becomes of one file. Raises MemoryError alone."""
        try:
            if file.returned:
                _read_table(file, self._stages.conversions)
                return Tried()
            return Tried(self._kind(file))
        except MemoryError:
            raise
        except Exception as error:  # one file stops no other, whatever is wrong with it
            return Tried(failure=as_failure(error, file.name).at(file.name))

    def _kind(self, file: Incoming) -> FileKind:
        kind = file.kind or kind_of(self._stages, _input(file, file.name), self._drafts)
        if kind is FileKind.DRAFT:
            self._drafts.append(self._draft(file))
        else:
            self._read(file)
        return kind

    def _read(self, file: Incoming) -> None:
        """Raises what reading the letters in a file raises; where several came in one, only if none is read.
        The page of an agency takes its files one by one, and none that lies in another, however few do: what
        is said of the sender is said of the file that came."""
        found = letters_in(self._stages, _input(file, file.name))
        if file.agency is not None and any(each.within or each.covers for each in found):
            raise SeveralInOne(file.name)
        rounds = Rounds(tuple(self._drafts), self._stages.alignment, answered=True)
        failures: list[DrafterError] = []
        for each in found:
            try:
                each.check()
                read = self._stages.letters(each, rounds, Declared(agency=file.agency))
            except DrafterError as error:
                failures.append(error.at(each.told))
            else:
                if file.agency is not None:
                    self._check_speakers(file, file.agency, read.letters)
        if len(failures) == len(found):
            raise failures[0]

    def _check_speakers(self, file: Incoming, agency: str, letters: Sequence[Letter]) -> None:
        """Raises SpeaksForOthers where minutes or a table hold what others are to have said: whoever sends
        them vouches for itself alone."""
        names = [letter.agency for letter in letters]
        keys = identities((*names, agency), (self._drafts[-1].issuer or "") if self._drafts else "")
        for name in names:
            if keys[name] != keys[agency]:
                raise SpeaksForOthers(file.name, agency=name)

    def _draft(self, file: Incoming) -> Draft:
        shown = _input(file, f"{FileKind.DRAFT.folder}/{file.name}")
        draft = self._stages.draft(shown)
        self._stages.check_draft(shown)
        self._stages.tasks(draft)
        return draft


def prepare(root: Path, files: Sequence[Incoming], seconds: float) -> None:
    """Have LibreOffice convert what it has to, in so many `seconds` each, where reading may start no
    program. What fails is told by the reading."""
    sources = []
    for file in files:
        with suppress(DrafterError):
            sources.append(read_source(file.path, shown=file.name))
    Conversions(Kept(root / FOLDER), seconds=seconds).ahead(sources)


def _read_table(file: Incoming, conversions: Conversions) -> None:
    """Raises what reading a table that comes back raises."""
    from ..readers.tables import read_edited_table

    read_edited_table(conversions.of(read_source(file.path, shown=file.name)))


def tried(root: Path, files: Sequence[Incoming]) -> Iterator[Tried]:
    """What each of `files` proves to be, in their order."""
    trial = Trial(root)
    return map(trial.of, files)


def _input(file: Incoming, shown: str) -> InputFile:
    return InputFile(file.path, shown, file.name)


def _drafts(workspace: Workspace) -> tuple[Draft, ...]:
    try:
        return workspace.rounds.drafts
    except DrafterError:
        return ()
