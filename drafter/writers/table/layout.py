"""The three layouts of the table in use, as neutral lines that every format writes alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from drafter.model import Answer, Disposition, Layout, Row, Table
from drafter.wording.answers import answer_words, told_words
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_label, lowered


@dataclass(frozen=True, slots=True)
class Column:
    """`key` says what stands in it; `share` of the width in hundredths; `counted`: the row number.

    `name` is the key of its header sentence where the layout in use calls it otherwise.
    """

    key: str
    share: int
    counted: bool = False
    name: str = ""


COLUMNS = {
    Layout.CLAUSE: (
        Column("clause", 22),
        Column("agencies", 16),
        Column("comment", 34),
        Column("response", 28),
    ),
    Layout.COMMENT: (
        Column("no", 6, counted=True),
        Column("comment", 42),
        Column("agencies", 18, name="units"),
        Column("response", 34, name="answer"),
    ),
    Layout.TEXT: (
        Column("no", 5, counted=True, name="no_text"),
        Column("draft_text", 27),
        Column("comment", 29),
        Column("agencies", 14, name="units"),
        Column("response", 25, name="response_text"),
    ),
}


@dataclass(frozen=True, slots=True)
class TableLine:
    """A group heading (no row), or a row of the table as cells in the order of the columns."""

    cells: tuple[str, ...]
    row: Row | None = None


PROOF = (Column("before", 13), Column("after", 13), Column("changed", 11), Column("verdict", 8))
_KEPT = 0.55  # of the width, for the layout's own columns beside those of the proof


def columns(table: Table, layout: Layout) -> tuple[Column, ...]:
    """The columns of a layout; beside them, where the table shows its proof, what proves each answer."""
    if not table.proof:
        return COLUMNS[layout]
    own = (one if one.counted else replace(one, share=round(_KEPT * one.share)) for one in COLUMNS[layout])
    return (*own, *PROOF)


def header(table: Table, layout: Layout, lang: str) -> tuple[str, ...]:
    shown = columns(table, layout)
    return tuple(say(f"table.column.{column.name or column.key}", lang) for column in shown)


def lines(table: Table, layout: Layout, lang: str) -> tuple[TableLine, ...]:
    """Group headings and rows in order; general comments come under a heading of their own."""
    made: list[TableLine] = []
    group: str | None = None
    several = len({row.draft for row in table.rows}) > 1
    for row in table.rows:
        heading = row.heading or say("table.general" if row.clause is None else "table.preamble", lang)
        if heading != group:
            group = heading
            made.append(TableLine((heading,)))
        cells = (_cell(row, column.key, lang, several) for column in columns(table, layout))
        made.append(TableLine(tuple(cells), row))
    return tuple(made)


def _cell(row: Row, key: str, lang: str, several: bool) -> str:
    """One cell; places name their draft where the table holds comments on `several`."""
    if key == "no":
        return str(row.no)
    if key == "clause":
        return _where(row, lang, several, "\n")
    if key == "agencies":
        count = len(row.comments)
        return "; ".join(row.agencies) + (f" ({say('table.count', lang, count=count)})" if count > 1 else "")
    if key == "comment":
        return row.text
    if key == "draft_text":
        place = _where(row, lang, several)
        return f"{place}: {row.draft_text}" if row.draft_text else place
    if key == "response":
        return response(row, lang)
    return "" if row.answer is None else _proof(row.answer, key, lang)


def _proof(answer: Answer, key: str, lang: str) -> str:
    """A cell of `PROOF`."""
    if key == "verdict":
        return say(f"verdict.{answer.verdict}", lang)
    if key == "changed":
        return told_words(answer, lang)
    return answer.before if key == "before" else answer.after


def _where(row: Row, lang: str, several: bool, before: str = " ") -> str:
    """`"Điểm a, khoản 2, mục III (dự thảo lần 2)"`; `before` stands before the bracket."""
    place = capital(row.locator) or say("table.whole", lang)
    if not several or row.draft is None:
        return place
    if row.draft_number is None:
        return f"{place}{before}({PurePosixPath(row.draft).stem})"
    return f"{place}{before}({lowered(draft_label(row.draft_number, lang))})"


def response(row: Row, lang: str) -> str:
    """The drafting office's answer; empty, to be filled in, while it is pending."""
    if given := row.response or (row.answer and answer_words(row.answer, lang)):
        return given
    if row.disposition is Disposition.PENDING:
        return ""
    return f"{say(f'disposition.{row.disposition}', lang)}{': ' + row.reason if row.reason else ''}"
