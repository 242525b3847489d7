"""Front, body and back: which blocks stand before the first clause, and which after the last.

A text may have two bodies: a resolution and the programme attached to it, each with a title of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Frontmatter
from drafter.language.markers import ITEMS, NAMED, Family
from drafter.language.normal import folded
from drafter.language.printed_dates import dates_letter

from .lines import DraftBlock, DraftLine, DraftTable
from .numbering import shouted, title_line, titled
from .roles import names_a_part


class Zone(Enum):
    FRONT = "front"
    TITLE = "title"  # of the front, and part of the title
    BODY = "body"
    BACK = "back"


# "_____", "-----", "* * *", "o0o" between the parts
_ORNAMENT = re.compile(r"[-–—_=~*.•\s]*(?:[oO]0[oO])?[-–—_=~*\s]*")
_CONTENTS = re.compile(r"(?:\t|\.{4,}|…{2,})\s*\d{1,3}$")  # a line of a table of contents
_TITLE_WORDS = 90
_LETTERHEAD_WORDS = 150


def ornament(text: str) -> bool:
    """A line that only divides: `"_______"`, `"-----"`, `"*"`, `"---o0o---"`; leaders of dots are text."""
    return bool(_ORNAMENT.fullmatch(text)) and not text.startswith(".")


def divide(blocks: Sequence[DraftBlock]) -> list[Zone]:
    """The zone of every block. A second title (of an attached text) is front again."""
    return _Divider(blocks).run()


class _Divider:
    """One pass over the blocks; the state is what part of the text the last block stood in."""

    def __init__(self, blocks: Sequence[DraftBlock]) -> None:
        self.blocks = blocks
        self.state = Zone.FRONT
        self.kind_seen = False  # the line "NGHỊ QUYẾT"
        self.bare = False  # … and nothing of its subject yet
        self.title_done = False  # a rule or the issuing body came after it
        self.attached = False  # in the head of a text that comes after a signature
        self.open_note = False  # inside "(Kèm theo …" that runs over several lines
        self.sample = False  # between letterhead and signature of a sample text in an annex
        self.headed = False  # the line before was the head of an annex, its title or its "(Kèm theo …"

    def run(self) -> list[Zone]:
        return [self._zone(at, block) for at, block in enumerate(self.blocks)]

    def _zone(self, at: int, block: DraftBlock) -> Zone:
        if isinstance(block, DraftTable):
            zone = self._table(at, block)
        elif not block.text:
            return self.state if self.state is not Zone.TITLE else Zone.FRONT
        else:
            zone = self._line(at, block)
        self.headed = isinstance(block, DraftLine) and self._still_heading(block, zone)
        return zone

    def _still_heading(self, line: DraftLine, zone: Zone) -> bool:
        if line.marker is not None:
            return line.marker.family is Family.ANNEX
        return self.headed and (zone is Zone.FRONT or title_line(line.text))

    # --- lines

    def _line(self, at: int, line: DraftLine) -> Zone:
        if self._attachment_note(line) or line.paragraph.style.startswith("toc"):
            return Zone.FRONT
        if self.state is Zone.BACK:
            if not self._leaves_back(line):
                return Zone.BACK
            self.state, self.attached = Zone.FRONT, True
            self.kind_seen = self.title_done = False
        if self.state is Zone.FRONT:
            zone = self._front_line(line)
            if zone is not None:
                return zone
            self.state, self.attached = Zone.BODY, False
        if _signs(line.text) and self._ends_body(at):
            self.state = Zone.BACK
            return Zone.BACK
        if ornament(line.text):
            return Zone.FRONT
        return Zone.BODY

    def _attachment_note(self, line: DraftLine) -> bool:
        """`(Kèm theo Nghị quyết số …)` under the title of an annex or attached text."""
        if self.open_note:
            self.open_note = ")" not in line.text
            return True
        if line.text[0] != "(" or not (self.headed or self.state is not Zone.BODY):
            return False
        if not folded(line.text[:40]).startswith(lexicon(Frontmatter).attached):
            return False
        self.open_note = ")" not in line.text
        return True

    def _front_line(self, line: DraftLine) -> Zone | None:
        """The zone of a line while the front lasts; None where the body begins."""
        known, text = lexicon(Frontmatter), line.text
        if ornament(text):
            self.title_done = self.title_done or self.kind_seen
            return Zone.FRONT
        if _CONTENTS.search(text):
            return Zone.FRONT
        if line.marker is not None and (line.marker.family not in ITEMS or line.automatic):
            return None
        plain = folded(text).lstrip("( ")
        if plain.startswith(known.letterhead) or dates_letter(plain):
            return Zone.FRONT
        if not self.kind_seen and self._kind_line(line, plain):
            self.kind_seen = True
            self.bare = plain.rstrip(" *(:") in known.kinds
            return Zone.TITLE
        if plain.startswith(known.draft) and titled(text) and not self.title_done:
            return Zone.FRONT
        subject = self.kind_seen and not self.title_done and text[-1] not in ".;,:"
        if folded(line.body).startswith(known.bases) and not (subject and plain.startswith(known.subjects)):
            return None
        if names_a_part(text) and not (subject and (self.bare or plain.startswith(known.subjects))):
            return None
        zone = self._title_line(line, plain)
        self.bare = self.bare and zone is not Zone.TITLE
        return zone

    def _kind_line(self, line: DraftLine, plain: str) -> bool:
        """`NGHỊ QUYẾT`, `KẾ HOẠCH`, also with its subject on the same line."""
        if plain.rstrip(" *(:") in lexicon(Frontmatter).kinds:
            return True
        opening = plain.split()
        kinds = lexicon(Frontmatter).kinds
        begins = any(" ".join(opening[:count]) in kinds for count in (1, 2, 3))
        styled = shouted(line.text) or line.paragraph.centred or line.paragraph.bold
        return begins and styled and titled(line.text)

    def _title_line(self, line: DraftLine, plain: str) -> Zone | None:
        text, known = line.text, lexicon(Frontmatter)
        if text[-1] in ".;:" or len(text.split()) > _TITLE_WORDS:
            return None
        capitals = shouted(text)
        styled = capitals or line.paragraph.centred or (line.paragraph.bold and self.kind_seen)
        if self.kind_seen and not self.title_done and (styled or plain.startswith(known.subjects)):
            if capitals and plain.startswith(known.bodies):
                self.title_done = True
                return Zone.FRONT
            return Zone.TITLE
        if styled and (not self.kind_seen or capitals or line.paragraph.centred):
            return Zone.FRONT
        return None

    def _leaves_back(self, line: DraftLine) -> bool:
        """After the signature: an annex, a heading of the tree, or the title of an attached text."""
        if line.marker is not None:
            family = line.marker.family
            return (
                family in NAMED
                or family is Family.ARTICLE
                or (family in (Family.ROMAN, Family.LETTER) and shouted(line.text))
            )
        return shouted(line.text) and self._kind_line(line, folded(line.text))

    # --- tables

    def _table(self, at: int, table: DraftTable) -> Zone:
        if self.state is Zone.BACK and not self._data(table):
            return Zone.BACK
        if self.state is Zone.FRONT:
            if self._letterhead(table):
                return Zone.FRONT
            self.state = Zone.BODY
        elif self.state is Zone.BACK:
            self.state = Zone.BODY
        kind = table_kind(table)
        if kind is TableKind.SIGNATURE and not self.sample and self._ends_body(at):
            self.state = Zone.BACK
            return Zone.BACK
        self.sample = kind is TableKind.LETTERHEAD or (self.sample and kind is not TableKind.SIGNATURE)
        return Zone.BODY

    def _letterhead(self, table: DraftTable) -> bool:
        """A layout table above the title: no lines, or with the words of a letterhead."""
        if table_kind(table) is TableKind.LETTERHEAD:
            return True
        short = sum(len(one.text.split()) for one in table.paragraphs) <= _LETTERHEAD_WORDS
        return not self.kind_seen and short and _layout(table)

    def _ends_body(self, at: int) -> bool:
        """Whether nothing of the body comes after block `at`: the end, an annex, an attached text."""
        after_line = isinstance(self.blocks[at], DraftLine)
        for block in self.blocks[at + 1 :]:
            if isinstance(block, DraftTable):
                return table_kind(block) is TableKind.SIGNATURE or _layout(block)
            if not block.text or ornament(block.text):
                continue
            if after_line and block.marker is None and len(block.text.split()) < 12:
                continue  # the other lines of a signature without a table
            if after_line and block.marker and block.marker.family in ITEMS:
                continue  # those who receive the text
            return self._leaves_back(block) or shouted(block.text)
        return True

    @staticmethod
    def _data(table: DraftTable) -> bool:
        return not _layout(table) and len({one.cell.row for one in table.paragraphs if one.cell}) > 2


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
    return TableKind.SIGNATURE if any(_signs(line) for line in lines) else TableKind.DATA


def _heads_letter(text: str) -> bool:
    plain = folded(text)
    return plain.startswith(lexicon(Frontmatter).letterhead) or dates_letter(plain)


def _signs(text: str) -> bool:
    """The line over a signature, or the one over those who receive the text."""
    plain = folded(text[:40])
    known = lexicon(Frontmatter)
    if not plain.startswith(known.signatures):
        return False
    if plain.startswith(known.recipients):
        return plain[len(known.recipients) :].strip(" :") == "" or ":" in plain
    return shouted(text.split("\n", 1)[0]) or plain.startswith("t/m")


def _layout(table: DraftTable) -> bool:
    """A table without lines and with few cells, that only places text on the page."""
    cells = [one.cell for one in table.paragraphs if one.cell is not None]
    return _small(table) and not any(cell.borders for cell in cells)


def _small(table: DraftTable) -> bool:
    cells = [one.cell for one in table.paragraphs if one.cell is not None]
    return len({cell.column for cell in cells}) <= 4 and len({cell.row for cell in cells}) <= 8
