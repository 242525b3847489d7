"""`drafter comments [FILE…] [--engine ENGINE -o DIR]`"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import Option, Run, filter_options, ids_option, json_option, run_command
from .consulting import EngineOptions, engine_options, folder_option, is_consultation, workers_of

if TYPE_CHECKING:
    from drafter.jobs.filters import Filters


@click.command("comments")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@filter_options
@click.option("--rest", "rest", cls=Option, is_flag=True, help="cli.option.rest")
@ids_option
@json_option
@folder_option
@engine_options
@run_command
def command(
    run: Run,
    files: tuple[str, ...],
    as_json: bool,
    ids: bool,
    rest: bool,
    filters: Filters,
    output: str | None,
    engine: EngineOptions,
) -> None:
    if is_consultation(run, "comments", files, output, engine, filters, as_json=as_json, ids=ids, rest=rest):
        return
    from drafter.jobs.comments import CommentsOptions, comments

    workspace = run.workspace(workers_of(run, engine))
    read = comments(workspace, CommentsOptions(files, filters, numbered=not (as_json or rest)))
    run.say_if_none(read.comments, filters)
    if as_json:
        from drafter.writers.json.comments import comments as document

        run.print_json(document(read, run.lang))
    else:
        from drafter.writers.screen.comments import comments_view, rest_view

        shown = rest_view(read, run.lang) if rest else comments_view(read, run.lang, ids=ids)
        run.console().print(shown)
