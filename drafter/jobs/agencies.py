"""Agencies asked for comments, held against the letters that came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..errors import EmptyFolder
from ..model import Letter, Response
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class AgenciesOptions:
    """`today`: the day from which days are counted."""

    today: date


def agencies(workspace: Workspace, options: AgenciesOptions) -> tuple[Response, ...]:
    """What came of each request; behind them the agencies that nobody asked."""
    return heard(workspace, _letters(workspace), options)


def heard(
    workspace: Workspace, letters: tuple[Letter, ...], options: AgenciesOptions
) -> tuple[Response, ...]:
    """The same where it is known what `letters` came."""
    from ..analyses.agencies import responses

    settings = workspace.settings
    return responses(
        settings.asked,
        letters,
        today=options.today,
        silence_is_agreement=settings.silence_is_agreement,
        home=home(workspace),
    )


def pasted(text: str) -> tuple[str, ...]:
    """The agencies in a list that somebody pasted, without the marks and other columns of it."""
    from ..analyses.agencies.pasted import pasted_agencies

    return pasted_agencies(text)


def home(workspace: Workspace) -> str:
    """The body that issues the newest draft; "" where none says it, or there is no draft yet."""
    try:
        return workspace.rounds.newest.issuer or ""
    except EmptyFolder:
        return ""


def _letters(workspace: Workspace) -> tuple[Letter, ...]:
    """All that came; none before the first letter is there."""
    try:
        return workspace.correspondence(answered=True).letters
    except EmptyFolder:
        return ()
