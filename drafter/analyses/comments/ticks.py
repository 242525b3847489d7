"""Ticks: what an agency chose in a row of a form by a mark in a column, or among the boxes below a question.

    | Điều 4 | Nhất trí | Không nhất trí |  with "x" in the last: the title of the column is what is said
    "Ông/bà có đồng ý với khoản 1 Điều 4 không?" above "☐ Đồng ý   ☒ Không đồng ý"

The form's question is nobody's comment; the words of the ticked box are one, on the place asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.language.lexicon import cue
from drafter.language.normal import decoded
from drafter.model import Block, FrameKind, Grid

from .forms import CHOICES, Cell, Form, text_of
from .ground import Spot, spot
from .passage import Passage
from .statements import Statement

_MARK = re.compile(r"[\[(]?\s*(?:[xX✕✖vV√✓✔☑☒✗×]|có)\s*[\])]?", re.IGNORECASE)
_BOX = re.compile(r"(?P<on>[☑☒✓✔✗]|\[\s*[xXvV]\s*\])|(?P<off>[☐□❑]|\[\s*\])")
_NO = re.compile(r"(?:[-–—.…_\s☐□❑\[\]()]|không)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tick:
    """What a row chose: the cell and the title of its column. `objects`: it does not agree; `marked`: the
    cell holds a mark, no words; `both`: another column of the row is ticked too."""

    cell: Cell
    title: str
    objects: bool
    marked: bool
    both: bool


def ticked(row: Sequence[Cell], form: Form) -> Tick | None:
    """What is chosen in a row by a mark or words below a title that agrees or does not; objections first."""
    found = [
        (name, at) for name in CHOICES for at in form.columns.get(name, ())
        if at < len(row) and row[at] and not _NO.fullmatch(decoded(text_of(row[at])))
    ]  # fmt: skip
    if not found:
        return None
    name, at = found[0]
    marked = _MARK.fullmatch(decoded(text_of(row[at])).strip()) is not None
    return Tick(row[at], form.titles[at], name == "object", marked, len(found) > 1)


def ballots(parts: Sequence[Block | Grid], unit: str) -> tuple[list[Statement], dict[Spot, FrameKind]]:
    """What the ticked boxes below questions say, and the lines of both; others are a list."""
    found: list[Statement] = []
    zones: dict[Spot, FrameKind] = {}
    question: Block | None = None
    for part in parts:
        if isinstance(part, Grid):
            question = None
            continue
        options = _options(part.text)
        if question is not None and options:
            zones.update({spot(question): FrameKind.HEADING, spot(part): FrameKind.REFERENCE})
            ticks = [each for each in options if each[0]]
            for _, start, end in ticks:
                body = Passage((part,), unit)
                first, last = (_in_norm(body, part, at) for at in (start, end))
                found.append(Statement(body, first, last, cited=question.text, review=len(ticks) > 1))
        elif part.text.rstrip().endswith("?"):
            question = part
        else:
            question = None
    return found, zones


def _options(text: str) -> list[tuple[bool, int, int]]:
    """The boxes of a line that agree or do not: whether each is ticked, and the stretch of its words. None
    where a box is of something else."""
    boxes = list(_BOX.finditer(text))
    if not boxes or text[: boxes[0].start()].strip(" -–•"):
        return []
    ends = [*(box.start() for box in boxes[1:]), len(text)]
    found = []
    for box, stop in zip(boxes, ends, strict=True):
        words = text[box.end() : stop]
        said = decoded(words).strip()
        if not any(cue("letters", "columns", name).search(said) for name in CHOICES):
            return []
        start = box.end() + len(words) - len(words.lstrip())
        found.append((box["on"] is not None, start, box.end() + len(words.rstrip())))
    return found


def _in_norm(body: Passage, block: Block, at: int) -> int:
    found = body.find(block.number, block.offset + at)
    return at if found is None else found
