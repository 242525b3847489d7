"""Inner: the units whose words a letter gathers; they speak in the name of its sender.

Below the letterhead of UBND huyện, "Phòng Nội vụ: …" and "UBND xã Tân Sơn: …" are voices of that letter; so
are "Thanh tra Sở: …" and "Văn phòng: …" below that of a department, which its letter calls "Sở".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Inner
from drafter.language.normal import folded
from drafter.language.senders import agency_key, find_agencies, is_bare
from drafter.model import FrameKind

from .ground import Spot
from .letterhead import Head


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a letter in one name, and to whom: keys of agencies."""

    name: str
    addressed: frozenset[str]


def sender_of(head: Head, lines: Iterable[str]) -> Sender | None:
    """That of a letterhead with its number; None for minutes, for what is only gathered, and where none is
    named. `lines`: those of the letterhead."""
    to = [line for line, kind in zip(lines, head.kinds, strict=False) if kind is FrameKind.RECIPIENTS]
    if head.minutes or (head.gathers and not to) or not (head.number and head.agency):
        return None
    addressed = (agency_key(line[start:end]) for line in to for start, end in find_agencies(line))
    return Sender(head.agency, frozenset(addressed) - {agency_key(head.agency)})


def is_inner(name: str, sender: Sender | None) -> bool:
    """Whether `name` is no speaker of its own: the word for a kind of agency, as who writes calls itself, a
    unit of `sender` or of a lower level, or whom the letter is for."""
    words = lexicon(Inner)
    if folded(name) in words.itself.words:
        return True
    if sender is None:
        return False
    if is_bare(name) or words.own.pattern.fullmatch(name) or agency_key(name) in sender.addressed:
        return True
    unit, peer = (words.units.pattern.match(each) for each in (name, sender.name))
    if unit and peer and folded(unit[0]) == folded(peer[0]):
        return False
    below = words.territory.pattern.match(sender.name) and words.lower.pattern.search(name)
    return bool(unit or below)


def without_inner(floors: Mapping[Spot, str], sender: Sender | None) -> Mapping[Spot, str]:
    """`floors` without the names of units: where nobody else has the floor none, else their sender's."""
    if sender is None or all(is_inner(name, sender) for name in floors.values()):
        return {} if sender else floors
    return {place: sender.name if is_inner(name, sender) else name for place, name in floors.items()}


def body_of(name: str) -> str:
    """The body of a unit that is named with it: `"Phòng CNTT - Sở Y tế"` → Sở Y tế, `"Văn phòng Sở Du lịch"`
    → Sở Du lịch; any other name as it is."""
    words = lexicon(Inner)
    if words.units.pattern.match(name):
        found = (name[start:end] for start, end in find_agencies(name))
        return next((each for each in found if not words.units.pattern.match(each)), name)
    return words.part_of.pattern.sub("", name, count=1)


def whole_unit(label: str, end: int) -> int:
    """Where the name of a unit at the beginning of a label ends, whose field of work is not known: `"Phòng
    Quản lý thương mại"`; `end` where it is none."""
    words = lexicon(Inner)
    rest = label[end:]
    field = words.units.pattern.match(label) and words.field.pattern.fullmatch(rest)
    return len(label.rstrip()) if field and not words.says.pattern.search(rest) else end
