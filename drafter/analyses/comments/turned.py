"""Turned: forms that lie on their side: the first column says what the rows hold, one comment to a column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from drafter.model import Block, Grid

from .forms import SPEAKING, columns_of, form_of, is_content

_LABELS = 3  # that a form on its side has at least
_MOST = 2 / 3  # of the lines of its first column


def upright(parts: Iterable[Block | Grid]) -> list[Block | Grid]:
    """The parts of a file, forms that lie on their side turned: a row of theirs is a column."""
    return [turned(part) if isinstance(part, Grid) and _lies(part) else part for part in parts]


def turned(grid: Grid) -> Grid:
    """A grid with its rows as columns."""
    return replace(grid, rows=tuple(zip_longest(*grid.rows, fillvalue=())))


def _lies(grid: Grid) -> bool:
    """Whether the first column names what the rows hold, and more of that than any row does of columns."""
    labels = [row[0] for row in grid.rows if row and row[0]]
    if len(labels) < _LABELS or any(map(is_content, labels)) or max(map(len, grid.rows)) < 2:
        return False
    named = columns_of(labels)
    count = sum(map(len, named.values()))
    if count < max(_LABELS, _MOST * len(labels)) or not any(name in named for name in SPEAKING):
        return False
    form = form_of(grid)
    return form is None or form.guessed or len(form.columns) < len(named)
