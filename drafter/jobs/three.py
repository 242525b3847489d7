"""One agency's copy between the draft that it was made on and a later one."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import NotACopy
from ..model import Draft, ThreeWay
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class ThreeDrafts:
    """The draft as sent, as commented, as revised, as a person names them."""

    old: str
    copy: str
    new: str


@dataclass(frozen=True, slots=True)
class ThreeCompared:
    """The three documents, whose copy it is, and what became of what it asks for.

    `beside`: how many comments stand in the margin of the copy, which are no edits of it.
    """

    old: Draft
    copy: Draft
    new: Draft
    agency: str
    found: ThreeWay
    beside: int


def three(workspace: Workspace, options: ThreeDrafts) -> ThreeCompared:
    """What the copy asks for, read with its tracked changes accepted, and what the later draft did of it.

    Raises NotACopy for a document that has too little in common with the draft.
    """
    from ..analyses.comments import reviewer
    from ..analyses.copying import is_copy, likeness
    from ..analyses.three import three_way

    old, copy, new = (workspace.draft(name) for name in (options.old, options.copy, options.new))
    share = likeness(workspace.manuscript(old), workspace.manuscript(copy))
    if not is_copy(share):
        raise NotACopy(copy.path, base=old.path, likeness=int(100 * share))
    asked, done = workspace.changes(old, copy), workspace.changes(old, new)
    agency = reviewer(workspace.sheet(copy))
    beside = sum(each.reply_to is None for each in workspace.manuscript(copy).annotations)
    return ThreeCompared(old, copy, new, agency, three_way(old, copy, new, asked, done), beside)
