"""`drafter serve`"""

from __future__ import annotations

import click

from .common import Option, Run, run_command
from .who import by_option, who


@click.command("serve")
@click.option("--host", cls=Option, metavar="HOST", default="127.0.0.1", help="cli.option.host")
@click.option("--port", cls=Option, type=int, metavar="PORT", default=0, help="cli.option.port")
@click.option("--no-open", cls=Option, is_flag=True, help="cli.option.no-open")
@click.option("--read-only", cls=Option, is_flag=True, help="cli.option.read-only")
@by_option
@run_command
def command(run: Run, host: str, port: int, no_open: bool, read_only: bool, name: str | None) -> None:
    from drafter.errors import NoSuchFolder
    from drafter.web import ServeOptions
    from drafter.web.serving import serve

    if not run.root.is_dir():
        raise NoSuchFolder(run.root)
    options = ServeOptions(root=run.root.resolve(), host=host, port=port, name=who(name), read_only=read_only)
    serve(
        options,
        lambda address: click.echo(run.words("web.serving", address=address)),
        open_browser=not no_open,
    )
