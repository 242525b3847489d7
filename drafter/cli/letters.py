"""What the commands that write letters share: where to, under whose name, what is told of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import Function, Option, Run
from .who import who

if TYPE_CHECKING:
    from drafter.jobs.letter_files import LetterFile
    from drafter.model import Author, SnapshotKind
    from drafter.workspace import Workspace


def agencies_option(function: Function) -> Function:
    """The option that chooses to whom letters are written."""
    option = click.option(
        "--agency", "agencies", cls=Option, multiple=True, metavar="NAME", help="cli.option.to"
    )
    return option(function)


def odt_option(function: Function) -> Function:
    """The option that writes letters as OpenDocument."""
    return click.option("--odt", "odt", cls=Option, is_flag=True, help="cli.option.odt")(function)


def send(
    run: Run,
    workspace: Workspace,
    kind: SnapshotKind,
    files: tuple[LetterFile, ...],
    target: str,
    *,
    force: bool,
    odt: bool,
) -> None:
    """Write the letters and keep what goes out; `odt`: as OpenDocument."""
    from drafter.jobs.letter_files import keep, write_letters

    folder = Path(target)
    if odt:
        files = tuple(replace(each, name=f"{Path(each.name).stem}.odt") for each in files)
    if not files:  # why there is nothing to be written is told beside it
        return
    written = write_letters(workspace, folder, files, force=force)
    keep(workspace, kind, written, sender(workspace), folder)
    run.say("letters.written", count=len(written), folder=target)


def sender(workspace: Workspace) -> Author:
    """Who sends, at this moment."""
    from drafter.model import Author, Via
    from drafter.workspace import now

    return Author(who(None), now(), Via.COMMAND, workspace.rounds.newest.number)
