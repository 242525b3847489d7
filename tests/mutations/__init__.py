"""Mutations: real Word files edited at random the way people edit drafts, every result valid for Word.

`pair(seed)` gives an old and a new file that were both made from one source; equal seeds give equal files.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from . import blocks, marks, notes, parts, tables, words
from .document import Document

__all__ = ["SOURCES", "Mutated", "pair"]

_DATA = Path(__file__).parents[1] / "data"
_LARGEST = 250_000  # bytes; larger sources are slow to judge

SOURCES = sorted(
    path
    for folder in ("official", "versions", "redline/docs")
    for path in (_DATA / folder).glob("*.docx")
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
    """Two edited files of one source; `operations` are those that found something to do."""

    old: bytes
    new: bytes
    source: str
    operations: tuple[str, ...]


def pair(seed: int, most: int = 12) -> Mutated:
    """Up to `most` edits on the new file and a few on the old one."""
    rnd = random.Random(seed)
    source = rnd.choice(SOURCES)
    old, new = Document(source), Document(source)
    done = [f"old {name}" for name in _edited(old, rnd, rnd.choice((0, 0, 1, 3)))]
    done += _edited(new, rnd, rnd.randint(1, most))
    return Mutated(old.bytes(), new.bytes(), source.name, tuple(done))


def _edited(document: Document, rnd: random.Random, count: int) -> list[str]:
    operations, weights = zip(*_OPERATIONS, strict=True)
    chosen = rnd.choices(operations, weights, k=count)
    return [f"{one.__module__.rpartition('.')[2]}.{one.__name__}" for one in chosen if one(document, rnd)]
