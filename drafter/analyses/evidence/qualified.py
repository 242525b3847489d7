"""Qualified: whether words that came beside those asked for say of whom or what alone they hold.

    "Doanh nghiệp" was asked for, and "Doanh nghiệp nhỏ và vừa" came, or "Chi nhánh doanh nghiệp"
    "miễn phí cho người cao tuổi", and "… cho người cao tuổi cô đơn" came
    "3 năm" → "5 năm", and "Hộ gia đình được vay" became "Hộ gia đình chính sách được vay" beside it

Words behind those asked for go on with them unless a mark stands between or they join something else
("và hộ kinh doanh") or say what is done ("được hưởng").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from drafter.language.lexicon import cue
from drafter.language.words import words

from .case import telling

_REACH = 12  # words and marks, as far as what turns a sense


def is_qualified(
    text: Sequence[str], came: AbstractSet[int], between: AbstractSet[int], asked: AbstractSet[int], said: str
) -> bool:
    """Whether a sentence says less than was asked for. `text`: its words and marks in lower case; places of
    words in it: `came` of those that are new, `between` of those of them that replace none, `asked` of those
    asked for; `said`: all that is asked, in lower case."""
    known = set(words(said))
    runs = [run for run in _runs(asked) if not came.isdisjoint(run) and _tells(text, run, came)]
    return (
        any(_goes_on(text, came, asked, run.stop, known) for run in runs)
        or any(_is_of_another(text, came, asked, run.start, said) for run in runs)
        or any(_narrows(text, came, asked, span, said) for span in _qualifiers(text))
        or any(_tells_some(text, came, asked, run, known) for run in _runs(between - asked))
    )


def _runs(asked: AbstractSet[int]) -> Iterator[range]:
    """The runs of places in a row."""
    start = None
    for at in sorted(asked):
        if at - 1 not in asked:
            start = at
        if at + 1 not in asked and start is not None:
            yield range(start, at + 1)


def _tells(text: Sequence[str], run: range, came: AbstractSet[int]) -> bool:
    """Whether words say something: in a sentence that is all new one syllable is a part of any word, "ủy" of
    "ủy ban"."""
    return bool(telling(" ".join(text[run.start : run.stop]))) and (len(run) > 1 or len(came) < len(text))


def _goes_on(
    text: Sequence[str], came: AbstractSet[int], asked: AbstractSet[int], at: int, known: AbstractSet[str]
) -> bool:
    """Whether words that nobody asked for go on at `at` with those asked for before it."""
    behind = []
    while at < len(text) and at in came and at not in asked and text[at][0].isalpha():
        behind.append(text[at])
        at += 1
    if not behind or set(behind) <= known:
        return False
    return cue("evidence", "qualified", "joining").match(" ".join(behind)) is None


def _is_of_another(
    text: Sequence[str], came: AbstractSet[int], asked: AbstractSet[int], at: int, said: str
) -> bool:
    """Whether the words before `at` make of those asked for a part or a member: "thành viên hợp tác xã"."""
    start = at
    while start - 1 in came and start - 1 not in asked and text[start - 1][0].isalpha():
        start -= 1
    of = cue("evidence", "qualified", "heads").search(" ".join(text[start:at]))
    return of is not None and of[0].strip() not in said


def _tells_some(
    text: Sequence[str], came: AbstractSet[int], asked: AbstractSet[int], run: range, known: AbstractSet[str]
) -> bool:
    """Whether words came between the one who or what was spoken of and what it does: "Học viên nữ được"."""
    before, behind = run.start - 1, run.stop
    if before < 0 or behind >= len(text) or not text[before][0].isalpha() or came & {behind, behind + 1}:
        return False
    between = text[run.start : run.stop]
    if not all(word[0].isalpha() for word in between) or set(between) <= known or not _near(asked, run.start):
        return False
    does = cue("evidence", "qualified", "does").fullmatch(text[behind])
    return does is not None and cue("evidence", "qualified", "joining").match(" ".join(between)) is None


def _near(asked: AbstractSet[int], place: int) -> bool:
    return not asked or any(abs(at - place) <= _REACH for at in asked)


def _qualifiers(text: Sequence[str]) -> Iterator[range]:
    """The places of words that tell some of a kind from the others: "chính sách", "nhỏ và vừa"."""
    line = " ".join(text)
    for found in cue("evidence", "qualified", "kinds").finditer(line):
        start = line.count(" ", 0, found.start())
        if start:
            yield range(start, start + found[0].count(" ") + 1)


def _narrows(
    text: Sequence[str], came: AbstractSet[int], asked: AbstractSet[int], span: range, said: str
) -> bool:
    """Whether a qualifier came to a word that stood, or that is asked for without it."""
    if came.isdisjoint(span) or not asked.isdisjoint(span) or " ".join(text[span[0] : span.stop]) in said:
        return False
    before = text[span[0] - 1]
    stood = span[0] - 1 not in came or f"{text[span[0] - 2]} {before}" in said
    return _near(asked, span[0]) and before[0].isalpha() and stood
