"""Comments as they were read, and the clauses that they address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .filters import NO_FILTERS, chosen, only

if TYPE_CHECKING:
    from ..model import Correspondence, Draft, Link
    from ..workspace import Workspace
    from .filters import Filters


@dataclass(frozen=True, slots=True)
class CommentsOptions:
    """`files` as a person names them; none: all of comments/. `filters` say which of their comments.

    `numbered`: they are shown to a person, who will call them by their numbers.
    """

    files: tuple[str, ...] = ()
    filters: Filters = NO_FILTERS
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """`files` as in `CommentsOptions`; `draft`: the one to link to in place of those the comments are
    about."""

    files: tuple[str, ...] = ()
    draft: str | None = None
    filters: Filters = NO_FILTERS


@dataclass(frozen=True, slots=True)
class Linked:
    """Comments with their links, and each with the draft that it is linked to, by its id."""

    read: Correspondence
    links: tuple[Link, ...]
    drafts: Mapping[str, Draft]


def comments(workspace: Workspace, options: CommentsOptions) -> Correspondence:
    """Everything that agencies said in the files."""
    if options.numbered:
        workspace.letter_files.chosen(options.files)  # that there are none is told before a store is made
        workspace.ready_store()
    read = workspace.correspondence(options.files)
    return only(read, chosen(workspace, read, options.filters)) if options.filters else read


def link(workspace: Workspace, options: LinkOptions) -> Linked:
    """Each comment with the clauses that it addresses."""
    read = workspace.correspondence(options.files)
    on = None if options.draft is None else workspace.draft(options.draft)
    links = workspace.links(read, on)
    if options.filters:
        ids = chosen(workspace, read, options.filters, on)
        read, links = only(read, ids), tuple(link for link in links if link.comment in ids)
    drafts = {comment.id: on or workspace.about(comment) for comment in read.comments}
    return Linked(read, links, drafts)
