"""Grouping: the voices on some clauses → the issues of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...analyses.grouping import issues
from ...model import Issue, RowBalance, Voice
from .packed import packed, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from .plan import Plan


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """The packs of the voices on some clauses, from all buckets in order."""

    no: int
    packs: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class GroupedVoices:
    """`data`: the pack of all issues of these clauses."""

    no: int
    data: bytes
    balance: RowBalance


def grouped(plan: Plan, group: ClauseGroup) -> GroupedVoices:  # noqa: ARG001 (as engines call it)
    """The issues of each clause of the group; every voice is in one of them."""
    voices = [voice for pack in group.packs for voice in unpacked(pack, list[Voice])]
    places: dict[tuple[str, str, str | None], list[Voice]] = {}
    for voice in voices:
        places.setdefault((voice.draft, voice.scope, voice.clause), []).append(voice)
    made = [issue for said in places.values() for issue in issues(said)]
    count = sum(voice.count for issue in made for voice in issue.voices)
    words = sum(voice.words for issue in made for voice in issue.voices)
    return GroupedVoices(
        group.no,
        packed(made),
        RowBalance(count, count, 0, words, words, 0),
    )


def read_issues(path: Path) -> list[Issue]:
    """The issues that a part holds."""
    return unpacked(path.read_bytes(), list[Issue])
