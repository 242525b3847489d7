"""What a table of a draft is for: the head of a letter, a signature, or data."""

from __future__ import annotations

from enum import Enum

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Frontmatter
from drafter.language.normal import folded
from drafter.language.printed_dates import dates_letter

from .lines import DraftTable
from .numbering import shouted


class TableKind(Enum):
    """What a table is for: the head of a letter, its signature, or data."""

    LETTERHEAD = "letterhead"
    SIGNATURE = "signature"
    DATA = "data"


def table_kind(table: DraftTable) -> TableKind:
    """By the words in it; a long table with such words in it is data all the same."""
    if not _small(table):
        return TableKind.DATA
    lines = table.text.split("\n")
    if any(_heads_letter(line) for line in lines):
        return TableKind.LETTERHEAD
    return TableKind.SIGNATURE if any(signs(line) for line in lines) else TableKind.DATA


def _heads_letter(text: str) -> bool:
    plain = folded(text)
    return plain.startswith(lexicon(Frontmatter).letterhead) or dates_letter(plain)


def signs(text: str) -> bool:
    """The line over a signature, or the one over those who receive the text."""
    plain = folded(text[:40])
    known = lexicon(Frontmatter)
    if not plain.startswith(known.signatures):
        return False
    if plain.startswith(known.recipients):
        return plain[len(known.recipients) :].strip(" :") == "" or ":" in plain
    return shouted(text.split("\n", 1)[0]) or plain.startswith("t/m")


def is_layout(table: DraftTable) -> bool:
    """A table without lines and with few cells, that only places text on the page."""
    cells = [paragraph.cell for paragraph in table.paragraphs if paragraph.cell is not None]
    return _small(table) and not any(cell.borders for cell in cells)


def _small(table: DraftTable) -> bool:
    cells = [paragraph.cell for paragraph in table.paragraphs if paragraph.cell is not None]
    return len({cell.column for cell in cells}) <= 4 and len({cell.row for cell in cells}) <= 8
