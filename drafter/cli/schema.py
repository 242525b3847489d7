"""`drafter schema [NAME] [-o DIR]`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command


@click.command("schema")
@click.argument("name", required=False)
@click.option("-o", "--output", cls=Option, metavar="DIR", help="cli.option.schemas")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(run: Run, name: str | None, output: str | None, force: bool) -> None:
    from drafter.writers.json.documents import DOCUMENTS
    from drafter.writers.json.schema import schema, schema_bytes, schema_file, schemas

    if name is not None and name not in DOCUMENTS:
        raise click.BadParameter(f"{name} ({' '.join(DOCUMENTS)})", param_hint="NAME")
    if output is None:
        run.print_json(schemas() if name is None else schema(name))
        return
    from drafter.jobs.outputs import made_folder, write

    workspace, folder = run.workspace(), made_folder(Path(output))
    for document in DOCUMENTS if name is None else (name,):
        path = folder / schema_file(document)
        write(workspace, path, schema_bytes(document), force=force)
        run.say("cli.wrote", path=path)
