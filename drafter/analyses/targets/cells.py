"""Cells of a target table: `"% GDP"` beside `"≥ 30"`, `"Cấp tỉnh 90; cấp huyện 80"`, `"≤ 3 Đông Nam Á"`.

A cell leaves out the verb and mostly the unit, which stands in a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.language.figures import Figure, figures
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Goals, Units
from drafter.language.normal import folded
from drafter.language.numerals import figure as printed
from drafter.language.pipeline import read
from drafter.language.units import plain_case

from .goal import Goal
from .indicator import said_of

_ATTAIN = "đạt "  # the verb that a cell leaves out; with it a bare number reads as a figure
_PIECE = re.compile(r"(?:[^;\n,]|,(?!\s)|,(?=\s)(?![^;\n]*\d))+")
_NUMBER = re.compile(r"[\d.,/]*\d(?:\s*[-–—]\s*[\d.,]*\d)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit cell: `"% GDP"` is a share of "GDP"; `rank` for "Thứ bậc"."""

    text: str | None
    of: str | None = None
    rank: bool = False

    @property
    def share(self) -> bool:
        return (self.text or "").startswith("%")


@dataclass(frozen=True, slots=True)
class CellFigure:
    """One figure of a result cell, with the column's unit; offsets are those of the cell's text."""

    figure: Figure
    of: str | None
    scope: str | None


def unit_of(cell: str) -> Unit:
    """What the unit cell says; a name of an index there is no unit."""
    text = re.sub(r"^số (?:lượng )?", "", plain_case(" ".join(cell.split())))
    if not text or (text.startswith("chỉ số") and "%" not in text):
        return Unit(None)
    if folded(text) in lexicon(Units).rank:
        return Unit(lexicon(Units).rank_unit, rank=True)
    share = re.fullmatch(r"(?:%|phần trăm|tỷ lệ %|tỉ lệ %)\s*(.*)", text, re.DOTALL)
    if not share:
        return Unit(text)
    yearly = re.match(r"/\s*năm", share.group(1))
    whole = share.group(1)[yearly.end() if yearly else 0 :]
    whole = re.sub(r"^(?:/|của|trên|trong|so với)\s*", "", whole.strip()).strip(" ()")
    return Unit("%/năm" if yearly else "%", whole or None)


def cell_figures(cell: str, unit: Unit) -> Iterator[CellFigure]:
    """The figures of a result cell (normal form), in order."""
    for piece in _PIECE.finditer(cell):
        text, verb = _verbed(piece.group())
        for figure in _figures(text, verb):
            yield _cell_figure(text, verb, figure, unit, piece.start())


def _verbed(piece: str) -> tuple[str, int]:
    """The piece with the missing verb, and where that was put: "Cấp tỉnh đạt 90"."""
    if figures(read(_ATTAIN + piece)):
        return _ATTAIN + piece, 0
    number = re.search(r"[\d≥≤<>]", piece)
    at = number.start() if number else 0
    return piece[:at] + _ATTAIN + piece[at:], at


def _figures(text: str, verb: int) -> tuple[Figure, ...]:
    """The figures of a piece: a plain number is one, whatever its size."""
    plain = text[verb + len(_ATTAIN) :].strip()
    value = printed(plain) if not text[:verb].strip() else None
    if value is None:
        return figures(read(text))
    start = text.index(plain, verb)
    end = start + len(plain)
    return (Figure(value, None, None, "", None, start, end, start, end),)


def _cell_figure(text: str, verb: int, figure: Figure, unit: Unit, at: int) -> CellFigure:
    start, end = figure.start, figure.end
    if unit.rank:
        figure = replace(
            figure, rank=True, unit=unit.text, end=_number_end(text, start), right=_number_end(text, start)
        )
    elif unit.share and figure.kind != "share":  # "80 hộ gia đình" in a column of shares: 80% of them
        end = _number_end(text, start)
        figure = replace(figure, kind="share", unit=unit.text, end=end, right=end)
    elif figure.kind in ("", "other") or unit.share:
        figure = replace(figure, unit=unit.text or figure.unit)
    said = said_of(text, Goal(0 if verb else len(_ATTAIN), len(text), (figure,), label=" "), 0)
    shift = at - len(_ATTAIN)
    placed = replace(figure, start=start + shift, end=end + shift)
    return CellFigure(placed, said.of or unit.of, _cased(said.scope))


def _number_end(text: str, start: int) -> int:
    found = _NUMBER.match(text, start)
    return found.end() if found else start


def _cased(scope: str | None) -> str | None:
    """ "Thế giới" and "Cấp tỉnh" open a cell with a capital; names keep theirs."""
    if scope and folded(scope).startswith(lexicon(Goals).scope_in.words):
        return folded(scope)
    return scope
