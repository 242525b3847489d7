"""`drafter comments [FILE…]`"""

import click

from .common import Run, json_option, run_command


@click.command("comments")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@json_option
@run_command
def command(run: Run, files: tuple[str, ...], as_json: bool) -> None:
    read = run.workspace().correspondence(files)
    if as_json:
        from drafter.writers.json.comments import comments

        run.print_json(comments(read, run.lang))
    else:
        from drafter.writers.screen.comments import comments_view

        run.console().print(comments_view(read, run.lang))
