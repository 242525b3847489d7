"""`drafter show N`"""

from __future__ import annotations

import click

from .common import Run, json_option, run_command


@click.command("show")
@click.argument("number", type=int, metavar="N")
@json_option
@run_command
def command(run: Run, number: int, as_json: bool) -> None:
    from drafter.jobs.show import show

    workspace = run.workspace()
    shown = show(workspace, number)
    if as_json:
        from drafter.writers.json.show import show as document

        run.print_json(document(shown, run.lang))
    else:
        from drafter.jobs.chosen import chosen_places
        from drafter.writers.screen.show import show_view

        run.console().print(show_view(shown, chosen_places(workspace), run.lang))
