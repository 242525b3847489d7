"""The table of a consultation: its issues, and how much was said of each clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import CheckFailed
from .grouping import read_issues

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ...model import Issue, Office
    from .run import Consulted


def consultation_files(made: Consulted, path: Path, office: Office, lang: str) -> dict[Path, bytes]:
    """What is written for a table at `path`: with that of Word, which `office` hands in, its data as CSV.
    Raises UnknownFormat, CheckFailed where a comment is missing."""
    from ...writers.issues import IssueFormat, heat_records, issue_files, issue_format, issue_records
    from ...writers.issues_docx import IssueHead, issues_docx

    issues = issue_records(_issues(made.folder), made.drafts)
    heat = heat_records(issues, made.drafts)
    wanted = made.balance.comments
    for found in (sum(issue.comments for issue in issues), sum(row.comments for row in heat)):
        if found != wanted:
            raise CheckFailed(path, check=f"{found} ≠ {wanted}")
    if issue_format(path) is not IssueFormat.DOCX:
        return issue_files(path, issues, heat, made.balance)
    table = issues_docx(issues, IssueHead(office, made.drafts), lang)
    return {path: table, **issue_files(path.with_suffix(".csv"), issues, heat, made.balance)}


def _issues(folder: Path) -> Iterator[Issue]:
    for part in sorted(folder.glob("issues-*.bin")):
        yield from read_issues(part)
