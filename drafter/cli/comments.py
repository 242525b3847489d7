"""`drafter comments [FILE…]`"""

from __future__ import annotations

import click

from .common import Run, json_option, run_command


@click.command("comments")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@json_option
@run_command
def command(run: Run, files: tuple[str, ...], as_json: bool) -> None:
    from drafter.jobs.comments import CommentsOptions, comments

    read = comments(run.workspace(), CommentsOptions(files))
    if as_json:
        from drafter.writers.json.comments import comments as document

        run.print_json(document(read, run.lang))
    else:
        from drafter.writers.screen.comments import comments_view

        run.console().print(comments_view(read, run.lang))
