"""The command line: options → a job → a view; one end for every failure.

The room owns names, options and help of the commands, what goes to which stream, and exit codes. A command
loads when it is asked for. It decides nothing: that is for the jobs. It may import all rooms but `web`.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from drafter import __version__
from drafter.errors import DrafterError

from .common import Option, tell_once
from .common import language as language
from .common import say as say
from .help import Local, LocalGroup

# name → module beside this one that defines `command`, in the order of the job
COMMANDS = {
    "outline": "outline",
    "targets": "targets",
    "tasks": "tasks",
    "diff": "diff",
    "merge": "merge",
    "comments": "comments",
    "link": "link",
    "evidence": "evidence",
    "table": "table",
    "lint": "lint",
    "schema": "schema",
}


class App(LocalGroup):
    """Commands load on demand, so that `--version` costs no more than click itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        made: click.Command = import_module(f"{__name__}.{COMMANDS[cmd_name]}").command
        return Local(cmd_name, callback=made.callback, params=made.params)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a DrafterError becomes its one line on stderr and its exit code."""
        try:
            return super().invoke(ctx)
        except DrafterError as error:
            tell_once(ctx, error)
            ctx.exit(error.exit_code)


@click.group(cls=App, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-C", "--workspace", "root", cls=Option, metavar="DIR", default=".", help="cli.option.workspace"
)
@click.option("--lang", cls=Option, type=click.Choice(["vi", "en"]), is_eager=True, help="cli.option.lang")
@click.option("-q", "--quiet", cls=Option, is_flag=True, help="cli.option.quiet")
@click.version_option(__version__, cls=Option, message="%(prog)s %(version)s", help="cli.option.version")
@click.pass_context
def app(ctx: click.Context, root: str, lang: str | None, quiet: bool) -> None:
    stages = ctx.obj  # of a program that calls several commands, which may share what they read; else None
    ctx.obj = {"root": Path(root), "lang": lang, "quiet": quiet, "told": set(), "stages": stages}


def main() -> None:
    """The console script. Output is UTF-8 wherever it goes: a Windows pipe would be cp1252."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(100_000, 50, 50)  # one job, then the process ends: looking for rubbish costs a tenth
    app(prog_name="drafter")


if __name__ == "__main__":
    main()
