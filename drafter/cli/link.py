"""`drafter link [--draft DRAFT] [FILE…] [--engine ENGINE -o DIR]`"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import Option, Run, filter_options, ids_option, json_option, run_command
from .consulting import EngineOptions, engine_options, folder_option, is_consultation, workers_of

if TYPE_CHECKING:
    from drafter.jobs.filters import Filters


@click.command("link")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--draft", cls=Option, metavar="DRAFT", help="cli.option.draft")
@filter_options
@ids_option
@json_option
@folder_option
@engine_options
@run_command
def command(
    run: Run,
    files: tuple[str, ...],
    draft: str | None,
    as_json: bool,
    ids: bool,
    filters: Filters,
    output: str | None,
    engine: EngineOptions,
) -> None:
    if is_consultation(run, "link", files, output, engine, filters, draft=draft, as_json=as_json, ids=ids):
        return
    from drafter.jobs.comments import LinkOptions, link

    workspace = run.workspace(workers_of(run, engine))
    found = link(workspace, LinkOptions(files, draft, filters))
    run.tell_assumptions(workspace)
    run.say_if_none(found.links, filters)
    if as_json:
        from drafter.writers.json.link import links

        run.print_json(links(found.links, run.lang))
    else:
        from drafter.writers.screen.links import links_view

        run.console().print(links_view(found.links, found.read, found.drafts, run.lang, ids=ids))
