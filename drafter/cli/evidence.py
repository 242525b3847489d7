"""`drafter evidence [--silent] [--engine ENGINE -o DIR FILE…]`"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import Option, Run, filter_options, ids_option, json_option, run_command
from .consulting import EngineOptions, engine_options, folder_option, is_consultation, workers_of

if TYPE_CHECKING:
    from drafter.jobs.filters import Filters


@click.command("evidence")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--silent", "only_silent", cls=Option, is_flag=True, help="cli.option.silent")
@filter_options
@ids_option
@json_option
@folder_option
@engine_options
@run_command
def command(
    run: Run,
    files: tuple[str, ...],
    only_silent: bool,
    as_json: bool,
    ids: bool,
    filters: Filters,
    output: str | None,
    engine: EngineOptions,
) -> None:
    if is_consultation(
        run,
        "evidence",
        files,
        output,
        engine,
        filters,
        own=files,
        as_json=as_json,
        ids=ids,
        silent=only_silent,
    ):
        return
    from drafter.jobs.evidence import evidence, silent

    if only_silent and (filters.agencies or filters.verdicts or filters.review):
        raise click.UsageError(
            run.words("usage.silent-alone", option="--silent", options="--agency, --verdict, --review")
        )
    workspace = run.workspace(workers_of(run, engine))
    found = silent(workspace, filters.clauses) if only_silent else evidence(workspace, filters)
    run.tell_assumptions(workspace)
    drafts = found.rounds.drafts
    waiting = 0 if filters or only_silent else found.waiting
    if len(drafts) < 2:
        run.say("evidence.one-draft", count=len(found.read.comments))
    elif waiting:
        run.say("evidence.waiting", count=waiting)
    if as_json:
        from drafter.writers.json.evidence import evidence as document

        run.print_json(document(found.evidence, found.silent or (), found.clashes))
        return
    from drafter.writers.screen.evidence import clashes_view, evidence_view, silent_view

    run.say_if_none(found.evidence or found.silent, filters)
    console = run.console()
    if found.evidence or not (only_silent or waiting or len(drafts) < 2):
        console.print(evidence_view(found.evidence, found.read, found.rounds, run.lang, ids=ids))
    if not only_silent:
        console.print(clashes_view(found.clashes, found.read, run.lang))
    if found.silent or (found.silent is not None and not filters and len(drafts) > 1):
        console.print(silent_view(found.silent, drafts, found.read, run.lang))
