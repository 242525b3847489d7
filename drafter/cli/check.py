"""`drafter check [--today DATE] [--format text|json|sarif] [--ids]`"""

from __future__ import annotations

import click

from .common import Option, Run, ids_option, json_option, run_command
from .days import today_option, today_or


@click.command("check")
@today_option
@click.option(
    "--format", "form", cls=Option, type=click.Choice(["text", "json", "sarif"]), default="text",
    show_default=True, help="cli.option.format",
)  # fmt: skip
@json_option
@ids_option
@run_command
def command(run: Run, today: str | None, form: str, as_json: bool, ids: bool) -> None:
    from drafter.jobs.check import CheckOptions, check

    workspace = run.workspace()
    found = check(workspace, CheckOptions(today_or(today)))
    drafts = workspace.rounds.drafts
    if form == "sarif":
        from drafter.analyses.readiness import SEVERITIES
        from drafter.writers.json.sarif import check_sarif

        run.print_json(check_sarif(found, drafts, SEVERITIES, run.lang))
    elif form == "json" or as_json:
        from drafter.writers.json.check import check as document

        run.print_json(document(found, drafts, run.lang))
    else:
        from drafter.writers.screen.check import check_view

        run.console().print(check_view(found, drafts, run.lang, ids=ids))
    if not found.ready:
        click.get_current_context().exit(1)
