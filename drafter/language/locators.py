"""Locators as an official writes them, from the innermost unit out, with the words of `locators.toml`.

`gạch đầu dòng thứ 3, điểm a, khoản 2, mục III`; `số thứ tự 5, Phụ lục I`; `khoản 1, Điều 5, Chương II`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.model import Kind

from .lexicon import lexicon
from .lexicons import Locators

_ORDINAL = re.compile(r"“[^”]*”|\bthứ (\d{1,2})\b")  # a title keeps its own
_JOINT = re.compile(r", (?![^(“]*[)”])")  # between two units; none within a title or a remark in brackets


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of a chain: its kind and its number as cited ("III", "2.1", "a"; "3" for a third dash).

    `number` is empty where the unit has none (a lone annex). A row has the number of its STT cell or,
    with `counted`, its place in the table; `table` is the table's place where there are several.
    `repeat` is 2 for the second clause with the same number. `title` names an unnumbered part.
    """

    kind: Kind
    number: str = ""
    counted: bool = False
    table: int = 0
    repeat: int = 1
    title: str | None = None


def write_locator(chain: Sequence[Step]) -> str:
    """The words for a chain of units, innermost first. `2.1` stands without the 2 that it repeats."""
    pieces = []
    for at, step in enumerate(chain):
        inner = chain[at - 1] if at else None
        repeats = inner is not None and inner.kind is step.kind is Kind.PARAGRAPH
        if repeats and inner is not None and inner.number.startswith(step.number + "."):
            continue
        pieces.append(_piece(step))
    return ", ".join(pieces)


@lru_cache(maxsize=16384)  # the outer units of a draft come again with every clause in them
def _piece(step: Step) -> str:
    words = lexicon(Locators)
    if step.title is not None:
        return words.titled.format(title=step.title)
    if step.kind is Kind.TABLE_ROW and step.counted:
        text = words.counted
    else:
        text = words.units[step.kind] if step.number else words.alone.get(step.kind, "")
    text = text.format(number=step.number).strip()
    if step.table > 1:
        text = words.in_table.format(place=text, table=step.table)
    if step.repeat > 1:
        text = words.repeated.format(place=text, repeat=step.repeat)
    return text


def as_cited(locator: str) -> str:
    """A locator as it is cited in text, without commas: `"đoạn thứ 2, khoản 2, mục III"` is "đoạn thứ hai
    khoản 2 mục III"; those above ten keep their figures."""
    return _ORDINAL.sub(_in_words, _JOINT.sub(" ", locator))


def _in_words(found: re.Match[str]) -> str:
    ordinals, place = lexicon(Locators).ordinals, int(found[1] or 0)
    return f"thứ {ordinals[place - 1]}" if 0 < place <= len(ordinals) else found[0]


def innermost(locator: str) -> tuple[str, str]:
    """The innermost unit of a locator and what it stands in: `("điểm a", "khoản 2, mục III")`."""
    unit, *around = _JOINT.split(locator, maxsplit=1)
    return unit, "".join(around)


def basis_part() -> str:
    """What the part is called that names the acts a draft is based on."""
    return lexicon(Locators).basis
