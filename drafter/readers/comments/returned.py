"""Forms that came back: the keys of their rows taken out of what is read, and what nobody filled in.

A key survives in a content control's tag or in a bookmark (LibreOffice drops the first), in Excel in a hidden
column. Row by row each goes with its cells, however the rows were sorted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.model import Block, Grid, Sheet
from drafter.model.form_keys import KEY, MARK
from drafter.opc import Element, Package, body_paragraphs, name
from drafter.readers.xlsx import Worksheet

from .grids import PlainCell

Keys = Mapping[tuple[str | None, int], str]
_BODY, _TR, _TAG, _BOOKMARK = map(name, ("w:body", "w:tr", "w:tag", "w:bookmarkStart"))
_VAL, _NAME = name("w:val"), name("w:name")
_HINT = re.compile(rb"drafter:\d{0,4}:[0-9a-f]{8}:|\"f[0-9a-f]{16}\"")
_BLANK = re.compile(r"[\s.…_]*")
_OPENS = re.compile(r"…[\s…]*(?=\w)")


def keys_of(package: Package) -> dict[tuple[str | None, int], str]:
    """The key of the row that each paragraph of a Word file stands in; paragraphs count from 1."""
    if not _HINT.search(package.read(package.main)):
        return {}
    body = package.xml(package.main).find(_BODY)
    known: dict[Element, str] = {}
    found: dict[tuple[str | None, int], str] = {}
    for index, paragraph in enumerate(() if body is None else body_paragraphs(body)):
        for row in paragraph.iterancestors(_TR):
            if row not in known:
                known[row] = next(_keys_in(row), "")
            if known[row]:
                found[None, index + 1] = known[row]
                break
    return found


def _keys_in(row: Element) -> Iterator[str]:
    """The tags of a row, then its bookmarks."""
    yield from (tag.get(_VAL, "") for tag in row.iter(_TAG) if KEY.fullmatch(tag.get(_VAL, "")))
    yield from (mark.get(_NAME, "") for mark in row.iter(_BOOKMARK) if MARK.fullmatch(mark.get(_NAME, "")))


def without_keys(sheet: Worksheet) -> tuple[Worksheet, dict[int, str]]:
    """A worksheet without the cells that hold keys, and the key of each row."""
    keys = {
        number: cell.text.strip()
        for number, cells in sheet.rows.items()
        for cell in cells.values()
        if KEY.fullmatch(cell.text.strip())
    }
    if not keys:
        return sheet, {}
    rows = {
        number: {at: cell for at, cell in cells.items() if not KEY.fullmatch(cell.text.strip())}
        for number, cells in sheet.rows.items()
    }
    used = {at for cells in rows.values() for at in cells}
    hidden = [column for column in sheet.hidden_columns if column in used]
    return replace(sheet, rows=rows, hidden_columns=hidden), keys


def cells_without_keys(
    rows: Sequence[tuple[int, Sequence[PlainCell]]],
) -> tuple[list[tuple[int, list[PlainCell]]], dict[int, str]]:
    """The same of rows of plain cells, each with its number."""
    keys = {n: cell.text.strip() for n, cells in rows for cell in cells if KEY.fullmatch(cell.text.strip())}
    plain = [
        (n, [PlainCell() if keys and KEY.fullmatch(cell.text.strip()) else cell for cell in cells])
        for n, cells in rows
    ]
    return plain, keys


def returned(sheet: Sheet, keys: Keys) -> Sheet:
    """`sheet` as a form that came back, where it has keys: what nobody filled in is no text."""
    if not keys:
        return sheet
    parts = tuple(part if isinstance(part, Block) else _filled(part) for part in sheet.parts)
    raw = None if sheet.raw is None else KEY.sub(" ", sheet.raw)
    return replace(sheet, parts=parts, keys=dict(keys), raw=raw)


def _filled(grid: Grid) -> Grid:
    rows = (
        tuple(
            tuple(_without_dots(block) for block in cell if not _BLANK.fullmatch(block.text)) for cell in row
        )
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


def _without_dots(block: Block) -> Block:
    """A line that somebody wrote behind the dots of a blank."""
    dots = _OPENS.match(block.text)
    if dots is None or block.emphasis or block.struck:
        return block
    return replace(block, text=block.text[dots.end() :], offset=block.offset + dots.end())
