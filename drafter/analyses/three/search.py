"""The search for an edit in another draft that is made from the same one: done, partly, or not.

What is done is done whole: every word that came stands there in a row, every word that went is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from drafter.analyses.signs import has_figure, signs, times
from drafter.model import Change, ChangeKind, ThreeEdit, ThreeKind, ThreeState

from .edits import Hunk, MadeEdit, around, hunks
from .places import Drafting, Group, words_in

_BESIDE = 2  # kept words beside an edit that say where it is
_TELLING = 5  # words: fewer stand in another place by chance
_SOME = 0.25  # of the words that were to come: fewer that came are chance
_HALF = 0.5
_NEAR = 3  # times the words that came: among more words they may stand for something else
_SHOWN = 6  # kept words shown on each side
_FEW = 2  # words: one alone is chance, unless it is a figure or all that was to come


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How far an edit is done, the clauses that show it, what stands there otherwise."""

    state: ThreeState
    now: tuple[str, ...] = ()
    stands: str = ""


def looked_for(edit: MadeEdit, made: Drafting, other: Drafting) -> ThreeEdit:
    """An edit that leads to the draft of `made`, with what became of it in the draft of `other`."""
    outcome = _SEARCHES[edit.kind](edit, made, other)
    change, group = edit.change, made.group(edit.change)
    whole = Hunk(0, len(group.old.keys), 0, len(group.new.keys))
    worded = edit.kind in (ThreeKind.WORDS, ThreeKind.INSERTED, ThreeKind.DELETED)
    hunk = edit.hunk or whole
    lead, tail = around(edit.hunk, group) if edit.hunk else ("", "")
    return ThreeEdit(
        edit.kind,
        outcome.state,
        change.old,
        change.new,
        outcome.now,
        group.old.part(hunk.start, hunk.end) if worded else "",
        group.new.part(hunk.first, hunk.last) if worded else "",
        lead,
        tail,
        "" if outcome.state is ThreeState.DONE else outcome.stands,
    )


# --- words ----------------------------------------------------------------------------------


def _words(edit: MadeEdit, made: Drafting, other: Drafting) -> _Outcome:
    assert edit.hunk is not None
    hunk, ours = edit.hunk, made.group(edit.change)
    old_id, start = _home(hunk, ours)
    theirs = other.group(other.by_old[old_id])
    shift = theirs.starts[old_id] - start
    gone, came = ours.old.part(hunk.start, hunk.end), ours.new.part(hunk.first, hunk.last)
    zone = _zone(hunk.start + shift, min(hunk.end + shift, len(theirs.old.keys)), theirs)
    now = theirs.change.new
    if _in_place(hunk, ours, theirs):
        return _Outcome(ThreeState.DONE, now)
    state = _state(gone, came, zone)
    if state is not ThreeState.DONE and len(signs(came)) >= _TELLING and other.more(came) > 0:
        there = tuple(id for id in other.holding(came) if id not in now) or now
        return _Outcome(ThreeState.PARTLY if gone else ThreeState.DONE, there, zone.shown)
    return _Outcome(state, now, zone.shown)


def _home(hunk: Hunk, group: Group) -> tuple[str, int]:
    """The old clause in which a hunk begins, and where the words of that clause begin."""
    at, id = max((at, id) for id, at in group.starts.items() if at <= hunk.start)
    return id, at


def _in_place(hunk: Hunk, ours: Group, theirs: Group) -> bool:
    """Whether the edit is there with the words beside it: these stand there anew, and as before no more."""
    if hunk.start < _BESIDE or hunk.end + _BESIDE > len(ours.old.keys):
        return False
    before = ours.old.part(hunk.start - _BESIDE, hunk.end + _BESIDE)
    after = ours.new.part(hunk.first - _BESIDE, hunk.last + _BESIDE)
    old, new = theirs.old.text, theirs.new.text
    return times(after, new) > times(after, old) and times(before, new) < times(before, old)


@dataclass(frozen=True, slots=True)
class _Zone:
    """What stands between the kept words next to an edit: `before` in the old draft, `after` in the other,
    `new` those of these that are new there. `left`: how much of the words of the edit is still there, 0 to 1;
    `shown`: the words with some around them."""

    before: str
    after: str
    new: str
    left: float
    shown: str
    there: bool


def _zone(start: int, end: int, theirs: Group) -> _Zone:
    """The zone of the words start..end of the old clauses of `theirs`."""
    old, new = theirs.old, theirs.new
    pairs = _pairs(old.keys, new.keys)
    low_old, low = max(((at, there) for at, there in pairs.items() if at < start), default=(-1, -1))
    high_old, high = min(
        ((at, there) for at, there in pairs.items() if at >= end), default=(len(old.keys), len(new.keys))
    )
    taken = frozenset(pairs.values())
    fresh = (new.part(at, at + 1) for at in range(low + 1, high) if at not in taken)
    return _Zone(
        old.part(low_old + 1, high_old),
        new.part(low + 1, high),
        " ".join(fresh),
        sum(at in pairs for at in range(start, end)) / (end - start) if end > start else 0.0,
        new.part(low + 1 - _SHOWN, high + _SHOWN),
        bool(theirs.change.new),
    )


def _pairs(old: Sequence[str], new: Sequence[str]) -> Mapping[int, int]:
    """Which word of old is which of new."""
    found: dict[int, int] = {}
    at = there = 0
    for hunk in [*hunks(old, new), Hunk(len(old), len(old), len(new), len(new))]:
        found.update(zip(range(at, hunk.start), range(there, hunk.first), strict=True))
        at, there = hunk.end, hunk.last
    return found


def _state(gone: str, came: str, zone: _Zone) -> ThreeState:
    """How far words came and went at one place."""
    if not came:
        if zone.left == 0:
            return ThreeState.DONE
        return ThreeState.PARTLY if zone.left <= 1 - _SOME else ThreeState.NOT_DONE
    if times(came, zone.after) > times(came, zone.before):
        near = len(signs(zone.after)) <= _NEAR * len(signs(came)) + _TELLING
        return ThreeState.DONE if zone.left == 0 and near else ThreeState.PARTLY
    if _some(came, zone.new):
        return ThreeState.PARTLY
    only_gone = gone and zone.left == 0 and not zone.new and zone.there
    return ThreeState.PARTLY if only_gone else ThreeState.NOT_DONE


def _some(came: str, new: str) -> bool:
    """Whether more of the words came than chance brings."""
    wanted, found = signs(came), signs(new)
    shared = LCSseq.similarity(wanted, found)
    told = any(has_figure(sign) for sign in set(wanted) & set(found))
    return bool(shared >= _SOME * len(wanted) and (shared >= _FEW or told))


# --- whole clauses --------------------------------------------------------------------------


def _inserted(edit: MadeEdit, made: Drafting, other: Drafting) -> _Outcome:
    text = made.group(edit.change).new.text
    words = signs(text)
    texts = {id: other.new.by_id[id].text for id in other.inserted}
    same = tuple(id for id, each in texts.items() if signs(each) == words)
    if same:
        return _Outcome(ThreeState.DONE, same)
    if len(words) >= _TELLING and other.more(text) > 0:
        return _Outcome(ThreeState.DONE, other.holding(text))
    alike = ((LCSseq.similarity(words, signs(each)), id) for id, each in texts.items())
    most, id = max(alike, key=lambda each: each[0], default=(0, ""))
    if id and most >= max(_FEW, _HALF * len(words)):
        return _Outcome(ThreeState.PARTLY, (id,), texts[id])
    return _Outcome(ThreeState.NOT_DONE)


def _deleted(edit: MadeEdit, made: Drafting, other: Drafting) -> _Outcome:
    (old_id, *_) = edit.change.old
    theirs = other.group(other.by_old[old_id])
    text = other.old.by_id[old_id].text
    if not theirs.change.new:
        moved = len(signs(text)) >= _TELLING and other.more(text) > max(made.more(text), -1)
        return _Outcome(*((ThreeState.NOT_DONE, other.holding(text)) if moved else (ThreeState.DONE, ())))
    start, size = theirs.starts[old_id], len(words_in(text).keys)
    pairs = _pairs(theirs.old.keys, theirs.new.keys)
    kept = sum(at in pairs for at in range(start, start + size))
    state = ThreeState.PARTLY if kept <= _HALF * size else ThreeState.NOT_DONE
    return _Outcome(state, theirs.change.new, theirs.new.text)


def _moved(edit: MadeEdit, made: Drafting, other: Drafting) -> _Outcome:
    theirs = other.by_old[edit.change.old[0]]
    if not theirs.new:
        return _Outcome(ThreeState.NOT_DONE)
    same = (theirs.moved or theirs.reordered) and _place(edit.change, made) == _place(theirs, other)
    return _Outcome(ThreeState.DONE if same else ThreeState.NOT_DONE, theirs.new)


def _place(change: Change, side: Drafting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where the first clause of a change stands, in clauses of the old draft: under which, behind which."""
    clause = side.new.by_id[change.new[0]]
    siblings = side.new.children.get(clause.parent, ())
    before = [each.id for each in siblings if each.order < clause.order]
    known = [side.by_new[id].old for id in before if side.by_new[id].old]
    return (side.by_new[clause.parent].old if clause.parent else (), known[-1] if known else ())


def _split(edit: MadeEdit, _made: Drafting, other: Drafting) -> _Outcome:
    theirs = other.by_old[edit.change.old[0]]
    done = theirs.kind is ChangeKind.SPLIT and len(theirs.new) >= len(edit.change.new)
    some = theirs.kind is ChangeKind.SPLIT
    state = ThreeState.DONE if done else ThreeState.PARTLY if some else ThreeState.NOT_DONE
    return _Outcome(state, theirs.new)


def _merged(edit: MadeEdit, _made: Drafting, other: Drafting) -> _Outcome:
    theirs = other.by_old[edit.change.old[0]]
    together = set(edit.change.old) & set(theirs.old)
    done = together == set(edit.change.old)
    state = ThreeState.DONE if done else ThreeState.PARTLY if len(together) > 1 else ThreeState.NOT_DONE
    return _Outcome(state, theirs.new)


_SEARCHES: Mapping[ThreeKind, Callable[[MadeEdit, Drafting, Drafting], _Outcome]] = {
    ThreeKind.WORDS: _words,
    ThreeKind.INSERTED: _inserted,
    ThreeKind.DELETED: _deleted,
    ThreeKind.MOVED: _moved,
    ThreeKind.SPLIT: _split,
    ThreeKind.MERGED: _merged,
}
