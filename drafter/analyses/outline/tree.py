"""The tree of clauses: every line and table row hung where the numbering of this draft puts it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Frontmatter
from drafter.language.markers import ITEMS, NAMED, Family, Marker
from drafter.language.normal import folded
from drafter.model import Note

from .lines import DraftBlock, DraftLine, DraftTable
from .nesting import Nesting
from .nodes import Growth, Node, is_annex, rank_of
from .numbering import shouted, title_line, titled
from .roles import names_a_part
from .table_kinds import TableKind, table_kind
from .tables import read_table
from .zones import Zone, ornament

_TITLE_WORDS = 60


def grow(blocks: Sequence[DraftBlock], zones: Sequence[Zone]) -> Growth:
    """Hang every block of the body in the tree; the others go to front, back or header."""
    return _Grower(blocks, zones).run()


class _Grower:
    """One pass; `stack` holds the clauses that are open, outermost first."""

    def __init__(self, blocks: Sequence[DraftBlock], zones: Sequence[Zone]) -> None:
        self.blocks, self.zones = blocks, zones
        self.found = Growth()
        self.nesting = Nesting(blocks, zones)
        self.stack = self.nesting.stack
        self.last: Node | None = None  # the node of the line before, while that stood in the body
        self.roots: list[Node] = []
        self.tables = 0  # at the root
        self.sample: int | None = None  # how many clauses were open where a sample text began in an annex

    def run(self) -> Growth:
        for at, (block, zone) in enumerate(zip(self.blocks, self.zones, strict=True)):
            self.nesting.advance(at)
            if zone is not Zone.BODY:
                self._outside(block, zone)
            elif isinstance(block, DraftTable):
                self._table(at, block)
            else:
                self._line(at, block)
        return self.found

    def _outside(self, block: DraftBlock, zone: Zone) -> None:
        target = self.found.back if zone is Zone.BACK else self.found.front
        if isinstance(block, DraftLine):
            target += [block.printed] if block.text else []
            target += [note.text for note in block.notes]
        else:
            for paragraph in block.paragraphs:
                if text := paragraph.text.strip():
                    target.append(f"{paragraph.marker} {text}" if paragraph.marker else text)
                target += [note.text for note in paragraph.notes]
        if zone in (Zone.BACK, Zone.TITLE):
            self.stack.clear()
        self.last = None

    # --- lines

    def _line(self, at: int, line: DraftLine) -> None:
        before = self.last
        if not line.text:
            self._keep_notes(line.notes)
        elif line.marker is not None:
            self._place(line, line.marker)
        elif before is not None and self._continues(before, line):
            before.lines.append(line)
            before.notes += line.notes
        elif self._opens_part(line):
            self._open(Node(None, [line], part=True))
        else:
            self.last = self._add(Node(self._home(at, line.text), [line]))

    def _keep_notes(self, notes: Sequence[Note]) -> None:
        """A text box or note on an empty paragraph, or in an empty row, goes with the clause before."""
        if self.found.nodes:
            self.found.nodes[-1].notes += notes
        else:
            self.found.front += [note.text for note in notes]

    def _continues(self, node: Node, line: DraftLine) -> bool:
        """A further line of the same paragraph, or the title on the line after its number."""
        tail = node.lines[-1]
        if line.soft and tail.paragraph is line.paragraph:
            return True
        if node.marker is None or node.children:
            return False
        if len(line.text.split()) > _TITLE_WORDS or not title_line(line.text):
            return False
        return not node.text or _entitles(node.marker.family, tail, line)

    def _opens_part(self, line: DraftLine) -> bool:
        """An unnumbered heading over a part: `BỐI CẢNH`, where no numbered clause is open."""
        paragraph = line.paragraph
        styled = paragraph.bold or paragraph.centred or paragraph.outline_level is not None
        if not (styled or shouted(line.text)) or not names_a_part(line.text):
            return False
        open_ones = [node for node in self.stack if not is_annex(node)]
        return not open_ones or open_ones[0].part

    # --- placing a marker

    def _place(self, line: DraftLine, marker: Marker) -> None:
        orphan = self.nesting.make_room(marker)
        self._open(Node(None, [line], marker, orphan=orphan))

    def _open(self, node: Node) -> None:
        while node.part and self.stack and not is_annex(self.stack[-1]):
            self.stack.pop()
        node.parent = self.stack[-1] if self.stack else None
        self.stack.append(self._add(node))
        self.last = node

    # --- unmarked text and tables

    def _home(self, at: int, text: str) -> Node | None:
        """The clause that unmarked text belongs to: the open one, but for a list that is over."""
        if self._closes(at, text):
            return None
        depth = len(self.stack)
        while depth and self._list_over(depth - 1, at, text):
            depth -= 1
        return self.stack[depth - 1] if depth else None

    def _list_over(self, depth: int, at: int, text: str) -> bool:
        """Text after the last dash of a list goes with what the list belongs to, as does an introduction."""
        node = self.stack[depth]
        if node.marker is None or node.marker.family not in ITEMS or node.introduces:
            return False
        siblings = node.parent.children if node.parent else self.roots
        alike = [other for other in siblings if other.marker and other.marker.family is node.marker.family]
        if len(alike) < 2:
            return False
        later, marker = self.nesting.next_marker()
        outer = marker is None or rank_of(marker) < node.rank
        if text.endswith(":") and later == at + 1:
            return outer or (marker is not None and marker.family is node.marker.family)
        return outer and not _holds_text(alike[:-1])

    def _closes(self, at: int, text: str) -> bool:
        """The sentence that ends the text, outside all numbering: "Nghị quyết này phổ biến đến chi bộ."."""
        opening, known = folded(text[:60]), lexicon(Frontmatter)
        if (
            not self.stack
            or is_annex(self.stack[0])
            or not opening.startswith(known.closings + known.farewells)
        ):
            return False
        innermost = self.stack[-1]
        bare = not innermost.children and titled(innermost.text)
        if bare and not opening.startswith(known.farewells):
            return False  # the whole content of "Điều 3. Hiệu lực thi hành"
        return self._last_of_body(at)

    def _last_of_body(self, at: int) -> bool:
        for place in range(at + 1, len(self.blocks)):
            block, zone = self.blocks[place], self.zones[place]
            if zone is Zone.BACK:
                return True
            if isinstance(block, DraftLine) and (not block.text or ornament(block.text)):
                continue
            marker = block.marker if isinstance(block, DraftLine) else None
            return marker is not None and marker.family is Family.ANNEX
        return True

    def _table(self, at: int, table: DraftTable) -> None:
        sheet = read_table(table)
        self.found.header += sheet.header
        kind = table_kind(table)
        if kind is TableKind.LETTERHEAD:
            self._leave_sample()
            self.sample = len(self.stack)
        parent = self._home(at, "")
        self.last = None
        self._keep_notes(sheet.notes)
        if not sheet.rows:
            return
        if parent is None:
            self.tables += 1
            count = self.tables
        else:
            parent.tables += 1
            count = parent.tables
        for number, row in enumerate(sheet.rows, 1):
            node = Node(parent, row=row, columns=sheet.columns, table=count, number=number)
            node.notes += row.notes
            self._add(node)
        if kind is TableKind.SIGNATURE:
            self._leave_sample()

    def _leave_sample(self) -> None:
        """A sample text in an annex, with letterhead and signature of its own, leaves no clause open."""
        if self.sample is not None:
            del self.stack[self.sample :]
        self.sample = None

    def _add(self, node: Node) -> Node:
        self.found.nodes.append(node)
        siblings = self.roots if node.parent is None else node.parent.children
        siblings.append(node)
        for line in node.lines:
            node.notes += line.notes
        return node


def _entitles(family: Family, tail: DraftLine, line: DraftLine) -> bool:
    """Whether `line` goes on with the title that `tail` is of: both in capitals, or set alike in an annex."""
    annex = family is Family.ANNEX
    if family not in NAMED or (names_a_part(line.text) and not annex):
        return False
    if shouted(line.text) and shouted(tail.body):
        return True
    centred = tail.paragraph.centred and line.paragraph.centred and titled(line.text)
    return annex and centred and tail.paragraph.bold == line.paragraph.bold


def _holds_text(items: Sequence[Node]) -> bool:
    """Whether unmarked text stands inside one of the items."""
    return any(child.marker is None for item in items for child in item.children)
