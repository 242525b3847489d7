"""Reviewers' copies of one draft consolidated into one redline."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Consolidated, Draft, Plan
from ..opc import storable
from ..workspace import Workspace
from .diff import Comparison, plan


@dataclass(frozen=True, slots=True)
class MergeOptions:
    """`base` and `copies` as a person names them; `authors` are the agencies of the first copies in order.

    A copy without one goes by the agency that it names itself. `date` is a moment of ISO 8601.
    """

    base: str
    copies: tuple[str, ...]
    authors: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """The redline, sealed, with what each copy does; the drafts it was made from."""

    made: Consolidated
    base: Draft
    copies: tuple[Draft, ...]


def merge(workspace: Workspace, options: MergeOptions) -> Merged:
    """The copies as one redline of the draft that they are copies of."""
    from ..writers.redline.consolidating import consolidated

    base = workspace.draft(options.base)
    copies = tuple(workspace.draft(name) for name in options.copies)
    authors = (storable(author).strip() for author in options.authors)
    named = (*authors, *("" for _ in copies[len(options.authors) :]))
    package = workspace.package(base)
    made = consolidated(
        package,
        [
            (workspace.package(copy), agency or _reviewer(workspace, copy), _plan(workspace, copy, base))
            for copy, agency in zip(copies, named, strict=True)
        ],
        date=options.date,
    )
    return Merged(made, base, copies)


def _plan(workspace: Workspace, copy: Draft, base: Draft) -> Plan:
    return plan(workspace, Comparison(copy, base, workspace.changes(copy, base)), moves=False)


def _reviewer(workspace: Workspace, copy: Draft) -> str:
    """Whose copy it is: the agency of its tracked changes, of its properties, of its file's name."""
    from ..analyses.comments import reviewer

    return reviewer(workspace.sheet(copy))
