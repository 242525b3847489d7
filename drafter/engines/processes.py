"""Several processes of this machine, each with what the parts share.

They are spawned, not forked: the same on every system, and no thread of this process is torn in two.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Self

from drafter.errors import WorkersLost

from .base import AHEAD, ATTEMPTS, Part, Result, Shared

_held: list[Any] = []  # in a worker: what all parts share


def _hold(shared: object) -> None:
    _held[:] = [shared]
    gc.set_threshold(100_000, 50, 50)  # as the command itself: looking for rubbish costs a tenth


def _work(function: Callable[[Any, Any], Any], part: object) -> Any:
    return function(_held[0], part)


class Processes:
    """`count` processes; where one is lost, all are made anew and what was under way is done again."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None
        self._shared: object = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def map(
        self, function: Callable[[Shared, Part], Result], shared: Shared, parts: Iterable[Part]
    ) -> Iterator[Result]:
        """As `Engine.map`. Processes stay from one call to the next that shares the same."""
        waiting: deque[tuple[Part, Future[Result]]] = deque()
        left = iter(parts)
        lost = 0
        if self._pool is None or self._shared is not shared:
            self._open(shared)
        while True:
            try:
                self._fill(waiting, left, function)
                if not waiting:
                    return
                found = waiting[0][1].result()
            except BrokenProcessPool as error:
                lost += 1
                if lost >= ATTEMPTS:
                    raise WorkersLost("processes", times=lost) from error
                self._open(shared)
                again = [part for part, _ in waiting]
                waiting.clear()
                waiting.extend((part, self._submitted(function, part)) for part in again)
                continue
            lost = 0
            waiting.popleft()
            yield found

    def _fill(
        self,
        waiting: deque[tuple[Part, Future[Any]]],
        left: Iterator[Part],
        function: Callable[[Any, Any], Any],
    ) -> None:
        while len(waiting) < self._count * AHEAD:
            try:
                part = next(left)
            except StopIteration:
                return
            waiting.append((part, self._submitted(function, part)))

    def _submitted(self, function: Callable[[Any, Any], Any], part: object) -> Future[Any]:
        """The part on its way; what a broken pool refuses is found broken when its turn comes."""
        assert self._pool is not None
        try:
            return self._pool.submit(_work, function, part)
        except BrokenProcessPool as error:
            refused: Future[Any] = Future()
            refused.set_exception(error)
            return refused

    def _open(self, shared: object) -> None:
        self._close()
        self._shared = shared
        self._pool = ProcessPoolExecutor(
            self._count,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_hold,
            initargs=(shared,),
        )

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
