"""`drafter reply -o DIR`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import Option, Run, run_command
from .letters import agencies_option, odt_option, send

if TYPE_CHECKING:
    from drafter.jobs.reply import Replies


@click.command("reply")
@click.option("-o", "--output", "target", cls=Option, metavar="DIR", help="cli.option.letters")
@agencies_option
@click.option("--templates", cls=Option, metavar="DIR", help="cli.option.templates")
@odt_option
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(
    run: Run, target: str | None, agencies: tuple[str, ...], templates: str | None, odt: bool, force: bool
) -> None:
    if (target is None) == (templates is None):
        raise click.UsageError(run.words("usage.reply", output="-o", templates="--templates"))
    workspace = run.workspace()
    if templates is not None:
        from drafter.jobs.templates import write_templates

        count = write_templates(workspace, Path(templates), run.lang)
        run.say("letters.written", count=count, folder=templates)
    if target is None:
        return
    from drafter.jobs.reply import reply
    from drafter.model import SnapshotKind
    from drafter.wording.figures import listed_numbers

    made = reply(workspace, run.lang, agencies)
    send(run, workspace, SnapshotKind.REPLY, made.files, target, force=force, odt=odt)
    if made.agreeing:
        run.say("letters.agreeing", count=made.agreeing)
    if made.unsettled:
        run.say("letters.unsettled", count=len(made.unsettled), what=_waiting(made, run.lang))
    if unseen := [each.no for each in made.comments() if each.unseen]:
        run.say("letters.unseen", numbers=listed_numbers(unseen))


def _waiting(made: Replies, lang: str) -> str:
    """`"chưa quyết định ý kiến 1–4; chưa phê duyệt phương án về ý kiến 7"`"""
    from drafter.model import Disposition
    from drafter.wording.figures import listed_numbers
    from drafter.wording.letters import unaddressed
    from drafter.wording.messages import say

    kinds: dict[str, list[int | None]] = {}
    for each in made.comments():
        if not each.settled:
            pending = each.disposition is Disposition.PENDING
            kinds.setdefault("undecided" if pending else "unapproved", []).append(each.no)
    waiting = (
        say(f"letters.{kind}", lang, numbers=listed_numbers(kinds[kind]))
        for kind in ("undecided", "unapproved")
        if kind in kinds
    )
    nameless = (unaddressed(letter, lang) for letter in made.letters)
    return "; ".join(filter(None, (*nameless, *waiting)))
