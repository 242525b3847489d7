"""`drafter tasks [DRAFT]`"""

from __future__ import annotations

import click

from .common import Run, json_option, run_command


@click.command("tasks")
@click.argument("draft", required=False)
@json_option
@run_command
def command(run: Run, draft: str | None, as_json: bool) -> None:
    from drafter.jobs.drafts import OneDraft, tasks

    found = tasks(run.workspace(), OneDraft(draft))
    if as_json:
        from drafter.writers.json.tasks import tasks as document

        run.print_json(document(found.tasks))
    else:
        from drafter.writers.screen.tasks import tasks_view

        run.console().print(tasks_view(found.tasks, run.lang))
