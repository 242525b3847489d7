"""Deleting: words that are to go; are they gone, or only moved, reworded, or with another figure?

"Bỏ “khi được chủ chợ đồng ý”", and "khi được huyện đồng ý" came: a person must look
"""

from __future__ import annotations

import re
from collections import Counter

from drafter.language.words import words
from drafter.model import Measured, Verdict

from .beside import exchanges
from .case import Case, Form, Outcome, phrase, times

_MOST = 0.6  # of the words of a passage
_NAME = 3  # words that mean the same wherever they stand
_LONG = 5  # words that do not stand in several places by chance
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


def deleted(case: Case, old: str, form: Form) -> Outcome:
    """Whether words stand in the linked clauses less often than they did; sure only where they went by
    themselves."""
    found = phrase(old)
    own = [len(found.findall(side.own(form))) for side in (case.before, case.after)]
    below = [times(old, side, form) for side in (case.before, case.after)]
    before, after = own if own[0] else below  # a chapter is cited for its heading rather than for all in it
    measure = Measured("old-words", before, after, "places")
    if before == 0:
        return Outcome(Verdict.UNCLEAR, (measure,))
    if after >= before:
        return Outcome(Verdict.NOT_YET, (measure,), case.after.ids)
    if any(still(old, case, form) for still in (_refigured, _only_reworded, _only_moved, _has_others_inside)):
        return Outcome(Verdict.UNCLEAR, (measure,), case.after.ids)
    return Outcome(Verdict.PARTLY if after else Verdict.ADDRESSED, (measure,))


def _only_reworded(old: str, case: Case, form: Form) -> bool:
    """Whether most of a passage to be deleted stands in its place still, in much the same words."""
    said = words(old)
    if len(said) < _LONG:
        return False
    texts = [words(side.own(form) or side.text(form)) for side in (case.before, case.after)]
    left = Counter(said)
    lost = Counter(texts[0]) - Counter(texts[1])
    return len(said) - (left & lost).total() > _MOST * len(said)


def _has_others_inside(old: str, case: Case, form: Form) -> bool:
    """Whether words to be deleted only hold others now: "khi được chủ chợ đồng ý" became "khi được huyện đồng
    ý"."""
    said = words(old)
    if len(said) < _LONG:
        return False
    before, after = (words(side.own(form) or side.text(form)) for side in (case.before, case.after))
    for start in (at for at in range(len(before)) if before[at : at + len(said)] == said):
        inside = range(start, start + len(said))
        spots = [one for one in exchanges(before, after) if one[0].start in inside and one[1]]
        if any(start + 1 < gone.start and gone.stop < inside.stop - 1 for gone, _ in spots):
            return True
    return False


def _only_moved(old: str, case: Case, form: Form) -> bool:
    """Whether words to be deleted stand elsewhere now, where they did not before."""
    found = phrase(old)
    before, after = (
        len(found.findall(side.whole(form))) - times(old, side, form) for side in (case.before, case.after)
    )
    return len(words(old)) >= _NAME and after > before


def _refigured(old: str, case: Case, form: Form) -> bool:
    """Whether words to be deleted only got another figure: "ít nhất 10%" became "ít nhất 15%"."""
    if not _FIGURE.search(old):
        return False
    others = _FIGURE.pattern.join(map(re.escape, _FIGURE.split(old)))
    alike = re.compile(rf"(?<!\w){others}(?!\w)")
    before, after = (len(alike.findall(side.said(form))) for side in (case.before, case.after))
    return after >= before > 0
