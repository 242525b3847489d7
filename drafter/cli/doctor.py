"""`drafter doctor [--json]`"""

from __future__ import annotations

import click

from .common import Option, Run, run_command


@click.command("doctor")
@click.option("--json", "as_json", cls=Option, is_flag=True, help="cli.option.json")
@run_command
def command(run: Run, as_json: bool) -> None:
    from drafter.jobs.doctor import installed

    parts = installed()
    if as_json:
        from drafter.writers.json.installed import doctor

        run.print_json(doctor(parts, run.lang))
    else:
        from drafter.writers.screen.installed import installed_view

        run.console().print(installed_view(parts, run.lang))
    if any(part.is_finding for part in parts):
        click.get_current_context().exit(1)
