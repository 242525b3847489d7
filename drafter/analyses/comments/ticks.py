"""Ticks: what an agency chose in a row of a form by a mark in a column, or among the boxes below a question.

    | Điều 4 | Nhất trí | Không nhất trí |  with "x" in the last: the title of the column is what is said
    "Ông/bà có đồng ý với khoản 1 Điều 4 không?" above "☐ Đồng ý   ☒ Không đồng ý"

The form's question is nobody's comment; the words of the ticked box are one, on the place asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.language.lexicon import lexicon
from drafter.language.normal import decoded
from drafter.model import Block, FrameKind, Grid

from .boxes import groups, open_boxes
from .forms import CHOICES, Cell, Form, text_of
from .ground import Spot, spot
from .openings import wishes
from .passage import Passage
from .sentences import agrees
from .statements import Statement

_MARK = re.compile(r"[\[(]?\s*(?:[xX✕✖vV√✓✔☑☒✗×]|có)\s*[\])]?", re.IGNORECASE)
_NO = re.compile(r"(?:[-–—.…_\s☐□❑\[\]()]|không)*", re.IGNORECASE)

_ABOUT = 25  # words of a line that says what is asked about


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
    """What the ticked boxes say, and the lines of options and questions. Options that are no choice and that
    no question stands above are a list, but for those left open beside a tick."""
    found: list[Statement] = []
    zones = open_boxes(parts)
    for group in groups(part for part in parts if isinstance(part, Block)):
        asked = group.above if group.above and _asks_about(group.above.text) else None
        question = asked is not None and asked.text.rstrip().endswith("?")
        if question and not all(option.choice for option in group.options):
            continue
        ticks = [each for each in group.ticked if each.choice and not each.words.endswith(":")]
        if asked is not None and (question or ticks):
            zones[spot(asked)] = FrameKind.HEADING
        for option in ticks:
            why = [group.below] if option is group.options[-1] or len(ticks) == 1 else []
            lines = (option.block, *(line for line in why if line and _reasons(line.text)))
            zones.update((spot(line), FrameKind.REFERENCE) for line in lines)
            body = Passage(lines, unit)
            first, last = (_in_norm(body, option.block, at) for at in (option.start, option.end))
            end = last if len(lines) == 1 else len(body.norm.text)
            cited = asked.text if asked else ""
            found.append(Statement(body, first, end, cited=cited, review=len(ticks) > 1))
    return found, zones


def _asks_about(text: str) -> bool:
    """Whether a line above options says what they are about: `"1. Về khoản 2 mục III:"`."""
    if text.rstrip().endswith("?"):
        return True
    short = len(text.split()) <= _ABOUT and not text.rstrip().endswith((".", ";"))
    return short and not (wishes(text) or agrees(text))


def _reasons(text: str) -> bool:
    """Whether the line below a tick says why: `"Lý do: mức chi chưa phù hợp."`"""
    reason = re.match(lexicon("letters")["reason"], decoded(text), re.IGNORECASE | re.DOTALL)
    return reason is not None and any(map(str.isalpha, reason[1]))


def _in_norm(body: Passage, block: Block, at: int) -> int:
    found = body.find(block.number, block.offset + at)
    return at if found is None else found
