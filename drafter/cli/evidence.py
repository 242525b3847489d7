"""`drafter evidence [--silent]`"""

from __future__ import annotations

import click

from .common import Option, Run, json_option, run_command


@click.command("evidence")
@click.option("--silent", cls=Option, is_flag=True, help="cli.option.silent")
@json_option
@run_command
def command(run: Run, silent: bool, as_json: bool) -> None:
    workspace = run.workspace()
    read = workspace.correspondence()
    if len(workspace.drafts) < 2:
        run.say("evidence.one-draft")
    found = workspace.evidence(read)
    changes, clashes = workspace.silent(read), workspace.clashes(read)
    if as_json:
        from drafter.writers.json.evidence import evidence

        run.print_json(evidence(() if silent else found, changes, () if silent else clashes))
        return
    from drafter.writers.screen.evidence import clashes_view, evidence_view, silent_view

    console = run.console()
    if not silent:
        console.print(evidence_view(found, read, workspace.drafts, run.lang))
        console.print(clashes_view(clashes, read, run.lang))
    console.print(silent_view(changes, workspace.drafts, run.lang))
