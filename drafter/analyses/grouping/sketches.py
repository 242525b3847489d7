"""Sketches: which of very many texts share most of their words, without holding each against each.

MinHash (Broder 1997) in bands: the least of the hashes of a text's words under each of 64 functions, four of
them a band. Texts that share nine words of ten have a band in common all but surely, such as share a third of
theirs one time in six. It takes some lines over numpy; datasketch does the same a text at a time and brings
scipy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_BANDS, _ROWS = 16, 4
_BATCH = 512  # texts; some 10 MB
_random = np.random.Generator(np.random.PCG64(20211130))  # the same functions in every process
_FACTORS = _random.integers(1, 2**63, _BANDS * _ROWS, dtype=np.uint64) | np.uint64(1)
_OFFSETS = _random.integers(0, 2**63, _BANDS * _ROWS, dtype=np.uint64)


def sketches(texts: Sequence[Sequence[str]]) -> Iterator[tuple[int, ...]]:
    """Of each text, given as its words, one number a band; texts without words are alike."""
    for at in range(0, len(texts), _BATCH):
        yield from map(tuple, _bands(texts[at : at + _BATCH]).tolist())


def _bands(texts: Sequence[Sequence[str]]) -> NDArray[np.uint64]:
    sets = [sorted(set(text)) or [""] for text in texts]
    hashes = np.array([crc32(word.encode("utf-8", "replace")) for words in sets for word in words], np.uint64)
    starts = np.cumsum([0, *(len(words) for words in sets[:-1])])
    with np.errstate(over="ignore"):
        mixed = (hashes[:, None] * _FACTORS + _OFFSETS) >> np.uint64(16)
        least = np.minimum.reduceat(mixed, starts, axis=0).reshape(len(texts), _BANDS, _ROWS)
        bands: NDArray[np.uint64] = (least * _FACTORS[:_ROWS]).sum(axis=2, dtype=np.uint64)
    return bands
