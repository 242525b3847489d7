"""Declared: how many targets the draft's own prose says it sets.

`"đề ra 18 chỉ tiêu đến năm 2025 và 7 chỉ tiêu đến năm 2030"` declares 18 for 2025, 7 for 2030; a number
without a date ("gồm 25 chỉ tiêu") is declared for "all".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.language.dates import dues
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
    for at, one in enumerate(found):
        count = int(one.group(2)) if one.group(2) else spoken(one.group(1))
        sentence = max(text.rfind(". ", 0, one.start()), text.rfind("\n", 0, one.start())) + 1
        stop = found[at + 1].start() if at + 1 < len(found) else len(text)
        ended = re.search(r"[.;\n](?:\s|$)", text[one.end() : stop])
        stop = one.end() + ended.start() if ended else stop
        if count is None or _past(text[sentence:stop]):
            continue
        after = [due for due in dated if one.end() <= due.start < stop]
        before = [
            due
            for due in dated
            if (found[at - 1].end() if at else sentence) <= due.start and due.end <= one.start()
        ]
        due = after[0] if after else before[-1] if before else None
        yield (str(due.year) if due else ALL), count


def _past(words: str) -> bool:
    """ "Đã hoàn thành 12 chỉ tiêu của nhiệm kỳ trước" declares nothing."""
    return lexicon(Goals).commitment.past.search(words) is not None
