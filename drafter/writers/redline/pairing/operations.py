"""Operations: the words of two paragraphs paired, equal ones together, in the order they will be written.

Tricky cases (before | after | marked):
- `đạt 7,5 %.` | `đạt 8 %.` | `[-7,5 %-]{+8 %+}`;
- `Một. Hai.` | `Một.` and `Hai.` | one inserted paragraph mark, no word;
- a word half bold stays one word, both halves marked in their own runs.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from ..names import Element
from ..reading.atoms import Atom
from .pairing import common
from .phrases import Op, whole_phrases


def operations(before: list[Atom], after: list[Atom]) -> list[Op]:
    """The atoms of both in order, equal ones together, deletions before insertions."""
    ends: list[Op] = []
    if before and after and before[-1].key == after[-1].key:
        ends = [(before[-1], after[-1])]
        before, after = before[:-1], after[:-1]
    ops: list[Op] = []
    i = k = 0
    for a, b in [*_common_words(before, after), (len(before), len(after))]:
        ops += _compared(before[i:a], after[k:b])
        ops += list(zip(before[a : a + 1], after[b : b + 1], strict=True))
        i, k = a + 1, b + 1
    return _deletions_first(_whole_fields(whole_phrases(_slid([*ops, *ends]))))


def _common_words(before: Sequence[Atom], after: Sequence[Atom]) -> list[tuple[int, int]]:
    """Places of the words that both have, in order.

    Spaces are left aside: counted like words they would pair by themselves, and "các doanh nghiệp thực
    hiện" would lose its words to the spaces of a longer sentence.
    """
    rows, columns = ([n for n, atom in enumerate(side) if not atom.key.isspace()] for side in (before, after))
    pairs = common([before[n].key for n in rows], [after[n].key for n in columns])
    return [(rows[a], columns[b]) for a, b in pairs]


def _compared(before: Sequence[Atom], after: Sequence[Atom]) -> list[Op]:
    ops: list[Op] = []
    for op in Indel.opcodes([atom.key for atom in before], [atom.key for atom in after]):
        old, new = before[op.src_start : op.src_end], after[op.dest_start : op.dest_end]
        if op.tag == "equal":
            ops.extend(zip(old, new, strict=True))
        else:
            ops.extend((atom, None) for atom in old)
            ops.extend((None, atom) for atom in new)
    return ops


def _slid(ops: list[Op]) -> list[Op]:
    """A space between two edits goes to the end of the second, where that ends with one too.

    `[-UBND-]{+Ủy+} {+ban nhân dân +}tỉnh` reads `[-UBND-]{+Ủy ban nhân dân+} tỉnh`; the marks are as many.
    """
    out = list(ops)
    for at in range(1, len(out) - 1):
        if _is_space_after_edit(out, at):
            side = 1 if out[at + 1][0] is None else 0
            end = _end_of_edits(out, at + 1, side)
            if end > at + 1 and _ends_alike(out, at, end, side):
                out[at:end] = _space_last(out[at:end], side)
    return out


def _is_space_after_edit(ops: Sequence[Op], at: int) -> bool:
    old, new = ops[at]
    return old is not None and new is not None and new.key.isspace() and None in ops[at - 1]


def _end_of_edits(ops: Sequence[Op], at: int, side: int) -> int:
    """Where the run of edits on one side (0 deletions, 1 insertions) that begins at `at` ends."""
    while at < len(ops) and ops[at][1 - side] is None:
        at += 1
    return at


def _ends_alike(ops: Sequence[Op], at: int, end: int, side: int) -> bool:
    """Whether the edits up to `end` end with the very space that stands at `at`, and with nothing more."""
    space, last = ops[at][side], ops[end - 1][side]
    if space is None or last is None or (end < len(ops) and None in ops[end]):
        return False
    return last.key == space.key and last.path == space.path


def _space_last(ops: Sequence[Op], side: int) -> list[Op]:
    """A kept space and the edits after it, the space kept behind them instead."""
    (old, new), last = ops[0], ops[-1][side]
    if side == 1:
        return [(None, new), *ops[1:-1], (old, last)]
    return [(old, None), *ops[1:-1], (last, new)]


def _whole_fields(ops: list[Op]) -> list[Op]:
    """A field is kept only where its beginning and its end are."""
    broken = _broken_fields(ops)
    return [op for pair in ops for op in _parted(pair, broken)] if broken else ops


def _broken_fields(ops: Sequence[Op]) -> set[Element]:
    """The `w:fldChar` that begin fields of which some part has no partner, or one of another field."""
    partner: dict[Element, Element] = {}
    broken: set[Element] = set()
    for op in ops:
        begun = [atom.opens for atom in op if atom is not None and atom.opens is not None]
        if len(begun) < 2:
            broken.update(begun)
            continue
        for here, there in (begun, reversed(begun)):
            if partner.setdefault(here, there) is not there:
                broken |= {here, there, partner[here]}
    return broken | {partner[begin] for begin in broken if begin in partner}


def _parted(op: Op, broken: set[Element]) -> list[Op]:
    """A kept part of a broken field as deleted and inserted."""
    old, new = op
    if old is not None and new is not None and (old.opens in broken or new.opens in broken):
        return [(old, None), (None, new)]
    return [op]


def _deletions_first(ops: list[Op]) -> list[Op]:
    """Between two kept atoms all deletions stand before all insertions."""
    out: list[Op] = []
    gained: list[Op] = []
    for op in ops:
        if op[0] is None:
            gained.append(op)
        else:
            if op[1] is not None:
                out.extend(gained)
                gained = []
            out.append(op)
    return [*out, *gained]
