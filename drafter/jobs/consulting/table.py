"""The table of a consultation: its issues, and how much was said of each clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import CheckFailed
from .grouping import read_issues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ...model import Consultation, Draft, Issue, Office, RowBalance
    from .run import Consulted


def consultation_files(made: Consulted, path: Path, office: Office, lang: str) -> dict[Path, bytes]:
    """What is written for a table at `path`: with that of Word, which `office` hands in, its data as CSV.
    Raises UnknownFormat, CheckFailed where a comment is missing."""
    return _files(_issues(made.folder), made.balance, made.drafts, path, office, lang)


def shown_files(
    found: Consultation, drafts: tuple[Draft, ...], path: Path, office: Office, lang: str
) -> dict[Path, bytes]:
    """The same of a run whose results lie in a workspace. Raises as that does."""
    return _files(found.issues, found.balance, drafts, path, office, lang)


def _files(
    found: Iterable[Issue],
    balance: RowBalance,
    drafts: tuple[Draft, ...],
    path: Path,
    office: Office,
    lang: str,
) -> dict[Path, bytes]:
    from ...writers.issues import IssueFormat, heat_records, issue_files, issue_format, issue_records
    from ...writers.issues_docx import IssueHead, issues_docx

    issues = issue_records(found, drafts)
    heat = heat_records(issues, drafts)
    for count in (sum(issue.comments for issue in issues), sum(row.comments for row in heat)):
        if count != balance.comments:
            raise CheckFailed(path, check=f"{count} ≠ {balance.comments}")
    if issue_format(path) is not IssueFormat.DOCX:
        return issue_files(path, issues, heat, balance)
    table = issues_docx(issues, IssueHead(office, drafts), lang)
    return {path: table, **issue_files(path.with_suffix(".csv"), issues, heat, balance)}


def _issues(folder: Path) -> Iterator[Issue]:
    for part in sorted(folder.glob("issues-*.bin")):
        yield from read_issues(part)
