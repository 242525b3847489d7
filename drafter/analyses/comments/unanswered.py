"""Unanswered: what a collation, minutes or list say of agencies that have sent nothing, or were not there.

"Sở Tư pháp: chưa gửi ý kiến" is nobody's comment: the agency is still to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from drafter.language.joint import names_alone
from drafter.language.lexicon import cue, lexicon
from drafter.language.normal import decoded
from drafter.language.senders import agency_key, find_agencies, proper
from drafter.model import Block, FrameKind, Grid, Letter, Notice

from . import tables
from .forms import Cell, text_of, voiced
from .ground import Spot, spot
from .marks import mark_of
from .rows import voices

_BETWEEN = re.compile(r"(?:[\s,;.]|\bvà\b)*", re.IGNORECASE)
_BRACKETS = " \t\n.,;:()[]–—-…*_"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The lines that say so, and whom they name, in the order of the file."""

    lines: tuple[Spot, ...]
    agencies: tuple[str, ...]

    @property
    def zones(self) -> dict[Spot, FrameKind]:
        return dict.fromkeys(self.lines, FrameKind.UNANSWERED)

    def told(self, letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
        """The letters of the file, with a notice that names those agencies."""
        if not (self.agencies and letters):
            return letters
        notice = Notice("unanswered", letters[0].path, ", ".join(self.agencies))
        return replace(letters[0], notices=(*letters[0].notices, notice)), *letters[1:]


def unanswered(parts: Sequence[Block | Grid], issuer: str | None, floors: Container[Spot]) -> Unanswered:
    """Of the lines and cells of a file. What `issuer`, who wrote it, says of itself is its answer; `floors`:
    lines that hold a name alone."""
    found: list[tuple[Spot, str]] = []
    above: Block | None = None
    for part in parts:
        if isinstance(part, Grid):
            found.extend(_of_grid(part))
            above = None
            continue
        bare = _unmarked(part)
        names = _named(bare)
        if not names and above is not None and spot(above) in floors and _says(bare):
            names = (_unmarked(above).strip(_BRACKETS),)
        if names and not (issuer and agency_key(issuer) in map(agency_key, names)):
            found.extend((spot(part), proper(name)) for name in names)
        above = part
    lines, agencies = (
        (tuple(dict.fromkeys(column)) for column in zip(*found, strict=True)) if found else ((), ())
    )
    return Unanswered(lines, agencies)


def _of_grid(grid: Grid) -> Iterator[tuple[Spot, str]]:
    """Cells of a table whose rows or columns are of agencies."""
    form = tables.form_of(grid)
    if form is None:
        for row in grid.rows:
            name = next((text for cell in row if names_alone(text := decoded(text_of(cell)).strip())), None)
            yield from _of_row(row, name, grid.name)
        return
    columns = voiced(grid, form)
    for row, voice in zip(grid.rows[form.first :], voices(grid, form), strict=True):
        if not columns:
            yield from _of_row(row, voice.agency, grid.name)
        for at, agency in columns.items():
            yield from _of_row(row[at : at + 1], agency, grid.name)


def _of_row(row: Sequence[Cell], agency: str | None, sheet: str | None) -> Iterator[tuple[Spot, str]]:
    for cell in row if agency else ():
        if _says(decoded(text_of(cell))):
            yield from ((spot(block, sheet), agency or "") for block in cell)


def _named(bare: str) -> tuple[str, ...]:
    """Those of whom a line says it and nothing else: `"Sở Y tế: chưa gửi"`, `"Các đơn vị vắng mặt: …"`."""
    label, colon, behind = bare.partition(":")
    if colon and _plural().fullmatch(label.strip()):
        return _only_names(behind)
    begin = len(lead[0]) if (lead := _lead().match(bare)) else 0
    named = find_agencies(bare[begin:])
    if not named or named[0][0] or not _says(bare[begin + named[-1][1] :]):
        return ()
    return _only_names(bare[begin : begin + named[-1][1]])


def _only_names(text: str) -> tuple[str, ...]:
    """The agencies of a text that names no more than these; () of any other."""
    spans = find_agencies(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return tuple(text[slice(*span)] for span in spans) if all(map(_BETWEEN.fullmatch, gaps)) else ()


def _says(text: str) -> bool:
    return cue("letters", "unanswered", "says").fullmatch(text.strip(_BRACKETS)) is not None


@cache
def _plural() -> re.Pattern[str]:
    rules = lexicon("letters")["unanswered"]
    says = "|".join(rules["says"])
    return re.compile(rf"{rules['plural']}(?:{says})\W*", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(lexicon("letters")["speakers"]["lead"], re.IGNORECASE)


def _unmarked(block: Block) -> str:
    text = decoded(block.text)
    mark = mark_of(text, block.mark, block.level)
    return text[mark.end if mark else 0 :].strip()
