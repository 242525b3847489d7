"""There: what a comment asks for at each of several places, read apart for each.

    "Tại điểm a thay “A” bằng “B”; tại điểm b bổ sung “C”" → replace at "điểm a"; add at "điểm b"
    "Bổ sung “A” vào khoản 1 và bổ sung “B” vào khoản 3" → add at "khoản 1"; add at "khoản 3"
    "Bỏ “A” tại khoản 1 và “B” tại khoản 3" → the same, by one verb

Hard cases: "tại điểm a thay “A” bằng “B” và bổ sung “C” cho thống nhất với điểm b" is one place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.model import Ask, Reference

from .lexicon import lexicon
from .lexicons import Asks
from .noise import canonical
from .quotes import Quote, find_quotes
from .references import words_before
from .requests import blanked, operation
from .several import WISH, pieces, wished


def each_there(
    text: str, references: Sequence[Reference], own: Callable[..., Sequence[Ask]]
) -> tuple[Ask, ...]:
    """What `text`, in normal form, asks for where it does at several places; nothing where it does at one.

    `references` with their spans in it; `own` tells what a piece asks for with the places cited in it.
    """
    spans = _spans(text, references)
    found: list[Ask] = []
    for start, end, place in spans if len(spans) > 1 else ():
        piece, lead = (text[start:end], 0) if start == 0 else (wished(text[start:end]), len(WISH))
        within = [one for one in references if start <= one.start < end]
        moved = [replace(one, start=one.start - start + lead, end=one.end - start + lead) for one in within]
        said = own(piece, operation(piece), references=moved)
        found += (replace(ask, place=ask.place or place) for ask in said)
    return tuple(found)


def _spans(text: str, references: Sequence[Reference]) -> list[tuple[int, int, str]]:
    """The stretches of `text` that ask at one place each, with it: a part that names none goes with the one
    before."""
    found: list[tuple[int, int, str]] = []
    for start, end in pieces(blanked(text, find_quotes(text))):
        there = [one.text for one in references if start <= one.start < end and says_where(text, one)]
        before = found[-1] if found else None
        place = there[0] if there else before[2] if before else ""
        if before and place in (before[2], before[2] or place):
            found[-1] = (before[0], end, place)
        else:
            found.append((start, end, place))
    return found


def listed_there(found: Sequence[Ask], text: str, references: Sequence[Reference]) -> list[Ask]:
    """`found` of `text`, in normal form, with the place that stands right behind the words of each; as they
    are where all are asked for at one."""
    quotes = find_quotes(text)
    own = [_behind(text, ask, quotes, references) for ask in found]
    placed = [replace(ask, place=one[1] if one else ask.place) for ask, one in zip(found, own, strict=True)]
    if len({ask.place for ask in placed}) < 2:
        return list(found)
    start = min(one[0] for one in own[1:] if one) if any(own[1:]) else len(text)
    return [replace(ask, text=text[:start] if ask.text == text else ask.text) for ask in placed]


def _behind(
    text: str, ask: Ask, quotes: Sequence[Quote], references: Sequence[Reference]
) -> tuple[int, str] | None:
    """Where the words of an ask begin and the citation right behind them; None where none is."""
    words = {canonical(one) for one in (ask.old, ask.new) if one}
    named = [quote for quote in quotes if canonical(quote.text) in words]
    if not named:
        return None
    behind = [one for one in references if one.act is None and one.start >= named[-1].outer[1]]
    lead = lexicon(Asks).put.pattern
    there = next((one for one in behind if lead.fullmatch(text[named[-1].outer[1] : one.start])), None)
    return (named[0].outer[0], there.text) if there else None


def says_where(text: str, one: Reference) -> bool:
    """Whether a citation of `text` is a place of what is spoken of, or where words are to be put: not a
    measure, nor a second place."""
    if one.act is not None or one.measure:
        return False
    return not one.second or lexicon(Asks).into.pattern.search(words_before(one, text)) is not None
