"""What the rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model import Draft, PageLayout, Register, Role, TaskRegister


@dataclass(frozen=True, slots=True)
class Subject:
    """One draft with what was read off it, and the limits in force by rule id."""

    draft: Draft
    register: Register
    tasks: TaskRegister
    layout: PageLayout
    limits: Mapping[str, float]

    @property
    def annexes_alone(self) -> bool:
        """A file of annexes only: forms, samples, tables."""
        clauses = self.draft.clauses
        return bool(clauses) and all(clause.role is Role.ANNEX for clause in clauses)
