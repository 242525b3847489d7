"""Options that are days: `--today 2021-03-05`, or as offices write them, `--today 05/3/2021`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

import click

from .common import Option, language, say

_OF_OFFICES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def today_option(function: Callable[..., None]) -> Callable[..., None]:
    """The day that counts as today."""
    return click.option("--today", cls=Option, metavar="YYYY-MM-DD", help="cli.option.today")(function)


def today_or(text: str | None) -> date:
    """The day that `--today` names, else today where the user is. A wrong date is wrong usage."""
    return datetime.now().astimezone().date() if text is None else named_day(text, "--today")


def named_day(text: str, option: str) -> date:
    """The day that an option names, `2021-03-05` or `5/3/2021`. A wrong date is wrong usage."""
    written = _OF_OFFICES.fullmatch(text.strip())
    try:
        if written is not None:
            day, month, year = map(int, written.groups())
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError as error:
        lang = language(click.get_current_context())
        raise click.BadParameter(say("usage.day", lang, text=text), param_hint=option) from error
