"""The three layouts of the table in use, as neutral lines that every format writes alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from drafter.language.messages import say
from drafter.language.senders import proper
from drafter.model import Agreement, Disposition, Row, Table


class Layout(StrEnum):
    """By clause (the statutory form), by comment (office practice), with the draft's text."""

    CLAUSE = "clause"
    COMMENT = "comment"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names its header sentence; `share` of the width in hundredths; `counted`: the row number."""

    key: str
    share: int
    counted: bool = False


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
        Column("agencies", 18),
        Column("answer", 34),
    ),
    Layout.TEXT: (
        Column("no", 5, counted=True),
        Column("draft_text", 27),
        Column("comment", 29),
        Column("agencies", 14),
        Column("response", 25),
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A group heading (no row), or a row of the table as cells in the order of the columns."""

    cells: tuple[str, ...]
    row: Row | None = None


def header(layout: Layout, lang: str) -> tuple[str, ...]:
    return tuple(say(f"table.column.{column.key}", lang) for column in COLUMNS[layout])


def lines(table: Table, layout: Layout, lang: str) -> tuple[Line, ...]:
    """Group headings and rows in order; general comments come under a heading of their own."""
    made: list[Line] = []
    group: str | None = None
    several = len({row.draft for row in table.rows}) > 1
    for row in table.rows:
        heading = row.heading or say("table.general" if row.clause is None else "table.preamble", lang)
        if heading != group:
            group = heading
            made.append(Line((heading,)))
        cells = (_cell(row, column.key, lang, several) for column in COLUMNS[layout])
        made.append(Line(tuple(cells), row))
    return tuple(made)


def _cell(row: Row, key: str, lang: str, several: bool) -> str:
    """One cell; places name their draft where the table holds comments on `several`."""
    if key == "no":
        return str(row.no)
    if key == "clause":
        return _where(row, lang, several, "\n")
    if key == "agencies":
        return "; ".join(row.agencies)
    if key == "comment":
        return row.text
    if key == "draft_text":
        place = _where(row, lang, several)
        return f"{place}: {row.draft_text}" if row.draft_text else place
    return response(row, lang)


def _where(row: Row, lang: str, several: bool, before: str = " ") -> str:
    """`"Điểm a, khoản 2, mục III (dự thảo lần 2)"`; `before` stands before the bracket."""
    place = capital(row.locator) or say("table.whole", lang)
    if not several or row.draft is None:
        return place
    if row.draft_number is None:
        return f"{place}{before}({PurePosixPath(row.draft).stem})"
    number = say("table.draft-number", lang, number=row.draft_number)
    return f"{place}{before}({number[:1].lower()}{number[1:]})"


def response(row: Row, lang: str) -> str:
    """The drafting office's answer; empty, to be filled in, while it is pending."""
    if row.response:
        return row.response
    if row.disposition is Disposition.PENDING:
        return ""
    return f"{say(f'disposition.{row.disposition}', lang)}{': ' + row.reason if row.reason else ''}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- what stands before and after the table ----------------------------------------------


def title(lang: str) -> str:
    return say("table.title", lang)


def subject(table: Table, lang: str) -> str:
    """`"đối với dự thảo Nghị quyết về …"`; the kind keeps one capital, the rest is as printed."""
    name = table.draft_title or table.inputs[0][0]
    head, about, rest = name.partition(" về ")
    kind, of, issuer = head.partition(" CỦA ")
    head = f"{capital(kind.lower())} của {proper(issuer)}" if of else capital(head.lower())
    return say("table.subject", lang, name=f"{head} về {rest}" if about else name)


def opening(table: Table, lang: str) -> tuple[str, ...]:
    """The numbered paragraphs before the table: counts, who agreed, commented, did not answer."""
    balance = table.balance
    answered = balance.agencies_commented + balance.agencies_agreed
    comments = balance.comments_in_rows
    if table.asked is None:
        first = say("table.received", lang, agencies=answered, comments=comments)
    else:
        first = say("table.asked", lang, asked=table.asked, agencies=answered, comments=comments)
    found = [first]
    of = table.asked if table.asked is not None else answered
    if table.agreements:
        names = "; ".join(_agreement(agreement, lang) for agreement in table.agreements)
        found.append(say("table.agreed", lang, count=len(table.agreements), of=of, names=names))
    if table.commented:
        names = "; ".join(table.commented)
        found.append(say("table.commented", lang, count=len(table.commented), of=of, names=names))
    if table.silent:
        names = "; ".join(table.silent)
        found.append(say("table.silent", lang, count=len(table.silent), of=of, names=names))
    found.append(say("table.results", lang))
    return tuple(f"{no}. {text}" for no, text in enumerate(found, 1))


def _agreement(agreement: Agreement, lang: str) -> str:
    dated = f"{agreement.date:%d/%m/%Y}" if agreement.date else ""
    if agreement.letter:
        letter = say("table.letter", lang, number=agreement.letter, date=dated)
        return f"{agreement.agency} ({letter})" if dated else f"{agreement.agency} ({agreement.letter})"
    return f"{agreement.agency} ({dated})" if dated else agreement.agency


def closing(table: Table, lang: str) -> tuple[str, ...]:
    """The balance in one sentence each: files, comments, agencies, dispositions."""
    balance = table.balance
    counts = dispositions(table.rows)
    return (
        say(
            "table.balance.files",
            lang,
            files=balance.files,
            understood=balance.understood,
            problems=balance.problems,
        ),
        say(
            "table.balance.comments",
            lang,
            read=balance.comments_read,
            rows=len(table.rows),
            placed=balance.comments_in_rows,
            agreements=balance.agreements,
        ),
        say(
            "table.balance.agencies",
            lang,
            agencies=balance.agencies,
            commented=balance.agencies_commented,
            agreed=balance.agencies_agreed,
            silent=balance.agencies_silent,
        ),
        say("table.balance.dispositions", lang, **{key.value: count for key, count in counts.items()}),
    )


def dispositions(rows: Sequence[Row]) -> dict[Disposition, int]:
    """How many comments (not rows) have each disposition."""
    counts = dict.fromkeys(Disposition, 0)
    for row in rows:
        counts[row.disposition] += len(row.comments)
    return counts
