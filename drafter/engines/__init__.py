"""Engines: a function mapped over independent parts, in this process, in several, or on a Dask cluster.

The room owns where work runs, how much of it is under way at once, and what becomes of a part whose worker
is lost. It knows nothing of drafts: a function of the top level of a module is given what all parts share
and one part, and both travel by pickle. What an engine yields is the same for every engine, in the order of
the parts. It may import `errors` and `model`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .local import InProcess

if TYPE_CHECKING:
    from .base import Engine

__all__ = ["ENGINES", "engine_of"]

ENGINES = ("local", "processes", "dask")


def engine_of(name: str, *, workers: int | None = None, scheduler: str | None = None) -> Engine:
    """The engine of this name, to be used as a context. `workers`: by default as many as there are cores.

    `scheduler`: the address of a running Dask cluster; without it one is made on this machine.
    """
    count = workers or os.cpu_count() or 1
    if name == "processes":
        from .processes import Processes

        return Processes(count)
    if name == "dask":
        from .dask import OnDask

        return OnDask(count, scheduler)
    return InProcess()
