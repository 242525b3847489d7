"""Arrivals: files for the workspace, kept aside under fresh names until they have been read, then put in
place."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from drafter.errors import CannotWrite, Cause, DrafterError, TooManyFiles, UnsafeFile, cause
from drafter.jobs.declaring import SettingsEntry, declare
from drafter.jobs.placing import place, safe_name
from drafter.jobs.sorting import FileKind
from drafter.jobs.trial import Incoming, Tried
from drafter.language.file_senders import from_file_name
from drafter.opc import CONVERTED, FileFormat, format_named

from .options import Limits
from .trying import tried

_ASIDE = Path(".drafter") / "uploads"
_OLD = 3600.0  # seconds after which what lies aside belongs to a server that was killed
_KEPT = 200  # receipts
_READ = 1 << 20  # bytes at once


class SentFile(Protocol):
    """A file as a form sends it."""

    @property
    def filename(self) -> str | None: ...
    @property
    def file(self) -> BinaryIO: ...


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file under a name of ours."""

    filename: str
    file: BinaryIO


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of one file that was sent. `path` within the workspace where it was taken; `already`: its
    content was there before; `failure`: why it was not."""

    name: str
    kind: FileKind | None = None
    path: str = ""
    already: bool = False
    failure: DrafterError | None = None


class Arrivals:
    """What comes into the workspace at `root` through pages."""

    def __init__(self, root: Path, limits: Limits, still: AbstractContextManager[object]) -> None:
        """`still`: while it is held nobody reads the workspace."""
        self._root, self._limits, self._still = root, limits, still
        self._receipts: OrderedDict[tuple[str, str], list[Landed]] = OrderedDict()

    def keep(self, session: str, landed: list[Landed]) -> str:
        """Keep what became of some files, for the session that sent them; the name by which it is asked
        for."""
        made = secrets.token_urlsafe(9)
        self._receipts[session, made] = landed
        while len(self._receipts) > _KEPT:
            self._receipts.popitem(last=False)
        return made

    def receipt(self, session: str, name: str) -> list[Landed]:
        """What became of files that the session sent; [] where nobody knows any more."""
        return self._receipts.get((session, name), [])

    def sweep(self) -> None:
        """Clear away what servers that were killed have left."""
        with suppress(OSError):
            for each in (self._root / _ASIDE).iterdir():
                if each.is_dir() and time.time() - each.stat().st_mtime > _OLD:
                    shutil.rmtree(each, ignore_errors=True)

    def take(
        self,
        sent: Sequence[SentFile],
        kind: FileKind | None = None,
        *,
        agency: str | None = None,
        declared: Callable[[str], SettingsEntry] | None = None,
        own: Collection[str] | None = None,
    ) -> list[Landed]:
        """Take what was sent, each file for itself; what cannot be read is told and not kept.

        `kind`: what a person says that the files are; None: that is found out. `agency`: who sends them.
        `declared`: what drafter.toml is to say of a file at its path before anybody reads it there. `own`:
        the letters of who sends them, by their paths: others may say the same, and are heard as well.
        """
        chosen = [each for each in sent if each.filename]
        with self._aside() as folder:
            kept, refused = self._kept(chosen[: self._limits.files], folder, kind, agency)
            kept.sort(key=_is_copy)  # drafts first: copies are known by them
            found = tried(self._root, kept, self._limits) if kept else []
            landed = [self._placed(file, each, declared, own) for file, each in zip(kept, found, strict=True)]
        left = [_named(each) for each in chosen[self._limits.files :]]
        many = [Landed(each, failure=TooManyFiles(each, most=self._limits.files)) for each in left]
        return [*landed, *refused, *many]

    @contextmanager
    def _aside(self) -> Iterator[Path]:
        """A folder of one request, gone when it is left. Raises CannotWrite."""
        self.sweep()
        folder = self._root / _ASIDE / secrets.token_hex(12)
        try:
            folder.mkdir(parents=True, mode=0o700)
        except OSError as error:
            raise CannotWrite(_ASIDE.as_posix(), reason=cause(error)) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _kept(
        self, sent: Sequence[SentFile], folder: Path, kind: FileKind | None, agency: str | None
    ) -> tuple[list[Incoming], list[Landed]]:
        kept, refused = [], []
        for each in sent:
            name = _named(each)
            path = folder / f"{secrets.token_hex(12)}{Path(name).suffix.lower()}"
            try:
                self._store(each.file, path, name)
            except DrafterError as error:
                refused.append(Landed(name, failure=error))
            else:
                kept.append(Incoming(path, name, kind, agency))
        return kept, refused

    def _store(self, file: BinaryIO, path: Path, name: str) -> None:
        """Raises UnsafeFile past the limit, CannotWrite."""
        room = self._limits.file
        try:
            with path.open("xb") as kept:
                while data := file.read(_READ):
                    room -= len(data)
                    if room < 0:
                        raise UnsafeFile(name, reason=Cause.TOO_LARGE)
                    kept.write(data)
                kept.flush()
                os.fsync(kept.fileno())
        except OSError as error:
            raise CannotWrite(name, reason=cause(error)) from error

    def _placed(
        self,
        file: Incoming,
        found: Tried,
        declared: Callable[[str], SettingsEntry] | None,
        own: Collection[str] | None,
    ) -> Landed:
        if found.kind is None:
            return Landed(file.name, failure=found.failure)
        folders = {kind: self._root / kind.folder for kind in FileKind}
        try:
            with self._still:
                placed = place(
                    file.path,
                    folders[found.kind],
                    file.name,
                    among=tuple(folders.values()),
                    counts=lambda path: (
                        own is None
                        or folders[FileKind.LETTER] not in path.parents
                        or path.relative_to(self._root).as_posix() in own
                    ),
                )
                shown = placed.path.relative_to(self._root).as_posix()
                if declared is not None and not placed.already:
                    self._declare(placed.path, declared(shown))
        except DrafterError as error:
            return Landed(file.name, failure=error)
        kind = next(kind for kind in FileKind if shown.startswith(f"{kind.folder}/"))
        return Landed(file.name, kind, shown, placed.already)

    def _declare(self, path: Path, said: SettingsEntry) -> None:
        """A file of which nothing can be declared is not taken."""
        try:
            declare(self._root, said)
        except DrafterError:
            path.unlink()
            raise


def _named(sent: SentFile) -> str:
    return safe_name(sent.filename or "")


def _is_copy(file: Incoming) -> bool:
    """Whether it is rather what an agency sent than a draft."""
    named = format_named(file.name)
    is_word = named is not None and CONVERTED.get(named, named) is FileFormat.DOCX
    return not is_word or bool(from_file_name(Path(file.name).stem))
