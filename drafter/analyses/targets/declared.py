"""Declared: how many targets the draft's own prose says it sets.

`"đề ra 18 chỉ tiêu đến năm 2025 và 7 chỉ tiêu đến năm 2030"` declares 18 for 2025, 7 for 2030; a number
without a date ("gồm 25 chỉ tiêu") is declared for "all".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.language.dates import Due, dues
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Goals
from drafter.language.normal import decoded
from drafter.language.numerals import spoken
from drafter.language.pipeline import read
from drafter.model import Draft, Kind

ALL = "all"
_NUMBER = r"(?:\d{1,3}|mười \w+|\w+ mươi(?: \w+)?|mười|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
_COUNT = re.compile(
    rf"(?<![\w/,.-])({_NUMBER})(?:\s*\((\d{{1,3}})\))?\s+(?:nhóm\s+)?(?:chỉ tiêu|mục tiêu cụ thể)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """`key` is the year as in the counts, or "all"; `clause` the place that says it."""

    key: str
    count: int
    clause: str


def declarations(draft: Draft) -> Iterator[Declaration]:
    """Every count of targets that the prose states, in order."""
    for clause in draft.clauses:
        if clause.kind == Kind.TABLE_ROW:
            continue
        for key, count in _of(decoded(clause.text)):
            yield Declaration(key, count, clause.id)


def _of(text: str) -> Iterator[tuple[str, int]]:
    found = list(_COUNT.finditer(text))
    dated = dues(read(text)) if found else ()
    before = 0  # where the count before ended
    for at, place in enumerate(found):
        count = int(place.group(2)) if place.group(2) else spoken(place.group(1))
        start, stop = _sentence(text, place)
        if at + 1 < len(found):
            stop = min(stop, found[at + 1].start())
        if count is not None and not _past(text[start:stop]):
            yield _year(dated, place, max(start, before), stop), count
        before = place.end()


def _sentence(text: str, place: re.Match[str]) -> tuple[int, int]:
    """The sentence that holds a count."""
    start = max(text.rfind(". ", 0, place.start()), text.rfind("\n", 0, place.start())) + 1
    ended = re.search(r"[.;\n](?:\s|$)", text[place.end() :])
    return start, place.end() + ended.start() if ended else len(text)


def _year(dated: Sequence[Due], place: re.Match[str], start: int, stop: int) -> str:
    """The date of a count: the first after it, else the last before it, else none: all dates."""
    after = [due for due in dated if place.end() <= due.start < stop]
    before = [due for due in dated if start <= due.start and due.end <= place.start()]
    due = after[0] if after else before[-1] if before else None
    return str(due.year) if due else ALL


def _past(words: str) -> bool:
    """ "Đã hoàn thành 12 chỉ tiêu của nhiệm kỳ trước" declares nothing."""
    return lexicon(Goals).commitment.past.search(words) is not None
