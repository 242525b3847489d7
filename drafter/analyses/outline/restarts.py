"""Restarts: tables whose rows are numbered anew in each group, so that the locator of a row names it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from drafter.language.locators import Step
from drafter.language.numerals import roman
from drafter.model import Kind

from .nodes import Node

_LETTER = re.compile(r"[A-HĐ]")


def groups_of_rows(nodes: Sequence[Node]) -> Mapping[Node, Step]:
    """Row → the group that it stands in, where a number comes twice in its table: "số thứ tự 1, mục VI"."""
    tables: dict[tuple[Node | None, int], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.row is not None:
            tables[node.parent, node.table].append(node)
    return {row: step for rows in tables.values() for row, step in _grouped(rows).items()}


def _grouped(rows: Sequence[Node]) -> dict[Node, Step]:
    found: dict[Node, Step] = {}
    group: Step | None = None
    numbers: list[str] = []
    for row in rows:
        number = _number(row)
        if roman(number) is not None or _LETTER.fullmatch(number):
            group = Step(Kind.SECTION, number)
        elif number:
            numbers.append(number)
            if group is not None:
                found[row] = group
    return found if len(set(numbers)) < len(numbers) else {}


def _number(node: Node) -> str:
    return (node.row.marker or "").strip(" .)") if node.row is not None else ""
