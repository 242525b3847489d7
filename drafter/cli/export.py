"""`drafter export [DRAFT] -o FILE.xml [--since OLD] [--comments]`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command


@click.command("export")
@click.argument("draft", required=False)
@click.option(
    "-o", "--output", "path", cls=Option, metavar="FILE", required=True, help="cli.option.output-xml"
)
@click.option("--since", cls=Option, metavar="OLD", help="cli.option.since")
@click.option("--comments", "comments", cls=Option, is_flag=True, help="cli.option.akn-comments")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(run: Run, draft: str | None, path: str, since: str | None, comments: bool, force: bool) -> None:
    from drafter.jobs.exchange import ExportOptions, export, wanted_suffix
    from drafter.jobs.outputs import refuse_inputs, write

    target = Path(path)
    wanted_suffix(target, ".xml", ".akn")
    workspace = run.workspace()
    refuse_inputs(workspace, target)
    data = export(workspace, ExportOptions(draft, since, comments))
    write(workspace, target, data, force=force)
    run.say("cli.wrote", path=path)
