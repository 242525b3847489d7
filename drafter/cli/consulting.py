"""What commands share that take whole consultations: `--engine`, where to, how it goes, what is told."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from .common import Function, Option, Run

if TYPE_CHECKING:
    from drafter.engines.base import Engine
    from drafter.jobs.consulting.run import Consulted, Progress
    from drafter.jobs.filters import Filters

_ENGINES = ("local", "processes", "dask")  # those of drafter.engines
_TOLD = 20  # rows that are named one by one
_PAUSE = 10  # seconds between two lines where there is no terminal


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """`name` None: the command is about the workspace's own letters."""

    name: str | None
    scheduler: str | None
    workers: int | None
    partition: int | None


def engine_options(function: Function) -> Function:
    """`--engine` and what goes with it, given to `function` as one value, `engine`."""
    from functools import wraps

    @click.option("--engine", "name", cls=Option, type=click.Choice(_ENGINES), help="cli.option.engine")
    @click.option("--scheduler", cls=Option, metavar="ADDRESS", help="cli.option.scheduler")
    @click.option(
        "--workers", cls=Option, metavar="N", type=click.IntRange(1, 4096), help="cli.option.workers"
    )
    @click.option(
        "--partition", cls=Option, metavar="N", type=click.IntRange(1000, 2_000_000),
        help="cli.option.partition",
    )  # fmt: skip
    @wraps(function)
    def wrapped(
        *args: Any,
        name: str | None,
        scheduler: str | None,
        workers: int | None,
        partition: int | None,
        **options: Any,
    ) -> None:
        function(*args, engine=EngineOptions(name, scheduler, workers, partition), **options)

    made: Any = wrapped
    return cast("Function", made)


def folder_option(function: Function) -> Function:
    return click.option("-o", "--output", "output", cls=Option, metavar="DIR", help="cli.option.results")(
        function
    )


def only_with_engine(
    run: Run, output: str | None, engine: EngineOptions, files: tuple[str, ...] = ()
) -> None:
    """Raises UsageError where something was given that only `--engine` gives a meaning to."""
    given = {
        "-o": output, "--scheduler": engine.scheduler, "--workers": engine.workers,
        "--partition": engine.partition, "FILE": files,
    }  # fmt: skip
    if named := [name for name, value in given.items() if value]:
        raise click.UsageError(run.words("usage.with-engine", options=", ".join(named)))


def only_with_files(run: Run, output: str | None, engine: EngineOptions) -> None:
    """Raises UsageError where something was given that rows alone give a meaning to."""
    given = {"-o": output, "--partition": engine.partition}
    if named := [name for name, value in given.items() if value]:
        raise click.UsageError(run.words("usage.with-rows", options=", ".join(named)))


def workers_of(run: Run, engine: EngineOptions) -> Engine | None:
    """The workers that `--engine` names, for as long as the command runs. Raises NeedsScale, WorkersLost."""
    if engine.name is None or engine.name == "local":
        return None
    from drafter.engines import engine_of

    _checked(run, engine)
    made = engine_of(engine.name, workers=engine.workers, scheduler=engine.scheduler)
    return click.get_current_context().with_resource(made)


def _checked(run: Run, engine: EngineOptions) -> None:
    if engine.scheduler and engine.name != "dask":
        raise click.UsageError(run.words("usage.scheduler"))


def without_engine(run: Run, filters: Filters | None, **given: bool) -> None:
    """Raises UsageError where an option was given that `--engine` gives no meaning to."""
    named = [f"--{name.removeprefix('as_')}" for name, value in given.items() if value]
    if filters:
        named.extend(("--agency", "--clause", "--verdict", "--review"))
    if named:
        raise click.UsageError(run.words("usage.without-engine", options=", ".join(named)))


def is_consultation(
    run: Run,
    depth: str,
    files: tuple[str, ...],
    output: str | None,
    engine: EngineOptions,
    filters: Filters,
    *,
    draft: str | None = None,
    own: tuple[str, ...] = (),
    **given: bool,
) -> bool:
    """Whether `--engine` was given: then the consultation has been run. `own`: files that are taken only
    with it. Raises UsageError where what was given does not go together."""
    if engine.name is None:
        only_with_engine(run, output, engine, own)
        return False
    if not files:  # the workspace's own letters, with workers
        only_with_files(run, output, engine)
        return False
    without_engine(run, filters, **given)
    consulted(run, depth, files, output, draft, engine)
    return True


def consulted(
    run: Run, depth: str, files: tuple[str, ...], output: str | None, draft: str | None, engine: EngineOptions
) -> Consulted:
    """Run a consultation as far as `depth`, and tell what came of it. Raises UsageError without files or a
    folder, and what `consult` raises."""
    from drafter.engines import engine_of
    from drafter.errors import NeedsScale, NoComments
    from drafter.jobs.consulting.plan import Depth
    from drafter.jobs.consulting.run import PARTITION, ConsultingOptions, consult

    if not files or not output:
        raise click.UsageError(run.words("usage.engine-needs"))
    _checked(run, engine)
    _refuse_within(files, Path(output))
    from importlib.util import find_spec

    if find_spec("pyarrow") is None:
        raise NeedsScale(str(files[0]))
    options = ConsultingOptions(
        files, Path(output), Depth[depth.upper()], draft, engine.partition or PARTITION
    )
    workspace = run.workspace()
    assert engine.name is not None
    _ = workspace.rounds  # that there are no drafts is told before workers are called
    with (
        engine_of(engine.name, workers=engine.workers, scheduler=engine.scheduler) as engine_made,
        _progress(run) as progress,
    ):
        made = consult(workspace, options, engine_made, progress)
    _tell(run, made)
    if not made.balance.comments:
        run.fail(NoComments(files[0]))
    return made


def _refuse_within(files: tuple[str, ...], folder: Path) -> None:
    """Raises OutputIsInput for a file that lies where results are written."""
    from drafter.errors import OutputIsInput

    for path in map(Path, files):
        if path.resolve().is_relative_to(folder.resolve()):
            raise OutputIsInput(path)


def _tell(run: Run, made: Consulted) -> None:
    for path, row, fault in made.told[:_TOLD]:
        run.say(f"consulting.{fault}", path=path, row=row)
    if len(made.told) > _TOLD:
        run.say("consulting.further", count=len(made.told) - _TOLD)
    if made.unknown:
        run.say("consulting.unknown", columns=", ".join(made.unknown))
    balance = made.balance
    run.say(
        "consulting.done", path=made.folder, rows=balance.rows, comments=balance.comments, told=balance.told,
        words=balance.words, in_comments=balance.words_in_comments, words_told=balance.words_told,
    )  # fmt: skip


@contextmanager
def _progress(run: Run) -> Iterator[Progress]:
    """How it goes, on stderr: a bar on a terminal, else a line now and then, and one for each step."""
    steps = _Steps(run)
    if run.quiet or not sys.stderr.isatty():
        yield steps.told
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[rate]}"))
    with Bars(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def shown(step: str, rows: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(run.words(f"consulting.step.{step}"), total=total, rate="")
            bars.update(
                tasks[step], advance=rows, rate=run.words("consulting.rate", rate=steps.rate(step, rows))
            )

        yield shown


class _Steps:
    """Rows done in each step, and how fast."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._began: dict[str, float] = {}
        self._rows: dict[str, int] = {}
        self._said = time.monotonic()
        self._last = self._said

    def rate(self, step: str, rows: int) -> int:
        """Rows a second of the step since it began, `rows` just done."""
        now = time.monotonic()
        self._began.setdefault(step, self._last)
        self._rows[step] = self._rows.get(step, 0) + rows
        self._last = now
        return round(self._rows[step] / max(now - self._began[step], 1e-3))

    def told(self, step: str, rows: int, total: int) -> None:
        """A line where the last one is a while ago, or the step is done."""
        rate = self.rate(step, rows)
        done, now = self._rows[step], time.monotonic()
        if done < total and now - self._said < _PAUSE:
            return
        self._said = now
        self._run.say(
            "consulting.progress", step=self._run.words(f"consulting.step.{step}"), done=done, total=total,
            rate=rate, left=round((total - done) / max(rate, 1)),
        )  # fmt: skip
