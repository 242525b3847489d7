"""Subjects: a line "V/v …", or that of a mail, that asks for an edit of the draft which nothing else says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.language.lexicon import cue, lexicon
from drafter.language.lexicons import Mail
from drafter.language.normal import decoded, folded
from drafter.language.quotes import find_quotes
from drafter.language.references import find_references
from drafter.language.requests import operation
from drafter.language.words import words
from drafter.model import Block, FrameKind

from .frame import Zones
from .ground import FileLine
from .passage import Passage
from .sentences import asks, finds_fault
from .tables import Statement

_PARTS = re.compile(r"\s*[:;]\s+|\s+[-–—]\s+")
_REPEATED = 0.6  # of its words: so many stand in one comment that says it again


def asked_in_subject(
    lines: Sequence[Block], statements: Sequence[Statement], unit: str, agency: str | None
) -> list[Statement]:
    """The comment, for a person to look at, that the `lines` of a subject make: where they name an edit and
    the words or the place of it, and no comment of the letter says that again. Where there is no other
    comment, whatever they ask for."""
    if not lines:
        return []
    body = Passage(tuple(lines), unit)
    if not (_asks(body.norm.text) or (not statements and _asks_alone(body.norm.text))):
        return []
    own = set(words(folded(body.norm.text)))
    said = (set(words(folded(each.body.printed(each.start, each.end)))) for each in statements)
    if any(len(own & one) >= _REPEATED * len(own) for one in said):
        return []
    return [Statement(body, 0, len(body.norm.text), agency=agency, review=True)]


def mail_subject(lines: Sequence[FileLine], zones: Zones) -> list[Block]:
    """The subject in the head of a mail, without the name of the field; none of one that answers or passes
    on: those are another's words."""
    words = lexicon(Mail)
    for line in lines:
        text = line.block.text
        found = words.subject.pattern.match(text)
        if found is None or zones.get(line.spot) is not FrameKind.LETTERHEAD:
            continue
        at = found.end()
        if words.answers.pattern.match(text) or words.passes_on.pattern.match(text) or not text[at:].strip():
            return []
        return [replace(line.block, text=text[at:], offset=line.block.offset + at)]
    return []


def _asks_alone(text: str) -> bool:
    """Whether a subject asks for something of the draft behind saying that comments are given, if it does:
    `"Góp ý dự thảo lần 2: đề nghị bổ sung lộ trình"`."""
    said = cue("letters", "subject_opens").sub("", decoded(text))
    pieces = [piece for piece in _PARTS.split(said) if not cue("letters", "about_comments").search(piece)]
    return any(asks(piece) or _asks(piece) or finds_fault(piece) for piece in pieces)


def _asks(text: str) -> bool:
    """Whether a subject asks for an edit: `"V/v bổ sung “A” vào khoản 2"`, not "V/v góp ý dự thảo …"."""
    said = cue("letters", "subject_opens").sub("", decoded(text))
    if cue("letters", "about_comments").search(said) or operation(said) is None:
        return False
    places = (one for one in find_references(said) if one.locators and one.act is None)
    return bool(find_quotes(said)) or any(places)
