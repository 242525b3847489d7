"""A Dask cluster: one that runs, or one made on this machine for as long as the work takes.

Addresses, certificates (`tls://…`) and time limits are those of Dask's own configuration, so that a cluster
is kept by its own tools. Dask does a part again whose worker is lost.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from types import TracebackType
from typing import Any, Self

from drafter.errors import NeedsScale, WorkersDiffer, WorkersLost

from .base import AHEAD, ATTEMPTS, Part, Result, Shared

_PATIENCE = 30  # seconds for a scheduler to answer


class OnDask:
    """`count` workers where the cluster is made here, else those that the one at `scheduler` has."""

    def __init__(self, count: int, scheduler: str | None = None) -> None:
        if find_spec("distributed") is None:
            raise NeedsScale("dask")
        self._count, self._scheduler = count, scheduler
        self._open = ExitStack()
        self._client: Any = None
        self._shared: object = None
        self._held: Any = None

    def __enter__(self) -> Self:
        import dask
        from distributed import Client, LocalCluster

        _silence()
        try:
            with ExitStack() as opening:
                if self._scheduler is None:
                    opening.enter_context(
                        dask.config.set({"distributed.scheduler.allowed-failures": ATTEMPTS})
                    )
                    made: Any = LocalCluster  # neither has types
                    cluster = opening.enter_context(
                        made(
                            n_workers=self._count,
                            threads_per_worker=1,
                            dashboard_address=None,
                            memory_limit=0,
                            silence_logs=logging.CRITICAL,
                        )
                    )
                client: Any = Client
                self._client = opening.enter_context(
                    client(self._scheduler or cluster, timeout=_PATIENCE, set_as_default=False)
                )
                self._open = opening.pop_all()
        except (OSError, ValueError) as error:  # nobody answers; a wrong certificate; no address
            raise WorkersLost(self._scheduler or "dask", times=1) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def map(
        self, function: Callable[[Shared, Part], Result], shared: Shared, parts: Iterable[Part]
    ) -> Iterator[Result]:
        """As `Engine.map`; what the parts share goes to every worker once."""
        from concurrent.futures import CancelledError

        from distributed import KilledWorker
        from distributed.comm.core import CommClosedError

        try:
            if self._shared is not shared:
                self._held = self._client.scatter(shared, broadcast=True, hash=False)
                self._shared = shared
            held = self._held
            waiting: deque[Any] = deque()
            left = iter(parts)
            while True:
                self._fill(waiting, left, function, held)
                if not waiting:
                    return
                found = waiting.popleft().result()
                yield found
        except (KilledWorker, CommClosedError, CancelledError, TimeoutError) as error:
            raise WorkersLost(self._scheduler or "dask", times=ATTEMPTS) from error
        except Exception as error:  # what a worker raises is the work's own, but that it has another drafter
            if not _is_unknown(error):
                raise
            raise WorkersDiffer(self._scheduler or "dask") from error

    def _fill(
        self, waiting: deque[Any], left: Iterator[object], function: Callable[[Any, Any], Any], held: object
    ) -> None:
        ahead = AHEAD * max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
        while len(waiting) < ahead:
            try:
                part = next(left)
            except StopIteration:
                return
            # The part is data, not work: Dask is not to look into it.
            waiting.append(self._client.submit(function, held, part, pure=False, retries=ATTEMPTS))


def _silence() -> None:
    """What Dask says of lost workers and schedulers is told here, once and in one line; each of its modules
    has a level of its own."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _is_unknown(error: Exception) -> bool:
    """Whether the scheduler or a worker knows nothing of the work: some of it comes back as an exception
    without a class that holds the words of the other."""
    said = str(error)
    nameless = type(error) in (Exception, RuntimeError)
    return isinstance(error, ImportError) or (
        nameless and any(sign in said for sign in ("ModuleNotFoundError", "ImportError", "deserialization"))
    )
