"""Two drafts compared: the changes clause by clause, and the redline that leads from one to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..opc import storable

if TYPE_CHECKING:
    from ..model import ChangeSet, Draft, Plan
    from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class TwoDrafts:
    """`old` and `new` as a person names them."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts with what happened from one to the other."""

    old: Draft
    new: Draft
    changes: ChangeSet

    @property
    def identical(self) -> bool:
        """Whether both are the same file."""
        return self.old.sha256 == self.new.sha256


@dataclass(frozen=True, slots=True)
class RedlineOptions:
    """How tracked changes are written.

    `author` in place of the workspace's; `date` a moment of ISO 8601; without `moves` what moved is deleted
    and inserted; `by_comment`: changes bear the agency whose comment they were made for. The rest as in
    `writers.redline`.
    """

    author: str | None = None
    date: str | None = None
    moves: bool = True
    by_comment: bool = False
    silent: bool = False
    formatting: bool = False
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Redline:
    """The .docx with tracked changes, sealed, and the plan that it was written by."""

    data: bytes
    plan: Plan


def diff(workspace: Workspace, options: TwoDrafts) -> Comparison:
    """What changed between two drafts."""
    old, new = workspace.draft(options.old), workspace.draft(options.new)
    return Comparison(old, new, workspace.changes(old, new))


def redline(workspace: Workspace, found: Comparison, options: RedlineOptions) -> Redline:
    """A .docx whose tracked changes lead from the old draft to the new one.

    The default author is the workspace's, else the issuer of the new draft, else "drafter".
    """
    from ..writers.redline import redline as written

    old, new = found.old, found.new
    led = plan(workspace, found, moves=options.moves)
    if options.by_comment:
        led = _by_comment(workspace, found, led)
    data = written(
        workspace.package(old),
        workspace.package(new),
        led,
        author=storable(options.author or "").strip() or workspace.settings.author or new.issuer or "drafter",
        date=options.date,
        silent=options.silent,
        formatting=options.formatting,
        bars=options.bars,
    )
    return Redline(data, led)


def plan(workspace: Workspace, found: Comparison, *, moves: bool = True) -> Plan:
    """What a redline is led by; without `moves` nothing is written as a move."""
    from ..analyses.plans import plan as planned

    before, after = workspace.manuscript(found.old), workspace.manuscript(found.new)
    return planned(before, after, found.changes, old_draft=found.old, new_draft=found.new, moves=moves)


def _by_comment(workspace: Workspace, found: Comparison, led: Plan) -> Plan:
    """`led` with the comments that the changes were made for, as far as evidence ties them."""
    from ..analyses.plans.commented import commented

    read = workspace.correspondence()
    comments = {comment.id: comment for comment in read.comments}
    evidence = workspace.evidence(read)
    return replace(led, comments=commented(found.changes, found.old, found.new, comments, evidence))
