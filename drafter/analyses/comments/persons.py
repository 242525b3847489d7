"""Persons: those who speak in minutes by name, whose agency the list of those present tells.

"Thành phần: Sở Tài chính (ông A), Sở Y tế (bà B)" … "Bà B: nhất trí." is said by Sở Y tế.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from drafter.language.lexicon import cue, lexicon
from drafter.language.normal import folded
from drafter.language.senders import find_agencies, proper
from drafter.model import Block, Grid

from .marks import mark_of
from .sentences import agrees, asks

_SEGMENT = re.compile(r";|\n")
_UNCLEAR = ""  # of two agencies by one name


@dataclass(frozen=True, slots=True)
class Persons:
    """The agencies of persons by name, and what is said to speak where none is known."""

    agencies: Mapping[str, str]
    nobody: str

    def speaking(self, block: Block) -> tuple[str, int] | None:
        """The agency of the person who begins to speak in a line, and where his words begin."""
        mark = mark_of(block.text, block.mark, block.level)
        found = _speaks().match(block.text, mark.end if mark else 0)
        if found is None:
            return None
        start = found.end() if found["colon"] else found.end("name")
        return self.agencies.get(folded(found["name"]), "") or self.nobody, start


def persons(parts: Sequence[Block | Grid], nobody: str) -> Persons:
    """Those of the list of who is present."""
    known: dict[str, str] = {}
    listing = False
    for part in parts:
        text = part.text if isinstance(part, Block) else ""
        listing = bool(cue("letters", "attendance").match(text)) or (
            listing and not (asks(text) or agrees(text) or _speaks().match(text))
        )
        for segment in _SEGMENT.split(text) if listing else ():
            for name, agency in _pairs(segment):
                same = known.setdefault(name, agency) == agency
                known[name] = agency if same else _UNCLEAR
    return Persons(known, nobody)


def convenor(parts: Sequence[Block | Grid]) -> str | None:
    """The agency of whom the minutes name as the chair, else the one that they name first, in whose name the
    chair speaks; None where none is named, or who is present is told first."""
    lines = [part for part in parts if isinstance(part, Block)]
    for part in lines:
        mark = mark_of(part.text, part.mark, part.level)
        named = find_agencies(part.text)
        if named and cue("letters", "speakers", "presides").match(part.text[mark.end if mark else 0 :]):
            return proper(part.text[slice(*named[0])])
    for part in lines:
        mark = mark_of(part.text, part.mark, part.level)
        if named := find_agencies(part.text):
            if cue("letters", "attendance").match(part.text[mark.end if mark else 0 :]):
                return None
            return proper(part.text[slice(*named[0])])
    return None


def _pairs(text: str) -> list[tuple[str, str]]:
    """Each person with the agency before the name, or behind it where the person comes first."""
    named = [(start, proper(text[start:end]), "") for start, end in find_agencies(text)]
    called = [(found.start(), "", folded(found["name"])) for found in _person().finditer(text)]
    found: list[tuple[str, str]] = []
    agency, person = "", ""
    first = bool(called) and (not named or called[0] < named[0])
    for _, name, who in sorted((*named, *called)):
        if first and name and person:
            found.append((person, name))
            person = ""
        elif not first and who and agency:
            found.append((who, agency))
        agency, person = name or agency, who or person
    return found


@cache
def _person() -> re.Pattern[str]:
    return re.compile(lexicon("letters")["speakers"]["person"], re.IGNORECASE)


@cache
def _speaks() -> re.Pattern[str]:
    rules = lexicon("letters")["speakers"]
    said = rf"(?P<colon>:\s*)|(?=\s+{rules['adverbs']}(?:{rules['verbs']})\b)"
    return re.compile(rf"(?:ý kiến (?:của )?)?{rules['person']}\s*(?:\([^)]{{0,80}}\)\s*)?(?:{said})", re.I)
