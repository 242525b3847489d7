"""Keys of comments in files that are read alone, where others say the same or numbers are to be given: they
are counted over all files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import EmptyFolder
from ..language.normal import folded

if TYPE_CHECKING:
    from ..model import Comment, Letter, Registered
    from .workspace import Workspace


def counted_over_all(
    workspace: Workspace, letters: Sequence[Letter], registered: Iterable[Registered], *, answered: bool
) -> tuple[Letter, ...]:
    """`letters`, some of those of `workspace`, with the keys that their comments have among all of them.

    The others are read only where one of these is not `registered` yet, or another that is has equal words;
    then all get their numbers. What is at fault in the others is not told.
    """
    if not _are_shared([comment for letter in letters for comment in letter.comments], registered):
        return tuple(letters)
    whole = type(workspace)(workspace.root, report=lambda _: None, stages=workspace.stages)
    try:
        keys = {comment.id: comment.key for comment in whole.correspondence(answered=answered).comments}
    except EmptyFolder:  # those that are read stand elsewhere, and there are no others
        return tuple(letters)
    return tuple(
        replace(letter, comments=tuple(replace(c, key=keys.get(c.id, c.key)) for c in letter.comments))
        for letter in letters
    )


def _are_shared(comments: Sequence[Comment], registered: Iterable[Registered]) -> bool:
    known: dict[tuple[str, str], list[Registered]] = {}
    for each in registered:
        known.setdefault((folded(each.agency), folded(each.text)), []).append(each)
    for comment in comments:
        same = known.get((folded(comment.agency), folded(comment.text)), [])
        if [(one.key, one.path) for one in same] != [(comment.key, comment.path)]:
            return True
    return False
