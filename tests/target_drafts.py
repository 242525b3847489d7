"""Small drafts written as indented outlines, for the tests of targets and tasks.

Each line: the role of its part in brackets where it changes, the marker, the text; indentation
makes the tree. A heading is a line in capitals or one that ends with "/". Tables:
"| cell | cell", the first such line of a block is the header.
"""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model import Clause, Draft, Kind, Role

_LINE = re.compile(
    r"(?P<indent> *)(?:\[(?P<role>\w+)\] *)?"
    r"(?P<marker>PHỤ LỤC [IVX]+|[IVX]+[.-]|\d+(?:\.\d+)*[.-]|[a-zđ]\)|[-+])? *(?P<text>.*)"
)


def draft(outline: str) -> Draft:
    """The draft that an indented outline describes."""
    clauses: list[Clause] = []
    open_: list[tuple[int, Clause]] = []
    header: tuple[str, ...] | None = None
    rows = 0
    for line in outline.strip("\n").splitlines():
        found = _LINE.fullmatch(line)
        assert found, line
        indent, text = len(found["indent"]), found["text"].strip()
        open_ = [pair for pair in open_ if pair[0] < indent]
        parent = open_[-1][1] if open_ else None
        role = Role(found["role"]) if found["role"] else parent.role if parent else Role.OTHER
        if text.startswith("|"):
            cells = tuple(cell.strip() for cell in text.strip("|").split("|"))
            if header is None:
                header, rows = cells, 0
                continue
            rows += 1
            clauses.append(_row(cells, header, rows, parent, len(clauses)))
            continue
        header = None
        clause = _clause(found["marker"], text, role, parent, clauses)
        clauses.append(clause)
        open_.append((indent, clause))
    return Draft("x.docx", "", "", None, None, None, None, tuple(clauses))


def _kind(marker: str | None) -> Kind:
    if marker is None:
        return Kind.TEXT
    if marker.startswith("PHỤ LỤC"):
        return Kind.ANNEX
    if marker in "-+":
        return Kind.DASH if marker == "-" else Kind.PLUS
    if marker[0] in "IVX":
        return Kind.SECTION
    return Kind.PARAGRAPH if marker[0].isdigit() else Kind.POINT


def _clause(marker: str | None, text: str, role: Role, parent: Clause | None, before: list[Clause]) -> Clause:
    kind = _kind(marker)
    siblings = [c for c in before if c.parent == (parent.id if parent else None) and c.kind == kind]
    last = (marker or "p").replace("PHỤ LỤC ", "pl-").rstrip(".-)") or (marker or "p")
    last = f"{last}{len(siblings) + 1}" if kind in (Kind.DASH, Kind.PLUS, Kind.TEXT) else last.split(".")[-1]
    id = f"{parent.id}.{last}" if parent else last
    heading = text.isupper() or text.endswith("/")
    text = text.rstrip("/")
    words = len(text.split())
    return Clause(
        id,
        id,
        marker,
        kind,
        role,
        text if heading else None,
        text,
        words,
        words,
        parent.id if parent else None,
        len(before),
    )


def _row(
    cells: tuple[str, ...], header: tuple[str, ...], at: int, parent: Clause | None, order: int
) -> Clause:
    assert parent is not None
    text = " | ".join(cells[1:])
    return Clause(
        f"{parent.id}.t1r{at}",
        "",
        cells[0],
        Kind.TABLE_ROW,
        Role.ANNEX,
        None,
        text,
        1,
        1,
        parent.id,
        order,
        cells=cells,
        columns=header,
    )


def one_bullet(sentence: str) -> Draft:
    """A draft whose target section holds one dash."""
    heading = Clause("II", "mục II", "II.", Kind.SECTION, Role.TARGETS, "CHỈ TIÊU", "CHỈ TIÊU", 2, 2, None, 0)
    dash = Clause(
        "II.-1", "gạch đầu dòng thứ 1, mục II", "-", Kind.DASH, Role.TARGETS, None, sentence, 9, 9, "II", 1
    )
    return Draft("x.docx", "", "", None, None, None, None, (heading, dash))


def renamed(found: Draft, old: str, new: str) -> Draft:
    """The draft with words of its texts changed: a fault put in."""
    clauses = tuple(
        replace(
            clause,
            text=clause.text.replace(old, new),
            cells=tuple(cell.replace(old, new) for cell in clause.cells),
            heading=clause.heading and clause.heading.replace(old, new),
        )
        for clause in found.clauses
    )  # fmt: skip
    assert clauses != found.clauses, old
    return replace(found, clauses=clauses)
