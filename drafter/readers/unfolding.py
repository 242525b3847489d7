"""Unfolding: what a Word file embeds of other files (`w:altChunk`) → paragraphs and tables in its place.

ECMA-376-1 17.17.2.1: a consumer imports the part that an `altChunk` relates to, in a format that it knows, as
if it had been typed there. Word does so when it saves next; until then the words stand in the other part
alone. Automatic numbers and list marks become words. What is not read here stays where it is, and is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from drafter.errors import DrafterError
from drafter.opc import Element, Package, format_of, name, serialised, storable

if TYPE_CHECKING:
    from drafter.model import Block, Grid, Sheet

_KIND = "aFChunk"
_DEEPEST = 3  # files within files
_depth: ContextVar[int] = ContextVar("depth", default=0)
_ALT_CHUNK, _ID = name("w:altChunk"), name("r:id")
_P, _R, _RPR, _T, _BR, _TAB, _B, _STRIKE = map(
    name, ("w:p", "w:r", "w:rPr", "w:t", "w:br", "w:tab", "w:b", "w:strike")
)
_TBL, _TR, _TC, _TCPR, _SPAN, _MERGE, _VAL = map(
    name, ("w:tbl", "w:tr", "w:tc", "w:tcPr", "w:gridSpan", "w:vMerge", "w:val")
)
_TBLPR, _BORDERS = map(name, ("w:tblPr", "w:tblBorders"))
_LINES = tuple(map(name, ("w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV")))


def unfolded(package: Package) -> Package:
    """`package` with what is embedded in its main part standing in place; itself where nothing is."""
    try:
        main = package.main
        chunks = {
            key: each.target
            for key, each in package.relationships(main).items()
            if each.kind == _KIND and not each.external
        }
        if not chunks or _depth.get() >= _DEEPEST:
            return package
        root = package.xml(main)
    except DrafterError:  # no Word file, or a damaged one: told by whoever reads it
        return package
    found = [(chunk, _read(package, chunks.get(chunk.get(_ID, "")))) for chunk in list(root.iter(_ALT_CHUNK))]
    lost = [_put(chunk, sheet) for chunk, sheet in found if sheet is not None]
    return replace(package, replaced={main: serialised(root)}, lost=sum(lost)) if lost else package


def _read(package: Package, part: str | None) -> Sheet | None:
    """What the file in `part` says; None for one that cannot be read."""
    from drafter.model import Source

    from .comments import READERS

    within = _depth.set(_depth.get() + 1)
    try:
        data = b"" if part is None else package.read(part)
        reader = READERS.get(format_of(data, part or ""))
        return None if reader is None else reader(Source(data, part or "", ""))
    except DrafterError:
        return None
    finally:
        _depth.reset(within)


def _put(chunk: Element, sheet: Sheet) -> int:
    """Put what a chunk embeds in its place; how many comments and tracked changes it had beside its words."""
    parent = chunk.getparent()
    assert parent is not None
    at = parent.index(chunk)
    parent[at : at + 1] = list(_elements(sheet.parts))
    marks = sheet.manuscript
    return 0 if marks is None else len(marks.annotations) + len(marks.revisions)


def _elements(parts: Sequence[Block | Grid]) -> Iterator[Element]:
    from drafter.model import Grid

    for part in parts:
        if isinstance(part, Grid):
            yield _table(part)
        elif not part.edge:  # the heads of its pages are not those of this file
            yield _paragraph(part)


def _paragraph(block: Block) -> Element:
    paragraph = etree.Element(_P)
    run = etree.SubElement(paragraph, _R)
    look = etree.SubElement(run, _RPR)
    for tag, wanted in ((_B, block.heading), (_STRIKE, block.gone)):
        if wanted:
            etree.SubElement(look, tag)
    words = f"{block.mark} {block.text}" if block.mark else block.text
    for number, line in enumerate(words.split("\n")):
        if number:
            etree.SubElement(run, _BR)
        for place, piece in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, _TAB)
            text = etree.SubElement(run, _T)
            text.text = storable(piece)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph


def _table(grid: Grid) -> Element:
    """A merged cell, which stands in every place that it covers, is one cell again."""
    table = etree.Element(_TBL)
    if not grid.layout:
        borders = etree.SubElement(etree.SubElement(table, _TBLPR), _BORDERS)
        for line in _LINES:
            etree.SubElement(borders, line, {_VAL: "single"})
    above: Sequence[tuple[Block, ...]] = ()
    for row in grid.rows:
        made = etree.SubElement(table, _TR)
        for first, last in _spans(row):
            _cell(
                made,
                row[first],
                last - first + 1,
                goes_on=first < len(above) and _same(above[first], row[first]),
            )
        above = row
    return table


def _spans(row: Sequence[tuple[Block, ...]]) -> Iterator[tuple[int, int]]:
    """The first and last column of each cell."""
    first = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or not _same(row[at], row[first]):
            yield first, at - 1
            first = at


def _same(one: tuple[Block, ...], other: tuple[Block, ...]) -> bool:
    return bool(one) and one is other


def _cell(row: Element, blocks: Sequence[Block], wide: int, *, goes_on: bool) -> None:
    cell = etree.SubElement(row, _TC)
    look = etree.SubElement(cell, _TCPR)
    if wide > 1:
        etree.SubElement(look, _SPAN, {_VAL: str(wide)})
    if goes_on:
        etree.SubElement(look, _MERGE)
    for block in () if goes_on else blocks:
        cell.append(_paragraph(block))
    if cell[-1].tag != _P:
        etree.SubElement(cell, _P)
