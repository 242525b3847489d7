"""`drafter data -o DIR [--format csv|parquet]`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command


@click.command("data")
@click.option("-o", "--output", "target", cls=Option, metavar="DIR", required=True, help="cli.option.data")
@click.option(
    "--format", "form", cls=Option, type=click.Choice(["csv", "parquet"]), default="csv", show_default=True,
    help="cli.option.data-format",
)  # fmt: skip
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(run: Run, target: str, form: str, force: bool) -> None:
    from drafter.jobs.data import data
    from drafter.jobs.outputs import made_folder, refuse_inputs, write
    from drafter.writers.data import dictionary_csv, records_csv
    from drafter.writers.data.dictionary import NAME
    from drafter.writers.data.parquet import check_parquet, records_parquet

    folder = Path(target)
    if form == "parquet":
        check_parquet(folder)
    workspace = run.workspace()
    files = data(workspace, run.lang)
    written = records_parquet if form == "parquet" else records_csv
    made = [(folder / f"{each.name}.{form}", written(each)) for each in files]
    made.append((folder / f"{NAME}.csv", dictionary_csv(files)))
    made_folder(folder)
    refuse_inputs(workspace, *(path for path, _ in made))
    for path, content in made:
        write(workspace, path, content, force=force)
    run.tell_assumptions(workspace)
    run.say("data.wrote", path=target, count=len(made))
