"""Which reading of a marker holds, and whether a line that looks numbered is: told by the sequence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drafter.language.markers import ITEMS, Family, Marker, first, follows

from .lines import DraftBlock, DraftLine

_TITLE_WORDS = 40
_SMALL_ROMAN = frozenset({Family.SMALL_ROMAN, Family.BRACKETED_ROMAN})
_QUOTES = {"“": "”", '"': '"', "«": "»"}
_NEAR = 60  # blocks in which the second item of a row, or the end of a quotation, is looked for


def choose_markers(blocks: Sequence[DraftBlock]) -> None:
    """Set `marker` of every line of which one reading is believed."""
    last: dict[Family, Marker] = {}
    order: dict[Family, int] = {}
    quoted = _quoted(blocks)
    for at, block in enumerate(blocks):
        if not isinstance(block, DraftLine) or not block.readings or at in quoted:
            continue
        chosen = _choice(block.readings, last, order)
        if chosen.key == "i" and not follows(last.get(chosen.family), chosen) and _second_roman(blocks, at):
            chosen = next((reading for reading in block.readings if reading.family in _SMALL_ROMAN), chosen)
        if not _believed(_Candidate(chosen, block, last.get(chosen.family))):
            continue
        block.marker = chosen
        if chosen.value is not None:
            last[chosen.family] = chosen
            order[chosen.family] = at


def _quoted(blocks: Sequence[DraftBlock]) -> set[int]:
    """Blocks inside a quotation that runs over several: the new wording of an act that is amended.

    A quotation opens a line (`“Điều 7. …`) and closes one (`…”.`); its numbers are not the draft's.
    """
    found: set[int] = set()
    at = 0
    while at < len(blocks):
        end = _closing(blocks, at)
        found.update(range(at + 1, end + 1))
        at = end + 1
    return found


def _closing(blocks: Sequence[DraftBlock], at: int) -> int:
    """The block that closes the quotation opened at the start of block `at`; `at` where there is none."""
    opening = blocks[at]
    if not isinstance(opening, DraftLine) or opening.text[:1] not in _QUOTES:
        return at
    close = _QUOTES[opening.text[0]]
    depth = 0
    for place in range(at, min(at + _NEAR, len(blocks))):
        block = blocks[place]
        if not isinstance(block, DraftLine):
            return at
        if opening.text[0] == close:
            depth = (depth + block.text.count(close)) % 2
        else:
            depth += block.text.count(opening.text[0]) - block.text.count(close)
        if depth <= 0:
            return place if block.text.rstrip(".;,: ").endswith(close) else at
    return at


def _choice(readings: Sequence[Marker], last: dict[Family, Marker], order: dict[Family, int]) -> Marker:
    """The reading that continues the row written last; else the likelier one."""
    if len(readings) == 1:
        return readings[0]
    going_on = [reading for reading in readings if follows(last.get(reading.family), reading)]
    return max(going_on, key=lambda reading: order.get(reading.family, -1)) if going_on else readings[0]


def _second_roman(blocks: Sequence[DraftBlock], at: int) -> bool:
    """Whether `ii)` comes before another `i)`: then `i)` is a Roman number, not the point after h."""
    for block in blocks[at + 1 : at + 1 + _NEAR]:
        if isinstance(block, DraftLine) and block.readings:
            key = block.readings[-1].key
            if key in ("i", "ii"):
                return key == "ii"
    return False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A marker that a line may be numbered by; `before` is the last one of its family."""

    marker: Marker
    line: DraftLine
    before: Marker | None


def _believed(candidate: _Candidate) -> bool:
    """Whether the line is numbered by the marker: the first rule that knows decides."""
    verdicts = (rule(candidate) for rule in _RULES)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _automatic(it: _Candidate) -> bool | None:
    return True if it.line.automatic else None


def _annexed(it: _Candidate) -> bool | None:
    return _annex(it.marker, it.line) if it.marker.family is Family.ANNEX else None


def _after_soft_break(it: _Candidate) -> bool | None:
    return False if it.line.soft and not _in_row(it.marker, it.line, it.before) else None


def _sure(it: _Candidate) -> bool | None:
    return True if it.marker.sure or follows(it.before, it.marker) else None


def _figures(it: _Candidate) -> bool | None:
    if it.marker.family is not Family.NUMBER or not it.marker.parts:
        return None
    return _decimal(it.marker, it.before) or (it.line.paragraph.bold and titled(it.line.text))


def _name(it: _Candidate) -> bool | None:
    """ "C. Mác", "L. …": hundreds of sections there are not."""
    single = len(it.marker.label.rstrip(" .-–—:/)")) == 1 and it.marker.key not in "IVX"
    return False if it.marker.family is Family.ROMAN and single else None


def _late_letter(it: _Candidate) -> bool | None:
    return False if it.marker.family is Family.LETTER and not first(it.marker) else None


def _set_as_title(it: _Candidate) -> bool:
    paragraph = it.line.paragraph
    return titled(it.line.text) and (paragraph.bold or paragraph.centred or shouted(it.line.text))


# In this order; None leaves it to the next.
_RULES: tuple[Callable[[_Candidate], bool | None], ...] = (
    _automatic, _annexed, _after_soft_break, _sure, _figures, _name, _late_letter, _set_as_title,
)  # fmt: skip


def _in_row(marker: Marker, line: DraftLine, before: Marker | None) -> bool:
    """After a soft break only what clearly is an item: in sequence, first of a row, or a spaced dash."""
    if marker.family in ITEMS:
        return line.text[1:2].isspace()
    return follows(before, marker) or first(marker)


def _decimal(marker: Marker, before: Marker | None) -> bool:
    """`2.1` where 2 or 2.0 was the last number, also after the deeper ones of the clause before."""
    if before is None:
        return False
    outer = marker.parts[:-1]
    if before.parts[: len(outer)] == outer and len(before.parts) == len(outer):
        return marker.parts[-1] == 1 and not marker.inserted
    cut = before.parts[: len(marker.parts)]
    if not cut:
        return False
    reached = cut[-1] + 1 == marker.parts[-1] or (marker.inserted > 0 and cut[-1] == marker.parts[-1])
    return cut[:-1] == outer and len(cut) == len(marker.parts) and reached


def _annex(marker: Marker, line: DraftLine) -> bool:
    """A heading `PHỤ LỤC I`, not a sentence or a list that names the annex."""
    rest = line.text[marker.end :]
    paragraph = line.paragraph
    styled = paragraph.centred or paragraph.outline_level is not None
    if not rest:
        return True
    if line.text.upper().startswith(marker.label) or shouted(rest):
        return titled(line.text)
    return styled and titled(line.text)


def titled(text: str) -> bool:
    """Reads as a title: short, and it does not end as a sentence does."""
    return text[-1:] not in ".;,:" and len(text.split()) <= _TITLE_WORDS


def title_line(text: str) -> bool:
    """May be one line of a title: a line in capitals may end in a comma, the next going on."""
    return text[-1:] not in ".;:," or (shouted(text) and text[-1] == ",")


def shouted(text: str) -> bool:
    """Written in capitals, as titles are: `"NHIỆM VỤ, GIẢI PHÁP"`."""
    return text.isupper()
