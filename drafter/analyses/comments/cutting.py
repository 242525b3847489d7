"""Cutting: one item of a letter → its comments, each with the place that it inherits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.language.lexicon import cue
from drafter.language.references import find_references
from drafter.language.request_rules import grammar

from .atoms import atoms
from .passage import Passage
from .sentences import hide_quotes, sentences

_LISTED = re.compile(r"\(\d{1,2}\)\s*$")  # the mark of a part within a sentence
_REACH = 6  # characters of such a mark


@dataclass(frozen=True, slots=True)
class ItemSpan:
    """One comment: a span of the body's normal text, the lead-ins above it, and the first words of its
    sentence where it is the second half."""

    start: int
    end: int
    cited: str = ""
    lead: str = ""


def cut(body: Passage, start: int, end: int, cited: str, *, marked: bool = True) -> list[ItemSpan]:
    """The comments of one item; what follows the first inherits the place that the item opens with, or
    that is cited before it in the same sentence.

    A sentence inherits it as part of a numbered item, behind a label ("Khoản 2 mục III: …"), or where it
    points back; once one speaks of something else, those behind it inherit nothing.
    """
    text = body.norm.text[start:end].rstrip()
    found: list[ItemSpan] = []
    opens = grammar().opens_with_place.pattern.match(text)
    label = opens is not None and text[: opens.end() + 1].rstrip().endswith(":")
    before = ""
    stays = True
    for first, last in atoms(text):
        part = text[first:last]
        ended = before.rstrip().endswith((".", "?", "!"))
        if found and ended:
            stays = stays and not leaves_place(part)
        held = not ended or (stays and (marked or label or _points_back(part)))
        listed = _LISTED.search(text[max(0, first - _REACH) : first])  # beside what stands before, not below
        place = (opens.group().strip(" :,") if opens else "") or ("" if listed else _place_in(before))
        own = grammar().place_within.pattern.search(part) or (listed and _place_in(part.rstrip(" .?!")))
        inherits = bool(found) and held and not own
        goes_on = inherits and not ended
        around = joined(cited, place if inherits and not goes_on else "")
        found.append(ItemSpan(start + first, start + last, around, place if goes_on else ""))
        stays = stays and not any(leaves_place(part[s:e]) for s, e in sentences(part)[1:])
        before = part
    return found


def leaves_place(text: str) -> bool:
    """Whether a sentence names a subject of its own, or the draft as a whole, and so no place above it."""
    said = hide_quotes(text).lower()
    whole = cue("scopes", "document").search(said) or cue("scopes", "form").search(said)
    return bool(grammar().leaves.pattern.match(said)) or bool(whole)


def _points_back(part: str) -> bool:
    return bool(grammar().points_back.pattern.search(part))


def _place_in(part: str) -> str:
    """The place that a part of a sentence cites last, for what the same sentence says after it."""
    if part.rstrip().endswith((".", "?", "!")):
        return ""
    cited = [one.text for one in find_references(part) if one.act is None]
    return cited[-1] if cited else ""


def joined(cited: str, text: str) -> str:
    """A place and what stands below it, where there is any."""
    return f"{cited} {text}".strip() if text else cited
