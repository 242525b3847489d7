"""Several: what a request asks for besides its first operation.

    "Bổ sung “A” và nâng mức đãi ngộ lên 50%" → replace, new "50%"
    "Thay “A” bằng “B” và thay “C” bằng “D”" → replace, old "C", new "D"
    "Bổ sung “A”, “B” sau “C”" → add, new "B"
    "Bỏ điểm b và thêm nội dung về môi trường" → add, about "nội dung về môi trường"

Hard cases: "sửa đổi, bổ sung khoản 2" is one thing; verbs behind "để", "nhằm" ask for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from drafter.model import Ask, Op, WordsRole

from .lexicon import lexicon
from .lexicons import Asks
from .noise import canonical
from .quotes import Quote, find_quotes
from .requests import blanked, operation

WISH = "đề nghị "
_JOINTS = 200  # places at which one comment may be cut; people write a few
_TOLD = 4  # words: fewer say nothing of what is asked for
_CITED = re.compile(r"\b(?:điểm|khoản|điều|mục|phần|chương)\s+\S+", re.IGNORECASE)
_RECAST = (Op.SPLIT, Op.MERGE, Op.MOVE)


def further_parts(text: str, first: Ask | None) -> list[Ask]:
    """The parts of `text`, in normal form, that ask for something else than `first`; their `text` is their
    own, `about` is filled where they name no words."""
    quotes = find_quotes(text)
    found = [*_listed(text, first, quotes)]
    for at, (start, end) in enumerate(pieces(blanked(text, quotes))):
        piece = text[start:end]
        ask = _asked(piece, opens=at == 0, exact=_is_exact(first))
        if ask is not None and not _is_told(ask, [first, *found], opens=at == 0):
            found.append(ask)
    if all(ask.old or ask.new for ask in found):
        found += _in_own_words(text, quotes)
    return found


def _listed(text: str, first: Ask | None, quotes: Sequence[Quote]) -> Iterator[Ask]:
    """The other words of the list in which the first operation names its own."""
    if first is None or first.op not in (Op.ADD, Op.DELETE, Op.REPLACE):
        return
    named = canonical((first.new if first.op is Op.ADD else first.old) or "")
    texts = [canonical(quote.text) for quote in quotes]  # of "năm 2022" the operation has the year alone
    place = next((at for at, one in enumerate(texts) if named in (one, one.removeprefix("năm "))), None)
    if place is None or not named:
        return
    for one in _run(text, quotes[place:]):
        if first.op is Op.ADD and one.text != first.old:
            yield Ask(Op.ADD, first.old, one.text, role=WordsRole.ADD, text=one.text)
        elif first.op is Op.DELETE:
            yield Ask(Op.DELETE, one.text, role=WordsRole.DELETE, text=one.text)
    if first.op is Op.REPLACE:
        for one in _run(text, quotes[place::-1]):
            yield Ask(Op.REPLACE, one.text, first.new, role=WordsRole.REPLACE, text=one.text)
        yield from _pairs(text, quotes[place + 1 :])


def _pairs(text: str, quotes: Sequence[Quote]) -> Iterator[Ask]:
    """Further pairs behind the new words: "sửa “A” thành “B”, “C” thành “D”"."""
    cues = lexicon(Asks)
    for new, old, other in zip(quotes[::2], quotes[1::2], quotes[2::2], strict=False):
        gaps = [text[one.outer[1] : two.outer[0]] for one, two in ((new, old), (old, other))]
        if not cues.listed.pattern.fullmatch(gaps[0]) or not cues.becomes.pattern.fullmatch(gaps[1]):
            return
        yield Ask(Op.REPLACE, old.text, other.text, role=WordsRole.REPLACE, text=old.text)


def _run(text: str, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes behind the first, or before it, as long as they make a list with it."""
    joined = lexicon(Asks).listed.pattern
    for one, other in pairwise(quotes):
        left, right = sorted((one, other), key=lambda quote: quote.start)
        if not joined.fullmatch(text[left.outer[1] : right.outer[0]]):
            return
        yield other


@lru_cache(maxsize=1024)  # a comment is cut for its places and for its parts
def pieces(said: str) -> tuple[tuple[int, int], ...]:
    """The spans of a text cut before the verb of each further part, or before the place of that; in `said`
    there are blanks for what is quoted."""
    return tuple(_cut(said))


def _cut(said: str) -> Iterator[tuple[int, int]]:
    cues, start = lexicon(Asks), 0
    for joint in islice(cues.joint.pattern.finditer(said), _JOINTS):
        before = said[start : joint.start()] if start == 0 else wished(said[start : joint.start()])
        if cues.open_verb.pattern.search(before) or operation(before) is None:
            continue
        behind = re.split(r"[.;]", said[joint.end() :], maxsplit=1)[0]
        if _is_purpose(before) and not joint["anew"] and "·" not in behind:
            continue
        yield start, joint.start()
        start = joint.end()
    yield start, len(said)


def wished(piece: str) -> str:
    """A further part of a request as a request of its own."""
    return f"{WISH}{piece}"


def _is_exact(first: Ask | None) -> bool:
    """Whether the first thing asked for is judged by its words or its operation, apart from any other."""
    return first is not None and bool(first.old or first.new or first.op in (*_RECAST, Op.DELETE))


def _asked(piece: str, *, opens: bool, exact: bool) -> Ask | None:
    """What a piece asks for, if it names words, a clause as a whole or who is to lead; behind an `exact`
    first part, also what it asks for in words of its own."""
    found = operation(piece if opens else wished(piece))
    if found is None and exact and not opens:
        found = Ask(Op.ADD)  # "ghi Bộ Công an vào cột phối hợp"
    if found is None:
        return None
    named = bool(found.old or found.new) or found.op in _RECAST or _names(found, piece)
    if not named and not (_is_apart(found, piece) if opens else exact and len(piece.split()) >= _TOLD):
        return None
    return Ask(found.op, found.old, found.new, text=piece if opens else wished(piece))


def _names(found: Ask, piece: str) -> bool:
    """Whether a piece names a clause that is to go as a whole, or who is to lead."""
    cues = lexicon(Asks)
    if found.op is Op.DELETE and cues.whole.pattern.search(piece):
        return True
    return any(cue.pattern.search(piece) for cue in (cues.assign, cues.appoint, cues.lead_as))


def _is_apart(found: Ask, piece: str) -> bool:
    """Whether an operation without words is no mere lead-in: "điều chỉnh khoản 2, bổ sung “…”"."""
    if found.op in (Op.SHORTEN, Op.DELETE):
        return True
    what = lexicon(Asks).asked.pattern.search(piece)
    said = _CITED.sub(" ", what["what"]) if what else ""
    return found.op in (Op.ADD, Op.CLARIFY) and len(said.split()) >= _TOLD


def _is_purpose(before: str) -> bool:
    """Whether a reason or purpose is being told at the end of a piece, behind its wish."""
    wishes = list(lexicon(Asks).wish.pattern.finditer(before))
    return lexicon(Asks).purpose.pattern.search(before, wishes[-1].end() if wishes else 0) is not None


def _is_told(ask: Ask, others: Sequence[Ask | None], *, opens: bool) -> bool:
    """Whether others ask for just that: the same words, or the same operation where none are named."""
    words = [canonical(one) for one in (ask.old, ask.new) if one]
    for other in others:
        if other is None:
            continue
        said = " ".join(canonical(one) for one in (other.old, other.new) if one)
        if words and all(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", said) for one in words):
            return True
        if not words and opens and other.op is ask.op:
            return True
    return False


def _in_own_words(text: str, quotes: Sequence[Quote]) -> list[Ask]:
    """Something to be added or made clear behind the first thing, in words of its own."""
    cues = lexicon(Asks)
    for quote in reversed(quotes):
        text = text[: quote.start] + "”" + text[quote.end :]
    found = cues.further.pattern.search(text)
    if found is None:
        return []
    before = text[: found.start()]
    if operation(before) is None or cues.open_verb.pattern.search(before):
        return []
    return [Ask(Op.ADD if found["add"] else Op.CLARIFY, text=found["what"], about=found["what"])]
