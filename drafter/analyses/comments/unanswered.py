"""Unanswered: what a collation, minutes or list say of agencies that have sent nothing, or were not there.

"Sở Tư pháp: chưa gửi ý kiến" is nobody's comment: the agency is still to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from drafter.language.joint import names_alone, together
from drafter.language.lexicon import lexicon
from drafter.language.normal import decoded
from drafter.language.senders import agency_key, find_agencies, is_bare, proper
from drafter.model import Block, FrameKind, Grid, Letter, Notice

from . import tables
from .forms import Cell, text_of, voiced
from .ground import Spot, spot
from .inner import Sender, is_inner
from .marks import mark_of
from .rows import voices
from .silence import sentence, unnamed
from .speakers import turn_of

_BRACKETS = " \t\n.,;:()[]–—-…*_☐☑☒✓✔✗×"
_LONGEST = 240  # characters: who sent nothing is told in a sentence


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The lines that say so, and whom they name, in the order of the file."""

    lines: tuple[Spot, ...]
    agencies: tuple[str, ...]
    several: bool = False  # speak in the file, or one beside those

    @property
    def zones(self) -> dict[Spot, FrameKind]:
        return dict.fromkeys(self.lines, FrameKind.UNANSWERED)

    def told(self, letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
        """The letters of the file, with a notice that names those agencies of which it has no comment."""
        heard = {agency_key(name) for letter in letters for name in together(letter.agency)}
        silent = [name for name in self.agencies if agency_key(name) not in heard]
        if not (silent and letters):
            return letters
        notice = Notice("unanswered", letters[0].path, ", ".join(silent))
        return replace(letters[0], notices=(*letters[0].notices, notice)), *letters[1:]


def unanswered(
    parts: Sequence[Block | Grid],
    issuer: str | None,
    floors: Mapping[Spot, str],
    *,
    minutes: bool,
    sender: Sender | None = None,
) -> Unanswered:
    """Of the lines and cells of a file. What `issuer`, who wrote it, says of itself is its answer, and what
    `sender` says of its units; `floors`: lines that hold a name alone. Lines count where several speak:
    `minutes`, or a speaker beside them."""
    cells = [each for part in parts if isinstance(part, Grid) for each in _of_grid(part)]
    blocks = [part for part in parts if isinstance(part, Block)]
    lines = list(_of_lines(blocks, floors))
    own = agency_key(issuer) if issuer else ""
    its = {place for place, name in lines if name and (agency_key(name) == own or is_inner(name, sender))}
    coming = {spot(block) for block in blocks if spot(block) in its and _later().search(decoded(block.text))}
    postponed = [each for each in lines if each[0] in coming]
    lines = [each for each in lines if each[0] not in its]
    several = minutes or _beside(blocks, {agency_key(name) for _, name in lines if name}, own, sender)
    told = [*cells, *postponed, *(lines if several else ())]
    return Unanswered(
        tuple(dict.fromkeys(place for place, _ in told)),
        tuple(dict.fromkeys(proper(name) for _, name in told if name)),
        several,
    )


def _beside(lines: Sequence[Block], silent: Container[str], own: str, sender: Sender | None) -> bool:
    """Whether another agency than who wrote speaks beside those that have sent nothing."""
    turns = (turn.agency for line in lines if (turn := turn_of(line)) and turn.agency)
    speakers = {agency_key(name) for name in turns if not is_inner(name, sender)}
    return bool(silent) and any(each != own and each not in silent for each in speakers)


def _of_lines(lines: Sequence[Block], floors: Mapping[Spot, str]) -> Iterator[tuple[Spot, str]]:
    """The lines that say so with the names in them, or "" where none is named. A name may stand alone above
    what is said of it, several in a list below."""
    above: Block | None = None
    listing = False
    for line in lines:
        bare = _unmarked(line)
        coming = _later().search(bare)  # whom they ask first is no sender
        spoken = find_agencies(bare[: coming.start()] if coming else bare)
        found = (bare[start:end] for start, end in spoken)
        names = [name for name in found if not is_bare(name)]  # "Sở đã đôn đốc" names none
        heads = above is not None and (above.text.rstrip().endswith(":") or above.text.isupper())
        if listing and names_alone(bare.strip(_BRACKETS)) and (heads or spot(line) not in floors):
            yield from ((spot(line), name) for name in names)
            continue
        listing = False
        named = floors.get(spot(above)) if above is not None else None
        if named and _says(bare, named):
            yield spot(line), named
        elif _tells(bare, names):
            listing = not names or bare.endswith(":")
            yield from ((spot(line), name) for name in names or [""])
        above = line


def _of_grid(grid: Grid) -> Iterator[tuple[Spot, str]]:
    """Cells of a table whose rows or columns are of agencies."""
    form = tables.form_of(grid)
    if form is None:
        for row in grid.rows:
            name = next((text for cell in row if names_alone(text := decoded(text_of(cell)).strip())), None)
            yield from _of_row(row, name, grid.name)
        return
    columns = voiced(grid, form)
    for row, voice in zip(grid.rows[form.first :], voices(grid, form), strict=True):
        if not columns:
            yield from _of_row(row, voice.agency, grid.name)
        for at, agency in columns.items():
            yield from _of_row(row[at : at + 1], agency, grid.name)


def _of_row(row: Sequence[Cell], agency: str | None, sheet: str | None) -> Iterator[tuple[Spot, str]]:
    for cell in row if agency else ():
        if _says(decoded(text_of(cell)), agency or ""):
            yield from ((spot(block, sheet), agency or "") for block in cell)


def _tells(bare: str, names: Sequence[str]) -> bool:
    """Whether a line tells no more than that nothing came of those it names: `"Sở Y tế: chưa gửi"`, `"Còn 03
    đơn vị chưa gửi ý kiến: …"`."""
    if len(bare) > _LONGEST * (1 + len(names)):
        return False
    bare = unnamed(bare)
    return len(bare) <= _LONGEST * 2 and _sentence().fullmatch(bare.strip(_BRACKETS)) is not None


def _says(text: str, agency: str = "") -> bool:
    """Whether a text says no more than that nothing came of `agency`, which it may name again."""
    if len(text) > _LONGEST:
        return False
    for start, end in reversed(find_agencies(text)):
        if agency_key(text[start:end]) == agency_key(agency):
            text = f"{text[:start]}{lexicon('letters')['unanswered']['itself']}{text[end:]}"
    return _pattern().fullmatch(text.strip(_BRACKETS)) is not None


@cache
def _pattern() -> re.Pattern[str]:
    return sentence("before")


@cache
def _sentence() -> re.Pattern[str]:
    return sentence("before", "who", listed=True)


@cache
def _later() -> re.Pattern[str]:
    return re.compile(lexicon("letters")["unanswered"]["later"], re.IGNORECASE)


def _unmarked(block: Block) -> str:
    text = decoded(block.text)
    mark = mark_of(text, block.mark, block.level)
    return text[mark.end if mark else 0 :].strip()
