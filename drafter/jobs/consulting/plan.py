"""What all parts of a run share, and what is done with a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from ...errors import WorkersDiffer
from ...model import Rounds
from .manifest import program

if TYPE_CHECKING:
    from datetime import date

    from ...analyses.links.index import DraftIndex
    from ...model import Draft, Register


class Depth(IntEnum):
    """How far a run goes; each holds what comes before it."""

    COMMENTS = 0
    LINK = 1
    EVIDENCE = 2
    TABLE = 3


@dataclass(frozen=True, slots=True)
class RunPlan:
    """`key` is the same for equal plans and no others: workers make ready once for each. `program` is that
    of whoever asks.

    `on`: the path of the draft that all comments are linked to in place of those they are about; `parts`:
    into how many buckets, and how many groups of clauses, all rows are sorted.
    """

    key: str
    program: str
    drafts: tuple[Draft, ...]
    depth: Depth
    on: str | None
    parts: int

    def bare(self) -> RunPlan:
        """The same, its drafts without what was looked up in them: it travels to every worker."""
        return replace(self, drafts=tuple(map(replace, self.drafts)))


class Ready:
    """What a worker keeps of a plan: the drafts and what linking and evidence ask of them."""

    def __init__(self, plan: RunPlan) -> None:
        from ...analyses.alignment import align

        self.plan = plan
        self.rounds = Rounds(plan.drafts, align, answered=plan.depth >= Depth.EVIDENCE)
        self._indexes: dict[str, DraftIndex] = {}
        self._registers: dict[str, Register] = {}
        self._days: dict[date | None, Draft] = {}

    @cached_property
    def _on(self) -> Draft | None:
        return self.rounds.draft(self.plan.on)

    def about(self, day: date | None) -> Draft:
        """The draft that words of this day are about."""
        if self._on is not None:
            return self._on
        if day not in self._days:
            self._days[day] = self.rounds.about(None, day) or self.rounds.newest
        return self._days[day]

    def index(self, draft: Draft) -> DraftIndex:
        from ...analyses.links.index import index

        if draft.path not in self._indexes:
            self._indexes[draft.path] = index(draft)
        return self._indexes[draft.path]

    def register(self, draft: Draft) -> Register:
        from ...analyses.targets import targets

        if draft.path not in self._registers:
            self._registers[draft.path] = targets(draft)
        return self._registers[draft.path]


_ready: dict[str, Ready] = {}


def ready(plan: RunPlan) -> Ready:
    """What this process keeps of the plan; of one at a time. Raises WorkersDiffer where another program was
    asked: its results would be others."""
    if plan.key not in _ready:
        if program() != plan.program:
            raise WorkersDiffer("drafter")
        _ready.clear()
        _ready[plan.key] = Ready(plan)
    return _ready[plan.key]
