"""What stands in the cells of a row, one function for each column of a layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from drafter.language.locators import as_cited
from drafter.model import Row, Scope, Verdict, with_proposal
from drafter.wording.answers import response_words
from drafter.wording.asks import asked_words
from drafter.wording.changes import around
from drafter.wording.messages import say
from drafter.wording.names import capital, cited, draft_label, lowered
from drafter.wording.verdicts import grounds, verdict_words


@dataclass(frozen=True, slots=True)
class Telling:
    """How cells are told: the language; `several`: comments are on more than one draft, places name it."""

    lang: str
    several: bool


def number(row: Row, telling: Telling) -> str:
    del telling
    return str(row.no)


def marked_number(row: Row, telling: Telling) -> str:
    """The number of a row whose place no other column names, with the mark of the place."""
    return number(row, telling) + mark(row)


def mark(row: Row) -> str:
    """`" ?"` where a person must look whether the comment is about this place, as `link` shows it."""
    return " ?" if row.review else ""


def clause(row: Row, telling: Telling) -> str:
    return _place(row, telling, "\n")


def agencies(row: Row, telling: Telling) -> str:
    """`"Sở A; Sở B (2 ý kiến)"`, below them the numbers that the comments bear for good."""
    count = len(row.comments)
    counted = f" ({say('table.count', telling.lang, count=count)})" if count > 1 else ""
    named = "; ".join(row.agencies) + counted
    if not row.numbers:
        return named
    return f"{named}\n{say('table.numbers', telling.lang, numbers=', '.join(map(str, row.numbers)))}"


def comment(row: Row, telling: Telling) -> str:
    """The comment, and the reasons that its form gives beside it."""
    if not row.grounds:
        return row.text
    return f"{row.text}\n{say('table.grounds', telling.lang, words=row.grounds)}"


def said(row: Row, telling: Telling) -> str:
    """The comment without the wording that it proposes, which has a column of its own."""
    alone = row.text.removesuffix(with_proposal("", row.proposal)) if row.proposal else row.text
    return comment(replace(row, text=alone), telling)


def proposed(row: Row, telling: Telling) -> str:
    """The wording proposed; of a letter, whose sentences hold it, what it asks for in short."""
    if row.proposal:
        return row.proposal
    worded = (ask for ask in row.asks if ask.old or ask.new)
    return capital("; ".join(filter(None, (asked_words(ask, telling.lang) for ask in worded))))


def iso_type(row: Row, telling: Telling) -> str:
    del telling
    return row.iso_type


def bodies(row: Row, telling: Telling) -> str:
    """The agencies alone, as other programs read them."""
    del telling
    return "; ".join(row.agencies)


def nothing(row: Row, telling: Telling) -> str:
    """What the ISO/IEC form asks for and no letter tells: line numbers, and the part of a clause, which the
    place names already."""
    del row, telling
    return ""


def draft_text(row: Row, telling: Telling) -> str:
    """The place and the words that stand there in the draft."""
    place = _place(row, telling, " ")
    said = (
        row.draft_text.casefold() in place.casefold()
    )  # a form that says "Toàn văn" where a clause is named
    return place if said else f"{place}: {row.draft_text}"


def response(row: Row, telling: Telling) -> str:
    return response_words(row, telling.lang)


def disposition(row: Row, telling: Telling) -> str:
    return say(f"disposition.{row.disposition}", telling.lang)


def proof(row: Row, telling: Telling) -> str:
    """What was found in the newest draft: what was counted, and the words around each change before and
    after, but where figures of the whole draft tell it, not words."""
    answer = row.answer
    if answer is None or answer.verdict is None:
        return ""
    lang = telling.lang
    facts = answer.verdict, answer.stance, answer.measures
    lines = [verdict_words(*facts, lang), *map(capital, grounds(*facts, lang))]
    if answer.counted:
        return "\n".join(lines)
    for name, words in zip(("before", "after"), around(answer.segments), strict=True):
        if words:
            lines.append(say(f"table.proof.{name}", lang, words=words))
    if len(lines) == 1 and answer.verdict is Verdict.UNCLEAR:
        lines.append(capital(say("grounds.none", lang)))
    return "\n".join(lines)


def _place(row: Row, telling: Telling, apart: str) -> str:
    """`"Điểm a khoản 2 mục III ? (dự thảo lần 2)"`; `apart` stands before the bracket."""
    lang = telling.lang
    nowhere = say("table.nowhere" if row.scope is Scope.NONE else "table.whole", lang)
    place = (capital(cited(row.places, lang)) or nowhere) + mark(row)
    if row.absent:
        place += f"{apart}({say('table.absent', lang, places=', '.join(map(as_cited, row.absent)))})"
    if not telling.several or row.draft is None:
        return place
    if row.draft_number is None:
        return f"{place}{apart}({PurePosixPath(row.draft).stem})"
    return f"{place}{apart}({lowered(draft_label(row.draft_number, lang))})"
