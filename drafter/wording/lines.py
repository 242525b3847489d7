"""Lines: the answers to the comments of one row, each told with the numbers of its comments, and read again:
`"Sở A (ý kiến số 3, 7): Tiếp thu."`"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.model import UNDECIDED, Row

from .decisions import decided_words
from .messages import say

_LANGUAGES = ("vi", "en")


def lines(row: Row, lang: str) -> Iterator[str]:
    """A line for each different answer, with the numbers of its comments: by those it is known again in a
    table that comes back."""
    of = zip(row.comments, row.numbers, strict=True) if len(row.numbers) == len(row.comments) else ()
    numbers = dict(of)
    groups = [(each.comments, each.agencies, each.decision) for each in row.settled]
    if row.open and numbers:
        groups.append((row.open, row.undecided, UNDECIDED))
    for comments, agencies, decision in groups:
        named = ", ".join(str(numbers[id]) for id in comments if id in numbers)
        facts = {"agencies": "; ".join(agencies), "told": decided_words(decision, lang)}
        yield (
            say("decision.line", lang, numbers=named, **facts)
            if named
            else say("decision.line.unnumbered", lang, **facts)
        )
    if row.open and not numbers:
        yield say("decision.open", lang, count=len(row.open))


def lines_of(text: str) -> tuple[tuple[frozenset[int], str], ...]:
    """A cell as such lines: the numbers that each names, in either language, and what it answers.

    A line that names none goes on with the one before; what stands before the first that does has no numbers.
    () for a cell without any.
    """
    found: list[tuple[frozenset[int], list[str]]] = [(frozenset(), [])]
    for line in text.split("\n"):
        head = _head(line)
        if head is None:
            found[-1][1].append(line)
        else:
            found.append((head[0], [head[1]]))
    told = [(numbers, "\n".join(words).strip()) for numbers, words in found]
    return tuple(told if told[0][1] else told[1:]) if len(told) > 1 else ()


def _head(text: str) -> tuple[frozenset[int], str] | None:
    for lang in _LANGUAGES:
        form = say("decision.line", lang, agencies="AA", numbers="NN", told="").strip()
        if found := _line_pattern(form).match(text):
            return frozenset(map(int, re.findall(r"\d+", found["numbers"]))), text[found.end() :].strip()
    return None


@cache
def _line_pattern(form: str) -> re.Pattern[str]:
    """How such a line begins, whatever spaces are in it; `form`: with AA for agencies, NN for numbers."""
    pattern = (
        re.escape(form)
        .replace(r"\ ", r"\s*")
        .replace("AA", ".*?")
        .replace("NN", r"(?P<numbers>\d{1,9}(?:[\s,;]+\d{1,9})*)")
    )
    return re.compile(pattern, re.IGNORECASE)
