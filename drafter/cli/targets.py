"""`drafter targets DRAFT`"""

import click

from .common import Run, json_option, run_command


@click.command("targets")
@click.argument("draft")
@json_option
@run_command
def command(run: Run, draft: str, as_json: bool) -> None:
    from drafter.analyses.targets import targets

    read = run.workspace().draft(draft)
    register = targets(read)
    if as_json:
        from drafter.writers.contract import targets as as_dict

        run.print_json(as_dict(register, run.lang))
    else:
        from drafter.writers.screen import targets_view

        run.console().print(targets_view(register, run.lang))
