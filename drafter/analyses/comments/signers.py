"""Signers: whose letter it is where no letterhead says so: its first lines, the head of a mail, who signs.

"Từ: Sở Ngoại vụ <…>" → Sở Ngoại vụ; "Chủ đề: Góp ý của Sở Y tế" → Sở Y tế; "Trân trọng, / Sở Du lịch" →
Sở Du lịch
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.language.lexicon import cue, lexicon
from drafter.language.lexicons import Mail, Openings
from drafter.language.normal import decoded
from drafter.language.senders import find_agencies, is_agency, is_bare, proper
from drafter.model import FrameKind

from .ground import FileLine, Spot, spot
from .letterhead import titled
from .name_lines import name_line

_FIRST = 6  # lines of the body in which a letter says who writes
_NAME = 16  # words of a line that names who signs


def speaker(lines: Sequence[str]) -> str | None:
    """The agency that the first lines of a letter without letterhead name as the one who speaks:
    `"Sau khi nghiên cứu, Sở Nội vụ có ý kiến như sau:"`."""
    for line in lines[:_FIRST]:
        text = decoded(line)
        if (named := name_line(text)) and named.announced:
            return named.agency
        for start, end in find_agencies(text):
            writes = lexicon(Openings).writes.pattern.match(text, end)
            writes = None if cue("letters", "named_only").search(text[:start]) else writes
            said_by = text.endswith(":") and cue("letters", "said_by").search(text[:start])
            said_by = None if ", " in text[end:] else said_by
            if (writes or said_by) and not cue("letters", "addressee").match(text):
                return proper(text[start:end])
    return None


def signer(lines: Sequence[FileLine], zones: Mapping[Spot, FrameKind]) -> str | None:
    """The agency in the head of a mail or in the signature; None where neither names one."""
    head, signed = (
        [decoded(line.block.text).strip() for line in lines if zones.get(spot(line.block)) is kind]
        for kind in (FrameKind.LETTERHEAD, FrameKind.SIGNATURE)
    )
    words = lexicon(Mail)
    sent = (_named(text) for text in head if words.sender.pattern.match(text))
    subjects = (titled(text) for text in head if words.field.pattern.match(text))
    below = (_named(text) for text in signed if len(text.split()) <= _NAME)
    return next((name for names in (sent, subjects, below) for name in names if name), None)


def _named(text: str) -> str | None:
    """The first agency of a line; behind an office in one set in capitals: `"TL. GIÁM ĐỐC SỞ Y TẾ"`."""
    found = find_agencies(text)
    if found or not text.isupper():
        return proper(text[slice(*found[0])]) if found else None
    words = text.split()
    names = (" ".join(words[at:]) for at in range(1, len(words) - 1))
    name = next((each for each in names if is_agency(each)), None)
    return proper(name) if name and not is_bare(name) and not is_bare(words[-1]) else None
