"""Targets with their measures, tasks, and findings about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .severity import Severity


class Comparator(StrEnum):
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    RANGE = "range"
    RANK = "rank<="
    INCREASE = "increase"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a target: `"tối thiểu 7,5%/năm"` reads as (>=, Decimal("7.5"), "%/năm").

    `of_change` is true where the figure bounds a growth ("tăng tối thiểu 8%").
    """

    comparator: Comparator
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    of: str | None = None
    scope: str | None = None
    deadline: int | None = None
    of_change: bool = False
    start: int = 0  # of the figure, in the clause's text
    end: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """One chỉ tiêu as an official counts it. `same_as` names the first place it stands at."""

    id: str
    clause: str
    indicator: str
    deadline: int | None
    measurable: bool
    text: str
    measures: tuple[Measure, ...] = ()
    same_as: str | None = None
    scattered: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A measurable fault. `data` holds the facts its message is made from."""

    rule: str
    severity: Severity
    clause: str | None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Register:
    """All targets of a draft; counts by deadline ("2025", "none") of targets at their first place."""

    targets: tuple[Target, ...]
    counts: Mapping[str, int]
    declared: Mapping[str, int]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Something an agency must do. `targets` are ids of targets that it serves."""

    clause: str
    text: str
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    deadline: str | None = None  # as printed: "2025", "6/2025", "Thường xuyên"
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskGroup:
    clause: str
    title: str
    tasks: tuple[Task, ...]
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskRegister:
    groups: tuple[TaskGroup, ...]
    unserved: tuple[str, ...] = ()  # ids of targets that no task serves


@dataclass(frozen=True, slots=True)
class Entry:
    """A target in one draft: at its first place, and at the others, such as the annex."""

    draft: str
    target: Target
    others: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One target through all drafts, None where a draft has it not; ids of the comments about it."""

    indicator: str
    entries: tuple[Entry | None, ...]
    comments: tuple[str, ...] = ()
