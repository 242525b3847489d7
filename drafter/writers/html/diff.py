"""The comparison as one page: old and new side by side, nothing loaded from elsewhere, no script.

Filters are check boxes and style rules; what the drafts say is escaped by the template engine.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.language.noise import WordEdit
from drafter.language.words import NUMBER
from drafter.model import Change, ChangeSet, Draft, FigureChange, Role, Segment
from drafter.wording.changes import figure_line, figure_words, normalisations
from drafter.wording.comparison import (
    GROUP_NAMES,
    ChangeGroup,
    badges,
    group,
    parts,
    retitled,
    same_place,
    told_figures,
)
from drafter.wording.messages import say
from drafter.wording.names import draft_name, place
from drafter.writers.html.page import page

_TALLY = ("edited", "inserted", "deleted", "split", "merged")
_FLAGS = ("moved", "reordered")
_FIGURE = re.compile(rf"({NUMBER}(?:\s?[%‰])?)")
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

    lead: str
    old: str
    new: str
    unit: str
    line: str
    place: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change as the page shows it; `same` holds the text where both sides read alike."""

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


def write_html(changes: ChangeSet, old: Draft, new: Draft, lang: str = "vi") -> bytes:
    """The whole page. Where nothing at all differs it says so: "Hai dự thảo giống nhau"."""
    rows = [_row(change, place, old, new, lang) for place, change in enumerate(changes.changes, 1)]
    titles = retitled(old, new)
    same = not titles and all(row.group is ChangeGroup.UNCHANGED for row in rows)
    return page(
        "diff.html.jinja",
        lang,
        old_name=draft_name(old, lang),
        new_name=draft_name(new, lang),
        title=new.title,
        retitled=titles,
        rows=[] if same else rows,
        tally=_tally(changes, lang),
        words=[(say(f"role.{Role(role)}", lang), *pair) for role, pair in changes.words.items()],
        total=tuple(sum(pair[side] for pair in changes.words.values()) for side in (0, 1)),
        noise=normalisations(changes.changes, lang),
        noisy=sum(bool(change.noise) for change in changes.changes),
        **_groups(rows),
        **_figures([] if same else rows),
    )


def _groups(rows: Sequence[ShownChange]) -> dict[str, object]:
    """The groups in order, their names and sizes, and the first that is not empty, which is shown."""
    sizes = Counter(row.group for row in rows)
    first = next((name for name in ChangeGroup if sizes[name]), ChangeGroup.CONTENT)
    return {
        "groups": [str(name) for name in ChangeGroup],
        "group_names": {str(name): key for name, key in GROUP_NAMES.items()},
        "first_group": str(first),
        "sizes": {str(name): sizes[name] for name in ChangeGroup},
    }


def _figures(rows: Sequence[ShownChange]) -> dict[str, object]:
    """Figures that became others, and those that were only added or removed."""
    figures = [figure for row in rows for figure in row.figures]
    return {
        "figures": [figure for figure in figures if figure.old and figure.new],
        "one_sided": [figure for figure in figures if not (figure.old and figure.new)],
    }


def _tally(changes: ChangeSet, lang: str) -> list[tuple[str, int]]:
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
        before=tuple(_side(change, "-")) if change.old else (),
        after=tuple(_side(change, "+")) if change.new else (),
        figures=figures,
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


def _side(change: Change, op: str) -> Iterator[SidePiece]:
    """The pieces of the old (`-`) or new (`+`) side."""
    shown = (figure.old if op == "-" else figure.new for figure in change.figures)
    numbers = {text.split(" ")[0] for text in shown if text}
    for part in parts(change):
        if isinstance(part, Segment):
            yield SidePiece(((part.text, False),))
            continue
        text = part.old if op == "-" else part.new
        if text:
            yield _edited(part, text, op, numbers)


def _edited(edit: WordEdit, text: str, op: str, numbers: set[str]) -> SidePiece:
    if edit.noise is not None:
        return SidePiece(((text if text.strip() or "\n" in text else "␣", False),), noise=bool(edit.noise))
    return SidePiece(tuple(_marked(text, numbers)), tag="del" if op == "-" else "ins")


def _marked(text: str, numbers: set[str]) -> Iterator[tuple[str, bool]]:
    """`text` cut at its figures, those that changed marked."""
    for at, run in enumerate(_FIGURE.split(text)):
        if run:
            yield run, at % 2 == 1 and run.rstrip(" %‰\u00a0") in numbers
