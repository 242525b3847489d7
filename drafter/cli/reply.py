"""`drafter reply -o DIR`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import Option, Run, run_command
from .letters import agencies_option, odt_option, send

if TYPE_CHECKING:
    pass


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
    from drafter.wording.letters import may_go_out, naming_others, waiting_words

    made = reply(workspace, run.lang, agencies)
    send(run, workspace, SnapshotKind.REPLY, made.files, target, force=force, odt=odt)
    if made.agreeing:
        run.say("letters.agreeing", count=made.agreeing)
    if held := [letter for letter in made.letters if not may_go_out(letter, run.lang)]:
        run.say("letters.unsettled", count=len(held), what=waiting_words(made.letters, run.lang))
    if unseen := [each.no for each in made.comments() if each.unseen]:
        run.say("letters.unseen", numbers=listed_numbers(unseen))
    if naming := naming_others(made.letters, made.answered, run.lang):
        run.say("letters.names-others", numbers=listed_numbers(naming))
