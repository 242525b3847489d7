"""`drafter serve`"""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command
from .who import by_option, who

_PORTS = 65535


@click.command("serve")
@click.option("--host", cls=Option, metavar="HOST", default="127.0.0.1", help="cli.option.host")
@click.option("--port", cls=Option, type=int, metavar="PORT", default=0,
              help="cli.option.port")  # fmt: skip
@click.option("--no-open", cls=Option, is_flag=True, help="cli.option.no-open")
@click.option("--read-only", cls=Option, is_flag=True, help="cli.option.read-only")
@click.option("--users", cls=Option, metavar="FILE", help="cli.option.users")
@click.option("--address", cls=Option, metavar="URL", default="", help="cli.option.address")
@click.option("--certificate", cls=Option, metavar="FILE", help="cli.option.certificate")
@click.option("--key", cls=Option, metavar="FILE", help="cli.option.key")
@by_option
@run_command
def command(run: Run, name: str | None, no_open: bool, **given: str | int | bool | None) -> None:
    from drafter.errors import NoSuchFolder
    from drafter.web import ServeOptions
    from drafter.web.serving import serve

    if not run.root.is_dir():
        raise NoSuchFolder(run.root)
    if not 0 <= int(given["port"] or 0) <= _PORTS:
        raise click.BadParameter(str(given["port"]), param_hint="--port")
    files = {
        each: None if given[each] is None else Path(str(given[each]))
        for each in ("users", "certificate", "key")
    }
    options = ServeOptions(root=run.root.resolve(), name=who(name), **{**given, **files})  # type: ignore[arg-type]
    if not options.is_local and options.users is None:
        raise click.UsageError(run.words("usage.serve-users"))
    if options.host in ("0.0.0.0", "::") and not options.address:  # noqa: S104 (what a person asked for)
        raise click.UsageError(run.words("usage.serve-address"))
    if not options.is_local and not options.is_secure:
        run.say("web.clear")
    serve(
        options,
        lambda address: click.echo(run.words("web.serving", address=address)),
        open_browser=not no_open,
    )
