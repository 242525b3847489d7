"""What every engine is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

Shared = TypeVar("Shared")
Part = TypeVar("Part")
Result = TypeVar("Result")

AHEAD = 2  # parts under way for each worker: none waits for work, and few results wait for their turn
ATTEMPTS = 3  # at a part whose worker is lost; one that takes its workers with it is not tried for ever


class Engine(Protocol):
    """Used as a context: workers live as long as it does."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def map(
        self, function: Callable[[Shared, Part], Result], shared: Shared, parts: Iterable[Part]
    ) -> Iterator[Result]:
        """`function(shared, part)` of each part, in their order; parts are taken as workers come free.

        What the function raises is raised. Raises WorkersLost where the workers of a part are lost again and
        again, or the scheduler is.
        """
        ...
