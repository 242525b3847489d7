"""Measures: figures of a goal turned into what an official commits to.

Ranks are `rank<=` whatever stands before them; a growth that something bounds keeps the bound's
comparator and says `of_change`; a growth that nothing bounds is `increase`; a date beside a
figure is its deadline, else that of its goal.
"""

from __future__ import annotations

import re

from drafter.language.dates import Due, dues
from drafter.language.figures import Figure
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Measures
from drafter.language.normal import Normal
from drafter.language.pipeline import read
from drafter.model import Comparator, Measure

from .goal import Goal, mood
from .indicator import said_of

_GROWING = re.compile(
    r"^(?:tốc độ tăng|mức tăng|tăng trưởng)|\btăng(?: thêm| trung bình| bình quân)?(?: hằng năm| hàng năm)?$",
    re.IGNORECASE,
)
_SHRINKING = re.compile(r"(?:cắt giảm|giảm)\b", re.IGNORECASE)


def comparator(figure: Figure, indicator: str) -> tuple[Comparator, bool]:
    """(comparator, of_change) of a figure: `"tăng tối thiểu 8%"` is (>=, True)."""
    if figure.rank or figure.kind == "rank":
        return Comparator.RANK, False
    growth = figure.growth or (
        "up" if _GROWING.search(indicator) else "down" if _SHRINKING.match(indicator) else None
    )
    if growth == "to":
        growth = None
    if figure.value_max is not None:
        return (Comparator.INCREASE if growth == "up" else Comparator.RANGE), growth == "down"
    bound = figure.comparator if figure.comparator != "=" else None
    if growth and bound:
        return Comparator(bound), True
    if growth == "up":
        return Comparator.INCREASE, False
    return Comparator(bound or "="), growth is not None


def measures(text: Normal, goal: Goal, indicator: str, inherited: int | None) -> tuple[Measure, ...]:
    """The measures of a goal; a verb of completion without a figure is one measure without a value."""
    if not goal.figures:
        return _completion(text, goal, inherited)
    found = []
    for at, figure in enumerate(goal.figures):
        kind, of_change = comparator(figure, indicator)
        said = said_of(text.text, goal, at)
        start, end = text.span(figure.start, figure.end)
        found.append(
            Measure(
                kind, figure.value, figure.value_max, figure.unit, said.of, said.scope,
                _due(goal, at) or inherited, of_change, start, end,
            )
        )  # fmt: skip
    return tuple(found)


def _completion(text: Normal, goal: Goal, inherited: int | None) -> tuple[Measure, ...]:
    words = text.text[goal.start : goal.end]
    at = goal.start + _opening(words)
    verb = completes(text.text[at : goal.end])
    if verb is None or "từng bước" in words[: at - goal.start].lower():
        return ()
    due = goal.dues[-1].year if goal.dues else inherited
    start, end = text.span(at, at + len(verb))
    where = re.search(r"\b(?:đối với|tại)\s+(.+)$|\b(toàn quốc|toàn tỉnh|cả nước)\b", words.strip(" .;"))
    scope = next((g for g in where.groups() if g), None) if where else None
    return (Measure(Comparator.COMPLETE, scope=scope, deadline=due, start=start, end=end),)


def _opening(words: str) -> int:
    """How many characters of mood and dates stand before the verb: "Trước năm 2024, phấn đấu …"."""
    at = 0
    while True:
        skipped = mood().match(words, at)
        after = skipped.end() if skipped else at
        due = next((d for d in dues(read(words)) if d.start == after), None)
        if due is None:
            return after
        at = due.end


def completes(words: str) -> str | None:
    """The verb of completion that `words` open with, if any: "phủ sóng", "hình thành"."""
    found = lexicon(Measures).complete.start.match(words)
    return found.group() if found else None


def _due(goal: Goal, at: int) -> int | None:
    """The year beside a figure: after it and before the next one, else last before it."""
    figure = goal.figures[at]
    after = [
        due for due in goal.dues if figure.right <= due.start < goal.stop(at) and not _next(goal, at, due)
    ]
    if after:
        return after[0].year
    before = [due for due in goal.dues if due.end <= figure.start]
    return before[-1].year if before else None


def _next(goal: Goal, at: int, due: Due) -> bool:
    """A date right before the next figure is that one's: "20% …, năm 2030 đạt 30%"."""
    return (
        at + 1 < len(goal.figures)
        and goal.figures[at + 1].left - due.end <= 2
        and any(
            goal.figures[at].right - 1 <= other.start < due.start or other.end <= goal.figures[at].left
            for other in goal.dues
        )
    )
