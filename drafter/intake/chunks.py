"""Chunks: what a Word file embeds (`w:altChunk`) of formats that LibreOffice converts, made a .docx there.

The readers unfold what is embedded and start no program; a part that is RTF, say, is converted before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.errors import DrafterError
from drafter.model import Source
from drafter.opc import CONVERTED, FileFormat, format_named, format_of, open_package, packed
from drafter.opc.directory import member_names

_KIND = "aFChunk"


def chunks_to_convert(source: Source) -> tuple[Source, ...]:
    """The embedded parts of a Word file that have to be converted, each under its name there; nothing of
    another file. Raises nothing: a damaged file is told by whoever reads it."""
    if not any(format_named(name) in CONVERTED for name in member_names(source.bytes)):
        return ()
    if format_of(source.bytes, source.shown) is not FileFormat.DOCX:
        return ()
    try:
        package = open_package(source.bytes, shown=source.shown, sha256=source.sha256)
        related = package.relationships(package.main).values()
        parts = {each.target for each in related if each.kind == _KIND and not each.external}
        found = [Source(package.read(part), part, "") for part in sorted(parts & package.names)]
    except DrafterError:
        return ()
    return tuple(chunk for chunk in found if format_of(chunk.bytes, chunk.shown) in CONVERTED)


def with_chunks(source: Source, made: Mapping[str, bytes]) -> Source:
    """`source` with what was `made` of its parts, by name, in place of them."""
    package = open_package(source.bytes, shown=source.shown, sha256=source.sha256)
    return replace(
        source, bytes=packed({part: made.get(part) or package.read(part) for part in package.in_order})
    )
