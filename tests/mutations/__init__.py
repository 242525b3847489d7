"""Mutations: real Word files edited at random the way people edit drafts, every result valid for Word.

`pair(seed)` gives an old and a new file that were both made from one source; equal seeds give equal files.
"""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from . import blocks, marks, notes, parts, tables, words
from .document import Document

__all__ = ["SOURCES", "Mutated", "pair"]

_ROOT = Path(__file__).parents[2]
_LARGEST = 250_000  # bytes; larger sources are slow to judge
_SMALL = 30_000

SOURCES = sorted(
    path
    for folder in ("drafts", "tests/data/official", "tests/data/versions", "tests/data/redline/docs")
    for path in (_ROOT / folder).glob("*.docx")
    if path.stat().st_size <= _LARGEST
)

# Operation, how often of a hundred it is tried.
_OPERATIONS = [
    (words.replace, 16), (words.insert, 8), (words.delete, 8), (words.figure, 8), (words.case, 2),
    (words.decompose, 3), (words.spell_out, 3), (words.space, 2),
    (blocks.delete, 6), (blocks.delete_run, 2), (blocks.duplicate, 4), (blocks.insert, 4), (blocks.split, 5),
    (blocks.join, 5), (blocks.swap, 3), (blocks.move, 5), (blocks.move_edited, 3),
    (tables.delete_row, 3), (tables.duplicate_row, 3), (tables.insert_row, 2), (tables.swap_rows, 2),
    (tables.delete_column, 1), (tables.insert_column, 1), (tables.delete, 1), (tables.add, 1),
    (tables.nest, 1), (tables.merge_cells, 1),
    (notes.edit, 3), (notes.delete, 2), (notes.add, 2), (notes.double, 1),
    (marks.bold, 2), (marks.align, 1), (marks.control, 1), (marks.field, 1), (marks.bookmark, 1),
    (marks.track, 2), (marks.number, 1),
    (parts.header, 2), (parts.box, 2),
]  # fmt: skip


@dataclass(frozen=True)
class Mutated:
    """Two edited files of one source.

    `operations` are those that found something to do, those on the old file begin with "old "; `kept` are
    their numbers, what `pair` takes as `keep`.
    """

    old: bytes
    new: bytes
    source: str
    operations: tuple[str, ...]
    kept: tuple[int, ...]


class _Steady(random.Random):
    """Choices that stay near where they were when an earlier operation is left out."""

    def choice(self, seq):  # type: ignore
        return seq[int(self.random() * len(seq))]


def pair(seed: int, keep: Collection[int] | None = None, most: int = 12) -> Mutated:
    """Up to `most` edits on the new file and a few on the old one; of these only those numbered in `keep`."""
    rnd = random.Random(seed)
    source = rnd.choice(SOURCES)
    if source.stat().st_size > _SMALL:  # a second draw: small ones more often
        source = rnd.choice(SOURCES)
    sides = {"old ": Document(source), "": Document(source)}
    drawn = ["old "] * rnd.choice((0, 0, 1, 3)) + [""] * rnd.randint(1, most)
    operations, weights = zip(*_OPERATIONS, strict=True)
    done = []
    for at, (side, one) in enumerate(zip(drawn, rnd.choices(operations, weights, k=len(drawn)), strict=True)):
        if (keep is None or at in keep) and one(sides[side], _Steady(f"{seed}/{at}")):
            done.append((at, f"{side}{one.__module__.rpartition('.')[2]}.{one.__name__}"))
    return Mutated(
        sides["old "].bytes(), sides[""].bytes(), source.name,
        tuple(name for _, name in done), tuple(at for at, _ in done),
    )  # fmt: skip
