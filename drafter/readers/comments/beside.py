"""Beside: what is not read as the words of a file: pictures, told by the words beside them; hidden words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.model import Block, Notice

_MOST = 5  # places that are named


def pictured(path: str, beside: Sequence[str]) -> Iterator[Notice]:
    """That there are pictures which may hold words, by the words beside each: `“Kính gửi …”; “2. Đề nghị …”`;
    `""`: there are none."""
    if not beside:
        return
    named = [words for words in Counter(beside) if words]
    if named:
        shown = "; ".join(f"“{words}”" for words in named[:_MOST])
        yield Notice("pictures", path, f"{shown}; …" if len(named) > _MOST else shown)
    else:
        yield Notice("pictures-only", path, str(len(beside)))


def concealed(hidden: Sequence[str], number: int) -> tuple[Block, ...]:
    """Words that nobody sees, as lines of their own from `number` on, which no part has."""
    return tuple(Block(at, words) for at, words in enumerate(hidden, number) if words.strip())
