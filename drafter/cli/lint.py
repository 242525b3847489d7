"""`drafter lint [DRAFT] [--format text|json|sarif] [--fix FILE] [--ids]`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import Option, Run, ids_option, run_command

if TYPE_CHECKING:
    from drafter.jobs.drafts import OneDraft
    from drafter.workspace import Workspace


@click.command("lint")
@click.argument("draft", required=False)
@click.option(
    "--format", "form", cls=Option, type=click.Choice(["text", "json", "sarif"]), default="text",
    show_default=True, help="cli.option.format",
)  # fmt: skip
@click.option("--json", "as_json", cls=Option, is_flag=True, help="cli.option.json")
@click.option("--fix", "fix_path", cls=Option, metavar="FILE", help="cli.option.fix")
@ids_option
@run_command
def command(run: Run, draft: str | None, form: str, as_json: bool, fix_path: str | None, ids: bool) -> None:
    from drafter.jobs.drafts import OneDraft
    from drafter.jobs.lint import lint

    workspace, options = run.workspace(), OneDraft(draft)
    if fix_path is not None:
        _fix(run, workspace, options, Path(fix_path))
    found = lint(workspace, options)
    if form == "sarif":
        from drafter.analyses.lint import rules
        from drafter.writers.json.sarif import sarif

        run.print_json(sarif(found.findings, found.draft, rules(), run.lang))
    elif form == "json" or as_json:
        from drafter.writers.json.lint import lint as document

        run.print_json(document(found.findings, found.draft, run.lang))
    else:
        from drafter.writers.screen.lint import lint_view

        run.console().print(lint_view(found.findings, found.draft, run.lang, ids=ids))
    if found.findings:
        click.get_current_context().exit(1)


def _fix(run: Run, workspace: Workspace, options: OneDraft, target: Path) -> None:
    """Write the mended draft beside the old one; what exists is never replaced."""
    from drafter.jobs.lint import fix
    from drafter.jobs.outputs import write_new

    made = fix(workspace, options)
    write_new(workspace, target, made.data)
    run.say("lint.fixed", count=made.paragraphs, path=target)
