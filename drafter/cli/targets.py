"""`drafter targets DRAFT`, `drafter targets --ledger`"""

from __future__ import annotations

import click

from .common import Option, Run, json_option, run_command


@click.command("targets")
@click.argument("draft", required=False)
@click.option("--ledger", cls=Option, is_flag=True, help="cli.option.ledger")
@json_option
@run_command
def command(run: Run, draft: str | None, ledger: bool, as_json: bool) -> None:
    if ledger == (draft is not None):
        raise click.UsageError("DRAFT | --ledger")
    if draft is None:
        _ledger(run, as_json)
        return
    workspace = run.workspace()
    register = workspace.register(workspace.draft(draft))
    if as_json:
        from drafter.writers.json.targets import targets

        run.print_json(targets(register, run.lang))
    else:
        from drafter.writers.screen.targets import targets_view

        run.console().print(targets_view(register, run.lang))


def _ledger(run: Run, as_json: bool) -> None:
    from drafter.errors import EmptyFolder

    workspace = run.workspace()
    try:
        read = workspace.correspondence()
    except EmptyFolder:  # a ledger needs no comments
        read = None
    rows = workspace.ledger(read)
    if as_json:
        from drafter.writers.json.ledger import ledger

        run.print_json(ledger(rows, workspace.drafts))
    else:
        from drafter.writers.screen.ledger import ledger_view

        run.console().print(ledger_view(rows, workspace.drafts, read, run.lang))
