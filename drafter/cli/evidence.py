"""`drafter evidence [--silent]`"""

from __future__ import annotations

import click

from .common import Option, Run, json_option, run_command


@click.command("evidence")
@click.option("--silent", "only_silent", cls=Option, is_flag=True, help="cli.option.silent")
@json_option
@run_command
def command(run: Run, only_silent: bool, as_json: bool) -> None:
    from drafter.jobs.evidence import evidence, silent

    found = (silent if only_silent else evidence)(run.workspace())
    drafts = found.rounds.drafts
    if len(drafts) < 2:
        run.say("evidence.one-draft")
    if as_json:
        from drafter.writers.json.evidence import evidence as document

        run.print_json(document(found.evidence, found.silent, found.clashes))
        return
    from drafter.writers.screen.evidence import clashes_view, evidence_view, silent_view

    console = run.console()
    if not only_silent:
        console.print(evidence_view(found.evidence, found.read, drafts, run.lang))
        console.print(clashes_view(found.clashes, found.read, run.lang))
    console.print(silent_view(found.silent, drafts, run.lang))
