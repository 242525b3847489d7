"""Changes between two drafts, in words: figures, what was normalised, what was counted anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafter.language.noise import WordEdit, telling
from drafter.model import Change, ChangeSet, Clause, Draft, FigureChange, Plan, Segment

from .comparison import parts
from .messages import say
from .names import place

# Noise that cannot be read off the words: named, not quoted.
_NAMED = {"decomposed", "space"}
_DATE = re.compile(r"^(?:19|20)\d\d\b|/|tháng")
_CELLS = " |\n"  # what stands between the cells of a row is no words of it
_LISTED = 12  # cases named in a one-line group
_QUOTED = 8  # words of a phrase that is quoted at most
_SHOWN_AROUND = 6  # words shown on each side of an edit
_SHOWN_EDIT = 40  # words of an edit that are shown


def figure_words(figure: FigureChange, lang: str) -> tuple[str, str, str]:
    """Old and new figure (empty where there is none), unit with its whole after.

    `("25%", "30%", "GDP")`, `("65%; 70%", "", "hộ gia đình")`, `("năm 2025", "năm 2026", "")`.
    """
    unit, old, new = figure.unit or "", figure.old or "", figure.new or ""
    if _DATE.search(new or old):
        return _dated(unit, old, lang), _dated(unit, new, lang), ""
    if unit.startswith("%"):
        old, new, unit = _shares(old), _shares(new), unit[1:].strip()
    if figure.of:
        unit = say("diff.of", lang, unit=unit, of=figure.of).strip()
    return old, new, unit


def _dated(unit: str, moment: str, lang: str) -> str:
    if not moment or unit != "năm":
        return f"{unit} {moment}".strip() if moment else ""
    return say("check.moment.year", lang, year=moment)


def _shares(figures: str) -> str:
    """Each of the figures with the sign that is said of all of them: `"50; 65"` → `"50%; 65%"`."""
    return "; ".join(f"{each}%" if each else "" for each in figures.split("; "))


def _with_unit(figure: str, unit: str) -> str:
    return f"{figure}{unit}" if unit.startswith("/") else f"{figure} {unit}".strip()


def figure_line(figure: FigureChange, lang: str) -> str:
    """`"25% → 30% GDP"`, `"năm 2025 → năm 2026"`, or that a figure was added or removed."""
    old, new, unit = figure_words(figure, lang)
    if not old:
        return say("diff.figure-added", lang, new=_with_unit(new, unit))
    if not new:
        return say("diff.figure-gone", lang, old=_with_unit(old, unit))
    return f"{old} → {_with_unit(new, unit)}"


def edits_words(segments: Sequence[Segment], lang: str) -> str:
    """What was done to the words: `bổ sung “A”; bỏ “B”; sửa “C” thành “D”`; noise left out."""
    told = []
    for edit in telling(segments):
        old, new = edit.old.strip(_CELLS), edit.new.strip(_CELLS)
        if old or new:
            way = "replaced" if old and new else "removed" if old else "added"
            told.append(say(f"edit.{way}", lang, old=old, new=new))
    return "; ".join(told)


def normalisations(changes: Sequence[Change], lang: str) -> list[tuple[str, int]]:
    """What was normalised how often in `changes`: `("UBND → Ủy ban nhân dân", 3)`, most frequent first.

    Words that are quoted count by occurrence, kinds of noise that are only named by clause.
    """
    counts: Counter[str] = Counter()
    for change in changes:
        shown = [
            name
            for part in parts(change)
            if isinstance(part, WordEdit) and part.noise
            for name in _shown(part, lang)
        ]
        counts.update(name for name in shown if "→" in name)
        counts.update({name for name in shown if "→" not in name})
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


def around(segments: Sequence[Segment]) -> tuple[str, str]:
    """The words before and after around each edit, with "…" for what is left out: `("… đạt 50% doanh nghiệp
    …", "… đạt 60% doanh nghiệp …")`; empty where a side has none."""
    if not any(segment.op != "=" for segment in segments):
        return "", ""
    old, new = [], []
    for at, segment in enumerate(segments):
        if segment.op == "=":
            kept = _shortened(segment.text, first=at == 0, last=at == len(segments) - 1)
            old.append(kept)
            new.append(kept)
        else:
            (old if segment.op == "-" else new).append(_shortened(segment.text, most=_SHOWN_EDIT))
    alone = "".join(segment.text for segment in segments if segment.op != "+").strip()
    return _line("".join(old)) if alone else "", _line("".join(new))


def _shortened(text: str, *, first: bool = False, last: bool = False, most: int = 2 * _SHOWN_AROUND) -> str:
    """A stretch with its middle left out; at an end of the text only what meets the edit stays."""
    words = re.findall(r"\s*\S+\s*", text)
    side = most // 2
    if len(words) <= (side if first or last else most):
        return text
    if first:
        return "… " + "".join(words[-side:])
    if last:
        return "".join(words[:side]).rstrip() + " …"
    return "".join(words[:side]).rstrip() + " … " + "".join(words[-side:]).lstrip()


def _line(text: str) -> str:
    return " ".join(text.split())


def redline_summary(changes: ChangeSet, led: Plan, old: Draft, new: Draft, lang: str) -> list[str]:
    """What the reader of a redline is told once beside it: what was counted anew, which moves are plain."""
    found = [renumbered_line(changes, old, new, lang)]
    if led.plain:
        places = listed([place([id], new) for id in led.plain], "; ", lang)
        found.append(say("diff.moved-tables", lang, count=len(led.plain), places=places))
    return [line for line in found if line is not None]
