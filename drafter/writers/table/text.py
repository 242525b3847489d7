"""The table as Markdown and as CSV: plain text that other programs take in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from drafter.model import Layout, Table
from drafter.record import SEAL, row_key
from drafter.wording.messages import say
from drafter.writers.office.formulas import harmless
from drafter.writers.table.frame import attached_to, closing, empty, heading, items, subject, title, unread
from drafter.writers.table.layout import Column, TableLine, columns, header, lines

# Characters that mean something in a Markdown table cell or start HTML.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~&])")


def table_md(table: Table, layout: Layout, lang: str) -> bytes:
    """GitHub-flavoured Markdown, one pipe table; every character of a comment stands for itself."""
    head = header(table, layout, lang)
    shown = columns(table, layout)
    made = [*map(_plain, heading(table, lang)[:-1]), f"# {_plain(title(lang))}", _plain(subject(table, lang))]
    made += [_plain(attached_to(table, lang))] if table.extras.attachment else []
    made += [f"**{_plain(item.text)}**" if item.alert else _plain(item.text) for item in items(table, lang)]
    rows = [_pipe(map(_in_pipe, head)), _pipe(["---"] * len(head))]
    told = lines(table, layout, lang)
    none = [_pipe((f"*{_in_pipe(empty(table, lang))}*", *[""] * (len(head) - 1)))]
    rows += [_pipe(_cells(line, shown)) for line in told] if told else none
    made.append("\n".join(rows))
    if table.extras.balance:
        made += [f"## {say('table.balance', lang)}", *(f"- {_plain(text)}" for text in closing(table, lang))]
    if table.extras.provenance:
        made.append(f"## {_plain(say('table.inputs', lang))}")
        made += [f"- `{digest}` {_plain(path)}" for path, digest in table.inputs]
    made.append(f"<!-- {SEAL} -->")
    return ("\n\n".join(made) + "\n").encode()


def _cells(line: TableLine, shown: Sequence[Column]) -> Iterable[str]:
    """A group heading as a bold first cell beside empty ones; a proposal in italics."""
    if line.row is None:
        return (f"**{_in_pipe(line.cells[0])}**", *[""] * (len(shown) - 1))
    proposed = line.row.provisional
    return (
        _italic(text) if column.answer and proposed and text else _in_pipe(text)
        for text, column in zip(line.cells, shown, strict=True)
    )


def _italic(text: str) -> str:
    return f"*{_in_pipe(text)}*"


def _pipe(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _in_pipe(text: str) -> str:
    return "<br>".join(map(_plain, text.split("\n")))


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def table_csv(table: Table, layout: Layout, lang: str) -> bytes:
    """UTF-8 with a mark and CRLF, as Excel reads it; a cell never begins like a formula.

    One record a row, above them one of the files not read; before the key what was decided. The last column
    holds the row's key, and in the header the file's seal: a CSV file has no other place for it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*header(table, layout, lang), say("table.column.disposition", lang), SEAL])
    if told := unread(table, lang):
        writer.writerow([harmless(told), *[""] * (len(columns(table, layout)) + 1)])
    for line in lines(table, layout, lang):
        if line.row is not None:
            decided = say(f"disposition.{line.row.disposition}", lang)
            writer.writerow([*map(harmless, line.cells), decided, row_key(line.row)])
    return out.getvalue().encode("utf-8-sig")
