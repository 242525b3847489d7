"""What stands in the cells of a row, one function for each column of a layout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from drafter.model import Disposition, Row
from drafter.wording.answers import answer_words, told_words
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_label, lowered


@dataclass(frozen=True, slots=True)
class Telling:
    """How cells are told: the language; `several`: comments are on more than one draft, places name it."""

    lang: str
    several: bool


def number(row: Row, telling: Telling) -> str:
    del telling
    return str(row.no)


def clause(row: Row, telling: Telling) -> str:
    return _place(row, telling, "\n")


def agencies(row: Row, telling: Telling) -> str:
    """`"Sở A; Sở B (2 ý kiến)"`."""
    count = len(row.comments)
    counted = f" ({say('table.count', telling.lang, count=count)})" if count > 1 else ""
    return "; ".join(row.agencies) + counted


def comment(row: Row, telling: Telling) -> str:
    del telling
    return row.text


def draft_text(row: Row, telling: Telling) -> str:
    """The place and the words that stand there in the draft."""
    place = _place(row, telling, " ")
    return f"{place}: {row.draft_text}" if row.draft_text else place


def response(row: Row, telling: Telling) -> str:
    """The drafting office's answer; empty, to be filled in, while it is pending."""
    lang = telling.lang
    if given := row.response or (row.answer and answer_words(row.answer, lang)):
        return given
    if row.disposition is Disposition.PENDING:
        return ""
    return f"{say(f'disposition.{row.disposition}', lang)}{': ' + row.reason if row.reason else ''}"


def before(row: Row, telling: Telling) -> str:
    del telling
    return "" if row.answer is None else row.answer.before


def after(row: Row, telling: Telling) -> str:
    del telling
    return "" if row.answer is None else row.answer.after


def changed(row: Row, telling: Telling) -> str:
    return "" if row.answer is None else told_words(row.answer, telling.lang)


def verdict(row: Row, telling: Telling) -> str:
    return "" if row.answer is None else say(f"verdict.{row.answer.verdict}", telling.lang)


def _place(row: Row, telling: Telling, apart: str) -> str:
    """`"Điểm a, khoản 2, mục III (dự thảo lần 2)"`; `apart` stands before the bracket."""
    place = capital(row.locator) or say("table.whole", telling.lang)
    if not telling.several or row.draft is None:
        return place
    if row.draft_number is None:
        return f"{place}{apart}({PurePosixPath(row.draft).stem})"
    return f"{place}{apart}({lowered(draft_label(row.draft_number, telling.lang))})"
