"""`drafter import FILE`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, json_option, run_command
from .who import by_option, who


@click.command("import")
@click.argument("path", metavar="FILE")
@click.option("--dry-run", "dry_run", cls=Option, is_flag=True, help="cli.option.dry-run")
@by_option
@json_option
@run_command
def command(run: Run, path: str, dry_run: bool, name: str | None, as_json: bool) -> None:
    from drafter.jobs.import_table import import_table

    workspace = run.workspace()
    found = import_table(workspace, Path(path), who(name), dry_run=dry_run)
    if as_json:
        from drafter.writers.json.returned import returned

        run.print_json(
            returned(found.table, found.returned, found.numbers, saved=found.saved, beside=found.beside)
        )
        return
    from drafter.wording.returned import summary
    from drafter.writers.screen.returned import returned_view

    run.console().print(
        returned_view(found.table, found.returned, found.numbers, run.lang, saved=found.saved)
    )
    for line in summary(found.returned, run.lang, saved=found.saved, beside=found.beside):
        run.tell(line)
