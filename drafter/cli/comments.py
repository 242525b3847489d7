"""`drafter comments [FILE…]`"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import Option, Run, filter_options, ids_option, json_option, run_command

if TYPE_CHECKING:
    from drafter.jobs.filters import Filters


@click.command("comments")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@filter_options
@click.option("--rest", "rest", cls=Option, is_flag=True, help="cli.option.rest")
@ids_option
@json_option
@run_command
def command(run: Run, files: tuple[str, ...], as_json: bool, ids: bool, rest: bool, filters: Filters) -> None:
    from drafter.jobs.comments import CommentsOptions, comments

    workspace = run.workspace()
    read = comments(workspace, CommentsOptions(files, filters, numbered=not (as_json or rest)))
    run.say_if_none(read.comments, filters)
    if as_json:
        from drafter.writers.json.comments import comments as document

        run.print_json(document(read, run.lang))
    else:
        from drafter.writers.screen.comments import comments_view, rest_view

        shown = rest_view(read, run.lang) if rest else comments_view(read, run.lang, ids=ids)
        run.console().print(shown)
