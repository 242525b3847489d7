"""Front, body and back: which blocks stand before the first clause, and which after the last.

A text may have two bodies: a resolution and the programme attached to it, each with a title of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Frontmatter
from drafter.language.markers import ITEMS, NAMED, Family
from drafter.language.normal import folded
from drafter.language.printed_dates import dates_letter

from .lines import DraftBlock, DraftLine, DraftTable
from .numbering import shouted, title_line, titled
from .roles import names_a_part
from .table_kinds import TableKind, is_layout, signs, table_kind


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
        if signs(line.text) and self._ends_body(at):
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
        plain = folded(line.text).lstrip("( ")
        for decides, zone in _FRONT_RULES:
            if decides(self, line, plain):
                return zone
        found = self._title_line(line, plain)
        self.bare = self.bare and found is not Zone.TITLE
        return found

    def _divides(self, line: DraftLine, _: str) -> bool:
        """A rule; after the kind of text it ends the title."""
        if ornament(line.text):
            self.title_done = self.title_done or self.kind_seen
            return True
        return False

    def _lists_contents(self, line: DraftLine, _: str) -> bool:
        return _CONTENTS.search(line.text) is not None

    def _is_numbered(self, line: DraftLine, _: str) -> bool:
        return line.marker is not None and (line.marker.family not in ITEMS or line.automatic)

    def _heads_page(self, _: DraftLine, plain: str) -> bool:
        return plain.startswith(lexicon(Frontmatter).letterhead) or dates_letter(plain)

    def _opens_title(self, line: DraftLine, plain: str) -> bool:
        """The line "NGHỊ QUYẾT", once."""
        if self.kind_seen or not self._kind_line(line, plain):
            return False
        self.kind_seen = True
        self.bare = plain.rstrip(" *(:") in lexicon(Frontmatter).kinds
        return True

    def _tells_draft(self, line: DraftLine, plain: str) -> bool:
        return plain.startswith(lexicon(Frontmatter).draft) and titled(line.text) and not self.title_done

    def _gives_bases(self, line: DraftLine, plain: str) -> bool:
        known = lexicon(Frontmatter)
        if not folded(line.body).startswith(known.bases):
            return False
        return not (self._awaits_subject(line) and plain.startswith(known.subjects))

    def _opens_part(self, line: DraftLine, plain: str) -> bool:
        if not names_a_part(line.text):
            return False
        subject = self.bare or plain.startswith(lexicon(Frontmatter).subjects)
        return not (self._awaits_subject(line) and subject)

    def _awaits_subject(self, line: DraftLine) -> bool:
        """Under "NGHỊ QUYẾT" a line may be of the title whatever it names."""
        return self.kind_seen and not self.title_done and line.text[-1] not in ".;,:"

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
        if (
            self.kind_seen
            and not self.title_done
            and (self._styled(line) or plain.startswith(known.subjects))
        ):
            self.title_done = shouted(text) and plain.startswith(known.bodies)
            return Zone.FRONT if self.title_done else Zone.TITLE
        stands_out = not self.kind_seen or shouted(text) or line.paragraph.centred
        return Zone.FRONT if stands_out and self._styled(line) else None

    def _styled(self, line: DraftLine) -> bool:
        """Set as lines of a letterhead or title are; bold is enough under the kind of text."""
        paragraph = line.paragraph
        return shouted(line.text) or paragraph.centred or (paragraph.bold and self.kind_seen)

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
        short = sum(len(paragraph.text.split()) for paragraph in table.paragraphs) <= _LETTERHEAD_WORDS
        return not self.kind_seen and short and is_layout(table)

    def _ends_body(self, at: int) -> bool:
        """Whether nothing of the body comes after block `at`: the end, an annex, an attached text."""
        after_line = isinstance(self.blocks[at], DraftLine)
        for block in self.blocks[at + 1 :]:
            if isinstance(block, DraftTable):
                return table_kind(block) is TableKind.SIGNATURE or is_layout(block)
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
        rows = {paragraph.cell.row for paragraph in table.paragraphs if paragraph.cell}
        return not is_layout(table) and len(rows) > 2


# What a line of the front is, in this order; None: with it the body begins.
_FRONT_RULES: tuple[tuple[Callable[[_Divider, DraftLine, str], bool], Zone | None], ...] = (
    (_Divider._divides, Zone.FRONT),
    (_Divider._lists_contents, Zone.FRONT),
    (_Divider._is_numbered, None),
    (_Divider._heads_page, Zone.FRONT),
    (_Divider._opens_title, Zone.TITLE),
    (_Divider._tells_draft, Zone.FRONT),
    (_Divider._gives_bases, None),
    (_Divider._opens_part, None),
)
