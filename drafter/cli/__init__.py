"""The command line: options → a job → a view; one end for every failure.

The room owns names, options and help of the commands, what goes to which stream, and exit codes. A command
loads when it is asked for. It decides nothing: that is for the jobs. It may import all rooms but `web`.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
import warnings
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter import __version__

from .common import Option, tell_once
from .common import language as language
from .common import say as say
from .help import Local, LocalGroup

if TYPE_CHECKING:
    from drafter.errors import DrafterError

_INTERRUPTED = 130  # as shells say of a program that Ctrl-C ended

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
    "form": "form",
    "agencies": "agencies",
    "remind": "remind",
    "reply": "reply",
    "import": "import_",
    "decide": "decide",
    "approve": "approve",
    "show": "show",
    "log": "log",
    "snapshot": "snapshot",
    "data": "data",
    "export": "export",
    "import-akn": "import_akn",
    "export-decisions": "export_decisions",
    "import-decisions": "import_decisions",
    "lint": "lint",
    "check": "check",
    "report": "report",
    "serve": "serve",
    "user": "user",
    "mcp": "mcp",
    "schema": "schema",
    "doctor": "doctor",
    "new": "new",
    "guide": "guide",
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
        """Run the command; whatever stops it becomes its one line on stderr and its exit code."""
        try:
            done = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()  # what was not written yet may still be refused
            return done
        except KeyboardInterrupt:
            click.echo(say("cli.stopped", language(ctx)), err=True)
            ctx.exit(_INTERRUPTED)
        except Exception as error:  # a defect too is one line; what click ends by itself is raised again
            failure = _failure(error)
            if failure is None:
                raise
            tell_once(ctx, failure)
            ctx.exit(failure.exit_code)


def _failure(error: Exception) -> DrafterError | None:
    """What stopped a command, as it is told; None for what click tells or ends by itself."""
    if isinstance(error, click.ClickException | click.exceptions.Exit | click.Abort):
        return None
    from drafter.errors import CannotRead, CannotWrite, NotFound, as_failure, cause

    if not isinstance(error, OSError):
        return as_failure(error, "drafter")
    if error.errno == errno.EPIPE:  # whoever read the output has seen enough
        return None
    if error.filename is not None:
        name = error.filename
        return CannotRead(os.fsdecode(name) if isinstance(name, bytes) else str(name), reason=cause(error))
    if error.errno == errno.ENOENT:  # the folder that the command was started in is gone
        return NotFound(".")
    _close_output()
    return CannotWrite("stdout", reason=cause(error))


def _close_output() -> None:
    """Nothing more is written to an output that refused: Python would try again at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    _open_streams()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries think of a file that they can read
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(100_000, 50, 50)  # one job, then the process ends: looking for rubbish costs a tenth
    app(prog_name="drafter")


def _open_streams() -> None:
    """In place of streams that were closed before the start: else the first file opened would be one of them.

    What is written to a closed standard output is refused, as everywhere; errors go nowhere.
    """
    for number, (name, mode, way) in enumerate(
        (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))
    ):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, way), number)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


if __name__ == "__main__":
    main()
