"""Endings: closing formulas, signatures and lists of recipients, wherever in a file they stand.

What asks for something behind a signature is read all the same: an annex may follow the letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.language.lexicon import cue
from drafter.language.normal import decoded, folded
from drafter.language.printed_dates import dates_letter
from drafter.language.references import find_references
from drafter.language.request_rules import grammar
from drafter.language.requests import operation
from drafter.language.senders import is_agency
from drafter.model import FrameKind

from .letterhead import is_number_line
from .marks import mark_of
from .openings import main_clause, wishes
from .sentences import agrees, asks, finds_fault, is_formula, is_lead_in, replaces_letter

_NAME = 16  # words of the name of an agency
_PERSON = 6  # words of somebody's name, with a degree
_FEWEST = 5  # words: less asks for nothing below a signature
_GAP = re.compile(r"\s{3,}|\t")
_RECIPIENT = 14  # words of a line in the list of recipients


def ending_kinds(lines: Sequence[str], subject: str = "") -> list[FrameKind | None]:
    """What each line of a letter's body is to its end; None for what is no ending."""
    texts = [decoded(line).strip() for line in lines]
    kinds: list[FrameKind | None] = [_alone(text, subject) for text in texts]
    below: FrameKind | None = None
    for place, text in enumerate(texts):
        if _ends_letter(text):
            listed = text.lower().startswith("nơi nhận")
            below = kinds[place] = FrameKind.RECIPIENTS if listed else FrameKind.SIGNATURE
        elif below is not None:
            below = _below(text, below)
            kinds[place] = below
        elif _signs_off(text):
            below, kinds[place] = FrameKind.SIGNATURE, kinds[place] or FrameKind.CLOSING
        elif _signs(text) and _is_named(texts[place + 1 :]):
            below = kinds[place] = FrameKind.SIGNATURE
    for place in range(len(texts) - 1, -1, -1):
        if kinds[place] is None and (place + 1 == len(texts) or kinds[place + 1] is not None):
            signed = place + 1 < len(texts) and kinds[place + 1] is FrameKind.SIGNATURE
            kinds[place] = _before_end(texts[place], subject, signed=signed)
    return kinds


def _alone(text: str, subject: str) -> FrameKind | None:
    """What a line is that is frame wherever it stands."""
    if cue("letters", "closing").match(text) and is_formula(text, subject) and not wishes(text):
        return FrameKind.CLOSING
    if cue("letters", "addressee").match(text) and not wishes(text):
        return FrameKind.RECIPIENTS
    mark = mark_of(text, None, 0)
    if cue("letters", "particulars").fullmatch(text[mark.end if mark else 0 :]):
        return FrameKind.LETTERHEAD
    if cue("letters", "blank").fullmatch(text[mark.end if mark else 0 :]):
        return FrameKind.REFERENCE
    if replaces_letter(text[mark.end :] if mark else text):
        return FrameKind.REFERENCE
    if dates_letter(folded(text)) or is_number_line(text):
        return FrameKind.REFERENCE
    nation = cue("letters", "nation").match(text)
    return FrameKind.LETTERHEAD if nation else None


def _before_end(text: str, subject: str, *, signed: bool) -> FrameKind | None:
    """What a line is that stands right before an ending or last. `signed`: that is a signature, and capitals
    above it say whose."""
    if is_formula(text, subject):
        return FrameKind.CLOSING
    title = signed and text.isupper() and len(text.split()) <= _NAME and not text.endswith((":", "."))
    return FrameKind.SIGNATURE if _signs(text) or (title and not wishes(text)) else None


def _ends_letter(text: str) -> bool:
    """Whether a line is of the signature, or two signatures side by side: `"THƯ KÝ        CHỦ TRÌ"`."""
    signature = cue("letters", "signature")
    sides = _GAP.split(text)
    if len(sides) > 1 and all(signature.match(side) or (side.isupper() and _signs(side)) for side in sides):
        return True
    return signature.match(text) is not None and not _goes_on(text)


def _signs_off(text: str) -> bool:
    """The last words before the writer's name: `"Trân trọng."`, `"Trân trọng cảm ơn./."`."""
    return cue("letters", "last_words").fullmatch(text) is not None


def _signs(text: str) -> bool:
    """The sender's name, or the signer's office, alone in capitals below the letter: `"THANH TRA TỈNH"`."""
    named = is_agency(text) or cue("letters", "signer").match(text)
    return text.upper() == text and bool(named) and len(text.split()) <= _NAME and not text.endswith(":")


def _is_named(below: Sequence[str]) -> bool:
    """Whether nothing but the signer's name stands below: `"ThS. Nguyễn Văn A"`."""
    said = [text for text in below if text]
    return (
        len(said) == 1
        and len(said[0].split()) <= _PERSON
        and not any(w[0].islower() for w in said[0].split())
    )


def _goes_on(text: str) -> bool:
    """A sentence that begins like a signature: `"Thủ trưởng đơn vị cần được giao thêm quyền."`, `"Thừa lệnh
    Giám đốc, Văn phòng Sở gửi ý kiến:"`, `"Nơi nhận hồ sơ tại khoản 2: đề nghị thêm bưu điện."`"""
    if wishes(text) and (len(text.split()) > _NAME or main_clause(text) is not None):
        return True
    if _edits(text) and not cue("letters", "list_of_recipients").match(text):
        return True
    return is_lead_in(text) and cue("letters", "about_comments").search(text) is not None


def _edits(text: str) -> bool:
    """Whether a line asks for something at a place that it names, in however few words."""
    cited = any(one.locators and one.act is None for one in find_references(text))
    return cited and (asks(text) or finds_fault(text) or operation(text) is not None)


def _below(text: str, kind: FrameKind) -> FrameKind | None:
    """What a line is below a signature or a list of recipients; None where the letter goes on."""
    if _edits(text):
        return None
    words = len(text.split())
    item = text[:1] in "-–+•*"
    listed = item and words <= _RECIPIENT and text.rstrip().endswith((";", ".", ",", ")"))
    if kind is FrameKind.RECIPIENTS and listed:
        asked = grammar().anew.pattern.match(text.lstrip("-–+•* "))
        return None if asked or any(sign in text for sign in '“"«') else kind
    if words >= _FEWEST and (asks(text) or finds_fault(text) or agrees(text)):
        return None
    if cue("letters", "unit_heading").fullmatch(text) or cue("letters", "subject").match(text):
        return None
    if words > _NAME:
        return None
    return kind if item and kind is FrameKind.RECIPIENTS else FrameKind.SIGNATURE
