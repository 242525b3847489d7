"""`drafter user NAME`"""

from __future__ import annotations

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
    password = click.prompt(
        run.words("web.password", least=LEAST), hide_input=True, err=True,
        confirmation_prompt=run.words("web.password.again"),
    )  # fmt: skip
    if len(password) < LEAST:
        raise click.UsageError(run.words("usage.password", least=LEAST))
    write_people(file, with_person(people, name, Access[access.upper()], password))
    run.say("web.users.written", name=name)
