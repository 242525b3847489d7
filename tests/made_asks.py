"""Requests made from two drafts by rule: whether the later draft did what they ask is known by construction.

From each clause that was edited a request for just that edit, from each that was not one for an edit
that nobody made. They are cited by place, so that the link is no question.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from drafter.analyses.comments.reading import comment_of
from drafter.model import Clause, Comment, Draft, Kind, Position
from tests.redrafting import Truth

_CONTEXT = 2  # words on either side that a quote takes along
_LONGEST = 12  # words of a quote
_FOREIGN = "theo hướng dẫn riêng của đoàn kiểm toán liên vùng"
_MARKS = set("“”\"«»‘’'|;:.()…")


@dataclass(frozen=True)
class Ask:
    """A request about a clause of the old draft. `done`: whether the new draft did it."""

    text: str
    clause: str
    done: bool

    def comment(self, id: str, draft: str) -> Comment:
        return comment_of(
            id=id, agency="Sở A", dated=None, draft=draft, path="made", position=Position(), text=self.text
        )


def asks(old: Draft, new: Draft, truth: Truth, random: Random) -> Iterator[Ask]:
    """Requests for the edits that lead from `old` to `new`, and for others; one or two a clause."""
    for before, after in sorted(truth):
        if len(before) != 1 or len(after) != 1:
            continue
        one, other = old.by_id[before[0]], new.by_id[after[0]]
        if one.kind is Kind.TABLE_ROW or len(one.text.split()) < 8:
            continue
        yield from _of_edits(one, other) if one.text != other.text else _of_none(one, random)


def _of_edits(one: Clause, other: Clause) -> Iterator[Ask]:
    old, new = one.text.split(), other.text.split()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or b - a > _LONGEST or d - c > _LONGEST:
            continue
        front, back = old[max(0, a - _CONTEXT) : a], old[b : b + _CONTEXT]
        gone, come = " ".join(old[a:b]), " ".join(new[c:d])
        was, now = " ".join([*front, *old[a:b], *back]), " ".join([*front, *new[c:d], *back])
        if _MARKS & set(was + now) or was == now or was not in one.text or now not in other.text:
            continue
        if _cuts_a_range(was, one.text) or _cuts_a_range(now, other.text):
            continue
        if tag == "replace" or (tag == "delete" and len(gone.split()) < 2):
            yield Ask(f"{_place(one)}, đề nghị thay “{was}” bằng “{now}”.", one.id, done=True)
        elif tag == "delete" and gone not in other.text:
            yield Ask(f"{_place(one)}, đề nghị bỏ cụm từ “{gone}”.", one.id, done=True)
        elif tag == "insert" and front and other.text.count(come) > one.text.count(come):
            after = " ".join(front)
            yield Ask(f"{_place(one)}, sau cụm từ “{after}” đề nghị bổ sung “{come}”.", one.id, done=True)


def _cuts_a_range(words: str, text: str) -> bool:
    """Whether words take half of "8 - 10%": nobody quotes like that."""
    return re.search(rf"\d\s*[-–]\s*{re.escape(words)}|{re.escape(words)}\s*[-–]\s*\d", text) is not None


def _of_none(one: Clause, random: Random) -> Iterator[Ask]:
    words = one.text.split()
    at = random.randrange(len(words) - 5)
    said = words[at : at + 5]
    quote = " ".join(said)
    if _MARKS & set(quote):
        return
    other = " ".join([*said[:2], "kiểm toán liên vùng", *said[3:]])
    yield Ask(
        random.choice(
            (
                f"{_place(one)}, đề nghị thay “{quote}” bằng “{other}”.",
                f"{_place(one)}, đề nghị bỏ cụm từ “{quote}”.",
                f"{_place(one)}, sau cụm từ “{quote}” đề nghị bổ sung “{_FOREIGN}”.",
                f"{_place(one)}, đề nghị bổ sung quy định về trách nhiệm của đoàn kiểm toán liên vùng.",
            )
        ),
        one.id,
        done=False,
    )


def _place(one: Clause) -> str:
    return f"Tại {one.locator}"
