"""`drafter tasks DRAFT`"""

import click

from .common import Run, json_option, run_command


@click.command("tasks")
@click.argument("draft")
@json_option
@run_command
def command(run: Run, draft: str, as_json: bool) -> None:
    from drafter.analyses.targets import targets
    from drafter.analyses.tasks import tasks

    read = run.workspace().draft(draft)
    register = tasks(read, targets(read))
    if as_json:
        from drafter.writers.json.tasks import tasks as document

        run.print_json(document(register))
    else:
        from drafter.writers.screen.tasks import tasks_view

        run.console().print(tasks_view(register, run.lang))
