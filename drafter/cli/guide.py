"""`drafter guide`"""

from __future__ import annotations

import click

from .common import Run, run_command


@click.command("guide")
@run_command
def command(run: Run) -> None:
    from rich.markdown import Markdown

    from drafter.wording.guide import guide

    run.console().print(Markdown(guide(run.lang)))
