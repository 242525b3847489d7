"""Places: which parts of a draft set targets, and the date that holds there.

Everything under the target section does, but for its general aims (mục tiêu tổng quát); anywhere
else only a sentence that commits to a value. A date stands in a heading ("Đến năm 2030"), in the
sentence that opens a list, or in the goal itself.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from drafter.language.dates import dues
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Goals
from drafter.language.normal import decoded, folded
from drafter.language.pipeline import read
from drafter.model import Clause, Draft, Kind, Role

from .goal import Goal

_GOALS = re.compile(r"\b(?:mục tiêu|chỉ tiêu)\b")


class Area(Enum):
    """What a clause's place says about the figures in it."""

    LISTED = "listed"  # the specific targets: every aim counts
    GENERAL = "general"  # general aims: only a commitment counts
    OUTSIDE = "outside"  # anywhere else: only a commitment counts, and it is scattered
    NONE = "none"


def title(clause: Clause) -> str:
    """The words of a heading, folded: the heading, or the text of a clause that only opens others."""
    return folded(clause.heading or clause.text[:160])


def opens_others(draft: Draft, clause: Clause) -> bool:
    """A heading, or words before a list: no goal of its own."""
    if not draft.children.get(clause.id):
        return clause.kind in (Kind.PART, Kind.CHAPTER, Kind.ANNEX) or clause.text.rstrip().endswith(":")
    return (
        bool(clause.heading) and len(clause.text) <= len(clause.heading or "") + 3
    ) or clause.text.rstrip().endswith(":")


def area(draft: Draft, clause: Clause) -> Area:
    """Where `clause` stands."""
    if clause.role in (Role.BASIS, Role.ANNEX) or clause.kind == Kind.TABLE_ROW:
        return Area.NONE
    if clause.role != Role.TARGETS:
        return Area.OUTSIDE
    chain = [clause, *draft.ancestors(clause.id)]
    for above in chain:
        if above is clause and not (clause.heading or opens_others(draft, clause)):
            continue
        if above is not clause and _sets_nothing(above):
            return Area.NONE
        if _is_general(draft, above):
            return Area.GENERAL
        if above.heading and (lexicon(Goals).headings.specific.search(title(above)) or _dated(above)):
            return Area.LISTED
    return Area.GENERAL if _beside_a_list(draft, clause) else Area.LISTED


def is_specific(draft: Draft, clause: Clause) -> bool:
    """Does a clause stand under a heading such as "Chỉ tiêu" or "Mục tiêu cụ thể"?"""
    headings = (title(above) for above in draft.ancestors(clause.id) if above.heading)
    return any(lexicon(Goals).headings.specific.search(heading) for heading in headings)


def _sets_nothing(clause: Clause) -> bool:
    """A heading inside the section that is not of goals: "Nguyên tắc", "Công tác chỉ đạo, điều hành"."""
    words = title(clause)
    short = clause.heading is not None or clause.text.rstrip().endswith(":")
    return short and not _GOALS.search(words) and bool(lexicon(Goals).headings.other.match(_bare(words)))


def _bare(words: str) -> str:
    return re.sub(r"^(?:các |những |một số |về )+", "", words)


def _dated(clause: Clause) -> bool:
    """ "Mục tiêu đến năm 2025", "Định hướng đến năm 2030": a list for that date."""
    words = title(clause)
    return bool(re.match(r"(?:mục tiêu|định hướng|tầm nhìn)\b", words)) and year_of(words) is not None


def _is_general(draft: Draft, clause: Clause) -> bool:
    words = title(clause)
    if lexicon(Goals).headings.specific.search(words):
        return False
    if lexicon(Goals).headings.general.search(words):
        # "Quan điểm, mục tiêu" heads both, and says nothing of what stands below.
        beside = lexicon(Goals).headings.general.inside.sub("", words)
        return not _GOALS.search(beside)
    # "1. Mục tiêu" beside "2. Chỉ tiêu": the first is told in prose, the second counted.
    siblings = draft.children.get(clause.parent, ())
    plain = bool(re.fullmatch(r"(?:về )?mục tiêu[ .:]*", words))
    return plain and any(
        s.id != clause.id and re.match(r"(?:các |một số )?chỉ tiêu", title(s)) for s in siblings
    )


def _beside_a_list(draft: Draft, clause: Clause) -> bool:
    """Prose right under a section whose headings below gather the specific targets."""
    if clause.kind != Kind.TEXT:
        return False
    siblings = draft.children.get(clause.parent, ())
    return any(s.heading and lexicon(Goals).headings.specific.search(title(s)) for s in siblings)


@lru_cache(maxsize=1024)  # the headings of all clauses below
def year_of(text: str) -> int | None:
    """The first date in a heading: 2025 in "Mục tiêu đến năm 2025, tầm nhìn đến năm 2030"."""
    found = dues(read(decoded(text)))
    return found[0].year if found else None


def inherited(draft: Draft, clause: Clause) -> int | None:
    """The year that the headings and opening words above a clause set for it."""
    at: Clause | None = clause
    while at is not None:
        opening = draft.openings.get(at.id)  # the preamble's dates are not those of the parts
        years = _years_of(opening.text) if opening else frozenset()
        if len(years) == 1:  # an opening that names two dates announces both lists
            return next(iter(years))
        at = draft.by_id[at.parent] if at.parent is not None else None
        if at is not None and (year := year_of(at.heading or at.text)):
            return year
    return None


@lru_cache(maxsize=1024)  # the openings of all clauses beside them
def _years_of(text: str) -> frozenset[int]:
    return frozenset(due.year for due in dues(read(decoded(text))))


def year_of_title(draft: Draft) -> int | None:
    """The end of the time that a title is for: 2027 in "… giai đoạn 2025 – 2027", 2024 in "… năm 2024".

    A report tells of one year and plans for the next: "Kết quả năm 2023 và nhiệm vụ năm 2024" gives 2024.
    """
    words = folded(draft.title)
    plans = re.search(r"\b(?:phương hướng|nhiệm vụ|kế hoạch)\b", words[words.find(" và ") + 1 :])
    if " và " in words and plans and (year := year_of(words[words.find(" và ") + 1 + plans.start() :])):
        return year
    return year_of(draft.title)


def commits(text: str, goal: Goal, role: Role) -> bool:
    """Does a goal outside the target section commit to a value? What is or was never does."""
    start, end = _sentence(text, goal)
    words = text[start:end].lower()
    commitment = lexicon(Goals).commitment
    if not goal.figures or commitment.past.search(words) or commitment.estimate.search(words):
        return False
    if role == Role.CONTEXT:
        return bool(commitment.context.search(words))
    aim = commitment.aim.search(words[: goal.figures[0].start - start])
    if aim and aim.group() in commitment.provide and not any(f.kind == "share" for f in goal.figures):
        return False  # "bố trí 300 triệu đồng" pays for something
    bound = any(f.kind == "share" and f.comparator in commitment.bound for f in goal.figures)
    dated = any(start <= due.start < end for due in dues(read(text)))
    return bool(aim) or bound or (dated and any(f.kind in ("share", "count", "rank") for f in goal.figures))


def _sentence(text: str, goal: Goal) -> tuple[int, int]:
    """The sentence around a goal."""
    start = max(
        (m.end() for m in re.finditer(r"[.!?]\s+(?=[^\W\d_a-zà-ỹđ])|\n", text[: goal.start])), default=0
    )
    end = re.search(r"[.!?](?:\s|$)|\n", text[goal.end :])
    return start, goal.end + (end.start() if end else len(text) - goal.end)
