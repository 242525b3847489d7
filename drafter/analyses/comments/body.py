"""Body: the statements of a letter with one voice, of its prose and its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.model import Block, FrameKind, Grid

from . import tables
from .ground import Spot, spot
from .items import agreement, pieces
from .leading import is_answered
from .letterhead import letterhead
from .passage import Passage
from .tables import Statement
from .ticks import ballots
from .zones import cells_of, own_cells, without


def body_statements(
    parts: Sequence[Block | Grid], unit: str, subject: str
) -> tuple[list[Statement], dict[Spot, FrameKind]]:
    """The comments of prose and tables in order, and the cells that are frame; of prose beside tables only
    what is itemised or asks."""
    found, zones = ballots(parts, unit)
    asked = pairwise(part for part in parts if isinstance(part, Block))
    heads = {spot(line): FrameKind.HEADING for line, below in asked if is_answered(line.text, below.text)}
    run: list[Block] = []
    parts = without(parts, zones)
    for part in [*parts, Grid(())]:
        if isinstance(part, Block):
            run.append(part)
            continue
        form = tables.form_of(part)
        if part.layout and not form:
            run.extend(cells_of(part.rows))
            continue
        if run:
            body = Passage(tuple(run), unit)
            found.extend(
                Statement(body, piece.start, piece.end, piece.cited, lead=piece.lead)
                for piece in pieces(body, subject)
            )
            run = []
        found.extend(_of_grid(part, unit))
        zones.update(tables.frame_zones(part, form) if form else {})
    return found or _agreements(parts, unit), {**zones, **heads}


def _of_grid(grid: Grid, unit: str) -> list[Statement]:
    """The comments of one table or sheet; where the lines above its header name an agency, it speaks."""
    form = tables.form_of(grid)
    if form is None:
        return tables.plain(grid, unit)
    above = letterhead([block.text for block in cells_of(grid.rows[: form.header])])
    return [
        replace(each, agency=each.agency or above.agency if grid.name else each.agency)
        for each in tables.statements(grid, form, unit)
    ]


def _agreements(parts: Sequence[Block | Grid], unit: str) -> list[Statement]:
    """The one comment of a letter that only agrees."""
    lines = [block for part in parts for block in _lines(part)]
    if not lines:
        return []
    body = Passage(tuple(lines), unit)
    piece = agreement(body)
    return [Statement(body, piece.start, piece.end)] if piece else []


def _lines(part: Block | Grid) -> list[Block]:
    return [part] if isinstance(part, Block) else own_cells(part)
