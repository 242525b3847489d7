"""Three ways: as sent, as commented, as revised. Each edit of a copy is looked for in the next draft.

Tricky cases (asked | done | told):
- `30%` → `40%` | `30%` → `35%` | not done, and the office's own edit beside it: done and not asked;
- words added | some of them | partly, with what stands there;
- a clause added | the same among other words | partly; in the very words elsewhere | done, there;
- words to go | the clause is gone as a whole | done; the rest of the clause is gone unasked.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import ChangeSet, Draft, ThreeEdit, ThreeState, ThreeWay

from .edits import edits_of
from .places import Drafting
from .search import looked_for

__all__ = ["three_way"]


def three_way(old: Draft, copy: Draft, new: Draft, asked: ChangeSet, done: ChangeSet) -> ThreeWay:
    """What `copy` asks for and what came of it in `new`; both are made from `old`, by the changes `asked` and
    `done`."""
    in_copy, in_new = Drafting(old, copy, asked), Drafting(old, new, done)
    unasked = (edit for edit in _found(in_new, in_copy) if edit.state is not ThreeState.DONE)
    return ThreeWay(tuple(_found(in_copy, in_new)), tuple(unasked))


def _found(made: Drafting, other: Drafting) -> Iterator[ThreeEdit]:
    """The edits that lead to one draft, each looked for in the other; in the order of the drafts."""
    for change in made.changes.changes:
        for edit in edits_of(change, made):
            yield looked_for(edit, made, other)
