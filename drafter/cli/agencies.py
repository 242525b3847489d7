"""`drafter agencies [--today DATE]`"""

from __future__ import annotations

import click

from .common import Run, json_option, run_command
from .days import today_option, today_or


@click.command("agencies")
@today_option
@json_option
@run_command
def command(run: Run, today: str | None, as_json: bool) -> None:
    from drafter.jobs.agencies import AgenciesOptions, agencies

    workspace, day = run.workspace(), today_or(today)
    found = agencies(workspace, AgenciesOptions(day, as_of=True))
    if not workspace.settings.asked:
        run.say("agencies.nobody-asked")
    if as_json:
        from drafter.writers.json.agencies import agencies as document

        run.print_json(document(found, day))
    else:
        from drafter.writers.screen.agencies import agencies_view

        run.console().print(agencies_view(found, day, run.lang))
