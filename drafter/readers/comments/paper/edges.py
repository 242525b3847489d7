"""Edges: what stands on the pages beside the text that runs over them: page numbers, running heads, stamps of
digital signatures, what is written across a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from drafter.language.lexicon import cue
from drafter.model import PaperPage, PaperWord

from .rows import rows_of

_AT = 6.0  # points: a running head stands no further off on another page
_OUTER = 3  # lines at the top and at the bottom of a page that may be running ones
_SHARE = 0.5  # of the pages: a running head stands on as many
_STAMP = 1.8  # of the size: how far down the next line of a stamp stands at most

Row = tuple[PaperWord, ...]
_Told = Callable[[Row, int], bool]


def edges_of(pages: Sequence[PaperPage], texts: Sequence[Sequence[PaperWord]]) -> list[frozenset[PaperWord]]:
    """Of each page the words that are no part of its text; `texts`: its words outside tables."""
    rows = [rows_of([word for word in words if not word.turned]) for words in texts]
    running = _running(pages, rows)
    shift = _shift(rows)
    found = []
    for number, (page, here) in enumerate(zip(pages, rows, strict=True), 1):
        outer = [*here[:_OUTER], *here[max(_OUTER, len(here) - _OUTER) :]]
        out = {word for row in outer if _key(row) in running[number - 1] or _is_printed(row) for word in row}
        out |= {word for row in outer if _is_number(row, number, shift) for word in row}
        out |= {word for word in page.words if word.turned}
        out |= set(_stamped(here))
        found.append(frozenset(out))
    return found


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)


def _key(row: Row) -> str:
    return re.sub(r"\d+", "#", _text(row).casefold())


def _is_printed(row: Row) -> bool:
    return cue("paper", "printed_by").fullmatch(_text(row)) is not None


def _number(row: Row) -> int | None:
    found = cue("paper", "page_number").fullmatch(_text(row))
    return int(found[1]) if found and found[1].isdecimal() else None


def _shift(rows: Sequence[Sequence[Row]]) -> int:
    """What is to be added to the place of a page to have its number, by what most pages say."""
    told = Counter(
        number - place
        for place, here in enumerate(rows, 1)
        for row in {*here[:_OUTER], *here[-_OUTER:]}
        if (number := _number(row)) is not None
    )
    return max(told, key=lambda shift: (told[shift], -abs(shift)), default=0)


def _is_number(row: Row, page: int, shift: int) -> bool:
    return _number(row) == page + shift and abs(shift) < 1000


def _running(pages: Sequence[PaperPage], rows: Sequence[Sequence[Row]]) -> list[set[str]]:
    """Of each page the outer lines that stand at the same height on many pages, whatever their figures."""
    places: dict[str, list[tuple[int, float]]] = {}
    for number, here in enumerate(rows):
        for row in {*here[:_OUTER], *here[-_OUTER:]}:
            if any(sign.isalpha() for sign in _text(row)):
                places.setdefault(_key(row), []).append((number, row[0].base))
    found: list[set[str]] = [set() for _ in pages]
    fewest = max(2, _SHARE * (len(pages) - 1))
    for key, at in places.items():
        for number, base in at:
            alike = {other for other, where in at if abs(where - base) <= _AT}
            if len(alike) >= fewest:
                found[number].add(key)
    return found


def _stamped(rows: Sequence[Row]) -> Iterator[PaperWord]:
    """The words of the stamps of digital signatures, which are smaller than the text around."""
    for at, row in enumerate(rows):
        for start, word in enumerate(row):
            if cue("paper", "stamp").match(_text(row[start:])):
                yield from _stamp(rows[at:], word)
                break


def _stamp(rows: Sequence[Row], first: PaperWord) -> Iterable[PaperWord]:
    """The lines of a stamp from its first word on: those below it that begin no further left."""
    base, opens = (
        first.base,
        re.compile("|".join(cue("paper", k).pattern for k in ("stamp", "stamp_goes_on")), re.I),
    )
    for row in rows:
        here = [
            word for word in row if word.left >= first.left - first.size and word.size < 1.15 * first.size
        ]
        if not here:
            continue
        if here[0].base - base > _STAMP * first.size or not (
            here[0].base == first.base or opens.match(_text(tuple(here)))
        ):
            return
        base = here[0].base
        yield from here
