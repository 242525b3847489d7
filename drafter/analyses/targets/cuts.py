"""Cuts: where between two figures of a sentence a new chỉ tiêu begins, and where they tell one indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.dates import dues
from drafter.language.figures import Figure
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Goals, Measures
from drafter.language.pipeline import read

from .goal import Goal, has_predicate, mood, undated

SEPARATOR = re.compile(
    r"(?:,\s*)?\btrong đó(?: có)?\b|,\s*(?:đồng thời|và)\b|,|\bvà\b|\bđồng thời\b|\+|/(?=\s)|\(|:"
)


def cut_between(text: str, end: int, earlier: Figure, later: Figure) -> tuple[int, bool] | None:
    """Where a new goal starts between two figures and whether "trong đó" opens it; None: the same goal."""
    gap = text[earlier.right : later.left]
    if gap.count("(") > gap.count(")"):  # "đạt 95% (đô thị 98%, …)"
        return None
    separators = list(SEPARATOR.finditer(gap))
    if not separators:
        return None
    last = separators[-1]
    rest = mood().sub("", gap[last.end() :], count=1).strip()
    if not rest:
        cut = _adjacent(text, end, earlier, later, earlier.right + last.start())
        return None if cut is None else (cut, False)
    best = _opening(gap, separators)
    words = mood().sub("", gap[best.end() :], count=1).strip(" ,")
    if only_scope(words):
        return None
    return earlier.right + best.start(), "trong đó" in best.group()


def _opening(gap: str, separators: list[re.Match[str]]) -> re.Match[str]:
    """The separator that an indicator follows: a measuring noun, else "trong đó", else the last comma."""
    for separator in separators:
        if lexicon(Goals).indicator.match(mood().sub("", gap[separator.end() :], count=1)):
            return separator
    for separator in separators:
        if "trong đó" in separator.group():
            return separator
    commas = [s for s in separators if s.group().startswith(",")]
    return commas[-1] if commas else separators[-1]


def only_scope(words: str) -> bool:
    """Words that name a level, an area or a date, not an indicator of their own."""
    doc = read(words)
    if any(due.start == 0 for due in dues(doc)):
        words = words[dues(doc)[0].end :].strip(" ,")
    if len(words.split()) <= 1:
        return True
    return (
        bool(lexicon(Goals).scope.match(words))
        and len(words.split()) <= 12
        and "tỷ lệ" not in words
        and not lexicon(Goals).indicator.match(words)
    )


def _adjacent(text: str, end: int, earlier: Figure, later: Figure, cut: int) -> int | None:
    """Two figures with nothing but a separator before the second: the cut, None for one indicator."""
    between = undated(text[earlier.right : cut])
    tail = undated(re.split(r"[;.]|,(?=[^,]*\d)|\bvà (?=\S*\d)", text[later.right : end], maxsplit=1)[0])
    if later.rank:
        return cut if "về" in (between if earlier.rank else tail).split() else None
    if not tail and later.kind != "count":  # "…, bình quân tăng 10%/năm" says more of the same indicator
        return None
    if earlier.rank or earlier.unit != later.unit:
        return cut
    part = "trong đó" in text[cut : later.left]
    return None if _one_indicator(between, tail, part=part) else cut


def _one_indicator(between: str, tail: str, *, part: bool) -> bool:
    """Whether the words after two figures, the second with `part` of the first, tell one indicator."""
    told = has_predicate(tail)
    if part and not told:
        return True
    if not tail or (only_scope(tail) and not (told and has_predicate(between))):
        return True
    return between.split()[:2] == tail.split()[:2] and not has_predicate(between)


def completions(text: str, start: int, end: int, inside: tuple[Figure, ...]) -> Iterator[int]:
    """Commas before a verb of completion: "…, dữ liệu số, hình thành sàn giao dịch dữ liệu"."""
    if inside:
        return
    verbs = lexicon(Measures).complete.start
    opening = mood().sub("", undated(text[start:end]), count=1)
    if verbs.match(opening):  # "Hoàn thành lộ trình …, hình thành …" is one aim
        return
    for found in re.finditer(rf",\s*(?={verbs.alternatives})", text[start:end], re.IGNORECASE):
        if len(undated(text[start : start + found.start()]).split()) >= 2:
            yield start + found.start()


def listed(text: str, goal: Goal, start: int, figure: Figure) -> bool:
    """One more item of an indicator's list: "Cơ cấu kinh tế: công nghiệp 50%; dịch vụ 38%; …"."""
    if not lexicon(Goals).indicator.match(goal.label):
        return False
    words = undated(text[start : figure.left])
    plain = not re.search(r"\b(?:đạt|chiếm)\b", text[figure.left : figure.start])
    return (
        plain
        and 0 < len(words.split()) <= 7
        and not lexicon(Goals).indicator.match(words)
        and not has_predicate(words)
    )
