"""Lead-ins that ask for something themselves: `"… đề nghị bổ sung nguồn kinh phí, cụ thể như sau:"`.

Most only hand over to what stands below: "đề nghị xem xét một số nội dung sau:". One that names what is to be
added, or finds fault, says it nowhere else, perhaps; then it is a comment for a person to look at.
"""

from __future__ import annotations

import re

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import LeadIns, Openings
from drafter.language.references import find_references
from drafter.language.request_rules import grammar
from drafter.language.senders import find_agencies

from .openings import main_clause
from .sentences import finds_fault, hide_quotes

_WORD = re.compile(r"[^\W\d_]+")


def asks_itself(sentence: str) -> bool:
    """Whether a lead-in asks for something that it names, or finds fault with the draft."""
    words = lexicon(LeadIns)
    said = words.several.pattern.sub(" ", _own(hide_quotes(sentence)))
    return finds_fault(said) or specific_request(_own(hide_quotes(sentence))) is not None


def specific_request(text: str, *, at_places: bool = False) -> int | None:
    """Where the first request of `text` begins that names what it is for; None where each only asks that the
    draft, or "some contents", be looked at. `at_places`: a place of the draft is enough; below a lead-in the
    items say what is to be done there."""
    hidden = hide_quotes(text)
    starts = [found.start() for found in grammar().request.pattern.finditer(hidden)]
    starts += [found.end() for found in lexicon(LeadIns).offers.pattern.finditer(hidden)]
    return next((start for start in sorted(starts) if _names(hidden, start, at_places)), None)


def _own(sentence: str) -> str:
    """What the writer says himself, without the letters that he answers."""
    words = lexicon(Openings)
    answers = words.refers.pattern.match(sentence) or words.received.pattern.match(sentence)
    if not answers:
        return sentence
    at = _speaks_at(sentence)
    at = main_clause(sentence) if at is None else at
    if at is None:
        return ""
    return sentence[at:] if words.papers.pattern.search(sentence[:at]) else sentence


def _speaks_at(sentence: str) -> int | None:
    """Where the last clause begins in which an agency speaks."""
    speaks = lexicon(Openings).speaks.pattern
    return next(
        (
            start
            for start, end in reversed(find_agencies(sentence))
            if sentence[:start].endswith(", ") and speaks.match(sentence, end)
        ),
        None,
    )


def _names(text: str, start: int, at_places: bool) -> bool:
    """Whether the request at `start` has an object of its own."""
    words = lexicon(LeadIns)
    asked = words.wish.pattern.match(text, start)
    begin = asked.end() if asked else start
    begin += next((end for first, end in find_agencies(text[begin:]) if first == 0), 0)
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    verbs = words.mending.pattern.match(text, begin)
    thing = text[verbs.end() if verbs else begin :]
    over = words.hands_over.pattern.search(thing)
    thing = thing[: over.start()] if over else thing
    if words.vague.pattern.match(thing.strip()):
        return False
    cited = [one for one in find_references(thing) if one.act is None]
    for one in reversed(cited):
        thing = thing[: one.start] + thing[one.end :]
    named = any(word not in words.idle.words for word in _WORD.findall(thing.lower()))
    return named or (at_places and bool(cited))
