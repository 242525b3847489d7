"""Sources: what the files of a workspace hold, those that lie in an archive or a mail among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import DrafterError, Vanished
from ..intake import Member, is_message, unpacked

if TYPE_CHECKING:
    from ..model import Source
    from .folder import InputFile
    from .inputs import Inputs
    from .memo import Memo


@dataclass(frozen=True, slots=True)
class Held:
    """What lies in a container, by path there: the SHA-256 of each file, or why it is left out. `message`:
    the container says something itself."""

    files: Mapping[str, str | DrafterError]
    message: bool


class Sources:
    """Files by `InputFile`; a container that is as it was is not opened again to tell what lies in it."""

    def __init__(self, inputs: Inputs, memo: Memo) -> None:
        self._inputs, self._memo = inputs, memo

    def known(self, file: InputFile) -> str | None:
        """The SHA-256 of what the file holds, where that can be told without reading it."""
        known = self._inputs.known(file.path)
        if known is None or not file.within:
            return known
        kept = self._memo.find("held", (known, file.container, ()))
        found = None if kept is None else kept[0].files.get(file.within)
        return found if isinstance(found, str) else None

    def read(self, file: InputFile) -> Source:
        """The file, read now. Raises what `intake.read_source` raises, and what opening its container
        does."""
        if not file.within:
            return self._inputs.read(file.path, shown=file.shown, listed=file.listed)
        member = next((each for each in self._members(file) if each.path == file.within), None)
        if member is None or member.source is None:
            raise (member and member.failure) or Vanished(file.told)
        return member.source

    def held(self, file: InputFile) -> Held:
        """What lies in a file; nothing in one that is no container. Raises what opening it raises."""
        known = self._inputs.known(file.path)
        kept = None if known is None else self._memo.find("held", (known, file.container, ()))
        if kept is not None:
            found: Held = kept[0]
            return found
        source = self._inputs.read(file.path, shown=file.container, listed=file.listed)
        return self._memo.get("held", (source.sha256, file.container, ()), lambda: self._told(source))

    def _told(self, source: Source) -> Held:
        files = {
            each.path: each.source.sha256 if each.source is not None else each.failure or Vanished(each.path)
            for each in self._unpacked(source)
        }
        return Held(files, is_message(source))

    def _members(self, file: InputFile) -> tuple[Member, ...]:
        known = self._inputs.known(file.path)
        kept = None if known is None else self._memo.find("unpacked", (known, file.container, ()))
        if kept is not None:
            found: tuple[Member, ...] = kept[0]
            return found
        return self._unpacked(self._inputs.read(file.path, shown=file.container, listed=file.listed))

    def _unpacked(self, source: Source) -> tuple[Member, ...]:
        return self._memo.get("unpacked", (source.sha256, source.shown, ()), lambda: unpacked(source))
