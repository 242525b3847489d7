"""Drafts in the exchange format of parliaments and gazettes, Akoma Ntoso: out of the workspace and in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UnknownFormat

if TYPE_CHECKING:
    from ..model import Comment, Draft, Link
    from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`draft` as a person names it, None: the newest; `since`: an earlier one, whose changes are told;
    `comments`: those of all letters stand beside their clauses."""

    draft: str | None = None
    since: str | None = None
    comments: bool = False


@dataclass(frozen=True, slots=True)
class FromAkn:
    """A text that came as Akoma Ntoso: the sealed .docx of it, and the draft that is read from that."""

    data: bytes
    draft: Draft


def wanted_suffix(path: Path, *known: str) -> None:
    """Raises UnknownFormat where an output's name ends otherwise."""
    if path.suffix.lower() not in known:
        raise UnknownFormat(path, known=" ".join(known))


def export(workspace: Workspace, options: ExportOptions) -> bytes:
    """A draft as sealed Akoma Ntoso 3.0."""
    from ..analyses.citations.within import cited_within
    from ..writers.akn import Export, SinceDraft, akn

    draft = workspace.draft(options.draft)
    before = None
    if options.since is not None:
        old = workspace.draft(options.since)
        before = SinceDraft(old, workspace.manuscript(old), workspace.changes(old, draft))
    said = _comments(workspace, draft) if options.comments else ()
    return akn(Export(draft, workspace.manuscript(draft), cited_within(draft), before, said))


def _comments(workspace: Workspace, draft: Draft) -> tuple[tuple[Comment, Link], ...]:
    read = workspace.correspondence()
    links = {link.comment: link for link in workspace.links(read, draft)}
    return tuple((comment, links[comment.id]) for comment in read.comments if comment.id in links)


def import_akn(workspace: Workspace, path: Path) -> FromAkn:
    """The text in an Akoma Ntoso file. Raises what reading the file raises, TooSlow and Unreadable past the
    bounds of one file; EmptyFile where it says nothing."""
    from ..analyses.outline import outline
    from ..errors import EmptyFile
    from ..intake import read_source
    from ..readers.akn import read_akn
    from ..writers.manuscript import manuscript_docx

    with workspace.bounded(path.as_posix()):
        manuscript = read_akn(read_source(path, shown=path.as_posix()))
        if not any(paragraph.text.strip() for paragraph in manuscript.paragraphs):
            raise EmptyFile(path.as_posix())
        draft = outline(manuscript)
        return FromAkn(manuscript_docx(manuscript, draft), draft)
