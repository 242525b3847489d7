"""`drafter mcp`"""

from __future__ import annotations

import click

from .common import Option, Run, run_command
from .who import by_option, who


@click.command("mcp")
@click.option("--write", cls=Option, is_flag=True, help="cli.option.write")
@by_option
@run_command
def command(run: Run, write: bool, name: str | None) -> None:
    from importlib.util import find_spec

    from drafter.errors import NoSuchFolder

    if find_spec("mcp") is None:
        raise click.UsageError(run.words("usage.mcp"))
    if not run.root.is_dir():
        raise NoSuchFolder(run.root)
    from drafter.tools.server import serve_tools
    from drafter.tools.tools import ToolOptions

    serve_tools(ToolOptions(run.root.resolve(), run.lang, who(name), write))
