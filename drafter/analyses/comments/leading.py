"""Leading: what a line of a letter is to those below it: name of a part, heading, copy of the draft."""

from __future__ import annotations

from drafter.language.lexicon import cue, lexicon
from drafter.language.lexicons import Dossier
from drafter.language.normal import folded
from drafter.language.request_rules import grammar

from .sentences import agrees, asks, finds_fault, is_lead_in

_CALLED = 8  # words of a lead-in that is the name of a part
_NAMED = 12  # words of a heading that names a document


def copies_draft(text: str) -> bool:
    return cue("letters", "copies_draft").match(text.strip()) is not None


def calls_a_part(text: str) -> bool:
    """Whether a lead-in calls a part of the draft by its name: "Phần nhiệm vụ:", "Về mục tiêu:"."""
    return bool(cue("sections", "called").match(text.strip())) and len(text.split()) <= _CALLED


def names_a_document(text: str) -> bool:
    """Whether a heading names a document of the dossier, so that what stands below is about that one."""
    return len(text.split()) <= _NAMED and bool(lexicon(Dossier).heading.pattern.search(folded(text)))


def generic(text: str) -> bool:
    generic = is_lead_in(text) and cue("letters", "lead_generic").search(text)
    return bool(generic) and not grammar().cites.pattern.search(text)


def says_nothing(text: str) -> bool:
    return not (asks(text) or finds_fault(text) or agrees(text)) or (is_lead_in(text) and not asks(text))


def is_heading(text: str, bold: bool) -> bool:
    """Whether a line is a heading or lead-in rather than a comment."""
    text = text.strip()
    if is_lead_in(text):
        return True
    if cue("letters", "bare_heading").fullmatch(text):
        return True
    short = len(text.split()) <= 25
    says = asks(text) or finds_fault(text) or agrees(text)
    return short and not says and (bold or not text.endswith((".", ";", "?")))


def opens_part(text: str) -> bool:
    """Whether a line opens with the name of a part of the draft: `"Về giải pháp: bổ sung kinh phí."`"""
    label, colon, _ = text.partition(":")
    return bool(colon) and calls_a_part(label)


def is_answered(text: str, below: str) -> bool:
    """Whether a line is a question of the form, which the line below it answers: `"Trả lời: Nhất trí."`"""
    return text.rstrip().endswith("?") and cue("letters", "form", "answer").match(below) is not None
