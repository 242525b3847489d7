"""Shrinking: the fewest operations of a generated pair that still fail."""

from __future__ import annotations

from collections.abc import Callable

from . import Mutated, pair


def shrunk(seed: int, fails: Callable[[Mutated], bool]) -> Mutated:
    """The pair of `seed` without the operations it fails without (delta debugging, halves first).

    Its `kept` is what `pair(seed, keep=…)` takes to make it again. A pair that does not fail stays as it is.
    """
    found = pair(seed)
    size = len(found.kept) // 2
    while size and fails(found):
        smaller = _without(seed, found, size, fails)
        size = size if smaller is not None else size // 2
        found = smaller or found
    return found


def _without(seed: int, found: Mutated, size: int, fails: Callable[[Mutated], bool]) -> Mutated | None:
    """The first pair with `size` neighbouring operations fewer that still fails."""
    for at in range(0, len(found.kept), size):
        kept = found.kept[:at] + found.kept[at + size :]
        smaller = pair(seed, kept)
        if kept and fails(smaller):
            return smaller
    return None
