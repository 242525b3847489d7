"""`drafter user NAME`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .common import Option, Run, run_command


@click.command("user")
@click.argument("name")
@click.option("--file", "path", cls=Option, metavar="FILE", required=True, help="cli.option.file")
@click.option("--access", cls=Option, type=click.Choice(["viewer", "drafter", "approver"]), default="drafter",
              show_default=True, help="cli.option.access")  # fmt: skip
@click.option("--remove", cls=Option, is_flag=True, help="cli.option.remove")
@run_command
def command(run: Run, name: str, path: str, access: str, remove: bool) -> None:
    from drafter.web.people import LEAST, read_people, with_person, write_people
    from drafter.web.sessions import Access

    file, name = Path(path), " ".join(name.split(" ")).strip()
    if not name or not name.isprintable():
        raise click.UsageError(run.words("usage.user-name"))
    people = read_people(file) if file.exists() else {}
    if remove:
        if name not in people:
            raise click.UsageError(run.words("web.users.none", name=name))
        write_people(file, {each: person for each, person in people.items() if each != name})
        run.say("web.users.removed", name=name)
        return
    write_people(file, with_person(people, name, Access[access.upper()], _password(run, LEAST)))
    run.say("web.users.written", name=name)


def _password(run: Run, least: int) -> str:
    """A password, typed twice at a terminal, unseen; elsewhere the first line of what comes in."""
    stdin = sys.stdin
    typed = stdin.isatty()
    password = _typed(run.words("web.password", least=least)) if typed else stdin.readline().rstrip("\r\n")
    if not password and not typed:
        raise click.UsageError(run.words("usage.password-unseen", least=least))
    if len(password) < least:
        raise click.UsageError(run.words("usage.password", least=least, count=len(password)))
    if typed and _typed(run.words("web.password.again")) != password:
        raise click.UsageError(run.words("usage.password-differs"))
    return password


def _typed(asked: str) -> str:
    from getpass import getpass

    try:
        return getpass(f"{asked}: ")
    except EOFError as error:  # Ctrl+D is said as Ctrl+C is
        raise KeyboardInterrupt from error
