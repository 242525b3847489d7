"""Serving: which targets a task or group works for.

A column or note that names them ("phục vụ chỉ tiêu số 3, 5") decides; else a task serves a target
when one of its sentences has nearly all telling words of the target's indicator, most of them
side by side. Words weigh by how rare they are in the draft: in a resolution on "chuyển đổi số"
these words say nothing about which target is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log

from drafter.language.columns import columns
from drafter.language.indicators import key, similarity
from drafter.language.normal import decoded
from drafter.language.numerals import whole
from drafter.model import Draft, Kind, Register, Target

_WORDS, _PAIRS = 0.75, 0.5
_CALLED = 0.6  # how alike a name and an indicator must be
_SENTENCE = re.compile(r"[.;:\n]\s")
_NAMED = re.compile(r"(?:chỉ tiêu|mục tiêu) (?:số )?(\d+(?:\s*(?:,|;|và)\s*\d+)*)(?!\s*%)", re.IGNORECASE)


class Served:
    """The targets of a register, ready to be looked up by the words of tasks."""

    def __init__(self, draft: Draft, register: Register) -> None:
        self._draft = draft
        self._firsts = [target for target in register.targets if target.same_as is None]
        self._place = {target.id: at for at, target in enumerate(register.targets)}
        self._numbers = _numbers(draft, register)
        texts = [clause.text for clause in draft.clauses]
        self._seen: Counter[str] = Counter(word for text in texts for word in set(key(text)))
        self._all = len(texts)

    def order(self, target: str) -> int:
        """The place of a target in the register."""
        return self._place[target]

    def by(self, text: str, clause: str) -> tuple[str, ...]:
        """Ids of the targets that a task of this text, at this clause, serves."""
        named = [
            whole(n)
            for found in _NAMED.finditer(self._note(clause, decoded(text)))
            for n in re.findall(r"\d+", found.group(1))
        ]
        ids = [self._numbers[number] for number in named if number in self._numbers]
        if ids:
            return tuple(dict.fromkeys(ids))
        called = [self._called(name) for name in _pieces(self._serves_cell(clause))]
        if any(called):
            return tuple(dict.fromkeys(target.id for target in called if target))
        sentences = [key(sentence) for sentence in _SENTENCE.split(text)]
        return tuple(target.id for target in self._firsts if any(self._serves(s, target) for s in sentences))

    def _called(self, name: str) -> Target | None:
        """The target that a name in the column of targets means: "Tỷ lệ hồ sơ trực tuyến"."""
        scored = [(similarity(name, target.indicator), -at) for at, target in enumerate(self._firsts)]
        score, at = max(scored, default=(0.0, 0))
        return self._firsts[-at] if score >= _CALLED else None

    def _serves_cell(self, clause: str) -> str:
        row = self._draft.by_id.get(clause)
        if row is None or row.kind != Kind.TABLE_ROW:
            return ""
        place = columns(row.columns).first("serves")
        return decoded(row.cells[place]) if place is not None and place < len(row.cells) else ""

    def _weight(self, word: str) -> float:
        return log(1 + self._all / (1 + self._seen[word]))

    def _serves(self, given: tuple[str, ...], target: Target) -> bool:
        """Has a sentence the telling words of the target's indicator?"""
        wanted = key(target.indicator)
        if len(wanted) < 2 or not given:
            return False
        have, near = set(given), set(pairwise(given))
        whole = sum(self._weight(word) for word in wanted)
        pairs = [(self._weight(a) + self._weight(b), (a, b) in near) for a, b in pairwise(wanted)]
        words = sum(self._weight(word) for word in wanted if word in have)
        return words >= _WORDS * whole and sum(w for w, hit in pairs if hit) >= _PAIRS * sum(
            w for w, _ in pairs
        )

    def _note(self, clause: str, text: str) -> str:
        cell = self._serves_cell(clause)
        return f"{text} chỉ tiêu số {cell}" if re.match(r"\s*\d", cell) else f"{text} {cell}"


def _pieces(cell: str) -> list[str]:
    """The names in a cell, one a line or parted by semicolons."""
    return [piece.strip(" -–.") for piece in re.split(r"[;\n]", cell) if piece.strip(" -–.")]


def _numbers(draft: Draft, register: Register) -> dict[int, str]:
    """Targets by the number they are cited with: the annex's STT, else their place in the body."""
    found: dict[int, str] = {}
    for target in register.targets:
        clause = draft.by_id[target.clause]
        number = whole((clause.marker or "").strip(" .")) if clause.kind == Kind.TABLE_ROW else None
        if number is not None:
            found.setdefault(number, target.same_as or target.id)
    if not found:
        firsts = [target.id for target in register.targets if target.same_as is None]
        found = dict(enumerate(firsts, start=1))
    return found
