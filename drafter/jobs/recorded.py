"""Recorded: one comment with the decision that was just made of it, and what is to be known of that."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import UNDECIDED, Decision, Registered
from .signing import is_same_person
from .unshown import NotShown


@dataclass(frozen=True, slots=True)
class Decided:
    """One comment with the decision that stands now; `unshown`: it was just accepted and the newest draft
    does not show it; `unwatched`: nor can it be told which edit there was made for it; `unanswered`: it was
    just accepted without a word of answer. `before`: what stood until now."""

    comment: Registered
    decision: Decision
    unshown: NotShown | None = None
    unwatched: bool = False
    unanswered: bool = False
    before: Decision = UNDECIDED

    @property
    def replaces(self) -> bool:
        """Whether it stands in place of what another person answered."""
        by = self.before.decided_by
        return bool(self.before.decided and by) and not is_same_person(by, self.decision.decided_by)

    @property
    def unapproved(self) -> bool:
        """Whether what was approved is to be approved anew."""
        return bool(self.before.approved_by) and not self.decision.approved_by
