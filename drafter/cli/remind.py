"""`drafter remind -o DIR [--today DATE] [--until DATE]`"""

from __future__ import annotations

import click

from .common import Option, Run, run_command
from .days import named_day, today_option, today_or
from .letters import agencies_option, odt_option, send


@click.command("remind")
@click.option("-o", "--output", "target", cls=Option, metavar="DIR", required=True, help="cli.option.letters")
@agencies_option
@today_option
@click.option("--until", cls=Option, metavar="YYYY-MM-DD", help="cli.option.until")
@odt_option
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(
    run: Run,
    target: str,
    agencies: tuple[str, ...],
    today: str | None,
    until: str | None,
    odt: bool,
    force: bool,
) -> None:
    from drafter.jobs.remind import RemindOptions, remind
    from drafter.model import SnapshotKind

    asked_until = None if until is None else named_day(until, "--until")
    options = RemindOptions(today_or(today), asked_until, agencies)
    if asked_until is not None and asked_until < options.today:
        raise click.BadParameter(run.words("usage.until-past"), param_hint="--until")
    workspace = run.workspace()
    made = remind(workspace, options, run.lang)
    if not workspace.settings.asked:
        run.say("agencies.nobody-asked")
    elif not made.files and agencies and not made.by_silence:
        run.say("letters.none-owed.named", names=", ".join(agencies))
    elif not made.files and not agencies:
        run.say("letters.none-owed")
    if made.by_silence:
        run.say("letters.by-silence", count=made.by_silence)
    if made.files:
        send(run, workspace, SnapshotKind.REMINDER, made.files, target, force=force, odt=odt)
