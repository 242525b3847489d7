"""Consents: lines of minutes and collations that list who agrees, or has no comment: each of them is heard.

"2. Các đơn vị nhất trí: Sở Nội vụ, Sở Xây dựng." or that heading above a list of the names
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from drafter.language.joint import names_alone
from drafter.language.letter_notes import note_behind, noted
from drafter.language.normal import decoded
from drafter.language.senders import find_agencies, proper
from drafter.model import Block, Grid

from .ground import Spot, spot
from .marks import mark_of
from .passage import Passage
from .silence import sentence, unnamed
from .tables import Statement

_SIGNS = " \t.,;:()[]–—-…*_"
_LONGEST = 1000  # characters: a list of some forty agencies
_OPENS = re.compile(r"(?:[:(]|\b(?:gồm|là|như sau))\s*$", re.IGNORECASE)


def consents(parts: Sequence[Block | Grid], unit: str) -> Mapping[Spot, tuple[Statement, ...]]:
    """The agreements of each agency that such a line lists, by line; none for the heading above a list."""
    found: dict[Spot, tuple[Statement, ...]] = {}
    heading = ""
    for line in (part for part in parts if isinstance(part, Block)):
        body = Passage((line,), unit)
        text, _ = noted(body.norm.text)
        mark = mark_of(decoded(line.text), line.mark, line.level)
        begin = mark.end if mark else 0
        named = find_agencies(text)
        if heading and names_alone(text[begin:].strip(_SIGNS)):
            found[spot(line)] = _each(body, named, heading)
            continue
        heading = ""
        if not _tells(text[begin:]):
            continue
        if named and _OPENS.search(text[begin : named[0][0]]):
            found[spot(line)] = _each(body, named, text[begin : named[0][0]].strip(_SIGNS))
        elif not named and (text.rstrip().endswith(":") or text.isupper()):
            heading = text[begin:].strip(_SIGNS)
            found[spot(line)] = ()
    return found


def _each(body: Passage, named: Sequence[tuple[int, int]], lead: str) -> tuple[Statement, ...]:
    """The agreement of each, with what brackets behind its name tell of its letter."""
    text = body.norm.text
    _, notes = noted(text)
    found = []
    for start, end in named:
        note = note_behind(text, end, notes)
        besides = body.places(note.start, note.end) if note else ()
        found.append(Statement(body, start, end, agency=proper(text[start:end]), lead=lead, besides=besides))
    return tuple(found)


def _tells(text: str) -> bool:
    bare = unnamed(text).strip(_SIGNS) if len(text) <= _LONGEST else ""
    return _sentence().fullmatch(bare) is not None


@cache
def _sentence() -> re.Pattern[str]:
    return sentence("before", "who", says="agree", listed=True)
