"""`drafter diff OLD NEW`, `drafter diff --three OLD COPY NEW`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .common import Option, Run, day, json_option, run_command

if TYPE_CHECKING:
    from drafter.jobs.diff import Comparison
    from drafter.workspace import Workspace


@click.command("diff")
@click.argument("old", required=False, metavar="OLD")
@click.argument("new", required=False, metavar="NEW")
@click.option("--three", "drafts", cls=Option, nargs=3, metavar="OLD COPY NEW", help="cli.option.three")
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
    run: Run,
    old: str | None,
    new: str | None,
    drafts: tuple[str, str, str] | None,
    as_json: bool,
    html_path: str | None,
    docx_path: str | None,
    **options: Any,
) -> None:
    if drafts is not None:
        if old is not None or docx_path is not None:
            raise click.UsageError(run.words("usage.three-alone", option="--three", others="--html, --json"))
        _three(run, drafts, html_path, as_json=as_json, force=options["force"])
        return
    if old is None or new is None:
        raise click.MissingParameter(param_hint="OLD" if old is None else "NEW", param_type="argument")
    from drafter.jobs.diff import TwoDrafts, diff
    from drafter.jobs.outputs import refuse_inputs, write

    workspace = run.workspace()
    pages = [Path(path) for path in (html_path, docx_path) if path is not None]
    refuse_inputs(workspace, *pages)
    found = diff(workspace, TwoDrafts(old, new))
    refuse_inputs(workspace, *pages)  # now that the drafts have been found that were named
    if html_path is not None:
        from drafter.writers.html.diff import write_html

        page = write_html(found.changes, found.old, found.new, run.lang)
        write(workspace, Path(html_path), page, force=options["force"])
        run.say("cli.wrote", path=html_path)
    if docx_path is not None:
        _redline(run, workspace, found, Path(docx_path), options)
    if as_json:
        from drafter.writers.json.diff import diff as document

        run.print_json(document(found.changes, found.old, found.new))
    elif html_path is None and docx_path is None:
        from drafter.writers.screen.changes import changes_view

        run.console().print(changes_view(found.changes, found.old, found.new, run.lang))


def _three(
    run: Run, drafts: tuple[str, str, str], html_path: str | None, *, as_json: bool, force: bool
) -> None:
    """The draft as sent, as commented, as revised."""
    from drafter.jobs.outputs import refuse_inputs, write
    from drafter.jobs.three import ThreeDrafts, three

    workspace = run.workspace()
    pages = [] if html_path is None else [Path(html_path)]
    refuse_inputs(workspace, *pages)
    found = three(workspace, ThreeDrafts(*drafts))
    refuse_inputs(workspace, *pages)
    if found.beside:
        run.say("three.beside", count=found.beside)
    shown = (found.found, (found.old, found.copy, found.new), found.agency)
    for path in pages:
        from drafter.writers.html.three import write_three

        write(workspace, path, write_three(*shown, run.lang), force=force)
        run.say("cli.wrote", path=html_path)
    if as_json:
        from drafter.writers.json.three import three as document

        run.print_json(document(*shown))
    elif not pages:
        from drafter.writers.screen.three import three_view

        run.console().print(three_view(*shown, run.lang))


def _redline(
    run: Run, workspace: Workspace, found: Comparison, target: Path, options: dict[str, Any]
) -> None:
    """Write the redline, and say what is in it."""
    from drafter.jobs.diff import RedlineOptions, redline
    from drafter.jobs.outputs import write
    from drafter.wording.changes import redline_summary

    if found.identical:
        run.say("cli.identical")
    asked = RedlineOptions(
        author=options["author"],
        date=day(options["date"]),
        moves=options["moves"] == "moves",
        by_comment=options["by_comment"],
        silent=options["noise"] == "silent",
        formatting=options["formatting"],
        bars=options["sideline"],
    )
    made = redline(workspace, found, asked)
    write(workspace, target, made.data, force=options["force"])
    run.say("cli.wrote", path=target)
    for sentence in redline_summary(found.changes, made.plan, found.old, found.new, run.lang):
        run.tell(sentence)
