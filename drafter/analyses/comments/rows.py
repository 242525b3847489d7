"""Rows of a form: which of them only head others or sign, and whose words each holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.language.joint import listed
from drafter.language.letter_notes import without_note
from drafter.language.lexicon import cue, lexicon
from drafter.language.senders import is_agency, proper
from drafter.model import Block, Grid

from .forms import SPEAKING, Cell, Form, form_of, says, text_of
from .ground import Spot, spot
from .inner import body_of
from .marks import mark_of
from .sentences import agrees

_NAME = 20  # words: more is no agency's name
# In the ISO/IEC form a member body by its country's code, its comments counted: "VN-012".
_CODE = re.compile(r"\*{0,2}([A-Z]{2,4})[\s-]*\d*")
_ASIDE = re.compile(r"\s*\((?P<said>[^()]+)\)\s*$")
_RUN = 2  # cells left blank that show a habit


@dataclass(frozen=True, slots=True)
class RowVoice:
    """Whose words a row holds: None where the form names nobody, so that whoever sent it speaks. `review`: a
    person must look, since the row does not say it."""

    agency: str | None = None
    review: bool = False


NOBODY: Mapping[Spot, RowVoice] = {}


def voices(grid: Grid, form: Form) -> list[RowVoice]:
    """Whose words each row from `form.first` on holds.

    A blank cell below a name stands for "as above" where the form nowhere repeats a name in the next row: a
    habit that two blank cells show, or a row without a number of its own; a single one is for a person. Where
    names are repeated, or none stands above, nobody knows: the name of the file does not say it.
    """
    rows = grid.rows[form.first :]
    named = [_named(row, form) for row in rows]
    several = len({name for name in named if name}) > 1
    blank = [not name and _speaks(row, form) for row, name in zip(rows, named, strict=True)]
    habit = not _repeats(rows, form)
    found: list[RowVoice] = []
    above: str | None = None
    grouped = False
    for row, name, empty in zip(rows, named, blank, strict=True):
        group = group_of(row, form)
        if group and names_speaker(group):
            above, grouped = proper(_unmarked(group)), True
        elif name:
            above, grouped = name, False
        if name or grouped or not any(named):
            found.append(RowVoice(name or above))
        elif above and (habit or not several):
            sure = not several or sum(blank) >= _RUN or not _numbered(row, form)
            found.append(RowVoice(above, review=empty and not sure))
        else:
            found.append(RowVoice(str(lexicon("letters")["unnamed"]), review=True))
    return found


def _named(row: Sequence[Cell], form: Form) -> str:
    name = listed(
        [line.strip() for text in form.texts(row, "agency") for line in text.split("\n") if line.strip()]
    )
    if "type" in form.columns and (code := _CODE.fullmatch(name.strip())):
        return code[1]
    aside = aside_of(name)
    name = body_of(without_note(name[: aside.start()] if aside else name))
    return proper(name) if name.strip() else ""


def aside_of(name: str) -> re.Match[str] | None:
    """What brackets behind the name of an agency say of it: `"Sở Xây dựng (không có ý kiến)"`."""
    found = _ASIDE.search(name)
    return found if found and agrees(found["said"]) else None


def _numbered(row: Sequence[Cell], form: Form) -> bool:
    return "number" not in form.columns or bool(form.texts(row, "number"))


def _speaks(row: Sequence[Cell], form: Form) -> bool:
    return any(text.strip() for text in form.texts(row, *SPEAKING))


def _repeats(rows: Sequence[Sequence[Cell]], form: Form) -> bool:
    """Whether a row names again, in a cell of its own, the agency of the row above."""
    cells = [[row[p] for p in form.columns.get("agency", ()) if p < len(row) and row[p]] for row in rows]
    return any(
        above and below and above != below and list(map(text_of, above)) == list(map(text_of, below))
        for above, below in pairwise(cells)
    )


def names_speaker(group: str) -> bool:
    """Whether a row that speaks in one cell names the agency of the rows below it."""
    return is_agency(_unmarked(group)) and len(group.split()) < _NAME


def group_of(row: Sequence[Cell], form: Form) -> str:
    """The text of a row that speaks in one cell outside the comment column, or runs over all columns.

    The form of ISO/IEC has none, nor has one to tick: a row with a place alone is one that nobody has filled
    in.
    """
    if "type" in form.columns or form.titles:
        return ""
    texts = [(place, text_of(cell)) for place, cell in enumerate(row) if cell]
    distinct = {text for _, text in texts}
    numbers = {text_of(row[place]) for place in form.columns.get("number", ()) if place < len(row)}
    said = distinct - numbers
    speaking = [place for name in SPEAKING for place in form.columns.get(name, ())]
    if len(said) != 1:
        return ""
    places = [place for place, text in texts if text in said]
    text = next(iter(said))
    over_all = len(places) > len(speaking) and len(places) >= len(row) - len(form.columns.get("number", ()))
    if over_all or (not set(places) & set(speaking) and not says(text)):
        return text
    return ""


def _unmarked(text: str) -> str:
    mark = mark_of(text, None, 0)
    return text[mark.end :] if mark else text


def signs(row: Sequence[Cell]) -> bool:
    """A row of the signature that was typed below the form."""
    texts = [text_of(cell) for cell in row if cell]
    return bool(texts) and all(cue("letters", "signature").match(text) for text in set(texts))


def row_voices(parts: Sequence[Block | Grid]) -> dict[Spot, RowVoice]:
    """Every printed line in the rows of forms → whose words that row holds."""
    found: dict[Spot, RowVoice] = {}
    for grid in parts:
        form = form_of(grid) if isinstance(grid, Grid) else None
        if isinstance(grid, Block) or form is None:
            continue
        for row, voice in zip(grid.rows[form.first :], voices(grid, form), strict=True):
            for block in (block for cell in row for block in cell):
                found.setdefault(spot(block, grid.name), voice)
    return found
