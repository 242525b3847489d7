"""Answers in office wording: what the drafting office may send, from the facts of an `Answer`."""

from __future__ import annotations

from drafter.model import Answer, Verdict

from .measures import counted_words
from .messages import say
from .names import draft_label, lowered

_WORDS = 60  # of an answer that quotes edits
_EDITS = 4
_ANSWERED = (Verdict.ADDRESSED, Verdict.PARTLY, Verdict.ALREADY)


def answer_words(answer: Answer, lang: str) -> str:
    """`"Tiếp thu, chỉnh sửa tại điểm a, khoản 2, mục III, dự thảo lần 3: …"`; "" where nothing is shown."""
    if answer.verdict not in _ANSWERED:
        return ""
    draft = lowered(draft_label(answer.draft_number, lang) or answer.draft_title)
    where = ", ".join(part for part in (places_words(answer), draft) if part)
    if answer.verdict is Verdict.ADDRESSED and answer.gone:
        return say("answer.removed-clause", lang, where=lowered(answer.commented), draft=where)
    told = told_words(answer, lang)
    plain = "" if told else ".plain"
    return say(f"answer.{answer.verdict}{plain}", lang, where=where, told=told)


def places_words(answer: Answer) -> str:
    """Where in the newest draft the answer is to be seen, as an official cites it."""
    return "; ".join(answer.places)


def told_words(answer: Answer, lang: str) -> str:
    """What was counted, where the comment asks for something countable; else the words that came and went,
    `"sửa “5 ngày” thành “7 ngày”"`; "" for too many to be read in a cell."""
    if answer.counted:
        return "; ".join(counted_words(measured, lang) for measured in answer.counted)
    parts = [_edit_words(old, new, lang) for old, new in answer.edits]
    text = "; ".join(parts)
    return text if len(text.split()) <= _WORDS and len(parts) <= _EDITS else ""


def _edit_words(old: str, new: str, lang: str) -> str:
    key = "replaced" if old and new else "added" if new else "removed"
    return say(f"answer.{key}", lang, old=old, new=new)
