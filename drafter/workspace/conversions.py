"""Conversions: what LibreOffice made of files, kept by their content, also for the next command."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from ..errors import DrafterError
from ..opc import CONVERTED, format_named

if TYPE_CHECKING:
    from ..intake.office import LibreOffice
    from ..model import Source
    from .folder import InputFile
    from .kept import Kept
    from .sources import Sources

_KIND = "converted"
_MOST = 64  # kept in this process


class Conversions:
    """Files in the formats that are read; threads may ask at once. `kept`: where what was made is kept for
    the next command, if anywhere. `seconds`: that one file may take, in place of what is usual."""

    def __init__(self, kept: Kept | None = None, *, seconds: float | None = None) -> None:
        self._kept, self._seconds = kept, seconds
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def of(self, source: Source) -> Source:
        """`source` as it can be read: itself, or converted, or what it embeds. Raises NeedsOffice,
        NotConverted; an embedded part that fails stays what it is."""
        from ..intake.converting import converted, is_converted, made_of

        if not is_converted(source):
            return self._with_chunks(source)
        found = self._find(source)
        if found is not None:
            return made_of(source, found)
        (made,) = converted([source], self._office())
        if isinstance(made, DrafterError):
            raise made
        self._keep(source, made.bytes)
        return made

    def _with_chunks(self, source: Source) -> Source:
        from ..intake.chunks import chunks_to_convert, with_chunks
        from ..intake.converting import converted

        chunks = chunks_to_convert(source)
        if not chunks:
            return source
        found = self._find(source)
        if found is None:
            made = converted(chunks, self._office())
            parts = {each.shown: each.bytes for each in made if not isinstance(each, DrafterError)}
            if not parts:
                return source
            found = with_chunks(source, parts).bytes
            self._keep(source, found)
        return replace(source, bytes=found)

    def ahead(self, sources: Iterable[Source]) -> None:
        """Convert what will be asked for, all in one run of the program. What fails is told by `of`."""
        from ..intake.converting import converted, is_converted

        wanted = [each for each in sources if is_converted(each) and self._find(each) is None]
        for source, made in zip(wanted, converted(wanted, self._office()), strict=True):
            if not isinstance(made, DrafterError):
                self._keep(source, made.bytes)

    def _office(self) -> LibreOffice | None:
        from ..intake.office import office

        found = office()
        return found if found is None or self._seconds is None else replace(found, seconds=self._seconds)

    def _find(self, source: Source) -> bytes | None:
        with self._lock:
            if source.sha256 in self._made:
                self._made.move_to_end(source.sha256)
                return self._made[source.sha256]
        kept = self._kept.find(_KIND, source.sha256) if self._kept else None
        if kept is None:
            return None
        self._remember(source, kept[0])
        made: bytes = kept[0]
        return made

    def _keep(self, source: Source, made: bytes) -> None:
        self._remember(source, made)
        if self._kept:
            self._kept.put(_KIND, source.sha256, made)

    def _remember(self, source: Source, made: bytes) -> None:
        with self._lock:
            self._made[source.sha256] = made
            while len(self._made) > _MOST:
                self._made.popitem(last=False)


def unread(files: Sequence[InputFile], sources: Sources) -> Iterator[Source]:
    """What those of the files hold that are converted, by their names, and were not read before."""
    for file in files:
        if format_named(file.shown) in CONVERTED and file.fault is None and sources.known(file) is None:
            with suppress(DrafterError):  # whoever reads it tells
                yield sources.read(file)
