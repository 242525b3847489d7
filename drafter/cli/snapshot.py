"""`drafter snapshot restore-view ID -o FILE`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command


@click.command("snapshot")
@click.argument("action", type=click.Choice(["restore-view"]), metavar="restore-view")
@click.argument("id", type=int, metavar="ID")
@click.option("-o", "--output", cls=Option, metavar="FILE", help="cli.option.restored")
@run_command
def command(run: Run, action: str, id: int, output: str | None) -> None:
    from drafter.jobs.outputs import write_new
    from drafter.jobs.snapshots import snapshot

    del action  # there is only one
    workspace = run.workspace()
    kept = snapshot(workspace, id)
    name = Path(kept.path)
    target = Path(output) if output else Path(f"{name.stem}-{kept.id}{name.suffix}")
    write_new(workspace, target, kept.output)
    run.say("cli.wrote", path=str(target))
