"""`drafter export-decisions -o FILE.jsonl`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command


@click.command("export-decisions")
@click.option("-o", "--output", "path", cls=Option, metavar="FILE", help="cli.option.records")
@run_command
def command(run: Run, path: str | None) -> None:
    from drafter.jobs.records import export, write_export

    workspace = run.workspace()
    if path is None:
        click.echo(export(workspace).decode(), nl=False)
        return
    write_export(workspace, Path(path))
    run.say("cli.wrote", path=path)
