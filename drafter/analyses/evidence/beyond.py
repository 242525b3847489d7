"""Beyond: what an edit did besides what was asked for; where that may turn the sense, a person must say.

    "30%" → "50%" was asked, and "được giảm 30%" became "không được giảm 50%", "giảm 50% nếu có giấy xác nhận"
    "5" → "7" was asked, and "5 ngày" became "7 tháng"
    "55.000 đồng" was asked for markets of the first class, and "riêng chợ hạng 2 thu 55.000 đồng" came

The sentence that has what was asked for is held against the one it continues. Negations, exceptions,
conditions and bounds that came or went, a unit that changed beside the figure, and a figure put before the
words that came are none of the wish where it does not name them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from drafter.language.lexicon import cue, lexicon
from drafter.language.requests import is_figure
from drafter.language.words import NUMBER, printed, words
from drafter.model import Measured, Op, Verdict

from .beside import says_another, took_a_place
from .case import MARKS, Case, Outcome, loose, phrase, telling
from .narrowed import lines_of
from .qualified import is_qualified
from .taken_back import taken_back
from .terms import pairs
from .wording import asked_words

BESIDE = "words-beyond-asked"  # the measure of a sentence that says something else besides
_CLAIMS = (Verdict.ADDRESSED, Verdict.PARTLY)
_WORDS = frozenset(("places", "terms", "%"))  # what is counted of words; the rest is of whole parts
_SAME = 0.5  # of the words and marks of a sentence: one that keeps fewer is another
_AGAINST = frozenset(
    ("denied", "dropped", "excepted")
)  # what a sentence of the office's own words is not to say
_PIECE_ENDS = frozenset(",;.:")
_NUMBER = re.compile(NUMBER)
_BY = ("mỗi", "/", "một")
_UNIT = 4  # words of a unit: "triệu đồng"
_REACH = 12  # words and marks: what turns a sense farther from the words asked for turns another's


def within_the_wish(case: Case, found: Outcome) -> Outcome:
    """`found`, but nothing sure where the sentence that shows it says something else besides that may turn
    its sense."""
    counted = found.verdict in _CLAIMS and _WORDS.issuperset(one.unit for one in found.measures)
    wish = _Wish(case)
    turned = sum(map(wish.turned, _edits(case, found))) + taken_back(case, found) if counted else 0
    if not turned:
        return found
    measure = Measured(BESIDE, 0, turned, "places")
    return replace(found, verdict=Verdict.UNCLEAR, measures=(*found.measures, measure))


@dataclass(frozen=True)
class _Edit:
    """A sentence of the later draft and the one that it continues, as words and marks in lower case."""

    old: list[str]
    new: list[str]


def _edits(case: Case, found: Outcome) -> Iterator[_Edit]:
    """The sentences that were changed among those of the clauses that show what was found."""
    shown = [id for id in found.where if id in case.after.draft.by_id] or list(case.after.ids)
    stood = [_plain(line) for line in lines_of(case.before, tuple(case.before.inside))]
    known = set(case.before.whole(loose).lower().split("\n"))
    halves = [half for line in stood for half in _halves(line)]
    under = dict.fromkeys(clause.id for id in shown for clause in case.after.draft.subtree(id))
    for line in map(_plain, lines_of(case.after, tuple(under))):
        if line in stood or line in known:
            continue
        whole = _Edit(_continued(line, stood), printed(line))
        parts = [_Edit(_continued(half, halves), printed(half)) for half in _halves(line)]
        yield from [whole] if whole.old or not any(part.old for part in parts) else parts


def _halves(line: str) -> list[str]:
    return [half for half in line.split(";") if half.strip()]


def _continued(line: str, stood: Sequence[str]) -> list[str]:
    """The words and marks of the one of `stood` that is most like `line`; none where it keeps few of them."""
    old, new = printed(max(stood, key=lambda one: fuzz.ratio(one, line), default="")), printed(line)
    kept = sum(op.src_end - op.src_start for op in Indel.opcodes(old, new) if op.tag == "equal")
    return old if kept >= _SAME * len(old) else []


def _plain(text: str) -> str:
    return loose(text).lower()


class _Wish:
    """The words of all that a comment asks for."""

    def __init__(self, case: Case) -> None:
        asked = [asked_words(case, ask) or ask for ask in case.comment.asks]
        self.news = [_plain(ask.new).strip(MARKS) for ask in asked if ask.new]
        self.olds = [_plain(ask.old).strip(MARKS) for ask in asked if ask.old and ask.op is not Op.KEEP]
        self.figures = [
            _plain(ask.new).strip(MARKS)
            for ask in asked
            if ask.new and is_figure(ask.new) and not ask.deadline
        ]
        bare = [
            ask for ask in asked if ask.op is Op.REPLACE and not ask.old and ask.new and is_figure(ask.new)
        ]
        idle = set(lexicon("evidence")["beside"]["idle"])
        self.named = set(telling(" ; ".join(_plain(ask.text) for ask in bare))) - idle
        self.added = [_plain(ask.new).strip(MARKS) for ask in asked if ask.new and ask.op is Op.ADD]
        told = [_plain(ask.about) for ask in asked if not ask.new]
        behind = [_behind(_plain(ask.text), _plain(ask.new).strip(MARKS)) for ask in asked if ask.new]
        self.text = text = _plain(case.comment.text)
        self.said = " ; ".join([*self.news, *told, *behind, _plain(case.comment.proposal)])
        self.gone = " ; ".join([*self.olds, *told])
        self.numbers = set(_NUMBER.findall(text))
        self.terms = pairs(" ; ".join(filter(None, told)))

    def turned(self, edit: _Edit) -> bool:
        """Whether an edit that does something of the wish does more that may turn its sense."""
        came, went = _changed(edit)
        if not self._does(edit, came):
            return False
        asked = _covered(edit.new, self.news)
        turns = _turns(edit.new, _near(came - asked, asked & came)) - _all_turns(self.said)
        if turns if edit.old or self.news else turns & _AGAINST:
            return True
        gone = _covered(edit.old, self.olds)
        around = gone & went or _opposite(edit, asked & came)
        if _turns(edit.old, _near(went - gone, around)) - _all_turns(self.gone):
            return bool(edit.old)
        if is_qualified(edit.new, came, _put_between(edit), asked, self.text):
            return True
        if took_a_place(edit.old, edit.new, _covered(edit.new, self.added) & came, set(words(self.gone))):
            return True
        if self._says_another(edit, came) or (asked & came and self._leaves_what_it_names(edit)):
            return True
        return self._of_another_unit(edit, came, went) or self._of_another(edit, came, asked)

    def _says_another(self, edit: _Edit, came: Collection[int]) -> bool:
        """Whether more than a figure that was asked for changed in its sentence."""
        asked = _covered(edit.new, self.figures)
        if not edit.old or not asked & set(came):
            return False
        may_go = {word for one in self.olds for word in words(one)}
        return says_another(edit.old, edit.new, asked, may_go, set(words(f"{self.text} {self.said}")))

    def _leaves_what_it_names(self, edit: _Edit) -> bool:
        """Whether a word went by which a wish for another figure or day says of what it is: "hoàn thành trong
        năm 2022" became "khởi công trong năm 2023"."""
        stood, stands = (set(telling(" ".join(side))) for side in (edit.old, edit.new))
        gone = stood - stands - set(words(self.gone))
        return not gone.isdisjoint(self.named)

    def _does(self, edit: _Edit, came: Collection[int]) -> bool:
        """Whether an edit brings words of the wish, or takes those that are to go."""
        if _covered(edit.new, self.news) & set(came) or _covered(edit.old, self.olds):
            return True
        text = " ".join(word if at in came else ";" for at, word in enumerate(edit.new))
        return not self.terms.isdisjoint(pairs(text)) or (
            not self.news and any(word in self.numbers for at, word in enumerate(edit.new) if at in came)
        )

    def _of_another_unit(self, edit: _Edit, came: Collection[int], went: Collection[int]) -> bool:
        """Whether the words just behind the old figure and the new one both changed."""
        changed = (
            any(
                at + 1 in moved and at + 1 not in asked and (side[at] == "%" or side[at][-1:].isdigit())
                for asked in (_covered(side, said),)
                for at in asked
            )
            for side, said, moved in ((edit.old, self.olds, went), (edit.new, self.news, came))
        )
        return all(changed) or self._counted_by_another(edit)

    def _counted_by_another(self, edit: _Edit) -> bool:
        """Whether the old figure and the new one are each of something else: "mỗi ngày", "mỗi tháng"."""
        by = [
            {word for at in _covered(side, said) if (word := _counted_by(side, at)) is not None}
            for side, said in ((edit.old, self.olds), (edit.new, self.news))
        ]
        return all(by) and by[0].isdisjoint(by[1]) and not by[1] <= set(words(self.text))

    def _of_another(self, edit: _Edit, came: Collection[int], asked: Collection[int]) -> bool:
        """Whether a figure that is none of the wish came before the new words in their piece."""
        starts = (at for at in asked if at in came and at - 1 not in asked)
        return any(
            at in came and _names_one(edit.new, at) and edit.new[at] not in self.numbers
            for start in starts
            for at in _back(edit.new, start)
        )


def _counted_by(text: Sequence[str], at: int) -> str | None:
    """What a figure at a place is by: "ngày" of "50.000 đồng mỗi ngày", "50.000 đồng/ngày"."""
    if not text[at][-1:].isdigit():
        return None
    behind = text[at + 1 : at + 2 + _UNIT]
    by = next((place for place, word in enumerate(behind) if word in _BY), None)
    return behind[by + 1] if by is not None and by + 1 < len(behind) else None


def _names_one(text: Sequence[str], at: int) -> bool:
    """Whether a figure names one of a kind, `"chợ hạng 2"`, and is no share or amount of its own: `"20%"`."""
    return _NUMBER.fullmatch(text[at]) is not None and text[at + 1 : at + 2] != ["%"]


def _near(places: Collection[int], around: Collection[int]) -> set[int]:
    """Those of `places` that are within reach of one of `around`; all where nothing is known of it."""
    return {at for at in places if not around or any(abs(at - one) <= _REACH for one in around)}


def _opposite(edit: _Edit, places: Collection[int]) -> set[int]:
    """Where in the earlier sentence the words at `places` of the later one came."""
    return {
        op.src_start
        for op in Indel.opcodes(edit.old, edit.new)
        if any(op.dest_start <= at < op.dest_end for at in places)
    }


def _behind(text: str, new: str) -> str:
    """What a request says behind its new words."""
    at = phrase(new).search(text)
    return text[at.end() :] if at else ""


def _changed(edit: _Edit) -> tuple[set[int], set[int]]:
    """Places of the words that came to the later sentence, and of those that went from the earlier one."""
    came: set[int] = set()
    went: set[int] = set()
    for op in Indel.opcodes(edit.old, edit.new):
        if op.tag in ("insert", "replace"):
            came.update(range(op.dest_start, op.dest_end))
        if op.tag in ("delete", "replace"):
            went.update(range(op.src_start, op.src_end))
    return came, went


def _put_between(edit: _Edit) -> set[int]:
    """Places of the words that came to the later sentence where none went."""
    ops = Indel.opcodes(edit.old, edit.new)
    gone = {place for op in ops if op.tag in ("delete", "replace") for place in (op.dest_start, op.dest_end)}
    return {
        at
        for op in ops
        if op.tag == "insert" and gone.isdisjoint((op.dest_start, op.dest_end))
        for at in range(op.dest_start, op.dest_end)
    }


def _covered(text: Sequence[str], said: Sequence[str]) -> set[int]:
    """The places of `text` at which words of a request stand."""
    found: set[int] = set()
    for one in said:
        wanted = printed(one)
        size = len(wanted)
        for at in range(len(text) - size + 1) if size else ():
            if list(text[at : at + size]) == wanted:
                found.update(range(at, at + size))
    return found


def _back(text: Sequence[str], start: int) -> Iterator[int]:
    """The places before `start` in its piece."""
    for at in range(start - 1, -1, -1):
        if text[at] in _PIECE_ENDS:
            return
        yield at


def _turns(text: Sequence[str], places: Collection[int]) -> set[str]:
    """How a sense is turned by words of which some stand at `places`."""
    starts, line = [], ""
    for word in text:
        starts.append(len(line))
        line += word + " "
    return {
        found.lastgroup or ""
        for found in _turning().finditer(line)
        if any(found.start() <= starts[at] < found.end() for at in places)
    }


def _all_turns(text: str) -> set[str]:
    return {found.lastgroup or "" for found in _turning().finditer(" ".join(printed(text)))}


@cache
def _turning() -> re.Pattern[str]:
    kinds = "|".join(
        f"(?P<{name}>{cue('evidence', 'turning', name).pattern})" for name in lexicon("evidence")["turning"]
    )
    return re.compile(rf"(?<!\w)(?:{kinds})(?!\w)")
