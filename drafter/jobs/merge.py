"""Reviewers' copies of one draft consolidated into one redline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import NotACopy
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
    """The copies as one redline of the draft that they are copies of.

    A document that is no copy of it is reported and left out. Raises NotACopy where no copy is left.
    """
    from ..writers.redline.consolidating import consolidated

    base = workspace.draft(options.base)
    given = tuple(workspace.draft(name) for name in options.copies)
    authors = (storable(author).strip() for author in options.authors)
    authors_of = zip(given, (*authors, *("" for _ in given[len(options.authors) :])), strict=True)
    wanted = _true_copies(workspace, base, authors_of)
    package = workspace.package(base)
    made = consolidated(
        package,
        [
            (workspace.package(copy), agency or _reviewer(workspace, copy), _plan(workspace, copy, base))
            for copy, agency in wanted
        ],
        date=options.date,
    )
    return Merged(made, base, tuple(copy for copy, _ in wanted))


def _true_copies(
    workspace: Workspace, base: Draft, given: Iterable[tuple[Draft, str]]
) -> list[tuple[Draft, str]]:
    """The documents that are copies of `base`, each with its agency. Raises NotACopy where none is."""
    from ..analyses.copying import is_copy, likeness

    found, refused = [], None
    for copy, agency in given:
        share = likeness(workspace.manuscript(base), workspace.manuscript(copy))
        if is_copy(share):
            found.append((copy, agency))
        else:
            refused = NotACopy(copy.path, base=base.path, likeness=int(100 * share))
            workspace.tell(refused)
    if refused is not None and not found:
        raise refused
    return found


def _plan(workspace: Workspace, copy: Draft, base: Draft) -> Plan:
    return plan(workspace, Comparison(copy, base, workspace.changes(copy, base)), moves=False)


def _reviewer(workspace: Workspace, copy: Draft) -> str:
    """Whose copy it is: the agency of its tracked changes, of its properties, of its file's name."""
    from ..analyses.comments import reviewer

    return reviewer(workspace.sheet(copy))
