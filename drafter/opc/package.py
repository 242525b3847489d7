"""Package: an opened file's parts, as bytes or XML, and what relates to what."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from drafter.errors import DamagedFile, MissingPart, NotADocx, UnsafeFile

from .content_types import TYPES
from .names import Element
from .relationships import RELATIONSHIP, Relationship, read_relationship, rels_name
from .xml import parse

MAX_PART = 256 * 2**20  # bytes unpacked: a part of a real draft stays under a tenth of this
MAX_RATIO = 300  # unpacked to packed, for parts over a mebibyte; real XML stays under 100

# All that zipfile and its decompressors raise on a damaged archive; UnicodeDecodeError is a ValueError.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError,
    RuntimeError, ValueError, OverflowError,
)  # fmt: skip
_USUAL_MAIN = "word/document.xml"
_OTHER_PARTS = (("xl/", "Excel .xlsx"), ("ppt/", "PowerPoint .pptx"), ("content.xml", "OpenDocument"))


@dataclass(frozen=True)
class Package:
    """An opened package, never changed. `shown` names it in messages; `sha256` is over the whole file.
    `replaced`: parts as they are read in place of those in the file, by name; `lost`: how many marks in the
    margin went with that.

    Made by `open_package`, which checked it.
    """

    shown: str
    sha256: str
    archive: zipfile.ZipFile
    replaced: Mapping[str, bytes] = field(default_factory=dict)
    lost: int = 0

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self.archive.namelist())

    @property
    def in_order(self) -> Iterator[str]:
        """The names of the parts as they stand in the file, folders left out."""
        return (entry for entry in self.archive.namelist() if not entry.endswith("/"))

    @cached_property
    def main(self) -> str:
        """The name of the main document part, wherever the package's relationships put it.

        Raises NotADocx for the package of another program, MissingPart where there is none.
        """
        for relationship in self.relationships("").values():
            part = self._there(relationship)
            if relationship.kind == "officeDocument" and part is not None:
                if part.startswith(("xl/", "ppt/")):
                    break
                return part
        for start, kind in _OTHER_PARTS:
            if any(entry.startswith(start) for entry in self.names):
                raise NotADocx(self.shown, found=kind)
        if _USUAL_MAIN in self.names:  # relationships lost, document kept
            return _USUAL_MAIN
        if TYPES not in self.names and not self.relationships(""):
            raise NotADocx(self.shown, found="ZIP")
        raise MissingPart(self.shown, part=_USUAL_MAIN)

    def read(self, part: str) -> bytes:
        """The bytes of `part`. Raises MissingPart, DamagedFile, or UnsafeFile past the limits."""
        if part in self.replaced:
            return self.replaced[part]
        try:
            info = self.archive.getinfo(part)
        except KeyError as error:
            raise MissingPart(self.shown, part=part) from error
        try:
            with self.archive.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except BROKEN as error:
            raise DamagedFile(self.shown, part=part) from error
        # The declared size can lie: what really came out counts.
        if len(data) > MAX_PART or (len(data) > 2**20 and len(data) > MAX_RATIO * max(info.compress_size, 1)):
            raise UnsafeFile(self.shown, reason=f"zip: {part}")
        return data

    def xml(self, part: str) -> Element:
        """The root element of `part`, strict names turned into transitional ones."""
        return parse(self.read(part), shown=self.shown, part=part)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """By id, those of `part`; of the package itself for `""`. Read once."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    @cached_property
    def _relationships(self) -> dict[str, dict[str, Relationship]]:
        return {}

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        rels = rels_name(part)
        if rels not in self.names:
            return {}
        return {
            element.get("Id", ""): read_relationship(element, part)
            for element in self.xml(rels).iter(RELATIONSHIP)
        }

    def related(self, part: str, kind: str) -> str | None:
        """The first part of `kind` ("styles") that `part` relates to and that is there."""
        for relationship in self.relationships(part).values():
            if relationship.kind == kind and (found := self._there(relationship)) is not None:
                return found
        return None

    def _there(self, relationship: Relationship) -> str | None:
        """The part a relationship points at, if it is there; case does not count (ECMA-376-2)."""
        if relationship.external:
            return None
        target = relationship.target
        return target if target in self.names else self._by_lower.get(target.lower())

    @cached_property
    def _by_lower(self) -> dict[str, str]:
        return {entry.lower(): entry for entry in self.archive.namelist()}
