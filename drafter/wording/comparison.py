"""How a comparison is told: in which group a change stands, which of its edits and figures are shown."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile

from drafter.language.noise import WordEdit, edits
from drafter.language.normal import folded
from drafter.model import Change, ChangeKind, Draft, FigureChange, Segment

from .names import place


class ChangeGroup(StrEnum):
    """Content stands out; the other groups are told in one line each and can be opened."""

    CONTENT = "content"
    RENUMBERED = "renumbered"
    NOISE = "noise"
    UNCHANGED = "unchanged"


# What each group is called with its size.
GROUP_NAMES = {
    ChangeGroup.CONTENT: "diff.content",
    ChangeGroup.RENUMBERED: "diff.renumbered-only",
    ChangeGroup.NOISE: "diff.noise-only",
    ChangeGroup.UNCHANGED: "diff.kind.unchanged",
}


def group(change: Change) -> ChangeGroup:
    """The group a change is shown in; a clause moved word for word is content, one only renumbered is not."""
    divided = change.kind not in (ChangeKind.EDITED, ChangeKind.UNCHANGED)
    if divided or change.moved or change.reordered:
        return ChangeGroup.CONTENT
    if change.noise_only:
        return ChangeGroup.NOISE
    if change.kind is ChangeKind.EDITED:
        return ChangeGroup.CONTENT
    return ChangeGroup.RENUMBERED if change.renumbered else ChangeGroup.UNCHANGED


def parts(change: Change) -> list[Segment | WordEdit]:
    """The kept stretches and edits of a change; those of split and merged clauses know their joins."""
    return list(edits(change.segments, joined=len(change.old) + len(change.new) > 2))


def badges(change: Change, old: Draft, new: Draft) -> list[str]:
    """Keys of sentences on what happened, weightiest first: `["diff.kind.edited", "diff.moved"]`."""
    shown = change.kind is not ChangeKind.UNCHANGED and not (
        change.noise_only and change.kind is ChangeKind.EDITED
    )
    keys = [f"diff.kind.{change.kind}"] if shown else []
    flags = ("moved", "reordered", "renumbered")
    keys += [f"diff.{flag}" for flag in flags if getattr(change, flag)]
    if change.renumbered and same_place(change, old, new):  # a row under the same STT, one line further down
        keys.remove("diff.renumbered")
    if change.noise_only and change.kind in (ChangeKind.EDITED, ChangeKind.UNCHANGED):
        keys.append("diff.noise")
    return keys or ["diff.kind.unchanged"]


def same_place(change: Change, old: Draft, new: Draft) -> bool:
    """Is a clause cited as before?"""
    return place(change.old, old) == place(change.new, new)


def told_figures(change: Change) -> list[FigureChange]:
    """The figures of a change: those that became others, then in one what was added, in one what went."""
    both = [figure for figure in change.figures if figure.old is not None and figure.new is not None]
    units = dict.fromkeys((figure.unit, figure.of) for figure in change.figures)
    for unit, of in units:
        ours = [figure for figure in change.figures if (figure.unit, figure.of) == (unit, of)]
        added = "; ".join(figure.new for figure in ours if figure.old is None and figure.new is not None)
        gone = "; ".join(figure.old for figure in ours if figure.new is None and figure.old is not None)
        both += [FigureChange(None, added, unit, of)] if added else []
        both += [FigureChange(gone, None, unit, of)] if gone else []
    return both


def retitled(old: Draft, new: Draft) -> tuple[str, str, str, str] | None:
    """What both titles begin with, the old and the new words, what both end with; None where they agree."""
    if folded(old.title) == folded(new.title):
        return None
    was, now = old.title.split(), new.title.split()
    head = _shared(was, now)
    tail = _shared(was[head:][::-1], now[head:][::-1])
    ends = len(was) - tail, len(now) - tail
    kept, gone = " ".join(was[:head]), " ".join(was[head : ends[0]])
    return kept, gone, " ".join(now[head : ends[1]]), " ".join(was[ends[0] :])


def _shared(first: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, other, strict=False)))
