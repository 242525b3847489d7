"""Grouping: the sayings on some clauses → the issues of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...analyses.grouping import issues
from ...model import Issue, RowBalance, SharedWords
from .packed import packed, unpacked
from .plan import ready

if TYPE_CHECKING:
    from pathlib import Path

    from .plan import RunPlan


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """The packs of the sayings on some clauses, from all buckets in order."""

    no: int
    packs: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class GroupedSayings:
    """`data`: the pack of all issues of these clauses."""

    no: int
    data: bytes
    balance: RowBalance


def grouped(plan: RunPlan, group: ClauseGroup) -> GroupedSayings:
    """The issues of each clause of the group; every saying is in one of them."""
    ready(plan)  # by the same program as the other steps
    sayings = [saying for pack in group.packs for saying in unpacked(pack, list[SharedWords])]
    places: dict[tuple[str, str, str | None], list[SharedWords]] = {}
    for saying in sayings:
        places.setdefault((saying.draft, saying.scope, saying.clause), []).append(saying)
    made = [issue for said in places.values() for issue in issues(said)]
    count = sum(saying.count for issue in made for saying in issue.sayings)
    words = sum(saying.words for issue in made for saying in issue.sayings)
    return GroupedSayings(
        group.no,
        packed(made),
        RowBalance(count, count, 0, words, words, 0),
    )


def read_issues(path: Path) -> list[Issue]:
    """The issues that a part holds."""
    return unpacked(path.read_bytes(), list[Issue])
