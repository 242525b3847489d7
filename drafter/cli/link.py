"""`drafter link [--draft DRAFT] [FILE…]`"""

from __future__ import annotations

import click

from .common import Option, Run, json_option, run_command


@click.command("link")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--draft", cls=Option, metavar="DRAFT", help="cli.option.draft")
@json_option
@run_command
def command(run: Run, files: tuple[str, ...], draft: str | None, as_json: bool) -> None:
    from drafter.jobs.comments import LinkOptions, link

    found = link(run.workspace(), LinkOptions(files, draft))
    if as_json:
        from drafter.writers.json.link import links

        run.print_json(links(found.links, run.lang))
    else:
        from drafter.writers.screen.links import links_view

        run.console().print(links_view(found.links, found.read, run.lang))
