"""Proof: what evidence says of the rows of the table, and the answer that follows from it in office wording.

A proposal only: the disposition stays with the people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafter.language.noise import telling
from drafter.language.normal import folded
from drafter.model import Draft, Evidence, Row, Segment, Table, Verdict
from drafter.wording.messages import say

_PLACES = 3  # clauses named in one answer
_WORDS = 60  # words of an answer that quotes edits
_EDITS = 4
_NOT_TOLD = frozenset(("places", "terms", "%", "clauses"))  # the words themselves say it better
_MARKS = " \n,;."  # that hang on an edit and say nothing


def proved(table: Table, drafts: Sequence[Draft], found: Sequence[Evidence], lang: str) -> Table:
    """`table` with verdict, words before and after, and a proposed answer in every row that has evidence."""
    newest = drafts[-1]
    by_comment = {one.comment: one for one in found if one.draft == newest.path}
    return replace(table, rows=tuple(_row(row, newest, by_comment, lang) for row in table.rows))


def _row(row: Row, newest: Draft, found: Mapping[str, Evidence], lang: str) -> Row:
    evidences = [found[id] for id in row.comments if id in found]
    if not evidences:
        return row
    one = evidences[0]
    places = "; ".join(newest.by_id[id].locator or id for id in one.clauses[:_PLACES])
    return replace(
        row,
        evidence=one.verdict,
        where=places,
        before=row.draft_text if row.clause is not None else "",
        after="\n".join(newest.by_id[id].text for id in one.clauses[:_PLACES]),
        changed=_told(one, lang),
        response=row.response or _answer(one, places, newest, lang, row.locator),
    )


def _answer(one: Evidence, places: str, newest: Draft, lang: str, commented: str) -> str:
    """ "Tiếp thu, chỉnh sửa tại điểm a, khoản 2, mục III, dự thảo lần 3: …"; "" where nothing is proved.

    `commented` is the place in the draft that the comment is about: what the new one does not have any more.
    """
    if one.verdict not in (Verdict.ADDRESSED, Verdict.PARTLY, Verdict.ALREADY):
        return ""
    draft = say("table.draft-number", lang, number=newest.number) if newest.number else newest.title
    where = f"{places}, {draft[:1].lower()}{draft[1:]}" if places else f"{draft[:1].lower()}{draft[1:]}"
    if one.verdict is Verdict.ADDRESSED and _gone(one):
        return say("proof.removed-clause", lang, where=f"{commented[:1].lower()}{commented[1:]}", draft=where)
    told = _told(one, lang)
    key = f"proof.{one.verdict}" if told else f"proof.{one.verdict}-plain"
    return say(key, lang, where=where, told=told)


def _gone(one: Evidence) -> bool:
    """Whether the clauses that were to go went."""
    return not one.clauses and any(m.name == "clauses" and m.after == 0 for m in one.measures)


def _told(one: Evidence, lang: str) -> str:
    """What was counted, where the comment asks for something countable; else the words that came and went."""
    counted = [m for m in one.measures if m.unit not in _NOT_TOLD and (m.before or m.after)]
    if counted:
        return "; ".join(say(f"measure.{m.name}", lang, before=m.before, after=m.after) for m in counted)
    return edited(one.segments, lang)


def edited(segments: Sequence[Segment], lang: str) -> str:
    """The words that came and went: `"sửa “5 ngày” thành “7 ngày”"`; "" for too many to be read in a cell."""
    parts: list[str] = []
    for one in telling(segments):
        old, new = one.old.strip(_MARKS), one.new.strip(_MARKS)
        if (not old and not new) or "|" in old + new:  # columns of a table
            continue
        if folded(old) == folded(new):  # letter case
            continue
        key = "replaced" if old and new else "added" if new else "removed"
        parts.append(say(f"proof.{key}", lang, old=old, new=new))
    text = "; ".join(parts)
    return text if len(text.split()) <= _WORDS and len(parts) <= _EDITS else ""
