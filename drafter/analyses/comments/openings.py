"""Openings: sentences that say what a letter answers, and where a request begins behind an agreement."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Openings
from drafter.language.request_rules import grammar
from drafter.language.senders import find_agencies
from drafter.model import FrameKind

from .invitations import uninvited
from .sentences import agrees, asks, finds_fault, hide_quotes, is_formula, is_lead_in

_JOINT = re.compile(r"[,;] ")
_TURNS = 20  # "nhưng", "tuy nhiên" in one sentence; people write one or two


def opening(sentence: str, subject: str = "") -> FrameKind | None:
    """What piece of the frame a sentence is that opens a letter; None where it says something of its own.

    `"Thực hiện Công văn số 345/STTTT-CNTT về việc lấy ý kiến dự thảo Nghị quyết."` only refers to the
    request; `"Theo Công văn số 345, Sở Y tế đề nghị bổ sung …"` asks for something.
    """
    words = lexicon(Openings)
    if sentence.rstrip().endswith("?") or not words.refers.pattern.match(sentence):
        return _arrival(sentence)
    at = main_clause(sentence)
    if at is None:
        refers = words.papers.pattern.search(sentence) or _studies(sentence)
        return FrameKind.OPENING if refers and not _wishes_before_the_invitation(sentence) else None
    main = sentence[at:]
    if is_lead_in(main) and not grammar().cites.pattern.search(main):
        return FrameKind.OPENING
    if agrees(main) and not asks_behind_agreement(main):
        return FrameKind.AGREEMENT
    formula = is_formula(main, subject) or (words.received.pattern.match(main) and not wishes(main))
    return FrameKind.OPENING if formula else None


def _arrival(sentence: str) -> FrameKind | None:
    """As `opening`, of a sentence that tells what came: `"Sở Y tế nhận được văn bản đề nghị góp ý dự thảo."`,
    `"Sở Tư pháp có Công văn số 12/STP mời các sở góp ý dự thảo, Sở Y tế nhất trí."`"""
    words = lexicon(Openings)
    at = main_clause(sentence)
    head, main = (sentence, "") if at is None else (sentence[:at], sentence[at:])
    own = uninvited(head)
    if not (words.received.pattern.match(head) or own != head) or wishes(own):
        return None
    if agrees(main) and not asks_behind_agreement(main):
        return FrameKind.AGREEMENT
    return None if wishes(main) else FrameKind.OPENING


def main_clause(sentence: str) -> int | None:
    """Where the main clause begins behind what a sentence refers to; None where it has none."""
    words = lexicon(Openings)
    hidden = hide_quotes(sentence)
    named = dict(find_agencies(hidden))
    for joint in _JOINT.finditer(hidden):
        begin = joint.end()
        spoken = begin in named and words.speaks.pattern.match(hidden, named[begin])
        if spoken or words.main.pattern.match(hidden, begin):
            return begin
    return None


def _studies(sentence: str) -> bool:
    return is_formula(sentence)


def _wishes_before_the_invitation(sentence: str) -> bool:
    """Whether something is asked for before the words that invite comments."""
    words = lexicon(Openings)
    invited = words.invites.pattern.search(sentence)
    said = sentence[: invited.start()] if invited else sentence
    return wishes(words.named.pattern.sub(" ", said))


def wishes(text: str) -> bool:
    """Whether words outside of quotes ask for an edit or find fault."""
    hidden = hide_quotes(text)
    return bool(grammar().request.pattern.search(hidden)) or finds_fault(text)


@lru_cache(maxsize=4096)  # it asks itself about what stands before each turn
def asks_behind_agreement(text: str) -> int | None:
    """Where the request of a text begins that first agrees; None where it agrees and no more.

    `"Cơ bản thống nhất; tại khoản 1 cần nêu rõ …"` asks from "tại" on; `"Thống nhất bổ sung chỉ tiêu."` only
    agrees.
    """
    hidden = hide_quotes(text)
    turns = list(islice(lexicon(Openings).turns.pattern.finditer(hidden), _TURNS + 1))
    if len(turns) > _TURNS:  # no sentence: nothing of it may pass for agreement
        return turns[0].end()
    for turn in turns:
        before, behind = hidden[: turn.start()], hidden[turn.end() :]
        if agrees(before) and not wishes_apart(before) and wishes_apart(behind):
            return turn.end()
    return None


def wishes_apart(text: str) -> bool:
    """Whether a part of a sentence asks or finds fault by itself, and does not agree to what is asked."""
    if agrees(text) and asks_behind_agreement(text) is None:
        return False
    return asks(text) or finds_fault(text)
