"""`drafter link [--draft DRAFT] [FILE…]`"""

import click

from .common import Option, Run, json_option, run_command


@click.command("link")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--draft", cls=Option, metavar="DRAFT", help="cli.option.draft")
@json_option
@run_command
def command(run: Run, files: tuple[str, ...], draft: str | None, as_json: bool) -> None:
    workspace = run.workspace()
    read = workspace.correspondence(files)
    found = workspace.links(read, workspace.draft(draft) if draft else None)
    if as_json:
        from drafter.writers.json.link import links

        run.print_json(links(found, run.lang))
    else:
        from drafter.writers.screen.links import links_view

        run.console().print(links_view(found, read, run.lang))
