"""Watching: how whoever asks for a job is told of failures, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from ..errors import DrafterError

Report = Callable[[DrafterError], None]
Watch = Callable[[int], AbstractContextManager[Callable[[], None]]]


@contextmanager
def unwatched(_count: int) -> Iterator[Callable[[], None]]:
    """Nobody looks."""
    yield lambda: None
