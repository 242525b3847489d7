"""`drafter tasks [DRAFT]`"""

from __future__ import annotations

import click

from .common import Run, ids_option, json_option, run_command


@click.command("tasks")
@click.argument("draft", required=False)
@ids_option
@json_option
@run_command
def command(run: Run, draft: str | None, as_json: bool, ids: bool) -> None:
    from drafter.jobs.drafts import OneDraft, tasks

    found = tasks(run.workspace(), OneDraft(draft))
    if as_json:
        from drafter.writers.json.tasks import tasks as document

        run.print_json(document(found.tasks))
    else:
        from drafter.writers.screen.tasks import tasks_view

        run.console().print(tasks_view(found.draft, found.tasks, found.register, run.lang, ids=ids))
