"""Objections: where a comment that is against one thing asks for another apart from it.

"Không đồng ý bổ sung “A”. Đề nghị bổ sung “B”." → two pieces
"Sở A đề nghị bổ sung “A”; Sở B không đồng ý." → none: the first is what the second is against
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.model import Ask, Op, Reference

from .lexicon import lexicon
from .lexicons import Asks
from .noise import canonical
from .quotes import find_quotes
from .requests import blanked, operation
from .sentences import sentences


def each_apart(
    text: str,
    references: Sequence[Reference],
    against: Callable[[str, Ask | None], bool],
    own: Callable[..., Sequence[Ask]],
) -> tuple[Ask, ...]:
    """What `text`, in normal form, asks for, then what it is against, where these stand apart and each names
    its words; nothing where one may be the other's.

    `against` tells whether a piece is contrary to its operation, `own` what a piece asks for with the places
    that are cited in it.
    """
    asked: list[Ask] = []
    refused: list[Ask] = []
    for start, end in pieces_apart(text):
        piece = text[start:end]
        first = operation(piece)
        if against(piece, first):
            named = _refused(first, piece)
            if named is None:
                return ()
            refused.append(named)
        elif first is not None:
            within = (one for one in references if start <= one.start and one.end <= end)
            cited = [replace(one, start=one.start - start, end=one.end - start) for one in within]
            asked += own(piece, first, references=cited)
    words = {canonical(one) for ask in refused for one in (ask.unwanted, ask.lasting) if one}
    again = any(canonical(one) in words for ask in asked for one in (ask.new, ask.old) if one)
    return () if again or not asked or not refused else (*asked, *refused)


def _refused(named: Ask | None, piece: str) -> Ask | None:
    """What a piece is against, by the words that are not to come or not to go; None where it names none."""
    if named is None or not (
        named.new if named.op in (Op.ADD, Op.REPLACE) else named.op is Op.DELETE and named.old
    ):
        return None
    lasting = None if named.op is Op.ADD else named.old
    return Ask(None, text=piece, contrary=True, unwanted=named.new, lasting=lasting)


def pieces_apart(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, in normal form, and of what a wish of its own begins in one; none
    where an agency's wish is told of by another."""
    masked = blanked(text, find_quotes(text))
    cues = lexicon(Asks)
    if cues.told_of.pattern.search(masked):
        return []
    found = []
    for start, end in sentences(text):
        for joint in cues.apart.pattern.finditer(masked, start, end):
            found.append((start, joint.start()))
            start = joint.end()
        found.append((start, end))
    return [span for span in found if text[slice(*span)].strip()]
