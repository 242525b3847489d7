"""The letters of a workspace: every file of comments/ that is read, those in archives and mails among them.

A letter is called by its path within comments/, which may lead into a container:
`"thu.zip/so-tai-chinh.docx"`. What asks which letters there are, or where one lies, asks here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from unicodedata import normalize

from ..errors import DrafterError, as_failure
from ..intake import looks_packed
from .bounds import Bound, unbounded

if TYPE_CHECKING:
    from .folder import Folder, InputFile
    from .sources import Sources
    from .stages import Stages


class LetterFiles:
    """The letters in comments/ of one workspace, looked for once."""

    def __init__(self, folder: Folder, sources: Sources, bounded: Bound) -> None:
        """`bounded` holds time and memory of each container that is opened."""
        self._folder, self._sources, self._bounded = folder, sources, bounded

    @cached_property
    def all(self) -> tuple[InputFile, ...]:
        """Every letter, in the order of the folder. Raises EmptyFolder."""
        return tuple(each for file in self._folder.comment_files() for each in self.opened(file))

    def find(self, shown: str) -> InputFile | None:
        """The letter that results show as `shown`."""
        return next((file for file in self.all if file.shown == shown), None)

    def chosen(self, names: Sequence[str]) -> tuple[InputFile, ...]:
        """The letters that a person names, all where none is named; a container stands for what lies in it.

        Raises EmptyFolder, IsAFolder, NotFound.
        """
        return tuple(each for name in names for each in self._named(name)) if names else self.all

    def is_there(self, shown: str) -> bool:
        """Whether a letter lies at its path in comments/."""
        path = self._folder.comments / shown
        return path.is_file() or any(each.shown == shown for each in self._within(path.as_posix()))

    def _named(self, name: str) -> Iterator[InputFile]:
        file = self._folder.named_letter(name)
        found = list(self._within(name) if file is None else self.opened(file))
        if not found:
            raise self._folder.no_file(name)
        yield from found

    def _within(self, name: str) -> Iterator[InputFile]:
        """The letters of a name that leads into a container."""
        inside = PurePosixPath(Path(name).as_posix())
        for place in inside.parents:
            container = self._folder.named_letter(str(place)) if place.name else None
            if container is not None:
                wanted = normalize("NFC", f"{container.shown}/{inside.relative_to(place)}")
                yield from (each for each in self.opened(container) if _is_at(each.shown, wanted))
                return

    def opened(self, file: InputFile) -> Iterator[InputFile]:
        """The letters in one file of the folder."""
        return _opened(self._sources, file, self._bounded)


def letters_in(stages: Stages, file: InputFile) -> tuple[InputFile, ...]:
    """The letters in a file that lies anywhere: itself, or those in the archive or mail that it is."""
    return tuple(_opened(stages.sources, file, unbounded))


def _opened(sources: Sources, file: InputFile, bounded: Bound) -> Iterator[InputFile]:
    """A file, or those that lie in it, a mail's own text first; what is wrong with one is its `fault`."""
    if file.fault is not None or not looks_packed(file.path):
        yield file
        return
    try:
        with bounded(file.told):
            held = sources.held(file)
    except Exception as raised:  # one file stops no other, whatever is wrong with it
        yield replace(file, fault=as_failure(raised, file.told))
        return
    if held.message or not held.files:
        yield replace(file, covers=bool(held.files))
    for path, found in held.files.items():
        fault = found if isinstance(found, DrafterError) else None
        covers = any(other.startswith(f"{path}/") for other in held.files)
        yield replace(
            file, shown=f"{file.shown}/{path}", told=f"{file.told}/{path}", within=path, fault=fault,
            covers=covers,
        )  # fmt: skip


def _is_at(shown: str, wanted: str) -> bool:
    """Whether a letter is the one that is wanted, or lies in it."""
    composed = normalize("NFC", shown)
    return composed == wanted or composed.startswith(f"{wanted}/")
