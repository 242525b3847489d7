"""From nodes to clauses: ids, locators, roles, counts of words, and notices of odd numbering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Frontmatter
from drafter.language.locators import Step, write_locator
from drafter.language.markers import ITEMS, KIND, NAMED, Family, Marker, first, follows
from drafter.language.normal import folded
from drafter.language.words import count
from drafter.model import Clause, Kind, Notice, Place, Role
from drafter.model.ids import clause_id, repeated_id, row_part

from .headings import heading_of
from .nodes import Node
from .restarts import groups_of_rows
from .roles import role_of

_BASIS_WORDS = 60  # a longer paragraph between the bases is an account of the situation


@dataclass(slots=True)
class _Named:
    """What is known of a node besides its lines."""

    id: str
    label: str
    step: Step
    chain: tuple[Step, ...]
    role: Role
    heading: str | None
    text: str
    words: int
    words_all: int = 0


@dataclass(slots=True)
class _Counts:
    """Of the children of one clause, by piece of id."""

    items: dict[str, int] = field(default_factory=dict)

    def next(self, key: str) -> int:
        self.items[key] = self.items.get(key, 0) + 1
        return self.items[key]


def assemble(nodes: Sequence[Node]) -> tuple[tuple[Clause, ...], tuple[Notice, ...]]:
    """Clauses in document order, parents first, with notices of what is odd in the numbering."""
    named: dict[Node, _Named] = {}
    counts: dict[Node | None, _Counts] = {}
    taken: dict[str, int] = {}
    notices: list[Notice] = []
    preamble = _Preamble(nodes)
    groups = groups_of_rows(nodes)
    for node in nodes:
        above = named.get(node.parent) if node.parent else None
        tally = counts.setdefault(node.parent, _Counts())
        piece, label, step = _piece(node, tally)
        path = clause_id(above.id if above else None, piece)
        id, repeat = _unique(path, taken)
        if repeat > 1:
            step = Step(step.kind, step.number, step.counted, step.table, repeat, step.title)
            notices.append(Notice("repeated-number", id, path))
        heading, text = heading_of(node), node.text
        role = preamble.role(node) or _role(node, heading, above)
        group = (groups[node],) if node in groups else ()
        chain = (step, *group, *(above.chain if above else ()))
        words = count(text)
        named[node] = _Named(id, label, step, chain, role, heading, text, words, words)
    for node in reversed(nodes):
        if node.parent is not None:
            named[node.parent].words_all += named[node].words_all
    notices += _gaps(nodes, named)
    return tuple(_clause(node, named, order) for order, node in enumerate(nodes)), tuple(notices)


def _unique(path: str, taken: dict[str, int]) -> tuple[str, int]:
    """`path`, or with its running number where it is taken; `taken` knows the last number of each."""
    id, repeat = path, taken.get(path, 0) + 1
    if repeat > 1:
        id = repeated_id(path, repeat)
        while id in taken:
            repeat += 1
            id = repeated_id(path, repeat)
        taken[path] = repeat
    taken.setdefault(id, 1)
    return id, repeat


def kind_of(node: Node) -> Kind:
    if node.row is not None:
        return Kind.TABLE_ROW
    return Kind.TEXT if node.marker is None else KIND[node.marker.family]


def _piece(node: Node, tally: _Counts) -> tuple[str, str, Step]:
    """The node's part of its id, its label, and its unit for the locator."""
    kind, marker = kind_of(node), node.marker
    if node.row is not None:
        number = (node.row.marker or "").strip(" .)")
        step = Step(kind, number or str(node.number), not number, node.table)
        return row_part(node.table, node.number), number, step
    if marker is None:
        place = str(tally.next("p"))
        title = node.text.rstrip(" :").split("\n", 1)[0] if node.part else None
        return f"p{place}", place, Step(kind, place, title=title)
    if kind in (Kind.DASH, Kind.PLUS):
        place = str(tally.next(marker.key))
        return f"{marker.key}{place}", place, Step(kind, place)
    if _repeats_parent(node.parent, marker):
        last = marker.number.rpartition(".")[2]
        return last, last, Step(kind, marker.number)
    return marker.key, marker.number, Step(kind, marker.number)


def _repeats_parent(parent: Node | None, marker: Marker) -> bool:
    """`2.1` under 2: only its last figure is its own."""
    above = parent.marker if parent else None
    return above is not None and len(marker.parts) > 1 and above.parts == marker.parts[:-1]


def _clause(node: Node, named: dict[Node, _Named], order: int) -> Clause:
    about = named[node]
    row = node.row
    return Clause(
        id=about.id,
        locator=write_locator(about.chain),
        marker=row.marker if row else node.marker.label if node.marker else None,
        kind=about.step.kind,
        role=about.role,
        heading=about.heading,
        text=about.text,
        words=about.words,
        words_all=about.words_all,
        parent=named[node.parent].id if node.parent else None,
        order=order,
        page=row.page if row else node.lines[0].paragraph.page,
        numbering=node.numbering,
        notes=tuple(node.notes),
        places=row.places if row else tuple(_places(node)),
        cells=row.cells if row else (),
        columns=node.columns,
        label=about.label,
    )


def _places(node: Node) -> list[Place]:
    return [line.place for line in node.lines]


# --- roles


def _role(node: Node, heading: str | None, above: _Named | None) -> Role:
    if above is not None and above.role is Role.ANNEX:
        return Role.ANNEX
    if node.marker is not None and node.marker.family is Family.ANNEX:
        return Role.ANNEX
    if node.row is not None and above is None:
        return Role.ANNEX  # a table after the signature, with no heading that numbers it
    if heading and node.row is None and kind_of(node) not in _ITEM_KINDS:
        outermost = above is None or above.step.kind in (Kind.PART, Kind.TEXT)
        own = role_of(heading, only_strong=not outermost)
        if own is not None:
            return own
    return above.role if above is not None else Role.OTHER


_ITEM_KINDS = frozenset({Kind.DASH, Kind.PLUS})


class _Preamble:
    """Text before the first numbered clause: legal bases, or an account of the situation."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.open = True
        self.bases = False
        self.numbered = any(_numbered(node) for node in nodes)

    def role(self, node: Node) -> Role | None:
        if not self.open or node.row is not None:
            return None
        if _numbered(node):
            self.open = False
            return None
        known = lexicon(Frontmatter)
        plain = folded(node.text[:300])
        if plain.startswith(known.bases):
            self.bases = True
            return Role.BASIS
        if self.bases and (count(node.text) <= _BASIS_WORDS):
            return Role.BASIS
        return Role.CONTEXT if self.numbered else None


def _numbered(node: Node) -> bool:
    """Opens the body; dashes do not, since bases are often listed by them."""
    return node.part or (node.marker is not None and node.marker.family not in ITEMS)


# --- notices


# These are counted through the whole text, or the file holds one of many.
_COUNTED_THROUGH = NAMED | {Family.ARTICLE}


def _gaps(nodes: Sequence[Node], named: dict[Node, _Named]) -> list[Notice]:
    """Numbers that are passed over, and rows that do not begin with their first number."""
    found = []
    last: dict[tuple[Node | None, Family], Node] = {}
    for node in nodes:
        marker = node.marker
        if marker is None or marker.value is None:
            continue
        row = (node.parent, marker.family)
        before = last.get(row)
        last[row] = node
        if node.orphan:
            found.append(Notice("number-without-parent", named[node].id, marker.label))
        elif before is None and not first(marker) and marker.family not in _COUNTED_THROUGH:
            found.append(Notice("row-starts-late", named[node].id, marker.label))
        elif before is not None and before.marker and not follows(before.marker, marker):
            if marker.value == before.marker.value or first(marker):
                continue  # said already: the number is there twice
            found.append(
                Notice("number-passed-over", named[node].id, f"{before.marker.label} → {marker.label}")
            )
    return found
