"""Goals: a text of the target section cut into single chỉ tiêu, each with its figures.

Sentences and semicolons part goals; inside them a comma, "và" or "trong đó" does where an
indicator of its own follows ("… đạt 2% GDP, trong đó kinh phí từ xã hội chiếm hơn 60%"). Further
figures of one indicator stay together: "100% cấp tỉnh, 90% cấp huyện và 80% cấp xã".
Offsets are those of the normal form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from drafter.language.dates import Due, dues
from drafter.language.figures import Figure, figures
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Goals
from drafter.language.pipeline import read

from .cuts import SEPARATOR, completions, cut_between, listed, only_scope
from .goal import Goal, has_predicate, mood, undated

# A full stop ends a sentence before a capital, not in "TP. Hà Tĩnh" or "v.v.".
_STOP = re.compile(r"(?<!\bTP)(?<!\bTx)(?<!\bTX)(?<!v\.v)[.!?…](?=\s+[^\W\d_a-zà-ỹđ])|[;\n]+|\.\s*$")
_LABEL = re.compile(r"[^:;.]{2,80}:\s+")


def goals(text: str, *, every: bool = True, start: int = 0) -> tuple[Goal, ...]:
    """The goals of `text` from `start`; with `every` those without figure too, as a list of targets has."""
    doc = read(text)
    found: list[Goal] = []
    for left, right in _segments(text, start):
        inside = tuple(f for f in figures(doc) if left <= f.start and f.end <= right)
        found.extend(_parts(text, left, right, inside))
    found = [_dated(text, goal, dues(doc)) for goal in _merged(text, found)]
    if found:
        found[0] = _as_first(found[0])
    return tuple(goal for goal in found if goal.figures or (every and is_aim(text, goal)))


def _as_first(goal: Goal) -> Goal:
    return Goal(goal.start, goal.end, goal.figures, goal.dues, True, goal.label, goal.part_of)


def _dated(text: str, goal: Goal, found: tuple[Due, ...]) -> Goal:
    start = text.rfind(goal.label, 0, goal.start) if goal.label else goal.start
    first = bisect_left(found, start, key=lambda due: due.start)  # in their order
    behind = takewhile(lambda due: due.start <= goal.end, islice(found, first, None))
    inside = tuple(due for due in behind if due.end <= goal.end)
    return Goal(goal.start, goal.end, goal.figures, inside, goal.first, goal.label, goal.part_of)


def _segments(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Stretches between sentence ends and semicolons, outside parentheses."""
    at, open_still = start, 0  # parentheses between `start` and `at`
    for stop in _STOP.finditer(text, start):
        open_still += text.count("(", at, stop.start()) - text.count(")", at, stop.start())
        at = stop.start()
        if open_still > 0:
            continue
        if text[start:at].strip():
            yield start, at
        start = at = stop.end()
        open_still = 0
    if text[start:].strip(" .;"):
        yield start, len(text)


def _parts(text: str, start: int, end: int, inside: tuple[Figure, ...]) -> Iterator[Goal]:
    """The goals of one segment."""
    start, label = _unlabelled(text, start, end, inside)
    cuts: list[tuple[int, bool]] = []
    inside = tuple(f for f in inside if not _stands(text, f))
    for earlier, later in pairwise(inside):
        cut = cut_between(text, end, earlier, later)
        if cut is not None and listed(text, Goal(start, end, (), label=label), cut[0] + 1, later):
            continue
        if cut is not None:
            cuts.append(cut)
    cuts.extend((at, False) for at in completions(text, start, end, inside))
    edges = [(start, False), *sorted(cuts), (end, False)]
    before = ""
    for (left, within), (right, _) in pairwise(edges):
        kept = _unqualified(text, tuple(f for f in inside if left <= f.start < right))
        yield from _about(text, Goal(left, right, kept, (), False, label, before if within else ""))
        before = text[left : kept[0].left] if kept else text[left:right]


def _unqualified(text: str, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Without figures that only describe what is counted: "5 doanh nghiệp có doanh thu trên 100 tỷ đồng"."""
    kept: list[Figure] = []
    for figure in found:
        if _stands(text, figure):
            continue
        gap = text[kept[-1].right : figure.left] if kept else ""
        rises = text[figure.left : figure.start].strip().lower().startswith(("lên", "xuống", "tiến tới"))
        if not kept or SEPARATOR.search(gap) or rises:
            kept.append(figure)
    return tuple(kept)


def _stands(text: str, figure: Figure) -> bool:
    """In parentheses that say where things stand: "đạt 80% (năm 2020 đạt 45%)"."""
    opened = text.rfind("(", 0, figure.left)
    if opened < text.rfind(")", 0, figure.left) or opened < 0:
        return False
    return bool(
        re.match(
            r"\(\s*(?:(?:cuối )?năm (?:19|20)\d\d|hiện|thực hiện|so với|kế hoạch cũ)",
            text[opened:],
            re.IGNORECASE,
        )
    )


def _unlabelled(text: str, start: int, end: int, inside: tuple[Figure, ...]) -> tuple[int, str]:
    """A label in front ("Về hạ tầng số: …") taken off; it is kept as words of the indicator."""
    found = _LABEL.match(text, start, end)
    if found is None or not undated(found.group().strip(" :")) or any(f.start < found.end() for f in inside):
        return start, ""
    return found.end(), text[start : found.end()].strip(" :")


def _about(text: str, goal: Goal) -> Iterator[Goal]:
    """ "… về A và chỉ số B" ranks two indicators: one goal each, with the same figures."""
    if not goal.figures or not all(f.rank for f in goal.figures):
        yield goal
        return
    after = text[goal.figures[-1].right : goal.end]
    about = re.search(r"\bvề\s+", after)
    joint = about and re.search(
        rf"(?:,|\bvà)\s+(?=(?:{lexicon(Goals).indicator.opening.pattern}))",
        after[about.end() :],
        re.IGNORECASE,
    )
    if not about or not joint:
        yield goal
        return
    base = goal.figures[-1].right + about.end()
    cut = base + joint.start()
    yield Goal(goal.start, cut, goal.figures, (), False, goal.label)
    yield Goal(base + joint.end(), goal.end, goal.figures, (), False, goal.label)


def _merged(text: str, found: list[Goal]) -> list[Goal]:
    """Semicolons between the levels of one share: "90% hồ sơ cấp tỉnh; 80% hồ sơ cấp huyện được …"."""
    out: list[Goal] = []
    for goal in found:
        if out and goal.figures and _continues(text, out[-1], goal):
            last = out.pop()
            goal = Goal(
                last.start, goal.end, last.figures + goal.figures, (), False, last.label, last.part_of
            )
        out.append(goal)
    return out


def _continues(text: str, earlier: Goal, later: Goal) -> bool:
    if not earlier.figures or earlier.figures[-1].rank or later.figures[0].rank or earlier.end > later.start:
        return False
    if ";" not in text[earlier.end : later.start] or earlier.figures[-1].unit != later.figures[0].unit:
        return False
    before = mood().sub("", undated(text[later.start : later.figures[0].left]), count=1).strip(" :")
    if listed(text, earlier, later.start, later.figures[0]):
        return True
    if before:
        return bool(lexicon(Goals).area.fullmatch(before))
    left = undated(text[earlier.figures[-1].right : earlier.end])
    stop = later.figures[1].left if len(later.figures) > 1 else later.end
    right = undated(text[later.figures[0].right : stop])
    if has_predicate(left):
        return only_scope(right) and not has_predicate(right)
    return only_scope(right) or (bool(left) and left.split()[:2] == right.split()[:2])


def is_aim(text: str, goal: Goal) -> bool:
    """Is a goal without figure an aim of its own, not an addition to the one before?"""
    words = mood().sub("", text[goal.start : goal.end], count=1)
    if len(words.split()) < 3 or _is_deed(f"{goal.label} {words}".strip()):
        return False
    result = re.search(rf"\b{lexicon(Goals).result.opening.pattern}", words, re.IGNORECASE)
    return (
        goal.first
        or bool(result)
        or bool(re.match(r"(?:tỷ|tỉ) (?:lệ|trọng)\b|chỉ số\b", words, re.IGNORECASE))
    )


def _is_deed(words: str) -> bool:
    """Something that somebody does or has to heed, not a state: "Ban Chỉ đạo họp định kỳ"."""
    deeds = lexicon(Goals).deeds
    return bool(deeds.opening.match(words) or deeds.inside.search(words))
