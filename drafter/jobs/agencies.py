"""Agencies asked for comments, held against the letters that came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from ..errors import EmptyFolder
from ..language.file_senders import from_file_name
from ..language.senders import is_agency
from ..model import Correspondence, Response
from ..workspace import Workspace, now


@dataclass(frozen=True, slots=True)
class AgenciesOptions:
    """`today`: the day from which days are counted; `as_of`: of a day gone by is told what was known then."""

    today: date
    as_of: bool = False


def agencies(workspace: Workspace, options: AgenciesOptions) -> tuple[Response, ...]:
    """What came of each request; behind them the agencies that nobody asked."""
    return heard(workspace, _read(workspace), options)


def heard(workspace: Workspace, read: Correspondence, options: AgenciesOptions) -> tuple[Response, ...]:
    """The same where it is known what came."""
    from ..analyses.agencies import responses

    settings = workspace.settings
    return responses(
        settings.asked,
        read.letters,
        tuple(_unread(workspace, read)),
        today=options.today,
        until=options.today if options.as_of and options.today.isoformat() < now()[:10] else None,
        silence_is_agreement=settings.silence_is_agreement,
        home=home(workspace),
    )


def listed_name(workspace: Workspace, typed: str, names: Sequence[str]) -> str:
    """The one of `names` that is the agency `typed`, however it is written; as typed where none is."""
    from ..language.identities import identities

    keys = identities((typed, *names), home(workspace))
    return next((name for name in names if keys[name] == keys[typed]), typed)


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


def _unread(workspace: Workspace, read: Correspondence) -> Iterator[tuple[str, str]]:
    """Files that could not be read, with the agency that drafter.toml or their names say they are of."""
    for problem in read.problems:
        entry, stem = workspace.settings.of_letter(problem.path), PurePosixPath(problem.path).stem
        named = (entry and entry.agency) or (stem if is_agency(stem) else from_file_name(stem))
        if named:
            yield named, problem.path


def _read(workspace: Workspace) -> Correspondence:
    """All that came; nothing before the first letter is there."""
    try:
        return workspace.correspondence(answered=True)
    except EmptyFolder:
        return Correspondence(())
