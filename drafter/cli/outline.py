"""`drafter outline [DRAFT]`"""

from __future__ import annotations

import click

from .common import Run, json_option, run_command


@click.command("outline")
@click.argument("draft", required=False)
@json_option
@run_command
def command(run: Run, draft: str | None, as_json: bool) -> None:
    from drafter.jobs.drafts import OneDraft, outline

    found = outline(run.workspace(), OneDraft(draft))
    if as_json:
        from drafter.writers.json.outline import outline as document

        run.print_json(document(found, run.lang))
    else:
        from drafter.writers.screen.outline import outline_view

        run.console().print(outline_view(found, run.lang))
