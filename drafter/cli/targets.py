"""`drafter targets [DRAFT]`, `drafter targets --ledger`"""

from __future__ import annotations

import click

from .common import Option, Run, ids_option, json_option, run_command


@click.command("targets")
@click.argument("draft", required=False)
@click.option("--ledger", cls=Option, is_flag=True, help="cli.option.ledger")
@ids_option
@json_option
@run_command
def command(run: Run, draft: str | None, ledger: bool, as_json: bool, ids: bool) -> None:
    if ledger and draft is not None:
        raise click.UsageError(run.words("usage.ledger-alone", option="--ledger"))
    if ledger:
        _ledger(run, as_json)
    else:
        _register(run, draft, as_json, ids)


def _register(run: Run, draft: str | None, as_json: bool, ids: bool) -> None:
    from drafter.jobs.drafts import OneDraft, targets

    found = targets(run.workspace(), OneDraft(draft))
    if as_json:
        from drafter.writers.json.targets import targets as document

        run.print_json(document(found.register, run.lang))
    else:
        from drafter.writers.screen.targets import targets_view

        run.console().print(targets_view(found.draft, found.register, run.lang, ids=ids))


def _ledger(run: Run, as_json: bool) -> None:
    from drafter.jobs.ledger import ledger

    found = ledger(run.workspace())
    if as_json:
        from drafter.writers.json.ledger import ledger as document

        run.print_json(document(found.rows, found.rounds.drafts))
    else:
        from drafter.writers.screen.ledger import ledger_view

        run.console().print(ledger_view(found.rows, found.rounds.drafts, found.read, run.lang))
