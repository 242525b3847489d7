"""`drafter approve [N…]`"""

from __future__ import annotations

import click

from .common import Option, Run, json_option, run_command
from .decided import show
from .who import by_option, who


@click.command("approve")
@click.argument("numbers", nargs=-1, type=int, metavar="[N]...")
@click.option("--all", "everything", cls=Option, is_flag=True, help="cli.option.all")
@by_option
@json_option
@run_command
def command(run: Run, numbers: tuple[int, ...], everything: bool, name: str | None, as_json: bool) -> None:
    from drafter.jobs.approval import approve, unapproved
    from drafter.wording.figures import listed_numbers

    if everything == bool(numbers):
        raise click.UsageError(run.words("usage.numbers-or-all"))
    workspace, by = run.workspace(), who(name)
    found = approve(workspace, numbers, by)
    if not found:
        run.say("approve.none", name=by)
    if found or as_json:
        show(run, workspace, found, as_json=as_json, act="approved")
    if everything and (own := unapproved(workspace)):
        run.say("approve.own", count=len(own), name=by, numbers=listed_numbers(own))
