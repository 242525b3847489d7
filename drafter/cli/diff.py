"""`drafter diff OLD NEW`"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .common import Option, Run, day, json_option, refuse_input, run_command


@click.command("diff")
@click.argument("old")
@click.argument("new")
@json_option
@click.option("--html", "html_path", cls=Option, metavar="FILE", help="cli.option.html")
@click.option("--docx", "docx_path", cls=Option, metavar="FILE", help="cli.option.docx")
@click.option("--author", cls=Option, help="cli.option.author")
@click.option("--date", cls=Option, metavar="YYYY-MM-DD", help="cli.option.date")
@click.option(
    "--moves", cls=Option, type=click.Choice(["moves", "plain"]), default="moves", help="cli.option.moves"
)
@click.option(
    "--noise", cls=Option, type=click.Choice(["apart", "silent"]), default="apart", help="cli.option.noise"
)
@click.option("--formatting", cls=Option, is_flag=True, help="cli.option.formatting")
@click.option("--by-comment", cls=Option, is_flag=True, help="cli.option.by-comment")
@click.option("--sideline", cls=Option, is_flag=True, help="cli.option.sideline")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(
    run: Run, old: str, new: str, as_json: bool, html_path: str | None, docx_path: str | None, **options: Any
) -> None:
    workspace = run.workspace()
    before, after = workspace.draft(old), workspace.draft(new)
    inputs = [workspace.file_of(draft) for draft in (before, after)]
    force = options.pop("force")
    for path in (html_path, docx_path):
        if path is not None:
            refuse_input(Path(path), inputs)
    found = workspace.changes(before, after)
    if html_path is not None:
        from drafter.writers.files import write_sealed
        from drafter.writers.html.diff import write_html

        write_sealed(Path(html_path), write_html(found, before, after, run.lang).encode(), force=force)
        run.say("cli.wrote", path=html_path)
    if docx_path is not None:
        from drafter.wording.changes import redline_summary
        from drafter.writers.files import write_sealed

        if before.sha256 == after.sha256:
            run.say("cli.identical")
        led = workspace.plan(before, after, moves=options["moves"] == "moves")
        if options["by_comment"]:
            led = workspace.by_comment(before, after, led)
        data = workspace.redline(
            before,
            after,
            led,
            author=options["author"],
            date=day(options["date"]),
            silent=options["noise"] == "silent",
            formatting=options["formatting"],
            bars=options["sideline"],
        )
        write_sealed(Path(docx_path), data, force=force)
        run.say("cli.wrote", path=docx_path)
        for sentence in redline_summary(found, led, before, after, run.lang):
            run.tell(sentence)
    if as_json:
        from drafter.writers.json.diff import diff

        run.print_json(diff(found, before, after))
    elif html_path is None and docx_path is None:
        from drafter.writers.screen.changes import changes_view

        run.console().print(changes_view(found, before, after, run.lang))
