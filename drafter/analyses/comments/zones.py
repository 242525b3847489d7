"""Zones: lines of a comment file that are known to be frame before it is cut."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from drafter.language.lexicon import cue
from drafter.model import Block, FrameKind, Grid

from . import tables
from .covering import only_covers, signed_from
from .endings import ending_kinds
from .frame import Zones
from .ground import FileLine, Spot, spot
from .items import agrees_barely
from .mail import mail_kinds
from .sentences import is_formula

_BARE = re.compile(r"\(?\d{1,3}(?:[.)]+|/)")
_ENDS = (FrameKind.SIGNATURE, FrameKind.RECIPIENTS)


def mail_zones(lines: Sequence[FileLine], *, covers: bool = False) -> dict[Spot, FrameKind]:
    """What mail programs added, and lines that only say where a link leads: `"[1]: https://…"`; those of
    a mail that `covers` others which say no more than that."""
    kinds = mail_kinds([line.block.text for line in lines], covers=covers)
    found = {line.spot: kind for line, kind in zip(lines, kinds, strict=True) if kind}
    target = cue("letters", "link_target")
    for line in lines:
        if target.fullmatch(line.block.text.strip()):
            found.setdefault(line.spot, FrameKind.REFERENCE)
    bare = {line.spot: FrameKind.HEADING for line in lines if not line.cell and _is_bare(line.block)}
    found = bare | found
    if covers:
        own = [line for line in lines if line.spot not in found and not (line.cell or line.block.edge)]
        signed = signed_from([line.block.text for line in own])
        found.update(
            (line.spot, FrameKind.LEAD_IN)
            for line in own
            if only_covers(line.block.text) and not is_formula(line.block.text)
        )
        if any(found.get(line.spot) is FrameKind.LEAD_IN for line in own[:signed]):
            found.update((line.spot, FrameKind.SIGNATURE) for line in own[signed:] if line.spot not in found)
    return found


def _is_bare(block: Block) -> bool:
    """Whether a line holds the number of an item and nothing of it: "3."."""
    return not block.mark and _BARE.fullmatch(block.text.strip()) is not None


def ending_zones(
    parts: Sequence[Block | Grid], subject: str, *, but: Container[Spot] = ()
) -> dict[Spot, FrameKind]:
    """Closing lines, signatures and recipients outside of forms; `but`: lines known to be none."""
    lines = [block for part in parts for block in _prose(part)]
    kinds = ending_kinds([block.text for block in lines], subject)
    return {
        spot(block): kind for block, kind in zip(lines, kinds, strict=True) if kind and spot(block) not in but
    }


def _prose(part: Block | Grid) -> list[Block]:
    """The lines of a part that is no table of comments: a table without lines only sets them side by side."""
    if isinstance(part, Block):
        return [part]
    return cells_of(part.rows) if part.layout and not tables.form_of(part) else []


def without(parts: Sequence[Block | Grid], zones: Zones) -> list[Block | Grid]:
    """The parts without the lines that are known to be frame. An empty table stands for an ending: what comes
    behind it hangs below nothing that stands before."""
    found: list[Block | Grid] = []
    for part in parts:
        if isinstance(part, Block):
            kind = zones.get(spot(part))
            found.extend([part] if kind is None else [Grid(())] if kind in _ENDS else [])
            continue
        rows = tuple(
            tuple(tuple(block for block in cell if spot(block, part.name) not in zones) for cell in row)
            for row in part.rows
        )
        found.append(replace(part, rows=rows))
    return found


def cells_of(rows: Sequence[Sequence[tuple[Block, ...]]]) -> list[Block]:
    """The lines of cells in reading order, a merged cell once."""
    seen: dict[tuple[Block, ...], None] = {}
    for row in rows:
        seen.update(dict.fromkeys(cell for cell in row if cell))
    return [block for cell in seen for block in cell]


def own_cells(grid: Grid) -> list[Block]:
    """The lines of a table that are its sender's: without the words and places of the draft that a form has
    in columns of their own, "thống nhất" as they may say."""
    form = tables.form_of(grid)
    columns = {} if form is None or form.guessed else form.columns
    cited = {at for name in ("draft_text", "place") for at in columns.get(name, ())}
    return cells_of(
        [
            tuple(() if at in cited and not _agrees(cell) else cell for at, cell in enumerate(row))
            for row in grid.rows
        ]
    )


def _agrees(cell: tuple[Block, ...]) -> bool:
    return bool(cell) and all(agrees_barely(block.text) for block in cell)
