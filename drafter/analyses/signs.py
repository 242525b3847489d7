"""Signs: texts as the words, figures and percent signs by which phrases are found again.

Marks and white space are left out: lines are wrapped anew, a clause is split at a semicolon, a point gets
another marker, and no word of it has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from drafter.language.noise import canonical
from drafter.language.normal import decoded
from drafter.language.words import printed
from drafter.model import Clause

_PERCENT = frozenset("%‰")
_LESS, _MORE = "\x02", "\x03"


@lru_cache(maxsize=65536)
def signs(text: str, exact: bool = False) -> tuple[str, ...]:
    """The words, figures and percent signs of `text` without noise (letter case, spelling, short forms);
    `exact`: without differences of Unicode form alone."""
    read = printed(decoded(text) if exact else canonical(text))
    return tuple(sign for sign in read if sign[0].isalnum() or sign in _PERCENT)


def times(phrase: str, text: str, *, exact: bool = False) -> int:
    """How often the words of `phrase` stand in `text`, whole and in a row."""
    wanted = _coded(phrase, exact)
    return _coded(text, exact).count(wanted) if wanted else 0


def start(phrase: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where the signs `phrase` begin in the signs `whole`."""
    size = len(phrase)
    ends = range(len(whole) - size + 1)
    return next((at for at in ends if tuple(whole[at : at + size]) == tuple(phrase)), None)


def kept(old: Sequence[str], new: Sequence[str]) -> list[bool]:
    """Which signs of `old` are still there in `new`, in their order."""
    stays = [False] * len(old)
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            stays[op.src_start : op.src_end] = [True] * (op.src_end - op.src_start)
    return stays


def has_figure(sign: str) -> bool:
    """Whether a sign is a figure, or holds one."""
    return any(map(str.isdigit, sign))


def words_of(clause: Clause) -> str:
    """The words of a clause, with those of the notes and text boxes at it."""
    return "\n".join([clause.text, *(note.text for note in clause.notes)])


@lru_cache(maxsize=65536)
def _coded(text: str, exact: bool) -> str:
    return "".join(f"{_LESS}{sign}{_MORE}" for sign in signs(text, exact))
