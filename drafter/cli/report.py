"""`drafter report -o FILE.html`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command
from .days import today_option, today_or


@click.command("report")
@click.option("-o", "--output", "path", cls=Option, metavar="FILE", required=True, help="cli.option.output")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@today_option
@run_command
def command(run: Run, path: str, force: bool, today: str | None) -> None:
    from drafter.errors import UnknownFormat
    from drafter.jobs.brief import report
    from drafter.jobs.outputs import refuse_inputs, write
    from drafter.writers.html.report import write_report

    target, day = Path(path), today_or(today)
    if target.suffix.lower() not in (".html", ".htm"):
        raise UnknownFormat(path, known=".html")
    workspace = run.workspace()
    refuse_inputs(workspace, target)
    made = report(workspace, day)
    write(workspace, target, write_report(made.brief, made.steps, run.lang), force=force)
    run.tell_assumptions(workspace)
    run.say("cli.wrote", path=path)
