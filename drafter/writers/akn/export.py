"""What is exported: a draft with what is told of it beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.model import ChangeSet, Comment, Draft, Link, Manuscript, Reference


@dataclass(frozen=True, slots=True)
class SinceDraft:
    """An earlier draft, and what happened to its clauses since."""

    draft: Draft
    manuscript: Manuscript
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Export:
    """A draft as read and as printed. `cites`: what each clause cites of the draft itself; `comments`: each
    with the clauses of this draft that it addresses."""

    draft: Draft
    manuscript: Manuscript
    cites: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    before: SinceDraft | None = None
    comments: tuple[tuple[Comment, Link], ...] = ()
