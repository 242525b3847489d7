"""Minutes: who said what, where several agencies speak in one file, named by office.

    "Đại diện Sở Công Thương: …", "- Sở Tài chính đề nghị …", "Ý kiến của Giám đốc VNPT Hà Tĩnh: …"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.language.senders import find_agencies, is_agency, proper
from drafter.language.lexicon import cue, lexicon
from drafter.model import Block, Grid

from . import tables
from .body import Body
from .items import agreement, pieces
from .marks import mark_of
from .sentences import agrees, asks
from .tables import Remark


@dataclass(frozen=True, slots=True)
class _Turn:
    """`start`: where the words begin in the block, behind the speaker's name."""

    agency: str | None  # None: the chair, known by office only
    start: int
    chair: bool = False


def is_minutes(parts: Sequence[Block | Grid]) -> bool:
    """Whether two or more different agencies are introduced as speakers."""
    turns = [turn_of(part) for part in parts if isinstance(part, Block)]
    return len({turn.agency for turn in turns if turn and turn.agency and not turn.chair}) >= 2


def turn_of(block: Block) -> _Turn | None:
    """Whether a line introduces a speaker: his agency, and where his words begin.

    `"1. Đại diện Sở Y tế: nhất trí."` → Sở Y tế, offset of "nhất".
    """
    text = block.text
    mark = mark_of(text, block.mark, block.level)
    begin = mark.end if mark else 0
    rules = lexicon("letters")["speakers"]
    lead = re.compile(rf"{rules['lead']}(?:{rules['office']}\s+)?", re.IGNORECASE).match(text, begin)
    at = lead.end() if lead else begin
    chair = bool(cue("letters", "speakers", "chair").search(text[begin : begin + 80].split(":")[0]))
    colon = re.match(r"[^:“\"]{3,160}?:\s*", text[begin:])
    if colon:
        label = text[begin : begin + colon.end()]
        named = find_agencies(label)
        if named and (named[0][0] <= at - begin + 60):
            name = label[named[0][0] : named[0][1]]
            return _Turn(proper(name), begin + colon.end(), chair)
        if is_agency(label.strip(" :")) and len(label.split()) <= 12 and not asks(label):
            return _Turn(proper(label.strip(" :")), begin + colon.end(), chair)
        if chair:
            return _Turn(None, begin + colon.end(), True)
    named = find_agencies(text[at : at + 160])
    said = re.compile(rf"[\s,]*(?:\([^)]*\))?[\s,]*(?:{rules['verbs']})\b", re.IGNORECASE)
    for start, end in named[:1]:
        verb = said.match(text, at + end)
        if verb and start <= (60 if lead and lead.group() else 0):
            said_at = _behind_report(text, at + end)
            return _Turn(proper(text[at + start : at + end]), said_at, chair)
    return None


def _behind_report(text: str, at: int) -> int:
    """Past "cho rằng", "phát biểu:"; "đề nghị" and "nhất trí" are part of what is said."""
    rules = lexicon("letters")["speakers"]
    found = re.compile(rf"[\s,]*(?:\([^)]*\))?[\s,]*(?:(?:{rules['reporting']})\b\s*)+(?:như sau)?\s*:?\s*", re.IGNORECASE)
    behind = found.match(text, at)
    return behind.end() if behind else at


def remarks(parts: Sequence[Block | Grid], unit: str, *, issuer: str) -> list[Remark]:
    """The remarks of all speakers in order. The chair's words count where they ask for edits of the
    draft; tasks that he hands out, and what stands before the first speaker, do not."""
    found: list[Remark] = []
    turn: _Turn | None = None
    run: list[Block] = []

    def close() -> None:
        nonlocal run
        if turn and run:
            found.extend(_said(turn, run, unit, issuer))
        run = []

    attending = False
    for part in parts:
        if isinstance(part, Grid):
            close()
            form = tables.form_of(part)
            found.extend(tables.remarks(part, form, unit) if form else ())
            continue
        if cue("letters", "minutes_end").match(part.text):
            break
        named = turn_of(part)
        attending = _attends(part, attending, named)
        if named and not attending:
            close()
            turn = named
            part = _tail(part, named.start)
        if part.text:
            run.append(part)
    close()
    return found


def _attends(block: Block, attending: bool, named: _Turn | None) -> bool:
    """Whether a line belongs to the list of those present: it names people, no remarks."""
    text = block.text
    mark = mark_of(text, block.mark, block.level)
    bare = text[mark.end :] if mark else text
    if cue("letters", "attendance").match(bare) and not asks(bare):
        return True
    return attending and not (asks(bare) or agrees(bare)) and not (named is None and len(bare.split()) > 25) and not cue("letters", "speakers", "floor").match(bare)


def _tail(block: Block, start: int) -> Block:
    """A block from `start` on; it keeps its place."""
    text = block.text[start:]
    lead = len(text) - len(text.lstrip())
    kept = tuple((s - start - lead, e - start - lead) for s, e in block.emphasis if s >= start + lead)
    return replace(block, text=text.strip(), offset=block.offset + start + lead, mark=None, emphasis=kept, heading=False)


def _said(turn: _Turn, run: Sequence[Block], unit: str, issuer: str) -> list[Remark]:
    body = Body(tuple(run), unit)
    agency = turn.agency or issuer
    found = [Remark(body, p.start, p.end, p.cited, agency=agency) for p in pieces(body)]
    if turn.chair:
        return [r for r in found if _edits(body.norm.text[r.start : r.end])]
    agreed = None if found else agreement(body)
    return [*found, *([Remark(body, agreed.start, agreed.end, agency=agency)] if agreed else [])]


def _edits(text: str) -> bool:
    return asks(text) and not cue("letters", "speakers", "errands").search(text)
