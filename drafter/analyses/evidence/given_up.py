"""Given up: words asked for that stood beside each other in the linked clauses, and do so no more.

    "giao Sở Tài chính bố trí kinh phí", and what stood came to be "Kho bạc … bố trí; Sở Tài chính kiểm soát"
    "60% chi phí, tối đa 30 triệu đồng", and 60% came, but "tối đa 20 triệu đồng" for what stood
    "giữ thời hạn thẩm định “20 ngày”", and "thẩm định 15 ngày; bổ sung hồ sơ 20 ngày" came of it
    "bổ sung giải phóng mặt bằng của huyện A", and "huyện B giải phóng mặt bằng" came
    "họp 06 lần một năm", and "họp 06 tháng một lần" came: the figure without its unit

What else came may be as asked for; that this went is for a person to see.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.language.normal import decoded, folded
from drafter.language.senders import agency_key, find_agencies

from .case import Case, loose
from .narrowed import halves
from .terms import pairs


def gave_up(case: Case, wanted: frozenset[str], where: Iterable[str] = ()) -> bool:
    """Whether some of the pairs of words `wanted` that the linked clauses had stand in none of those that
    continue them, nor in the clauses `where` that show what was done."""
    if not case.before.ids or not case.after.ids:
        return False
    return bool((wanted & pairs(case.before.text(loose))) - _standing(case, where))


def lacks_unit(case: Case, wanted: frozenset[str], where: Iterable[str] = ()) -> bool:
    """Whether a figure with the word behind it, of the pairs of words `wanted`, stands in none of these."""
    return not _measured(wanted) <= _measured(_standing(case, where))


def of_another(case: Case, wanted: frozenset[str], where: Iterable[str] = ()) -> bool:
    """Whether what came of the pairs of words `wanted` stands beside an agency that the comment does not name
    and without any that it does."""
    said = folded(case.comment.text)
    own = agency_key(case.comment.agency)
    asked = [name for name in _named(decoded(case.comment.text)) if agency_key(name) != own]
    fresh = wanted - pairs(case.before.text(loose)) if asked else frozenset()
    for id in {*case.after.inside, *where} if fresh else ():
        for half in halves(decoded(case.after.draft.by_id[id].text)):
            named = _named(half) if fresh & pairs(loose(half)) else []
            alone = not any(folded(name) in folded(half) for name in asked)
            if alone and any(folded(name) not in said for name in named):
                return True
    return False


def _named(text: str) -> list[str]:
    return [text[start:end] for start, end in find_agencies(text)]


def _standing(case: Case, where: Iterable[str]) -> frozenset[str]:
    here = {*case.after.inside, *where}
    return frozenset(one for id in here for one in pairs(loose(case.after.draft.by_id[id].text)))


def _measured(found: Iterable[str]) -> frozenset[str]:
    """The pairs of a figure and the word behind it, in one spelling of the figure: "06 lần" is "6 lần"."""
    return frozenset(one.lstrip("0") for one in found if one[0].isdigit() and one.split()[1][0].isalpha())
