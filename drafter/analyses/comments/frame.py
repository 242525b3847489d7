"""Frame: what each piece of a letter is that no comment holds, where that is sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.language.lexicon import cue
from drafter.language.request_rules import grammar
from drafter.language.senders import find_agencies, is_agency
from drafter.model import FrameKind

from .ground import FileLine, Spot
from .items import agrees_barely
from .lead_ins import asks_itself, specific_request
from .marks import mark_of
from .openings import asks_behind_agreement, opening, wishes
from .sentences import agrees, finds_fault, is_formula, is_lead_in, opens_wording, replaces_letter

Zones = Mapping[Spot, FrameKind]
_HEADING = 25  # words
_GENERIC = 8  # words of a heading that may stand without anything below it
_NAME = 16  # words of the name of an agency
_CELL = 8  # words of a cell beside the comments that only says what the row is about
_LABEL = 30  # words that name a speaker


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a free piece of a line stands.

    `first`: no comment stands above it; `before_taken`: a comment begins right behind it in the line;
    `leads`: something stands below the line that can be under it.
    """

    line: FileLine
    subject: str
    first: bool
    before_taken: bool
    leads: bool


def line_kind(text: str, at: Setting) -> FrameKind | None:
    """What piece of the frame a whole line surely is (normal form, without its list mark); else None."""
    return next((kind for rule, kind in _OF_LINES if rule(text, at)), None)


def kind_of(text: str, at: Setting) -> FrameKind | None:
    """What piece of the frame a sentence surely is (normal form, without its list mark); else None."""
    if _asks_itself(text, at):
        return None
    known = next((kind for rule, kind in _OF_SENTENCES if rule(text, at)), None)
    if known is not None:
        return known
    opened = opening(text, at.subject)
    if opened is not None:
        return opened
    if is_formula(text, at.subject):
        return FrameKind.OPENING if at.first else FrameKind.CLOSING
    return None


def _asks_itself(text: str, at: Setting) -> bool:
    """A lead-in of a letter that names what it asks for. What a marked line leads in has its words."""
    return not _family(at.line) and not at.before_taken and is_lead_in(text) and asks_itself(text)


def asked_in(text: str, kind: FrameKind, *, edge: bool = False) -> int | None:
    """Where, in a line known to be frame, a request begins that somebody typed behind it: `"Lưu VT. Đề nghị
    bổ sung thời hạn tại khoản 5."`"""
    if kind not in (FrameKind.RECIPIENTS, FrameKind.SIGNATURE) and not edge:
        return None
    return None if _signed_here(text) else specific_request(text, at_places=True)


def _signed_here(text: str) -> bool:
    """What a form says below the place to sign: `"(Ký, ghi rõ họ tên)"`."""
    return cue("letters", "sign_here").fullmatch(text) is not None


def _leads_in(text: str, at: Setting) -> bool:
    if not is_lead_in(text):
        return False
    return at.leads or at.before_taken or not wishes(text)


def _agrees(text: str, _: Setting) -> bool:
    asked = text.rstrip().endswith("?") or finds_fault(text) or asks_behind_agreement(text) is not None
    return (agrees(text) or bool(cue("letters", "praise").search(text))) and not (asked or wishes(text))


def _heads(text: str, at: Setting) -> bool:
    """A heading: short, says nothing by itself, and has something below it, or names no more than a part."""
    words = text.split()
    if cue("letters", "bare_heading").fullmatch(text.strip()):
        return True
    titled = bool(cue("letters", "unit_heading").fullmatch(text)) or at.line.block.heading or text.isupper()
    if len(words) > _HEADING or wishes(text) or opens_wording(text):
        return False
    if text.endswith(":") or (text.endswith((".", ";", "?", "!")) and not titled):
        return False
    return at.leads or (len(words) <= _GENERIC and bool(cue("letters", "part").match(text)))


def _names(text: str, _: Setting) -> bool:
    return len(text.split()) <= _NAME and is_agency(text) and _only_names(text)


def _only_names(text: str) -> bool:
    left = text
    for start, end in reversed(find_agencies(text)):
        left = left[:start] + left[end:]
    return text.isupper() or not any(map(str.isalpha, left))


def _introduces(text: str, at: Setting) -> bool:
    """Who speaks, before his words: `"Đại diện Sở Y tế cho rằng"`."""
    if not at.before_taken or len(text.split()) > _LABEL or text.rstrip().endswith((".", ";", "?", "!")):
        return False
    said = grammar().request.pattern.search(text) or finds_fault(text)
    return bool(find_agencies(text) or cue("letters", "speakers", "lead").match(text)) and not said


def _tops(text: str, at: Setting) -> bool:
    """A row of a table with a single text, above those that it is about."""
    return at.line.alone and len(text.split()) <= _HEADING and not (wishes(text) or agrees(text))


def _beside(text: str, at: Setting) -> bool:
    """A short cell in a column that is not for comments."""
    return at.line.cell is not None and len(text.split()) <= _CELL and not (wishes(text) or agrees(text))


def _is_furniture(text: str, _: Setting) -> bool:
    return bool(cue("letters", "furniture").match(text)) and not wishes(text)


def _replaces(text: str, _: Setting) -> bool:
    return replaces_letter(text)


def _agrees_barely(text: str, _: Setting) -> bool:
    return agrees_barely(text)


_OF_LINES = (
    (_agrees_barely, FrameKind.AGREEMENT),
    (_is_furniture, FrameKind.LETTERHEAD),
    (_names, FrameKind.LETTERHEAD),
    (_tops, FrameKind.HEADING),
    (_heads, FrameKind.HEADING),
    (_beside, FrameKind.REFERENCE),
)
_OF_SENTENCES = (
    (_leads_in, FrameKind.LEAD_IN),
    (_replaces, FrameKind.REFERENCE),
    (_agrees, FrameKind.AGREEMENT),
    (_introduces, FrameKind.LEAD_IN),
)


def leads(lines: Sequence[FileLine], place: int, zones: Zones) -> bool:
    """Whether what follows the line at `place` can stand below it: no sibling, no ending."""
    line = lines[place]
    for below in lines[place + 1 :]:
        if zones.get(below.spot) in (FrameKind.CLOSING, FrameKind.SIGNATURE, FrameKind.RECIPIENTS):
            return False
        if below.spot in zones:
            continue
        own, other = _family(line), _family(below)
        return own != other or not own
    return False


def _family(line: FileLine) -> str:
    mark = mark_of(line.block.text, line.block.mark, line.block.level)
    return mark.family if mark else ""
