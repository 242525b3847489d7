"""Mutations: real Word files edited at random the way people edit drafts, every result valid for Word.

`pair(seed)` gives an old and a new file that were both made from one source; equal seeds give equal files.
"""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from . import blocks, columns, holders, marks, notes, parts, tables, words
from .document import Document

__all__ = ["DRAFTS", "OPERATIONS", "SMALL", "Mutated", "pair"]

_ROOT = Path(__file__).parents[2]
_LARGEST = 250_000  # bytes; larger sources are slow to judge


def _within(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (_ROOT / folder).glob("*.docx")]
    return sorted(path for path in found if path.stat().st_size <= _LARGEST)


# Whole drafts, and small files with a bit of everything.
DRAFTS = _within("drafts", "tests/data/official", "tests/data/versions")
SMALL = _within("tests/data/redline/docs")

# Operation, how often of all weights together it is tried.
_OPERATIONS = [
    (words.replace, 14), (words.insert, 7), (words.delete, 7), (words.empty, 1), (words.rewrite, 3),
    (words.figure, 6), (words.case, 2), (words.decompose, 3), (words.spell_out, 2), (words.space, 2),
    (blocks.delete, 5), (blocks.delete_edge, 2), (blocks.delete_run, 3), (blocks.duplicate, 4),
    (blocks.insert, 5), (blocks.insert_empty, 1), (blocks.split, 5), (blocks.join, 5), (blocks.swap, 3),
    (blocks.move, 5), (blocks.move_edited, 4),
    (tables.delete_row, 3), (tables.delete_rows, 2), (tables.duplicate_row, 3), (tables.insert_row, 3),
    (tables.swap_rows, 2), (tables.delete, 1), (tables.duplicate, 1), (tables.add, 2), (tables.nest, 2),
    (columns.delete_column, 1), (columns.insert_column, 1), (columns.merge_across, 1),
    (columns.merge_down, 1),
    (notes.edit, 3), (notes.delete, 2), (notes.add, 3),
    (holders.delete, 3), (holders.duplicate, 2), (holders.move, 2), (holders.control, 2),
    (holders.control_block, 2), (holders.unwrap, 1), (holders.hyperlink, 2), (holders.field, 2),
    (holders.bookmark, 2),
    (marks.bold, 2), (marks.plain, 1), (marks.align, 1), (marks.style, 1), (marks.unnumber, 1),
    (marks.number, 1), (marks.track, 2), (marks.track_mark, 2), (marks.track_row, 1),
    (parts.header, 2), (parts.box, 3),
]  # fmt: skip


# By name, as `Mutated` tells them.
OPERATIONS = {f"{one.__module__.rpartition('.')[2]}.{one.__name__}": one for one, _ in _OPERATIONS}


@dataclass(frozen=True)
class Mutated:
    """Two edited files of one source.

    `operations` are those that found something to do, those on the old file begin with "old "; `kept` are
    their numbers, which `pair` takes as `keep`.
    """

    old: bytes
    new: bytes
    source: str
    operations: tuple[str, ...]
    kept: tuple[int, ...]


def pair(seed: int, keep: Collection[int] | None = None, most: int = 12) -> Mutated:
    """Up to `most` edits on one file and a few on the other; of these only those numbered in `keep`.

    In one pair of three the more edited file is the old one, in one of forty the files have two sources.
    """
    rnd = random.Random(seed)
    source = rnd.choice(DRAFTS if rnd.random() < 0.3 else SMALL)
    other = rnd.choice(SMALL) if rnd.random() < 0.025 else source
    few, many = rnd.choice((("old ", ""), ("old ", ""), ("", "old ")))
    sides = {"old ": Document(source), "": Document(other)}
    drawn = [few] * rnd.choice((0, 0, 1, 3)) + [many] * rnd.randint(1, most)
    weights = [weight for _, weight in _OPERATIONS]
    done = []
    chosen = rnd.choices(list(OPERATIONS), weights, k=len(drawn))
    for at, (side, name) in enumerate(zip(drawn, chosen, strict=True)):
        # Each draws for itself, so that leaving one out leaves the others nearly as they were.
        if (keep is None or at in keep) and OPERATIONS[name](sides[side], random.Random(f"{seed}/{at}")):
            done.append((at, f"{side}{name}"))
    return Mutated(
        sides["old "].bytes(),
        sides[""].bytes(),
        " and ".join(dict.fromkeys((source.name, other.name))),
        tuple(name for _, name in done),
        tuple(at for at, _ in done),
    )
