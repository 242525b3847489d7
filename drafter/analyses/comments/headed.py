"""Headed: files in which the name of an agency stands alone above what it says, several of them one after the
other: `"1. Sở Tài chính"` / `"- Đề nghị …"` / `"2. Sở Y tế"` / `"Ý kiến: thống nhất."`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.language.lexicon import cue
from drafter.language.normal import decoded
from drafter.language.senders import addresses, agency_key
from drafter.model import Block

from .ground import Spot, spot
from .letterhead import is_number_line, letterhead
from .marks import mark_of
from .name_lines import NameLine, name_line
from .openings import wishes
from .sentences import agrees, finds_fault

_LISTED = ("dash", "plus", "star")  # marks of lists of names, as of those who get the letter


@dataclass(frozen=True, slots=True)
class _NamedAlone:
    """A line that holds a name alone: its place, what marks it, and whether "Ý kiến:" stands below."""

    place: int
    agency: str
    family: str
    labelled: bool


def floors(lines: Sequence[Block], *, minutes: bool = False) -> Mapping[Spot, str]:
    """The lines that give an agency the floor; none where fewer than two do. `minutes`: the file says that
    several speak.

    In a letter, names above items may be those of whom they are about; there "Góp ý:" or "Ý kiến:" must stand
    below each.
    """
    named = [each for at in range(len(lines)) if (each := _named(lines, at))]
    said = [each for each in named if each.labelled]
    if len({agency_key(each.agency) for each in said}) >= 2:
        families = {each.family for each in said}
        return _places(lines, [each for each in named if each.family in families])
    groups: dict[str, list[_NamedAlone]] = {}
    for each in named:
        if not each.family.startswith(_LISTED):
            groups.setdefault(each.family, []).append(each)
    for group in groups.values():
        if _speak(lines, group) and (minutes or not _is_letter(lines, group[0].place)):
            return _places(lines, group)
    return {}


def _places(lines: Sequence[Block], named: Sequence[_NamedAlone]) -> Mapping[Spot, str]:
    return {spot(lines[each.place]): each.agency for each in named}


def _named(lines: Sequence[Block], at: int) -> _NamedAlone | None:
    named, family = _name(lines[at])
    if named is None or at + 1 == len(lines) or _name(lines[at + 1])[0]:
        return None
    if at and not family and _labels(lines[at - 1].text):
        return None
    below = lines[at + 1]
    if is_number_line(below.text) or cue("letters", "nation").match(below.text):
        return None  # the letterhead itself
    mark = mark_of(below.text, below.mark, below.level)
    said = named.announced or cue("letters", "said").match(below.text[mark.end :] if mark else below.text)
    return _NamedAlone(at, named.agency, family, bool(said))


def _name(block: Block) -> tuple[NameLine | None, str]:
    """Who a line names and says no more of than that he speaks, and the family of its mark."""
    text = decoded(block.text)
    mark = mark_of(text, block.mark, block.level)
    return name_line(text[mark.end if mark else 0 :]), mark.family if mark else ""


def _labels(above: str) -> bool:
    """Whether a line is a label whose value stands below it: `"Đơn vị chủ trì:"`."""
    opens = above.rstrip().endswith(":")
    return opens and not (
        cue("letters", "about_comments").search(above)
        or cue("letters", "lead_in").match(above.removesuffix(":"))
    )


def _speak(lines: Sequence[Block], group: Sequence[_NamedAlone]) -> bool:
    """Whether two or more agencies say something below their names."""
    ends = [each.place for each in group[1:]] + [len(lines)]
    heard = {
        agency_key(each.agency)
        for each, end in zip(group, ends, strict=True)
        if any(_says(block.text) for block in lines[each.place + 1 : end])
    }
    return len(heard) >= 2


def _says(text: str) -> bool:
    return bool(wishes(text) or agrees(text) or finds_fault(text))


def _is_letter(lines: Sequence[Block], first: int) -> bool:
    """Whether one agency writes to another: it has a letterhead of its own, or addresses somebody."""
    if addresses(block.text for block in lines):
        return True
    head = letterhead([block.text for block in lines[:first]])
    return bool(head.agency or head.number) and not head.gathers
