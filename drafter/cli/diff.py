"""`drafter diff OLD NEW`"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .common import Option, Run, json_option, run_command


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
            _refuse_input(Path(path), inputs)
    found = workspace.changes(before, after)
    if html_path is not None:
        from drafter.writers.diff_html import write_html
        from drafter.writers.files import write_sealed

        write_sealed(Path(html_path), write_html(found, before, after, run.lang).encode(), force=force)
        run.say("cli.wrote", path=html_path)
    if docx_path is not None:
        from drafter.writers.files import write_sealed

        if before.sha256 == after.sha256:
            run.say("cli.identical")
        data = workspace.redline(
            before,
            after,
            author=options["author"],
            moves=options["moves"] == "moves",
            date=_stamp(options["date"]),
            silent=options["noise"] == "silent",
            formatting=options["formatting"],
            bars=options["sideline"],
        )
        write_sealed(Path(docx_path), data, force=force)
        run.say("cli.wrote", path=docx_path)
    if as_json:
        from drafter.writers.contract import diff

        run.print_json(diff(found, before, after))
    elif html_path is None and docx_path is None:
        from drafter.writers.terminal import changes_view

        run.console().print(changes_view(found, before, after, run.lang))


def _refuse_input(output: Path, inputs: list[Path]) -> None:
    from drafter.errors import OutputIsInput

    if any(output.exists() and output.resolve() == path.resolve() for path in inputs):
        raise OutputIsInput(output)


def _stamp(text: str | None) -> str | None:
    """A day as the moment that Word wants. Wrong dates are wrong usage."""
    from datetime import date

    if text is None:
        return None
    try:
        return f"{date.fromisoformat(text).isoformat()}T00:00:00Z"
    except ValueError as error:
        raise click.BadParameter(text, param_hint="--date") from error
