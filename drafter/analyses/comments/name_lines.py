"""Name lines: a line that names who speaks below it, alone or saying that he does.

"SỞ A; SỞ B", "Sở A và Sở B cùng góp ý", "Sở Tài chính (Công văn số 123/STC-QLNS ngày 05/3/2021)"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.language.joint import names_alone, together
from drafter.language.letter_notes import SentLetter, letter_note, without_note
from drafter.language.lexicon import cue, lexicon
from drafter.language.lexicons import Joint, Openings
from drafter.language.senders import is_agency, proper

_LONGEST = 12  # words of one name
_LINE = 400  # characters of a line of names
_SIGNS = " .:*#"
_JOINTLY = re.compile(r"thống nhất(?=\s+(?:có\s+|tham gia\s+|cùng\s+)*(?:góp ý|ý kiến))")  # no agreement
_SO = re.compile(r"\s+như sau$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameLine:
    """Who is named in a line, and his letter. `announced`: it is said that he speaks: "góp ý"."""

    agency: str
    letter: SentLetter | None = None
    announced: bool = False


@lru_cache(maxsize=4096)  # a line is looked at for itself, and with those around it
def name_line(text: str) -> NameLine | None:
    """Who a line without its mark names: `"Sở Y tế"`, `"Sở A và Sở B góp ý:"`; None for what says more."""
    text = text.strip(_SIGNS)
    if len(text) > _LINE or not is_agency(text):
        return None
    note = letter_note(text)
    bare = _SO.sub("", without_note(text).strip(_SIGNS))
    announced = lexicon(Openings).announces.pattern.fullmatch(bare)
    if announced and _speaks(bare):
        name = announced["name"].rstrip(" -–")  # "UBND xã A - Góp ý dự thảo lần 2"
        note = note or letter_note(name)
        if _only_names(without_note(name)):
            return NameLine(proper(without_note(name)), note.letter if note else None, announced=True)
    return NameLine(proper(bare), note.letter if note else None) if _only_names(bare) else None


def _speaks(line: str) -> bool:
    lowered = _JOINTLY.sub(" ", line.lower())
    return not (cue("stances", "agreement").search(lowered) or cue("stances", "no_comment").search(lowered))


def _only_names(text: str) -> bool:
    """Whether nothing but agencies is named; capitals alone do not tell a name from other words."""
    several = together(text)
    short = len(text.split()) <= _LONGEST * len(several)
    told = len(several) > 1 and lexicon(Joint).told.pattern.match(text)  # "UBND các huyện: Lộc Hà, Thạch Hà"
    return short and bool(told or names_alone(text) or (text.isupper() and is_agency(text)))
