"""Phrases: where most words of one were rewritten, it reads as one deletion and one insertion.

`[-Một-]{+Hai+} [-ba-]{+bốn+}` reads `[-Một ba-]{+Hai bốn+}`. Bare spaces never cut a rewritten phrase; nor do
a few words that happen to stand in both, such as "và" or "năm 2025", where each side of them has twice
as many. Marks of punctuation and figures do: they are where a reader looks for what stayed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from ..reading.atoms import Atom

Op = tuple[Atom | None, Atom | None]
_STRAY = 2  # times as many words on each side as stay between them
_YEAR = re.compile(r"(?:19|20)\d\d")

_Group = tuple[bool, list[Op]]  # whether kept, and the atoms


def whole_phrases(ops: list[Op]) -> list[Op]:
    """`ops` with what cuts a rewritten phrase deleted and inserted like the words around it."""
    while True:
        groups = [(kept, list(group)) for kept, group in groupby(ops, key=lambda op: None not in op)]
        cuts = {at for at in range(1, len(groups) - 1) if _cuts(groups, at)}
        if not cuts:
            return ops
        ops = [op for at, (_, group) in enumerate(groups) for op in (_parted(group) if at in cuts else group)]


def _parted(group: Sequence[Op]) -> list[Op]:
    return [(old, None) for old, _ in group] + [(None, new) for _, new in group]


def _cuts(groups: Sequence[_Group], at: int) -> bool:
    """Whether a group is kept between two replacements that read as one."""
    kept, ops = groups[at]
    if not kept or not (_replaces(groups[at - 1][1]) and _replaces(groups[at + 1][1])):
        return False
    if not all(_is_plain(old) and _is_plain(new) for old, new in ops):
        return False
    words = [old.text for old, _ in ops if old is not None and old.text != " "]
    if any(not word[0].isalpha() and not _YEAR.fullmatch(word) for word in words):
        return False
    return len(words) * _STRAY <= min(_size(groups[at - 1][1]), _size(groups[at + 1][1]))


def _is_plain(atom: Atom | None) -> bool:
    """A word, or a bare space: nothing that ends a paragraph, opens a field or prints by other means."""
    if atom is None or atom.mark is not None or atom.opens is not None or not atom.text:
        return False
    return all(piece.end >= 0 or piece.loose for piece in atom.pieces) and (
        atom.text == " " or not atom.text.isspace()
    )


def _replaces(edits: Sequence[Op]) -> bool:
    return any(old is not None for old, _ in edits) and any(new is not None for _, new in edits)


def _size(edits: Sequence[Op]) -> int:
    """How many words are replaced, or come in their place."""
    sides = ([atom for op in edits if (atom := op[side]) is not None] for side in (0, 1))
    return max(sum(not atom.key.isspace() for atom in side) for side in sides)
