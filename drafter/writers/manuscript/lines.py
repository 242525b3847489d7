"""Lines: a paragraph as Word's XML, its looks run by run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.model import Paragraph

from .beside import Beside, words

_FIRST_LINE = 567  # twentieths of a point: 1 cm (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5)
_AFTER = 120


def paragraph(each: Paragraph, beside: Beside) -> str:
    """One paragraph. A number that a program counted is typed, but for bullets and in cells."""
    bullet = each.marker if each.marker and (each.cell is not None or not _has_sign(each.marker)) else None
    typed = "" if bullet or not each.marker else f"{each.marker} "
    runs = [_run(typed, bold=each.bold, italic=each.italic)] if typed else []
    for start, end in _stretches(each):
        runs.append(
            _run(
                each.text[start:end],
                bold=each.bold or _within(start, each.emphasis),
                italic=each.italic,
                struck=_within(start, each.struck),
            )
        )
    notes = "".join(beside.mark(note) for note in each.notes)
    return f"<w:p><w:pPr>{_properties(each, bullet, beside)}</w:pPr>{''.join(runs)}{notes}</w:p>"


def _has_sign(label: str) -> bool:
    """A number or letter; a bullet of a symbol font is a lone letter without anything after it."""
    return any(char.isalnum() for char in label) and len(label) > 1


def _properties(each: Paragraph, bullet: str | None, beside: Beside) -> str:
    inside = each.cell is not None
    style = f'<w:pStyle w:val="{beside.contents()}"/>' if each.style.startswith("toc") else ""
    listed = ""
    if bullet:
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{beside.list_of(bullet)}"/></w:numPr>'
    spaced = f'<w:spacing w:after="{0 if inside else _AFTER}"/>'
    indented = "" if inside or each.centred else f'<w:ind w:firstLine="{_FIRST_LINE}"/>'
    side = "center" if each.centred else "left" if inside else "both"
    level = "" if each.outline_level is None else f'<w:outlineLvl w:val="{each.outline_level}"/>'
    return f'{style}{listed}{spaced}{indented}<w:jc w:val="{side}"/>{level}'


def _stretches(each: Paragraph) -> Iterator[tuple[int, int]]:
    cuts = {at for span in (*each.emphasis, *each.struck) for at in span}
    bounds = sorted({0, *cuts, len(each.text)})
    return pairwise(bounds)


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _run(text: str, *, bold: bool, italic: bool, struck: bool = False) -> str:
    looks = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}{'<w:strike/>' if struck else ''}"
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{words(text)}</w:r>"
