"""Minutes: who said what, where several agencies speak in one file, named by office.

"Đại diện Sở Công Thương: …", "- Sở Tài chính đề nghị …", "Ý kiến của Giám đốc VNPT Hà Tĩnh: …"
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from drafter.language.joint import first_named, names_alone
from drafter.language.letter_notes import letter_note
from drafter.language.lexicon import cue, lexicon
from drafter.language.request_rules import grammar
from drafter.language.senders import find_agencies, is_agency, proper
from drafter.model import Block, FrameKind, Grid

from . import tables
from .chair import edits_of_chair
from .ground import Spot, cut, spot
from .inner import Sender, is_inner, whole_unit
from .items import agreement, pieces
from .marks import family_of, mark_of
from .name_lines import name_line
from .openings import wishes
from .passage import Passage
from .persons import Persons
from .sentences import agrees, asks, finds_fault
from .tables import Statement

_NONE: Mapping[Spot, str] = {}


@dataclass(frozen=True, slots=True)
class _Turn:
    """`start`: where the words begin in the block, behind the speaker's name."""

    agency: str | None  # None: the chair, known by office only
    start: int
    chair: bool = False
    mute: bool = False  # the drafting office reports or replies: no comment


def is_minutes(
    parts: Sequence[Block | Grid],
    sender: Sender | None = None,
    agreed: Mapping[Spot, Sequence[Statement]] = MappingProxyType({}),
) -> bool:
    """Whether two or more different agencies are introduced as speakers, or listed as `agreed`; units of
    `sender` are none."""
    named = {name for part in parts if (name := speaks(part))}
    named |= {each.agency for said in agreed.values() for each in said if each.agency}
    return sum(not is_inner(name, sender) for name in named) >= 2


def speaks(part: Block | Grid) -> str | None:
    """The agency that a line gives the floor; neither the chair nor who reports."""
    turn = turn_of(part) if isinstance(part, Block) else None
    return turn.agency if turn and not (turn.chair or turn.mute) else None


def sole(parts: Sequence[Block | Grid]) -> str | None:
    """The agency that a text without letterhead names before the colon in its first line: `"Ý kiến của Sở Y
    tế: nhất trí."`"""
    first = next((part for part in parts if isinstance(part, Block)), None)
    if first is None or ":" not in first.text or family_of(first):
        return None
    lead = _lead().match(first.text)
    label = first.text[lead.end() if lead else 0 :].partition(":")[0].strip()
    return speaks(first) if names_alone(label) and not is_inner(label, None) else None


def turn_of(block: Block) -> _Turn | None:
    """Whether a line introduces a speaker: his agency, and where his words begin.

    `"1. Đại diện Sở Y tế: nhất trí."` → Sở Y tế, offset of "nhất".
    """
    text = block.text
    mark = mark_of(text, block.mark, block.level)
    begin = mark.end if mark else 0
    lead = _lead().match(text, begin)
    at = lead.end() if lead else begin
    colon = _LABEL.match(text, begin)
    chair = bool(cue("letters", "speakers", "chair").search(text[begin : begin + 80].split(":")[0]))
    if cue("letters", "speakers", "chair_opens").match(text, begin):
        return _Turn(None, begin, True)
    if chair and not colon and len(text[begin:].split()) <= _HEADING and not text.endswith("."):
        return _Turn(None, len(text), True)  # "2. Kết luận của chủ trì cuộc họp"
    if colon and (turn := _labelled(text, begin, at, colon.end(), chair)):
        return turn
    return _with_verb(text, begin, at, chair)


_LABEL = re.compile(r"[^:“\"]{3,160}?:\s*")
_HEADING = 12  # words of a heading that gives the chair the floor
_DASH = re.compile(r"\s+[-–—]\s+")  # "Sở Y tế - nhất trí."
_REACH = 60  # characters: titles and a name between "Đại diện" and the agency


@cache
def _lead() -> re.Pattern[str]:
    rules = lexicon("letters")["speakers"]
    return re.compile(rf"{rules['lead']}(?:{rules['office']}\s+)?", re.IGNORECASE)


def _labelled(text: str, begin: int, at: int, end: int, chair: bool) -> _Turn | None:
    """A speaker named before a colon."""
    label = text[begin:end].strip(" :")
    if alone := name_line(label):
        return _Turn(alone.agency, end, chair)
    named = find_agencies(label)
    if named and cue("letters", "speakers", "aside").search(label[: named[0][0]]):
        return None
    if named and named[0][0] <= at - begin + _REACH:
        first = first_named(label, named) or named[0]
        first = (first[0], whole_unit(label, first[1])) if not first[0] else first
        if re.compile(rf"\s*(?:{lexicon('letters')['speakers']['mute']})\b", re.I).match(label, first[1]):
            return _Turn(proper(label[slice(*first)]), end, mute=True)
        return _Turn(proper(label[slice(*first)]), end, chair)
    if is_agency(label) and len(label.split()) <= 12 and not asks(label):
        return _Turn(proper(label), end, chair)
    if chair:
        return _Turn(None, end, True)
    group = cue("letters", "speakers", "group").match(label)
    return _Turn(group["name"][:1].upper() + group["name"][1:], end) if group else None


def _with_verb(text: str, begin: int, at: int, chair: bool) -> _Turn | None:
    """A speaker named as the subject of a sentence, or alone in a line: "Ý kiến của Sở Y tế"."""
    rules = lexicon("letters")["speakers"]
    named = find_agencies(text[at : at + 160])
    if not named or named[0][0] > (_REACH if at > begin else 0):
        return None
    if at > begin and cue("letters", "speakers", "aside").search(text[at : at + named[0][0]]):
        return None
    start, end = (at + edge for edge in first_named(text[at : at + 160], named) or named[0])
    agency = proper(text[start:end])
    end += text[end : end + 1] == ")" and "(" in text[at:start]
    if (note := letter_note(text)) and note.start == end:
        return _Turn(agency, len(text), chair)
    if not text[end:].strip(" .;:") and at > begin:
        return _Turn(agency, len(text), chair)
    dash = _DASH.match(text, end)
    end = dash.end() if dash else end
    says = rf"{rules['adverbs']}(?:{rules['verbs']})|{rules['not_yet']}"
    for verbs, mute in ((rules["mute"], True), (says, False)):
        said = re.compile(rf"[\s,]*(?:\([^)]*\))?[\s,]*(?:{verbs})\b", re.IGNORECASE)
        if said.match(text, end):
            return _Turn(agency, _behind_report(text, end), chair, mute)
    return None


def _behind_report(text: str, at: int) -> int:
    """Past "cho rằng", "phát biểu:"; "đề nghị" and "nhất trí" are part of what is said."""
    rules = lexicon("letters")["speakers"]
    found = re.compile(
        rf"[\s,]*(?:\([^)]*\))?[\s,]*(?:(?:{rules['reporting']})\b\s*)+(?:như sau)?\s*:?\s*", re.IGNORECASE
    )
    behind = found.match(text, at)
    return behind.end() if behind else at


def statements(
    parts: Sequence[Block | Grid],
    unit: str,
    agreed: Mapping[Spot, Sequence[Statement]],
    *,
    issuer: str,
    floors: Mapping[Spot, str] = _NONE,
    sender: Sender | None = None,
    people: Persons | None = None,
    writer: bool = False,
) -> tuple[list[Statement], dict[Spot, FrameKind]]:
    """The comments of all speakers in order, and the lines that are frame. Where lines with names alone give
    the floor (`floors`), no other line does. `agreed`: lines that list agencies that agree. `sender`: of a
    letter, whose units speak in its name. "Sở nhất trí." introduces nobody: it is who speaks already.
    `people`: of minutes, who speak by name; `writer`: of a mail, whose own words are no other's.

    The chair's words count where they ask for edits of the draft; tasks that he hands out, and what stands
    before the first speaker, do not.
    """
    found: list[Statement] = []
    zones: dict[Spot, FrameKind] = {}
    turn: _Turn | None = None
    run: list[Block] = []

    def close() -> None:
        nonlocal run
        if turn and run and not turn.mute:
            found.extend(_said(turn, run, unit, issuer))
        for block in run:
            if kind := _around(turn, block):
                zones.setdefault(spot(block), kind)
        run = []

    attending = False
    families = {family_of(part) for part in parts if isinstance(part, Block) and spot(part) in floors}
    for part in parts:
        if isinstance(part, Grid):
            close()
            form = tables.form_of(part)
            found.extend(tables.statements(part, form, unit) if form else tables.plain(part, unit))
            zones.update(tables.frame_zones(part, form) if form else {})
            continue
        if cue("letters", "minutes_end").match(part.text):
            zones[spot(part)] = FrameKind.CLOSING
            break
        if spot(part) in agreed:
            close()
            turn, attending = None, False
            found.extend(agreed[spot(part)])
            zones.update({} if agreed[spot(part)] else {spot(part): FrameKind.HEADING})
            continue
        named = _given(floors, families, part) if floors else turn_of(part)
        if named and named.agency and is_inner(named.agency, sender):
            named = None if not sender or (turn and turn.agency is None) else _Turn(None, 0)
        spoken = people.speaking(part) if people and not floors and named is None else None
        named = _Turn(*spoken) if spoken else named
        if writer and named is None and cue("letters", "speakers", "myself").match(_unmarked(part)):
            named = _Turn(None, 0)
        attending = not floors and _attends(part, attending, named, turn)
        if attending:
            zones[spot(part)] = FrameKind.LETTERHEAD
        if named and not attending:
            close()
            turn = named
            whole, part = part, replace(cut(part, named.start, len(part.text)), heading=False)
            if named.mute or named.chair:
                zones[spot(whole)] = FrameKind.THREAD if named.mute else FrameKind.CLOSING
            elif not part.text:
                zones[spot(whole)] = FrameKind.LEAD_IN
        if part.text:
            run.append(part)
    close()
    return found, zones


def _given(floors: Mapping[Spot, str], families: Container[str], part: Block) -> _Turn | None:
    """The turn that a name alone gives, or one before a colon beside such: `"3. Sở Y tế: nhất trí."`; that of
    the chair, or of the drafting office."""
    agency = floors.get(spot(part))
    if agency is not None:
        return _Turn(agency, len(part.text))
    mark = mark_of(part.text, part.mark, part.level)
    named = name_line(part.text[mark.end if mark else 0 :].partition(":")[0])
    turn = turn_of(part)
    beside = turn is not None and (turn.chair or turn.mute)
    return turn if beside or (named and family_of(part) in families) else None


def _around(turn: _Turn | None, block: Block) -> FrameKind | None:
    """What the words of a turn are that are no comments: the drafting office's own, the chair's errands, what
    stands before the first speaker."""
    if cue("letters", "speakers", "floor").match(_unmarked(block)) and len(block.text.split()) <= _HEADING:
        return FrameKind.HEADING if not wishes(block.text) else None
    if turn is None:
        return None if wishes(block.text) else FrameKind.OPENING
    return FrameKind.THREAD if turn.mute else FrameKind.CLOSING if turn.chair else None


def _attends(block: Block, attending: bool, named: _Turn | None, turn: _Turn | None) -> bool:
    """Whether a line belongs to the list of those present: it names people, no comments."""
    bare = _unmarked(block)
    spoken = turn is not None and (agrees(bare) or finds_fault(bare))
    if cue("letters", "attendance").match(bare) and not (asks(bare) or spoken):
        return True
    return (
        attending
        and not (asks(bare) or agrees(bare))
        and not (named is None and len(bare.split()) > 25)
        and not cue("letters", "speakers", "floor").match(bare)
    )


def _unmarked(block: Block) -> str:
    mark = mark_of(block.text, block.mark, block.level)
    return block.text[mark.end :] if mark else block.text


def _said(turn: _Turn, run: Sequence[Block], unit: str, issuer: str) -> list[Statement]:
    body = Passage(tuple(run), unit)
    agency = turn.agency or issuer
    found = [Statement(body, p.start, p.end, p.cited, agency=agency, lead=p.lead) for p in pieces(body)]
    if turn.chair:
        return edits_of_chair(body, found, agency)
    if found:
        return found
    said, whole = agreement(body), body.norm.text
    if said is None and grammar().cites.pattern.search(whole):  # nobody else's, whatever it wants
        return [Statement(body, 0, len(whole), agency=agency, review=True)]
    return [Statement(body, said.start, said.end, agency=agency)] if said else []
