"""`drafter outline DRAFT`"""

import click

from .common import Run, json_option, run_command


@click.command("outline")
@click.argument("draft")
@json_option
@run_command
def command(run: Run, draft: str, as_json: bool) -> None:
    read = run.workspace().draft(draft)
    if as_json:
        from drafter.writers.json.outline import outline

        run.print_json(outline(read, run.lang))
    else:
        from drafter.writers.screen.outline import outline_view

        run.console().print(outline_view(read, run.lang))
