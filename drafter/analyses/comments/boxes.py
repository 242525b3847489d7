"""Boxes: what a form offers to tick, each option as a line of its own, and which of them stand open.

"☐ Đồng ý   ☒ Không đồng ý" → "☐ Đồng ý", which nobody says, and "☒ Không đồng ý"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.language.lexicon import cue
from drafter.language.normal import decoded
from drafter.language.request_rules import grammar
from drafter.model import Block, FrameKind, Grid

from .forms import CHOICES
from .ground import Spot, cut, spot

_BOX = re.compile(r"(?P<on>[☑☒✓✔✗]|\[\s*[xXvV✓✔]\s*\]|\(\s*[xX✓✔]\s*\))|(?P<off>[☐□❑❏⬜◻▢]|\[\s*\]|\(\s+\))")
_BULLET = " \t-–•+"
_LONGEST = 25  # words of an option
_LETTER = re.compile(r"[^\W\d_]")
_ASIDE = re.compile(r"\([^()]*\)?|[.…_]{2,}|…")


@dataclass(frozen=True, slots=True)
class BoxOption:
    """An option: the line that holds it, whether it is ticked, and the stretch of its words."""

    block: Block
    ticked: bool
    start: int
    end: int

    @property
    def words(self) -> str:
        return decoded(self.block.text[self.start : self.end]).strip()

    @property
    def choice(self) -> bool:
        """Whether it is one by which a form asks for agreement, or for what else there is."""
        bare = _ASIDE.sub("", self.words).strip(" .:;,")
        agrees = any(cue("letters", "columns", name).search(bare) for name in CHOICES)
        asks = grammar().request.pattern.search(bare)
        return (agrees and not asks) or cue("letters", "form", "open").fullmatch(bare) is not None

    @property
    def filled(self) -> bool:
        """Whether somebody wrote something behind its colon."""
        return _LETTER.search(_ASIDE.sub("", self.words.partition(":")[2])) is not None


@dataclass(frozen=True, slots=True)
class BoxGroup:
    """Options that stand together, and the lines right above the first and below the last."""

    above: Block | None
    options: tuple[BoxOption, ...]
    below: Block | None = None

    @property
    def ticked(self) -> list[BoxOption]:
        return [option for option in self.options if option.ticked]

    @property
    def open(self) -> list[BoxOption]:
        """Those that nobody chose: beside a tick all, else what a form is known to offer."""
        left = [option for option in self.options if not (option.ticked or option.filled)]
        return left if self.ticked else [option for option in left if option.choice]


def option_of(block: Block) -> BoxOption | None:
    """The option that a line is: a box and its words, in either order."""
    text, boxes = block.text, list(_BOX.finditer(block.text))
    if len(boxes) != 1:
        return None
    before, behind = text[: boxes[0].start()].strip(_BULLET), text[boxes[0].end() :].strip()
    if bool(before) == bool(behind):
        return None
    start, end = (boxes[0].end(), len(text)) if behind else (0, boxes[0].start())
    words = text[start:end]
    first, last = (
        start + len(words) - len(words.lstrip()),
        start + len(words.rstrip(" \t:" if before else None)),
    )
    return BoxOption(block, boxes[0]["on"] is not None, first, last)


def groups(parts: Iterable[Block | Grid]) -> Iterator[BoxGroup]:
    """The options of a file that stand together, in prose and in cells."""
    run: list[Block] = []
    for part in parts:
        if isinstance(part, Block):
            run.append(part)
            continue
        yield from _of_run(run)
        run = []
        for cell in dict.fromkeys(cell for row in part.rows for cell in row):
            yield from _of_run(cell)
    yield from _of_run(run)


def _of_run(lines: Sequence[Block]) -> Iterator[BoxGroup]:
    above: Block | None = None
    found: list[BoxOption] = []
    for line in lines:
        if option := option_of(line):
            found.append(option)
            continue
        if found:
            yield BoxGroup(above, tuple(found), line)
        above, found = line, []
    if found:
        yield BoxGroup(above, tuple(found))


def open_boxes(parts: Iterable[Block | Grid]) -> dict[Spot, FrameKind]:
    """The lines of a file that hold an option nobody chose."""
    sheets = {id(block): part.name for part in parts if isinstance(part, Grid)
              for row in part.rows for cell in row for block in cell}  # fmt: skip
    return {
        spot(option.block, sheets.get(id(option.block))): FrameKind.REFERENCE
        for group in groups(parts)
        for option in group.open
    }


def options_apart(parts: Iterable[Block | Grid]) -> list[Block | Grid]:
    """The parts of a file, each option of several in a line as a line of its own, and what stands before."""
    found: list[Block | Grid] = []
    for part in parts:
        if isinstance(part, Block):
            found.extend(_apart(part))
        else:
            rows = [
                [tuple(line for block in cell for line in _apart(block)) for cell in row] for row in part.rows
            ]
            found.append(replace(part, rows=tuple(map(tuple, rows))))
    return found


def _apart(block: Block) -> list[Block]:
    text, boxes = block.text, list(_BOX.finditer(block.text))
    if not boxes or (len(boxes) == 1 and option_of(block) and not text.partition(":")[2].strip()):
        return [block]
    lead = text[: boxes[0].start()]
    if _LETTER.search(text[boxes[-1].end() :]):
        if lead.strip(_BULLET) and not lead.rstrip().endswith((":", "?")):
            return [block]
        edges = [box.start() for box in boxes] + [len(text)]
    else:  # "Đồng ý ☒   Không đồng ý ☐"
        edges = [lead.rstrip(" :").rfind(":") + 1, *(box.end() for box in boxes)]
    edges = [0, *edges] if text[: edges[0]].strip(_BULLET) else [0, *edges[1:]]
    edges[-1] = len(text)
    pieces = [cut(block, start, end) for start, end in pairwise(edges)]
    options = [option for piece in pieces if (option := option_of(piece))]
    told = len(boxes) > 1 or any(option.choice for option in options)
    short = all(len(option.words.split()) <= _LONGEST for option in options)
    if len(pieces) < 2 or len(options) != len(boxes) or not (told and short):
        return [block]
    return [replace(pieces[0], mark=block.mark, heading=False), *pieces[1:]]
