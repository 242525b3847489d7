"""One sheet: the cells that hold something, by row and column, with what is merged, hidden and noted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.language.controls import unescaped
from drafter.opc import name
from drafter.opc.names import Element

from .drawn import OverCells
from .formats import shown_number, shown_text
from .strings import Words, words_of
from .styles import NumberLooks

S_ROW, S_C, S_V, S_F, S_IS, S_MERGE, S_COL = map(
    name, ("s:row", "s:c", "s:v", "s:f", "s:is", "s:mergeCell", "s:col")
)
_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.IGNORECASE)
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class SheetCell:
    """The words of a cell as they are seen; of one whose `formula` the program that wrote the file has not
    computed, none."""

    text: str
    struck: tuple[tuple[int, int], ...] = ()
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet as Excel shows it. Rows count from 1, columns from 0.

    `merged`: areas as (first row, first column, last row, last column). `hidden_rows` and
    `hidden_columns` hold something; `notes`: notes and threads on cells as ("D2", words);
    `uncomputed`: cells whose words are not in the file, as ("D2", formula). `drawn`: what stands over cells.
    """

    title: str
    visible: bool
    rows: Mapping[int, Mapping[int, SheetCell]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    notes: Sequence[tuple[str, str]] = ()
    uncomputed: Sequence[tuple[str, str]] = ()
    drawn: Sequence[OverCells] = ()


@dataclass(slots=True)
class Shared:
    """What the cells of all sheets refer to."""

    strings: Sequence[Element]
    looks: NumberLooks
    since_1904: bool = False
    read: dict[tuple[int, bool], Words] = field(default_factory=dict)


def worksheet(
    root: Element,
    book: Shared,
    title: str,
    visible: bool,
    notes: Sequence[tuple[str, str]] = (),
    drawn: Sequence[OverCells] = (),
) -> Worksheet:
    """The sheet of a part."""
    rows: dict[int, dict[int, SheetCell]] = {}
    hidden: list[int] = []
    uncomputed: list[tuple[str, str]] = []
    number = 0
    for row in root.iter(S_ROW):
        number = _whole(row.get("r")) or number + 1
        read = dict(_cells(row, book))
        cells = {column: shown for column, shown in read.items() if not shown.formula}
        uncomputed += [
            (f"{column_name(column)}{number}", shown.formula)
            for column, shown in read.items()
            if shown.formula
        ]
        if cells:
            rows.setdefault(number, {}).update(cells)
            if row.get("hidden") in _TRUE:
                hidden.append(number)
    used = {column for cells in rows.values() for column in cells}
    return Worksheet(
        title, visible, rows,
        merged=[area for element in root.iter(S_MERGE) if (area := _area(element.get("ref")))],
        hidden_rows=hidden,
        hidden_columns=sorted(used & set(_hidden_columns(root, max(used, default=0)))),
        notes=notes,
        uncomputed=uncomputed,
        drawn=drawn,
    )  # fmt: skip


def _cells(row: Element, book: Shared) -> Iterator[tuple[int, SheetCell]]:
    column = -1
    for cell in row.iterchildren(S_C):
        place = _place(cell.get("r"))
        column = column + 1 if place is None else place[1]
        shown = _shown(cell, book)
        if shown.text.strip() or shown.formula:
            yield column, shown


def _shown(cell: Element, book: Shared) -> SheetCell:
    look = book.looks.of(cell.get("s"))
    stored = cell.findtext(S_V) or ""
    inline = cell.find(S_IS)
    match cell.get("t", "n"):
        case "s":
            words = _string(stored, look.struck, book)
            return SheetCell(words.text if words.struck else shown_text(words.text, look.code), words.struck)
        case "inlineStr" if inline is not None:
            words = words_of(inline, struck=look.struck)
            return SheetCell(words.text, words.struck)
        case "str":
            text = shown_text(unescaped(stored), look.code)
        case "b":
            text = {"1": "TRUE", "0": "FALSE"}.get(stored, stored)
        case "e":
            text = stored
        case "d":
            text = "/".join(reversed(stored[:10].split("-")))
        case _:
            text = shown_number(stored, look.code, since_1904=book.since_1904) if stored else ""
    computed = cell.get("t") == "str" and cell.find(S_V) is not None  # to no words at all
    if not text and not computed and (formula := cell.find(S_F)) is not None:
        return SheetCell("", formula=f"={formula.text or ''}")
    return SheetCell(text, ((0, len(text)),) if look.struck and text else ())


def _string(stored: str, struck: bool, book: Shared) -> Words:
    at = _whole(stored)
    if at is None or at >= len(book.strings):
        return Words("")
    if (at, struck) not in book.read:
        book.read[at, struck] = words_of(book.strings[at], struck=struck)
    return book.read[at, struck]


def _hidden_columns(root: Element, last: int) -> Iterator[int]:
    """Columns hidden by hand, from 0, as far as any cell stands."""
    for element in root.iter(S_COL):
        if element.get("hidden") in _TRUE:
            first, end = _whole(element.get("min")) or 1, _whole(element.get("max")) or 0
            yield from range(first - 1, min(end, last + 1))


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() else None


def _place(ref: str | None) -> tuple[int, int] | None:
    """`"D2"` as (2, 3)."""
    found = _REF.fullmatch(ref or "")
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column - 1


def _area(ref: str | None) -> tuple[int, int, int, int] | None:
    first, _, last = (ref or "").partition(":")
    start, end = _place(first), _place(last or first)
    return (*start, *end) if start and end else None


def column_name(column: int) -> str:
    """The name of a column: 0 is `"A"`, 26 `"AA"`."""
    made = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(65 + rest) + made
    return made
