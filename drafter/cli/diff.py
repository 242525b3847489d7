"""`drafter diff OLD NEW`"""

from pathlib import Path

import click

from .common import Option, Run, json_option, run_command


@click.command("diff")
@click.argument("old")
@click.argument("new")
@json_option
@click.option("--html", "html_path", cls=Option, metavar="FILE", help="cli.option.html")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(run: Run, old: str, new: str, as_json: bool, html_path: str | None, force: bool) -> None:
    workspace = run.workspace()
    before, after = workspace.draft(old), workspace.draft(new)
    found = workspace.changes(before, after)
    if html_path is not None:
        from drafter.writers.diff_html import write_html
        from drafter.writers.files import write_sealed

        write_sealed(Path(html_path), write_html(found, before, after, run.lang).encode(), force=force)
        run.say("cli.wrote", path=html_path)
    if as_json:
        from drafter.writers.contract import diff

        run.print_json(diff(found, before, after))
    elif html_path is None:
        from drafter.writers.terminal import changes_view

        run.console().print(changes_view(found, before, after, run.lang))
