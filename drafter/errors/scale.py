"""Work at the size of a nation: workers, runs that go on, files of rows."""

from __future__ import annotations

from .failure import DrafterError


class WorkersLost(DrafterError):
    """Workers of one part were lost `times` times, or nobody answers for the cluster at `path`."""

    code = "workers-lost"


class WorkersDiffer(DrafterError):
    """The scheduler or a worker of the cluster at `path` has no drafter, or another one."""

    code = "workers-differ"


class NeedsScale(DrafterError):
    """An engine, or a file of rows, needs libraries that only the extra `scale` brings."""

    code = "needs-scale"


class OtherRun(DrafterError):
    """The folder of results at `path` belongs to a run of another input, program or options: `differs`."""

    code = "other-run"
    http_status = 409


class NotRows(DrafterError):
    """A file is no Parquet or JSON Lines, or has no column `text`; `found`: the columns that it has."""

    code = "not-rows"
