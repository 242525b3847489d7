"""Redrafting by chance: a draft edited as offices edit, with the truth of which clause became which.

`redraft(draft, random)` deletes, inserts, rewords, moves, swaps, splits and merges clauses, numbers all
anew and says what continues what. For tests of alignment and changes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from drafter.language.words import count
from drafter.model import Clause, Draft, Kind, Numbered, Role

Truth = set[tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass
class Node:
    """A clause being edited. `origins` are the ids it continues, none where it is new."""

    clause: Clause
    text: str
    children: list[Node] = field(default_factory=list)
    origins: tuple[str, ...] = ()
    id: str = ""


def clause(
    id: str, text: str, parent: str | None = None, *, kind: Kind = Kind.PARAGRAPH, role: Role = Role.TASKS
) -> Clause:
    """A clause by hand; its marker is the last part of the id."""
    last = id.rpartition(".")[2]
    return Clause(
        id,
        id,
        last,
        kind,
        role,
        None,
        text,
        count(text),
        count(text),
        parent,
        0,
        numbering=Numbered.TYPED,
        label=last,
    )


def draft(*clauses: Clause, number: int = 1) -> Draft:
    """A draft of these clauses, in this order."""
    ordered = tuple(replace(one, order=place) for place, one in enumerate(clauses))
    return Draft(f"lan-{number}.docx", "", "", number, None, None, "Nghị quyết", ordered)


def written(lines: str, number: int = 1) -> Draft:
    """A draft from lines `III.2.a text`: the id, then the text; parents must stand before children."""
    clauses = []
    for line in lines.strip().splitlines():
        id, _, text = line.strip().partition(" ")
        clauses.append(clause(id, text, id.rpartition(".")[0] or None))
    return draft(*clauses, number=number)


def read_clauses(path: Path, number: int = 1) -> Draft:
    """A draft from a gold `clauses.tsv`; rows of annex tables get their cells."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return draft(*(_read(row) for row in rows), number=number)


def _read(row: dict[str, str]) -> Clause:
    id, last = row["id"], row["id"].rpartition(".")[2]
    is_row = last.startswith("t") and "r" in last
    kind = Kind.TABLE_ROW if is_row else Kind.ANNEX if last.startswith("pl") else Kind.PARAGRAPH
    read = clause(id, row["text"], row["parent"] or None, kind=kind, role=Role(row.get("role") or "other"))
    cells = (row["marker"], *row["text"].split(" | ")) if is_row else ()
    return replace(read, marker=row["marker"] or None, cells=cells)


def redraft(
    old: Draft, random: Random, steps: int = 12, *, insertions: Sequence[str] = (), rewording: float = 0.0
) -> tuple[Draft, Truth]:
    """`old` after `steps` random edits, and which clauses continue which (deleted and inserted ones too).

    Each clause has one edit; with `rewording` above 0 that share of all leaves, moved and divided ones
    too, has words replaced on top.
    """
    top = _tree(old)
    touched: set[str] = set()
    for _ in range(steps):
        edit = random.choice((_delete, _insert, _reword, _reword, _move, _swap, _split, _merge, _restructure))
        edit(top, random, touched, insertions)
    for _, leaf in list(_leaves(top)):
        if leaf.origins and count(leaf.text) >= 12 and random.random() < rewording:
            leaf.text = _reworded(leaf.text, random)
    clauses = list(_numbered(top, None))
    new = draft(*(one for one, _ in clauses), number=(old.number or 1) + 1)
    truth: Truth = set()
    parts: dict[tuple[str, ...], list[str]] = {}
    for one, node in clauses:
        if node.origins:
            parts.setdefault(node.origins, []).append(one.id)
        else:
            truth.add(((), (one.id,)))
    truth |= {(origins, tuple(ids)) for origins, ids in parts.items()}
    kept = {id for origins in parts for id in origins}
    return new, truth | {((one.id,), ()) for one in old.clauses if one.id not in kept}


def _tree(old: Draft) -> Node:
    nodes = {one.id: Node(one, one.text, [], (one.id,)) for one in old.clauses}
    top = Node(old.clauses[0], "")
    for one in old.clauses:
        (nodes[one.parent] if one.parent else top).children.append(nodes[one.id])
    return top


def _numbered(node: Node, parent: str | None) -> Iterator[tuple[Clause, Node]]:
    counts: dict[str, int] = {}
    for child in node.children:
        last = child.clause.id.rpartition(".")[2]
        sign = "".join(char for char in last if not char.isalnum()) or (
            "t1r" if child.clause.kind is Kind.TABLE_ROW else ""
        )
        counts[sign] = counts.get(sign, 0) + 1
        id = f"{sign}{counts[sign]}"
        child.id = f"{parent}.{id}" if parent else id
        cells = child.clause.cells
        if cells:
            cells = (str(counts[sign]), *child.text.split(" | "))
        yield (
            replace(
                child.clause,
                id=child.id,
                locator=child.id,
                marker=id,
                text=child.text,
                cells=cells,
                parent=parent,
                words=count(child.text),
            ),
            child,
        )
        yield from _numbered(child, child.id)


def _leaves(node: Node) -> Iterator[tuple[Node, Node]]:
    """(parent, leaf) of all clauses without children."""
    for child in node.children:
        if child.children:
            yield from _leaves(child)
        else:
            yield node, child


def _free(top: Node, touched: set[str], least: int = 8) -> list[tuple[Node, Node]]:
    return [
        (parent, leaf)
        for parent, leaf in _leaves(top)
        if leaf.origins and not touched & set(leaf.origins) and count(leaf.text) >= least
    ]


def _pick(top: Node, random: Random, touched: set[str], least: int = 8) -> tuple[Node, Node] | None:
    free = _free(top, touched, least)
    if not free:
        return None
    parent, leaf = random.choice(free)
    touched.update(leaf.origins)
    return parent, leaf


def _delete(top: Node, random: Random, touched: set[str], _: Sequence[str]) -> None:
    picked = _pick(top, random, touched)
    if picked and len(picked[0].children) > 1:
        picked[0].children.remove(picked[1])


def _insert(top: Node, random: Random, touched: set[str], insertions: Sequence[str]) -> None:
    picked = _pick(top, random, touched)
    if picked and insertions and picked[1].clause.kind is not Kind.TABLE_ROW:
        parent, beside = picked
        fresh = Node(beside.clause, random.choice(insertions), [], ())
        if all(fresh.text != leaf.text for _, leaf in _leaves(top)):
            parent.children.insert(parent.children.index(beside), fresh)


def _reword(top: Node, random: Random, touched: set[str], _: Sequence[str]) -> None:
    picked = _pick(top, random, touched)
    if picked:
        picked[1].text = _reworded(picked[1].text, random)


def _reworded(text: str, random: Random) -> str:
    """Up to a fifth of the words deleted, doubled or replaced."""
    words = text.split(" ")
    for _ in range(max(1, len(words) // random.choice((5, 8, 20)))):
        at = random.randrange(len(words))
        words[at : at + 1] = random.choice(
            ([], ["kịp thời"], [f"{random.randint(2, 99)}%"], [words[at], "và"])
        )
    return " ".join(words).strip() or "kịp thời"


def _move(top: Node, random: Random, touched: set[str], _: Sequence[str]) -> None:
    picked, target = _pick(top, random, touched, 12), _pick(top, random, touched)
    if picked and target and len(picked[0].children) > 1 and picked[1] is not target[1]:
        rows = {picked[1].clause.kind is Kind.TABLE_ROW, target[1].clause.kind is Kind.TABLE_ROW}
        if len(rows) == 1:
            picked[0].children.remove(picked[1])
            target[0].children.insert(target[0].children.index(target[1]), picked[1])


def _swap(top: Node, random: Random, touched: set[str], _: Sequence[str]) -> None:
    picked = _pick(top, random, touched)
    if picked and len(picked[0].children) > 2:
        picked[0].children.remove(picked[1])
        picked[0].children.insert(random.randrange(len(picked[0].children)), picked[1])


def _split(top: Node, random: Random, touched: set[str], _: Sequence[str]) -> None:
    """Cut after a sentence or a semicolon in the middle half of a long clause."""
    picked = _pick(top, random, touched, 30)
    if not picked or picked[1].clause.kind is Kind.TABLE_ROW:
        return
    parent, leaf = picked
    size = len(leaf.text)
    cuts = [
        at for at in range(size // 4, 3 * size // 4) if leaf.text[at] in ".;" and leaf.text[at + 1] == " "
    ]
    if cuts:
        cut = random.choice(cuts)
        rest = Node(
            leaf.clause, leaf.text[cut + 2 : cut + 3].upper() + leaf.text[cut + 3 :], [], leaf.origins
        )
        leaf.text = leaf.text[: cut + 1]
        parent.children.insert(parent.children.index(leaf) + 1, rest)


def _merge(top: Node, random: Random, touched: set[str], _: Sequence[str]) -> None:
    picked = _pick(top, random, touched)
    if not picked or picked[1].clause.kind is Kind.TABLE_ROW:
        return
    parent, leaf = picked
    place = parent.children.index(leaf) + 1
    if place >= len(parent.children):
        return
    after = parent.children[place]
    if after.children or not after.origins or touched & set(after.origins) or count(after.text) < 8:
        return
    touched.update(after.origins)
    joint = random.choice((" ", " Đồng thời, ", " "))
    leaf.text = f"{leaf.text}{joint}{after.text}"
    leaf.origins = (*leaf.origins, *after.origins)
    parent.children.remove(after)


def _restructure(top: Node, random: Random, touched: set[str], _: Sequence[str]) -> None:
    """A heading with all below it goes elsewhere among its kind, under a new name; or only is renamed."""
    headings = [
        (parent, node) for parent, node in _headings(top) if node.origins and not touched & set(node.origins)
    ]
    if not headings:
        return
    parent, node = random.choice(headings)
    touched.update(node.origins)
    node.text = random.choice(
        (node.text, f"Về {node.text[0].lower()}{node.text[1:]}", f"{node.text} của tỉnh")
    )
    targets = [other for other, sibling in headings if sibling is not node and not _below(node, other)]
    if targets and random.random() < 0.5:
        target = random.choice(targets)
        parent.children.remove(node)
        target.children.insert(random.randint(0, len(target.children)), node)


def _headings(node: Node) -> Iterator[tuple[Node, Node]]:
    for child in node.children:
        if child.children and child.clause.kind is not Kind.ANNEX:
            yield node, child
            yield from _headings(child)


def _below(node: Node, other: Node) -> bool:
    return node is other or any(_below(child, other) for child in node.children)
