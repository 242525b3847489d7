"""The table as one self-contained page: escaped, printable, readable on a telephone."""

from __future__ import annotations

from drafter.model import Layout, Table
from drafter.wording.messages import say
from drafter.writers.html.page import page
from drafter.writers.table.frame import closing, footer_text, opening, subject, title
from drafter.writers.table.layout import columns, header, lines


def table_html(table: Table, layout: Layout, lang: str, *, provenance: bool) -> bytes:
    return page(
        "table.html.jinja",
        lang,
        title=title(lang),
        subject=subject(table, lang),
        opening=opening(table, lang),
        header=header(table, layout, lang),
        shares=[column.share for column in columns(table, layout)],
        lines=lines(table, layout, lang),
        empty=say("table.empty", lang),
        balance=say("table.balance", lang),
        closing=closing(table, lang),
        inputs_title=say("table.inputs", lang),
        inputs=table.inputs if provenance else (),
        footer=footer_text(table, lang),
    )
