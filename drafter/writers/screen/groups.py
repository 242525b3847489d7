"""What the terminal and the page show of a comparison: which group a change is in, what noise it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile

from drafter.language.noise import WordEdit, edits
from drafter.language.normal import folded
from drafter.model import Change, ChangeKind, ChangeSet, Clause, Draft, FigureChange, Plan, Segment
from drafter.wording.messages import say

# Noise that cannot be read off the words: named, not quoted.
_NAMED = {"decomposed", "space"}
_DATE = re.compile(r"^(?:19|20)\d\d\b|/|tháng")
_LISTED = 12  # cases named in a one-line group
_QUOTED = 8  # words of a phrase that is quoted at most


class Group(StrEnum):
    """Content stands out; the other groups are told in one line each and can be opened."""

    CONTENT = "content"
    RENUMBERED = "renumbered"
    NOISE = "noise"
    UNCHANGED = "unchanged"


def group(change: Change) -> Group:
    """The group a change is shown in; a clause moved word for word is content, one only renumbered is not."""
    divided = change.kind not in (ChangeKind.EDITED, ChangeKind.UNCHANGED)
    if divided or change.moved or change.reordered:
        return Group.CONTENT
    if change.noise_only:
        return Group.NOISE
    if change.kind is ChangeKind.EDITED:
        return Group.CONTENT
    return Group.RENUMBERED if change.renumbered else Group.UNCHANGED


def parts(change: Change) -> list[Segment | WordEdit]:
    """The kept stretches and edits of a change; those of split and merged clauses know their joins."""
    return list(edits(change.segments, joined=len(change.old) + len(change.new) > 2))


def badges(change: Change, old: Draft, new: Draft) -> list[str]:
    """Keys of what happened, weightiest first: `["diff.kind.edited", "diff.moved"]`."""
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


def normalisations(changes: Sequence[Change], lang: str) -> list[tuple[str, int]]:
    """What was normalised how often in `changes`: `("UBND → Ủy ban nhân dân", 3)`, most frequent first.

    Words that are quoted count by occurrence, kinds of noise that are only named by clause.
    """
    counts: Counter[str] = Counter()
    for change in changes:
        shown = [
            one
            for part in parts(change)
            if isinstance(part, WordEdit) and part.noise
            for one in _shown(part, lang)
        ]
        counts.update(one for one in shown if "→" in one)
        counts.update({one for one in shown if "→" not in one})
    return counts.most_common()


def _shown(edit: WordEdit, lang: str) -> list[str]:
    """The words where one normalisation changed a word or two, else the names of the normalisations."""
    old, new = edit.old.strip(), edit.new.strip()
    names = edit.noise or ()
    if len(names) > 1 or not old or not new or _NAMED & set(names) or len(old.split()) > _QUOTED:
        return [say(f"noise.{name}", lang) for name in names]
    if names == ("case",):
        return [f"{old} → {new}"]
    return [f"{old.lower() if old.istitle() else old} → {new.lower() if old.istitle() else new}"]


def figure_words(figure: FigureChange, lang: str) -> tuple[str, str, str, str]:
    """Words before, old and new figure (empty where there is none), unit with its whole after.

    `("", "25", "30", "% GDP")`, but `("năm", "2025", "2026", "")`.
    """
    unit = figure.unit or ""
    if _DATE.search(figure.new or figure.old or ""):
        return unit, figure.old or "", figure.new or "", ""
    if figure.of:
        unit = say("diff.of", lang, unit=unit, of=figure.of).strip()
    return "", figure.old or "", figure.new or "", unit


def figure_line(figure: FigureChange, lang: str) -> str:
    """`"25 → 30 % GDP"`, `"năm 2025 → 2026"`, or that a figure was added or removed."""
    lead, old, new, unit = figure_words(figure, lang)
    if not old:
        return say("diff.figure-added", lang, new=f"{lead} {new} {unit}".strip())
    if not new:
        return say("diff.figure-gone", lang, old=f"{lead} {old} {unit}".strip())
    return f"{lead} {old} → {new} {unit}".strip()


def place(ids: Sequence[str], draft: Draft) -> str:
    """The clauses as an official cites them, joined by semicolons, with a capital."""
    cited = "; ".join(draft.by_id[id].locator or id for id in ids)
    return cited[:1].upper() + cited[1:]


def same_place(change: Change, old: Draft, new: Draft) -> bool:
    """Is a clause cited as before?"""
    return place(change.old, old) == place(change.new, new)


def told_figures(change: Change) -> list[FigureChange]:
    """The figures of a change: those that became others, then in one what was added, in one what went."""
    both = [one for one in change.figures if one.old is not None and one.new is not None]
    units = dict.fromkeys((one.unit, one.of) for one in change.figures)
    for unit, of in units:
        ours = [one for one in change.figures if (one.unit, one.of) == (unit, of)]
        added = "; ".join(one.new for one in ours if one.old is None and one.new is not None)
        gone = "; ".join(one.old for one in ours if one.new is None and one.old is not None)
        both += [FigureChange(None, added, unit, of)] if added else []
        both += [FigureChange(gone, None, unit, of)] if gone else []
    return both


def draft_name(draft: Draft, lang: str) -> str:
    """`"Dự thảo lần 2"`, else the file's name."""
    if draft.number is not None:
        return say("diff.draft", lang, number=draft.number)
    return draft.path.replace("\\", "/").rpartition("/")[2]


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


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def renumbered_line(changes: ChangeSet, old: Draft, new: Draft, lang: str) -> str | None:
    """What was counted anew, once: `"Đánh số lại: 36 điều khoản: Điều 5 → 6, …"`; None for nothing.

    A clause whose parent alone has another number is not named.
    """
    pairs = []
    for change in changes.changes:
        if change.renumbered and not change.moved and len(change.old) == len(change.new) == 1:
            before, after = old.by_id[change.old[0]], new.by_id[change.new[0]]
            was, now = _number(before), _number(after)
            if was and now and was != now and before.kind is after.kind:
                pairs.append(f"{place(change.old, old)} → {now}")
    if not pairs:
        return None
    return say("diff.renumbered-line", lang, count=len(pairs), pairs=listed(pairs, ", ", lang))


def _number(clause: Clause) -> str:
    """The number alone of a marker as printed: `"Điều 6."` → `"6"`, `"a)"` → `"a"`; a dash has none."""
    words = (clause.marker or "").split()
    return re.sub(r"^\W+|\W+$", "", words[-1]) if words else ""


def listed(items: Sequence[str], joint: str, lang: str) -> str:
    """The first of many, and how many more there are."""
    more = [say("diff.more", lang, count=len(items) - _LISTED)] if len(items) > _LISTED else []
    return joint.join([*items[:_LISTED], *more])


def redline_summary(changes: ChangeSet, led: Plan, old: Draft, new: Draft, lang: str) -> list[str]:
    """What the reader of a redline is told once beside it: what was counted anew, which moves are plain."""
    found = [renumbered_line(changes, old, new, lang)]
    if led.plain:
        places = listed([place([one], new) for one in led.plain], "; ", lang)
        found.append(say("diff.moved-tables", lang, count=len(led.plain), places=places))
    return [line for line in found if line is not None]
