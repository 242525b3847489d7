"""`drafter import-akn FILE -o DRAFT.docx`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command


@click.command("import-akn")
@click.argument("file", metavar="FILE")
@click.option(
    "-o", "--output", "path", cls=Option, metavar="FILE", required=True, help="cli.option.output-docx"
)
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(run: Run, file: str, path: str, force: bool) -> None:
    from drafter.jobs.exchange import import_akn, wanted_suffix
    from drafter.jobs.outputs import refuse_inputs, write

    target = Path(path)
    wanted_suffix(target, ".docx")
    workspace = run.workspace()
    refuse_inputs(workspace, target)
    found = import_akn(workspace, Path(file))
    write(workspace, target, found.data, force=force)
    run.say("cli.wrote", path=path)
    run.say("akn.read", clauses=len(found.draft.clauses))
