"""`drafter lint DRAFT [--format text|json|sarif] [--fix FILE]`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import Option, Run, refuse_input, run_command

if TYPE_CHECKING:
    from drafter.model import Draft
    from drafter.workspace import Workspace


@click.command("lint")
@click.argument("draft")
@click.option(
    "--format", "form", cls=Option, type=click.Choice(["text", "json", "sarif"]), default="text",
    show_default=True, help="cli.option.format",
)  # fmt: skip
@click.option("--json", "as_json", cls=Option, is_flag=True, help="cli.option.json")
@click.option("--fix", "fix_path", cls=Option, metavar="FILE", help="cli.option.fix")
@run_command
def command(run: Run, draft: str, form: str, as_json: bool, fix_path: str | None) -> None:
    workspace = run.workspace()
    read = workspace.draft(draft)
    if fix_path is not None:
        _fix(run, workspace, read, Path(fix_path))
    findings = workspace.lint(read)
    if form == "sarif":
        from drafter.analyses.lint import rules
        from drafter.writers.json.sarif import sarif

        run.print_json(sarif(findings, read, rules(), run.lang))
    elif form == "json" or as_json:
        from drafter.writers.json.lint import lint

        run.print_json(lint(findings, read, run.lang))
    else:
        from drafter.writers.screen.lint import lint_view

        run.console().print(lint_view(findings, read, run.lang))
    if findings:
        click.get_current_context().exit(1)


def _fix(run: Run, workspace: Workspace, draft: Draft, target: Path) -> None:
    """Write the mended draft beside the old one; what exists is never replaced."""
    from drafter.errors import EditedOutput
    from drafter.writers.files import write_whole
    from drafter.writers.fixed_docx import fixed

    refuse_input(target, [workspace.file_of(draft)])
    if target.exists():
        raise EditedOutput(target)
    data, count = fixed(workspace.package(draft))
    write_whole(target, data)
    run.say("lint.fixed", count=count, path=target)
