"""`drafter import-decisions FILE.jsonl`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Run, run_command
from .who import by_option, who


@click.command("import-decisions")
@click.argument("path", metavar="FILE")
@by_option
@run_command
def command(run: Run, path: str, name: str | None) -> None:
    from drafter.jobs.records import take

    taken = take(run.workspace(), Path(path), who(name))
    run.say(
        "records.taken",
        taken=len(taken.taken),
        unchanged=len(taken.unchanged),
        conflicting=len(taken.conflicting),
    )
    if taken.open:
        run.say("records.open")
    if taken.conflicting:
        numbers = ", ".join(str(each.no) for each in taken.conflicting)
        run.say("records.conflicting", numbers=numbers)
    if taken.whole:
        run.say(
            "records.snapshots" if taken.snapshots else "records.without-snapshots", count=taken.snapshots
        )
    elif taken.left:
        run.say("records.snapshots-left", count=taken.left)
