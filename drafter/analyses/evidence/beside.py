"""Beside: what else changed in the sentence of a figure that was asked for.

    "lên 700.000 đồng/người/tháng" was asked, and "500.000 đồng/người/tháng" became "700.000 đồng/hộ/tháng"
    "lên 10 tuổi" was asked, and "trẻ em dưới 6 tuổi" became "trẻ em trên 10 tuổi"
    "lên 70%" was asked, and "đạt 60% hộ dân" became "đạt 70% hộ nghèo"

A figure alone says neither what it is of nor which way it bounds: whoever asks for another figure has the
words around it stay, but for those of the wish. A figure of another piece is another's wish; what was only
joined ("hộ nghèo và hộ cận nghèo") changes nothing of what stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from drafter.language.lexicon import cue, lexicon

_HALF = 2  # fewer words than half of those that came are another edit beside them
_ENDS = frozenset(",;.:")


def says_another(
    old: Sequence[str],
    new: Sequence[str],
    asked: set[int],
    may_go: set[str],
    may_come: set[str],
) -> bool:
    """Whether words that tell something went from the sentence `old` or came to `new`, its words and marks in
    lower case, but for those that may. `asked`: the places in `new` of the figure that was asked for."""
    piece, may_come = _piece(new, asked), may_come - set(lexicon("evidence")["beside"]["turned"])
    came, replaced = False, 0
    for gone, fresh in exchanges(old, new):
        here = not asked.isdisjoint(range(fresh.start, fresh.stop)) or fresh.start in piece
        lost = [word for word in old[gone.start : gone.stop] if _tells(word, here) and word not in may_go]
        if not asked.isdisjoint(fresh):  # the figure that stood there may go
            replaced = sum(word[0].isdigit() for word in lost)
            lost = [word for word in lost if not word[0].isdigit()] if replaced < 2 else lost
        brought = [new[at] for at in fresh if at not in asked and _tells(new[at], here)]
        joined = not gone and cue("evidence", "beside", "joins").match(
            " ".join(new[fresh.start : fresh.stop])
        )
        wished = may_come >= set(brought)
        came = came or (bool(lost) and not (brought and wished)) or not (joined or wished)
    return came


def took_a_place(old: Sequence[str], new: Sequence[str], asked: set[int], gone: set[str]) -> bool:
    """Whether what was to be added, at the places `asked` of the sentence `new`, stands there for words of
    the sentence `old` that are not to go: "sông Lam" was to be added, and "sông La" became it."""
    stand = gone.union(new)
    return any(
        fresh and asked.issuperset(fresh) and _HALF * len(_lost(old, went, stand)) >= len(fresh)
        for went, fresh in exchanges(old, new)
    )


def _lost(old: Sequence[str], went: range, stand: set[str]) -> list[str]:
    return [word for word in old[went.start : went.stop] if _tells(word, False) and word not in stand]


def exchanges(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[range, range]]:
    """The places that went and those that came at each spot."""
    gone, fresh = range(0), range(0)
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if gone or fresh:
                yield gone, fresh
            gone, fresh = range(op.src_end, op.src_end), range(op.dest_end, op.dest_end)
            continue
        gone = range(gone.start if gone else op.src_start, op.src_end)
        fresh = range(fresh.start if fresh else op.dest_start, op.dest_end)
    if gone or fresh:
        yield gone, fresh


def _piece(text: Sequence[str], asked: set[int]) -> set[int]:
    """The places of the pieces that hold one of `asked`."""
    ends = [-1, *(at for at, word in enumerate(text) if word in _ENDS), len(text)]
    pieces = (range(start + 1, end + 1) for start, end in pairwise(ends))
    return {at for piece in pieces if not asked.isdisjoint(piece) for at in piece}


def _tells(word: str, here: bool) -> bool:
    """Whether a word says something; a figure does in the piece of the one that was asked for alone."""
    said = lexicon("evidence")["beside"]
    idle = (*lexicon("evidence")["fillers"]["words"], *said["idle"])
    return (word[0].isalpha() or (here and word[0].isdigit())) and (
        word not in idle or word in said["bounds"]
    )
