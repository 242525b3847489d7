"""Struck: words that an agency struck through in what it wrote → what it wants deleted or replaced.

Struck in words quoted or proposed they are words of the draft that are to go; struck elsewhere the agency
only mended its own letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.language.quotes import find_quotes
from drafter.language.words import NUMBER
from drafter.model import Ask, Block, FrameKind, Grid, Op, Struck, WordsRole

from .frame import Zones
from .ground import FileLine
from .passage import Passage

_FIGURE = re.compile(rf"{NUMBER}\s?%?")


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words struck through, what stands behind them, and whether they are wording of the draft."""

    words: str
    behind: str
    wording: bool


def standing(parts: Sequence[Block | Grid]) -> list[Block | Grid]:
    """The parts of a letter without lines struck from end to end; the line before one remembers its words.

    A cell that is struck as a whole keeps its lines: it still says where.
    """
    kept: list[Block | Grid] = []
    for run in _runs(parts):
        if isinstance(run, Grid):
            rows = tuple(tuple(_lines(cell) or cell for cell in row) for row in run.rows)
            kept.append(replace(run, rows=rows))
        else:
            kept.extend(_lines(run))
    return kept


def _runs(parts: Iterable[Block | Grid]) -> Iterator[Grid | tuple[Block, ...]]:
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Block):
            blocks.append(part)
            continue
        yield tuple(blocks)
        blocks = []
        yield part
    yield tuple(blocks)


def _lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines that stand; what was struck between them is told by the line before, else by the first."""
    kept: list[Block] = []
    ahead: list[Struck] = []
    for block in blocks:
        if not block.gone:
            kept.append(block)
        elif kept:
            gone = Struck(len(kept[-1].text), block.text)
            kept[-1] = replace(kept[-1], struck=(*kept[-1].struck, gone))
        else:
            ahead.append(Struck(0, block.text))
    if ahead and kept:
        kept[0] = replace(kept[0], struck=(*ahead, *kept[0].struck))
    return tuple(kept)


def gone(lines: Iterable[FileLine]) -> Zones:
    """Cells struck as a whole, where nothing else is known of them."""
    return {line.spot: FrameKind.HIDDEN for line in lines if line.block.gone}


def untold(parts: Iterable[Block | Grid], told: Counter[str]) -> Iterator[tuple[Block, str]]:
    """What was struck outside of cells struck as a whole, with its line, but for what comments tell."""
    lines: dict[Block, None] = {}
    for part in parts:
        cells = ((part,),) if isinstance(part, Block) else (cell for row in part.rows for cell in row)
        lines.update(dict.fromkeys(b for cell in cells for b in cell if part is b or not b.gone))
    for block in lines:
        for gone in block.struck:
            if told[gone.words]:
                told[gone.words] -= 1
            else:
                yield block, gone.words


def deleted(body: Passage, start: int, end: int) -> tuple[Deleted, ...]:
    """What was struck within a span of what an agency said."""
    text = body.printed(start, end)
    quotes = find_quotes(text)
    return tuple(
        Deleted(gone.words, text[gone.at :], any(q.start <= gone.at <= q.end for q in quotes))
        for gone in body.struck(start, end)
    )


def deleted_in(cells: Iterable[Sequence[Block]]) -> tuple[Deleted, ...]:
    """What was struck in cells that hold wording of the draft or for it."""
    return tuple(
        Deleted(gone.words, "" if block.gone else block.text[gone.at :], True)
        for block in dict.fromkeys(block for cell in cells for block in cell)
        for gone in block.struck
    )


def asks_of(found: Iterable[Deleted]) -> tuple[Ask, ...]:
    """What struck wording asks for; a figure is replaced by the figure typed behind it."""
    return tuple(dict.fromkeys(_ask(each) for each in found if each.wording and re.search(r"\w", each.words)))


def _ask(each: Deleted) -> Ask:
    figure = _FIGURE.match(each.behind.lstrip())
    if figure and _FIGURE.fullmatch(each.words):
        return Ask(Op.REPLACE, each.words, figure.group().strip(), role=WordsRole.REPLACE)
    return Ask(Op.DELETE, each.words, role=WordsRole.DELETE)
