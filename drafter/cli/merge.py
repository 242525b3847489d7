"""`drafter merge BASE COPY… --docx FILE`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, day, json_option, run_command


@click.command("merge")
@click.argument("base")
@click.argument("copies", nargs=-1, required=True, metavar="COPY...")
@json_option
@click.option("--docx", "docx_path", cls=Option, metavar="FILE", required=True, help="cli.option.merged")
@click.option("--author", "authors", cls=Option, multiple=True, help="cli.option.authors")
@click.option("--date", cls=Option, metavar="YYYY-MM-DD", help="cli.option.date")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(
    run: Run,
    base: str,
    copies: tuple[str, ...],
    as_json: bool,
    docx_path: str,
    authors: tuple[str, ...],
    date: str | None,
    force: bool,
) -> None:
    from drafter.jobs.merge import MergeOptions, merge
    from drafter.jobs.outputs import refuse_inputs, write

    if len(authors) > len(copies):
        raise click.BadParameter(authors[-1], param_hint="--author")
    workspace, target = run.workspace(), Path(docx_path)
    refuse_inputs(workspace, target)
    found = merge(workspace, MergeOptions(base, copies, authors, day(date)))
    write(workspace, target, found.made.data, force=force)
    run.say("cli.wrote", path=docx_path)
    if as_json:
        from drafter.writers.json.merge import merge as document

        run.print_json(document(found.made, found.base, found.copies))
    else:
        from drafter.writers.screen.merge import merge_view

        run.console().print(merge_view(found.made, found.base, found.copies, run.lang))
