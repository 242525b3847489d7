"""The table as one self-contained page: escaped, printable, readable on a telephone."""

from __future__ import annotations

from drafter.model import Layout, Table
from drafter.wording.answers import blanks
from drafter.wording.messages import say
from drafter.writers.html.page import page
from drafter.writers.table.frame import (
    attached_to,
    closing,
    empty,
    footer_text,
    heading,
    items,
    subject,
    title,
)
from drafter.writers.table.layout import columns, header, lines


def table_html(table: Table, layout: Layout, lang: str) -> bytes:
    extras = table.extras
    return page(
        "table.html.jinja",
        lang,
        title=title(lang),
        above=heading(table, lang)[:-1],
        below=attached_to(table, lang) if extras.attachment else "",
        subject=subject(table, lang),
        opening=items(table, lang),
        header=header(table, layout, lang),
        columns=columns(table, layout),
        blanks=lambda text: blanks(text, lang),
        lines=lines(table, layout, lang),
        empty=empty(table, lang),
        balance=say("table.balance", lang),
        closing=closing(table, lang) if extras.balance else (),
        inputs_title=say("table.inputs", lang),
        inputs=table.inputs if extras.provenance else (),
        footer=footer_text(table, lang) if extras.provenance else "",
    )
