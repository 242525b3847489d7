"""Under whose name a decision is recorded."""

from __future__ import annotations

import getpass
import os

import click

from .common import Function, Option


def by_option(function: Function) -> Function:
    return click.option("--by", "name", cls=Option, metavar="NAME", help="cli.option.by")(function)


def who(name: str | None) -> str:
    """The name given, else that of the environment (`DRAFTER_USER`), else of the account; without signs that
    would steer a terminal."""
    given = "".join(filter(str.isprintable, name or os.environ.get("DRAFTER_USER") or "")).strip()
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "?"
