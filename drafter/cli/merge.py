"""`drafter merge BASE COPY…`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, day, json_option, refuse_input, run_command


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
    from drafter.writers.files import write_sealed

    if len(authors) > len(copies):
        raise click.BadParameter(authors[-1], param_hint="--author")
    workspace = run.workspace()
    draft = workspace.draft(base)
    read = [workspace.draft(copy) for copy in copies]
    refuse_input(Path(docx_path), [workspace.file_of(one) for one in (draft, *read)])
    named = [*authors, *[None] * (len(copies) - len(authors))]
    made = workspace.merge(draft, list(zip(read, named, strict=True)), date=day(date))
    write_sealed(Path(docx_path), made.data, force=force)
    run.say("cli.wrote", path=docx_path)
    if as_json:
        from drafter.writers.json.merge import merge

        run.print_json(merge(made, draft, read))
    else:
        from drafter.writers.screen.merge import merge_view

        run.console().print(merge_view(made, draft, read, run.lang))
