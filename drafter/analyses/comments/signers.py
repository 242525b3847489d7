"""Signers: whose letter it is where no letterhead says so: its first lines, the head of a mail, who signs.

"Từ: Sở Ngoại vụ <…>" → Sở Ngoại vụ; "Chủ đề: Góp ý của Sở Y tế" → Sở Y tế; "Trân trọng, / Sở Du lịch" →
Sở Du lịch
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from drafter.language.file_senders import from_file_name
from drafter.language.lexicon import cue, lexicon
from drafter.language.lexicons import Inner, Mail, Openings
from drafter.language.normal import decoded
from drafter.language.senders import find_agencies, is_agency, is_bare, proper
from drafter.model import Block, FrameKind, Grid

from .forms import form_of, text_of
from .ground import FileLine, Spot, spot
from .inner import body_of
from .letterhead import titled
from .marks import mark_of
from .name_lines import name_line

_FIRST = 6  # lines of the body in which a letter says who writes
_NAME = 16  # words of a line that names who signs
_PARTS = re.compile(r"\s+-\s+|[,|(/]\s*")


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
    sent = [
        name for text in head if words.sender.pattern.match(text) for name in (_named(text) or _typed(text))
    ]
    subjects = [name for text in head if words.field.pattern.match(text) and (name := titled(text))]
    told = [name for text in head if is_particular(text) for name in _named(text)]
    below = [name for text in signed if len(text.split()) <= _NAME for name in _named(text)]
    names = [*sent, *subjects, *told, *below]
    whole = (name for name in names if not lexicon(Inner).units.pattern.match(name))
    return next(whole, None) or _handed_on(lines, zones) or next(iter(names), None)


def _handed_on(lines: Sequence[FileLine], zones: Mapping[Spot, FrameKind]) -> str | None:
    """The body that passes on what a unit of its wrote to it: who sends the mail is whom that is for."""
    texts = [(zones.get(spot(line.block)), decoded(line.block.text).strip()) for line in lines]
    words = lexicon(Mail)
    field = [(kind, text) for kind, text in texts if words.field.pattern.match(text)]
    sent = {name for kind, text in field if kind is FrameKind.THREAD and words.sender.pattern.match(text)
            for name in _named(text)}  # fmt: skip
    inner = [text for kind, text in field if kind is FrameKind.LETTERHEAD]
    return next((name for text in inner for name in _named(text) if name in sent), None)


def column_voice(parts: Sequence[Block | Grid]) -> str | None:
    """The agency that the title of the only column of comments names: `"Ý kiến góp ý của Sở Tài chính"`."""
    for grid in (part for part in parts if isinstance(part, Grid)):
        form = form_of(grid)
        places = form.columns.get("comment", ()) if form and not form.guessed else ()
        if form and len(places) == 1 and "agency" not in form.columns:
            return titled(" ".join(text_of(grid.rows[form.header][places[0]]).split()))
    return None


def is_particular(text: str) -> bool:
    """Whether a line of a form tells who fills it in: `"2. Chức vụ: Giám đốc Sở Công Thương"`."""
    mark = mark_of(text, None, 0)
    return cue("letters", "particulars").fullmatch(text[mark.end if mark else 0 :].strip()) is not None


def _named(text: str) -> list[str]:
    """The agencies of a line; behind an office in one set in capitals: `"TL. GIÁM ĐỐC SỞ Y TẾ"`. A part of a
    body goes by the name of that: `"Văn phòng Sở Du lịch"`."""
    found = find_agencies(text)
    if found or not text.isupper():
        return [proper(body_of(text[start:end])) for start, end in found]
    words = text.split()
    names = (" ".join(words[at:]) for at in range(1, len(words) - 1))
    name = next((each for each in names if is_agency(each)), None)
    return [proper(name)] if name and not is_bare(name) and not is_bare(words[-1]) else []


def _typed(text: str) -> list[str]:
    """The agency of a sender whose name is typed without accents: `"From: So Xay dung <…>"`."""
    shown = text.partition(":")[2].partition("<")[0].strip(' "')
    made = (from_file_name(part) for part in _PARTS.split(shown) if part.isascii())
    return [name for name in made if name and find_agencies(name)]
