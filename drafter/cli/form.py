"""`drafter form [DRAFT] -o FILE`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command
from .letters import sender


@click.command("form")
@click.argument("draft", required=False)
@click.option("-o", "--output", "path", cls=Option, metavar="FILE", required=True, help="cli.option.output")
@click.option(
    "--layout", cls=Option, type=click.Choice(["clause", "iso"]), default="clause", show_default=True,
    help="cli.option.form-layout",
)  # fmt: skip
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(run: Run, draft: str | None, path: str, layout: str, force: bool) -> None:
    from drafter.jobs.drafts import OneDraft
    from drafter.jobs.form import form
    from drafter.jobs.letter_files import LetterFile, keep
    from drafter.jobs.open_document import made_of
    from drafter.jobs.outputs import refuse_inputs, write
    from drafter.model import SnapshotKind
    from drafter.writers.forms import form_bytes, form_format

    target = Path(path)
    kind = form_format(made_of(target))
    workspace = run.workspace()
    refuse_inputs(workspace, target)
    made = form(workspace, OneDraft(draft))
    data = form_bytes(made, kind, run.lang, iso=layout == "iso")
    write(workspace, target, data, force=force)
    out = LetterFile("", target.name, data, (made.source,))
    keep(workspace, SnapshotKind.FORM, [out], sender(workspace), target.parent)
    run.say("cli.wrote", path=path)
