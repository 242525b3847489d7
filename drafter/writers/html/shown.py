"""A comparison as shown: each change with its sides, badges and figures, for any page that shows changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.language.noise import WordEdit
from drafter.language.words import NUMBER
from drafter.model import Change, ChangeSet, Draft, FigureChange, Segment
from drafter.wording.changes import figure_line, figure_words
from drafter.wording.comparison import ChangeGroup, badges, group, parts, same_place, told_figures
from drafter.wording.messages import say
from drafter.wording.names import place

_TALLY = ("edited", "inserted", "deleted", "split", "merged")
_FLAGS = ("moved", "reordered")
_FIGURE = re.compile(rf"({NUMBER}(?:\s?[%‰])?)")
Parts = Sequence[Segment | WordEdit]
_PATH_WORDS = 12  # of a heading above the clause


@dataclass(frozen=True, slots=True)
class SidePiece:
    """A run of one side: `tag` del or ins, or noise, or kept; `runs` of text, True where a changed figure."""

    runs: tuple[tuple[str, bool], ...]
    tag: str = ""
    noise: bool = False


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A changed figure as shown, with the clause it stands in."""

    old: str
    new: str
    unit: str
    line: str
    place: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change as the page shows it; `same` holds the text where both sides read alike, `inline` both sides
    in one."""

    anchor: str
    group: ChangeGroup
    kind: str
    moved: bool
    badges: tuple[str, ...]
    place: str
    path: str
    was: str
    same: str
    before: tuple[SidePiece, ...]
    after: tuple[SidePiece, ...]
    figures: tuple[ShownFigure, ...]
    inline: tuple[SidePiece, ...] = ()


def shown_changes(changes: ChangeSet, old: Draft, new: Draft, lang: str) -> tuple[ShownChange, ...]:
    """Every change once, in the order of `changes`."""
    return tuple(_row(change, place, old, new, lang) for place, change in enumerate(changes.changes, 1))


def change_name(old: Sequence[str], new: Sequence[str]) -> str:
    """The name of a change of the clauses `old` to `new` (ids) in a page: by the first that is there now,
    else the first that was."""
    return f"c-{new[0]}" if new else f"was-{old[0]}"


def told_tally(changes: ChangeSet, lang: str) -> list[tuple[str, int]]:
    """What happened, how often; nothing that did not."""
    keys = [(name, f"diff.kind.{name}") for name in _TALLY] + [(name, f"diff.{name}") for name in _FLAGS]
    return [(say(key, lang), changes.counts[name]) for name, key in keys if changes.counts.get(name)]


def _row(change: Change, number: int, old: Draft, new: Draft, lang: str) -> ShownChange:
    ids, draft = (change.new, new) if change.new else (change.old, old)
    anchor = f"thay-doi-{number}"
    figures = tuple(_figure(figure, place(ids, draft), anchor, lang) for figure in told_figures(change))
    same = (
        "".join(segment.text for segment in change.segments)
        if all(segment.op == "=" for segment in change.segments)
        else ""
    )
    cut = parts(change)
    return ShownChange(
        anchor=anchor,
        group=group(change),
        kind=str(change.kind),
        moved=change.moved or change.reordered,
        badges=tuple(badges(change, old, new)),
        place=place(ids, draft),
        path=_path(ids[0], draft),
        was=place(change.old, old) if change.old and change.new and not same_place(change, old, new) else "",
        same=same,
        before=tuple(_side(change, cut, "-")) if change.old else (),
        after=tuple(_side(change, cut, "+")) if change.new else (),
        figures=figures,
        inline=tuple(_inline(change, cut)),
    )


def _figure(figure: FigureChange, where: str, anchor: str, lang: str) -> ShownFigure:
    return ShownFigure(*figure_words(figure, lang), figure_line(figure, lang), where, anchor)


def _path(id: str, draft: Draft) -> str:
    """The headings above a clause, from the outermost in."""
    above = [clause.heading or "" for clause in reversed(draft.ancestors(id))]
    return " › ".join(_cut(heading) for heading in above if heading)


def _cut(heading: str) -> str:
    words = heading.split()
    return " ".join(words[:_PATH_WORDS]) + (" …" if len(words) > _PATH_WORDS else "")


def _side(change: Change, cut: Parts, op: str) -> Iterator[SidePiece]:
    """The pieces of the old (`-`) or new (`+`) side."""
    numbers = _numbers(change, op)
    for part in cut:
        if isinstance(part, Segment):
            yield SidePiece(((part.text, False),))
            continue
        text = part.old if op == "-" else part.new
        if text:
            yield _edited(part, text, op, numbers)


def _inline(change: Change, cut: Parts) -> Iterator[SidePiece]:
    """The pieces of both sides, what went before what came; of noise the new side alone."""
    numbers = {op: _numbers(change, op) for op in "-+"}
    for part in cut:
        if isinstance(part, Segment):
            yield SidePiece(((part.text, False),))
            continue
        if part.old and part.noise is None:
            yield _edited(part, part.old, "-", numbers["-"])
        if part.new:
            yield _edited(part, part.new, "+", numbers["+"])


def _numbers(change: Change, op: str) -> set[str]:
    """The figures of one side that changed, without their units."""
    shown = (figure.old if op == "-" else figure.new for figure in change.figures)
    return {text.split(" ")[0] for text in shown if text}


def _edited(edit: WordEdit, text: str, op: str, numbers: set[str]) -> SidePiece:
    if edit.noise is not None:
        return SidePiece(((text if text.strip() or "\n" in text else "␣", False),), noise=bool(edit.noise))
    return SidePiece(tuple(_marked(text, numbers)), tag="del" if op == "-" else "ins")


def _marked(text: str, numbers: set[str]) -> Iterator[tuple[str, bool]]:
    """`text` cut at its figures, those that changed marked."""
    for at, run in enumerate(_FIGURE.split(text)):
        if run:
            yield run, at % 2 == 1 and run.rstrip(" %‰\u00a0") in numbers
