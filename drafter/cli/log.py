"""`drafter log [N…]`"""

from __future__ import annotations

import click

from .common import Option, Run, json_option, run_command


@click.command("log")
@click.argument("numbers", nargs=-1, type=int, metavar="[N]...")
@click.option("--snapshots", cls=Option, is_flag=True, help="cli.option.snapshots")
@json_option
@run_command
def command(run: Run, numbers: tuple[int, ...], snapshots: bool, as_json: bool) -> None:
    from drafter.jobs.chosen import chosen_places
    from drafter.jobs.decisions import history
    from drafter.jobs.snapshots import snapshots as all_snapshots
    from drafter.writers.json import decisions as documents
    from drafter.writers.screen import decisions as views

    if snapshots and numbers:
        raise click.UsageError(run.words("usage.snapshots-alone", option="--snapshots"))
    workspace = run.workspace()
    if snapshots:
        kept = all_snapshots(workspace)
        if as_json:
            run.print_json(documents.snapshots(kept))
        else:
            run.console().print(views.snapshots_view(kept, run.lang))
        return
    lines = history(workspace, numbers)
    if as_json:
        run.print_json(documents.log(lines))
    else:
        run.console().print(views.log_view(lines, chosen_places(workspace), run.lang))
