"""The table of a consultation: its issues, and how much was said of each clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import CheckFailed
from .grouping import read_issues

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ...model import Issue
    from .run import Consulted


def consultation_files(made: Consulted, path: Path) -> dict[Path, bytes]:
    """What is written for a table at `path`. Raises UnknownFormat, CheckFailed where a comment is missing."""
    from ...writers.issues import heat_records, issue_files, issue_records

    issues = issue_records(_issues(made.folder), made.drafts)
    heat = heat_records(issues, made.drafts)
    wanted = made.balance.comments
    for found in (sum(issue.comments for issue in issues), sum(row.comments for row in heat)):
        if found != wanted:
            raise CheckFailed(path, check=f"{found} ≠ {wanted}")
    return issue_files(path, issues, heat, made.balance)


def _issues(folder: Path) -> Iterator[Issue]:
    for part in sorted(folder.glob("issues-*.bin")):
        yield from read_issues(part)
