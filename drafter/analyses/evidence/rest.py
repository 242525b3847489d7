"""Rest: what a request says behind the words that came, and what tells its object from others of the kind.

"nâng lên 10% hoặc 15% đối với tái phạm", and 10% alone came: the other figure is a part of the wish
"từ 30% lên 50% và không yêu cầu giấy xác nhận": what is not to be asked for is one too
"trách nhiệm của Ủy ban nhân dân cấp xã" is not said by words about those of the districts
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.lexicon import cue, lexicon
from drafter.language.words import NUMBER, words
from drafter.model import Ask, Measured, Op, Verdict

from .case import MARKS, Case, Outcome, loose, phrase
from .wording import asked_words

_NUMBER = re.compile(rf"(?<![\w/.,-]){NUMBER}")
_END = re.compile(r"[;\n]|[.](?!\d)")


def unmet(case: Case) -> list[Outcome]:
    """An outcome for each part behind the new words that the later draft does not show."""
    texts = [side.said(loose).lower() for side in (case.before, case.after)]
    known = {number for text in texts for number in _NUMBER.findall(text)}
    others = [ask for ask in case.comment.asks if ask.op is not Op.KEEP]
    known |= {number for ask in others for number in _NUMBER.findall(loose(ask.new or ""))}
    open_ = 0
    for ask in (asked_words(case, ask) or ask for ask in others):
        tail = _tail(ask)
        behind = cue("evidence", "further", "reasons").split(tail)[0]
        figures = _NUMBER.findall(cue("evidence", "further", "cited").sub(" ", behind))
        open_ += not known.issuperset(figures)
        open_ += len(others) == 1 and cue("evidence", "further", "denied").search(behind) is not None
        open_ += any(not _has(texts[1], bound["what"]) for bound in _bounds(tail))
        open_ += _elsewhere_still(case, ask, tail)
    measure = Measured("rest-of-the-wish", open_, 0, "places")
    return [Outcome(Verdict.UNCLEAR, (measure,))] if open_ else []


def withdrawn(case: Case) -> bool:
    """Whether who made the wish takes it back: "nội dung này Sở xin rút"."""
    return cue("evidence", "further", "withdrawn").search(loose(case.comment.text).lower()) is not None


def changes_something(case: Case) -> bool:
    """Whether what is wanted takes the place of something, so that no draft has it already:
    "mỗi tháng thay vì mỗi quý"."""
    return cue("evidence", "further", "instead").search(loose(case.comment.text).lower()) is not None


def _tail(ask: Ask) -> str:
    """What an ask says behind its new words in their sentence."""
    new, text = loose(ask.new or "").lower().strip(MARKS), loose(ask.text).lower()
    at = phrase(new).search(text) if new else None
    return _END.split(text[at.end() :])[0] if at else ""


def _bounds(tail: str) -> Iterator[re.Match[str]]:
    return cue("evidence", "further", "bound").finditer(tail)


def _has(text: str, what: str) -> bool:
    """Whether every word of a condition stands in `text`."""
    return set(words(what)) <= set(words(text))


def _elsewhere_still(case: Case, ask: Ask, tail: str) -> bool:
    """Whether words that were to go everywhere stand somewhere still."""
    if not ask.old or cue("evidence", "further", "everywhere").search(tail) is None:
        return False
    return bool(case.after.holding(loose(ask.old), loose))


def tells_apart(what: str, text: str) -> bool:
    """Whether `text` has every word of `what` that tells one thing from others of its kind: "cấp xã"."""
    said = text.lower()
    return all(phrase(one).search(said) for one in _apart(what.lower()))


def _apart(what: str) -> Iterator[str]:
    for kind in lexicon("evidence")["apart"]:
        yield from (
            found[0]
            for found in re.finditer(rf"(?<!\w)(?:{cue('evidence', 'apart', kind).pattern})(?!\w)", what)
        )
