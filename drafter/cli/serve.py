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
def command(
    run: Run,
    host: str,
    port: int,
    no_open: bool,
    read_only: bool,
    users: str | None,
    address: str,
    certificate: str | None,
    key: str | None,
    name: str | None,
) -> None:
    from drafter.errors import NoSuchFolder
    from drafter.web import ServeOptions
    from drafter.web.serving import serve

    if not run.root.is_dir():
        raise NoSuchFolder(run.root)
    if not 0 <= port <= _PORTS:
        raise click.BadParameter(str(port), param_hint="--port")
    options = ServeOptions(
        root=run.root.resolve(),
        host=host,
        port=port,
        name=who(name),
        read_only=read_only,
        users=_file(users),
        address=address,
        certificate=_file(certificate),
        key=_file(key),
    )
    if not options.is_local and options.users is None:
        raise click.UsageError(run.words("usage.serve-users"))
    if options.host in ("0.0.0.0", "::") and not options.address:  # noqa: S104 (what a person asked for)
        raise click.UsageError(run.words("usage.serve-address"))
    if not options.is_local and not options.is_secure:
        run.say("web.clear")
    told = "web.serving" if options.users is None else "web.serving.people"
    serve(options, lambda address: click.echo(run.words(told, address=address)), open_browser=not no_open)


def _file(name: str | None) -> Path | None:
    return None if name is None else Path(name)
