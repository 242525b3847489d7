"""Comments as they were read, and the clauses that they address."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Correspondence, Link
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class CommentsOptions:
    """`files` as a person names them; none: all of comments/."""

    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """`files` as in `CommentsOptions`; `draft`: the one to link to in place of those the comments are
    about."""

    files: tuple[str, ...] = ()
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """Comments with their links."""

    read: Correspondence
    links: tuple[Link, ...]


def comments(workspace: Workspace, options: CommentsOptions) -> Correspondence:
    """Everything that agencies said in the files."""
    return workspace.correspondence(options.files)


def link(workspace: Workspace, options: LinkOptions) -> Linked:
    """Each comment with the clauses that it addresses."""
    read = workspace.correspondence(options.files)
    on = None if options.draft is None else workspace.draft(options.draft)
    return Linked(read, workspace.links(read, on))
