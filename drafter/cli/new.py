"""`drafter new DIR`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Run, run_command


@click.command("new")
@click.argument("folder", metavar="DIR")
@run_command
def command(run: Run, folder: str) -> None:
    from drafter.jobs.new import make_workspace

    make_workspace(Path(folder), run.lang)
    run.say("cli.made-workspace", path=folder)
