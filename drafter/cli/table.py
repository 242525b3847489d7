"""`drafter table -o FILE [--engine ENGINE FILE…]`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import Option, Run, filter_options, run_command
from .consulting import (
    EngineOptions,
    consulted,
    engine_options,
    only_with_engine,
    only_with_files,
    without_engine,
    workers_of,
)
from .who import who

if TYPE_CHECKING:
    from drafter.jobs.filters import Filters


@click.command("table")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", "path", cls=Option, metavar="FILE", required=True, help="cli.option.output")
@click.option(
    "--layout",
    cls=Option,
    type=click.Choice(["clause", "comment", "text", "iso"]),
    default="clause",
    show_default=True,
    help="cli.option.layout",
)
@filter_options
@click.option("--attachment", cls=Option, is_flag=True, help="cli.option.attachment")
@click.option("--balance", cls=Option, is_flag=True, help="cli.option.balance")
@click.option("--provenance", cls=Option, is_flag=True, help="cli.option.provenance")
@click.option("--proof", cls=Option, is_flag=True, help="cli.option.proof")
@click.option("--choices", cls=Option, is_flag=True, help="cli.option.choices")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@engine_options
@run_command
def command(
    run: Run,
    files: tuple[str, ...],
    path: str,
    layout: str,
    force: bool,
    filters: Filters,
    engine: EngineOptions,
    **extras: bool,
) -> None:
    if engine.name and files:
        without_engine(run, filters, **extras)
        _of_issues(run, files, Path(path), engine, force=force)
        return
    if engine.name:
        only_with_files(run, None, engine)
    else:
        only_with_engine(run, None, engine, files)
    from drafter.jobs.open_document import made_of
    from drafter.jobs.outputs import refuse_inputs, write
    from drafter.jobs.snapshots import keep
    from drafter.jobs.table import table
    from drafter.model import Extras, Layout, SnapshotKind
    from drafter.writers.table import format_of, table_bytes

    if filters and (of_the_whole := [f"--{name}" for name in ("balance", "attachment") if extras[name]]):
        raise click.UsageError(run.words("usage.excerpt", options=", ".join(of_the_whole)))
    target = Path(path)
    form = format_of(made_of(target))  # before any work is done for an output that cannot be written
    workspace = run.workspace(workers_of(run, engine))
    refuse_inputs(workspace, target)
    made = table(workspace, Extras(**extras), filters)
    output = table_bytes(made, form, Layout(layout), run.lang)
    write(workspace, target, output, force=force)
    keep(workspace, SnapshotKind.TABLE, who(None), target, output, table=made)
    run.tell_assumptions(workspace)
    run.say_if_none(made.rows, filters)
    run.say("cli.wrote", path=path)


def _of_issues(run: Run, files: tuple[str, ...], target: Path, engine: EngineOptions, *, force: bool) -> None:
    """The table of a whole consultation; its partitions lie beside it, in `FILE.parts`."""
    from drafter.jobs.consulting.table import consultation_files
    from drafter.jobs.outputs import refuse_inputs, write
    from drafter.record import refuse_edited
    from drafter.writers.issues import issue_paths

    paths = issue_paths(target)
    workspace = run.workspace()
    refuse_inputs(workspace, *paths, given=map(Path, files))
    for path in paths if not force else ():  # all of them, before any work is done
        refuse_edited(path)
    made = consulted(run, "table", files, f"{target}.parts", None, engine)
    for path, data in consultation_files(made, target, workspace.settings.office, run.lang).items():
        write(workspace, path, data, force=force)
        run.say("cli.wrote", path=path)
