"""Drawn on a sheet: its pictures and text boxes, which stand over cells and in none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from drafter.opc import Package
from drafter.opc.names import Element

_EMU = 360_000  # to a centimetre
_LONG, _HIGH = 4.0, 0.5  # centimetres: what holds words is no shorter, no lower
_SHOWN = 60  # signs of the words beside
_ANCHORS = frozenset(("twoCellAnchor", "oneCellAnchor", "absoluteAnchor"))


@dataclass(frozen=True, slots=True)
class OverCells:
    """What is drawn from a cell on (row from 1, column from 0): words of text boxes, or a picture that may
    hold some."""

    row: int
    column: int
    words: str
    picture: bool


def drawn_on(package: Package, sheet: str) -> tuple[OverCells, ...]:
    """What is drawn on the sheet in part `sheet`, in the order of the file."""
    parts = (
        each.target
        for each in package.relationships(sheet).values()
        if each.kind == "drawing" and not each.external and each.target in package.names
    )
    anchors = (each for part in parts for each in package.xml(part) if _local(each) in _ANCHORS)
    made = (OverCells(*_place(each), _boxed(each), _shows_picture(each)) for each in anchors)
    return tuple(each for each in made if each.words or each.picture)


def _place(anchor: Element) -> tuple[int, int]:
    """Where what is drawn begins: row from 1, column from 0; the first cell where it stands at none."""
    begin = next((each for each in anchor if _local(each) == "from"), None)
    said = {} if begin is None else {_local(each): (each.text or "").strip() for each in begin}
    row, column = (said.get(key, "") for key in ("row", "col"))
    return (
        int(row) + 1 if row.isascii() and row.isdecimal() else 1,
        int(column) if column.isascii() and column.isdecimal() else 0,
    )


def _shows_picture(anchor: Element) -> bool:
    """Whether a picture is drawn that is large enough to hold words, as far as its size is said."""
    if not any(_local(each) == "blip" for each in anchor.iter()):
        return False
    said = next((each for each in anchor.iter() if _local(each) == "ext" and each.get("cx")), None)
    sides = [] if said is None else [said.get("cx", ""), said.get("cy", "")]
    known = [int(side) / _EMU for side in sides if side.isascii() and side.isdecimal()]
    if len(known) < 2 or not all(known):
        return True
    return max(known) >= _LONG and min(known) >= _HIGH


def _boxed(anchor: Element) -> str:
    """The words of the text boxes and shapes, a line for each paragraph."""
    lines = (
        "".join(each.text or "" for each in paragraph.iter() if _local(each) == "t")
        for paragraph in anchor.iter()
        if _local(paragraph) == "p"
    )
    return "\n".join(line.strip() for line in lines if line.strip())


class CellsBefore:
    """The words of a sheet's cells, to be asked for by what stands behind them."""

    def __init__(self, cells: Mapping[int, Mapping[int, str]]) -> None:
        self._cells = cells

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return sorted((row, column) for row, cells in self._cells.items() for column in cells)

    def words(self, row: int, column: int) -> str:
        """Those of the cell at a place, else of the one before it in its row, else in the rows above."""
        at = bisect_right(self._places, (row, column)) - 1
        if at < 0:
            return ""
        found, place = self._places[at]
        return " ".join(self._cells[found][place].split())[:_SHOWN]


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
