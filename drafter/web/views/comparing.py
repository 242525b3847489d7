"""Two drafts compared: changes by clause, those that are wanted, with the comments that explain them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from drafter.jobs.board import Board
from drafter.jobs.explained import Explained
from drafter.model import Draft, Role
from drafter.wording.changes import normalisations
from drafter.wording.comparison import ChangeGroup, retitled
from drafter.wording.figures import listed_numbers
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_name
from drafter.writers.html.shown import ShownChange, ShownFigure, change_name, shown_changes, told_tally

from .said import SaidHere, said


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A change with the comments for which it was made; `silent`: in words, why one that none explains
    weighs; `perhaps`: the numbers of the comments that it may have been made for."""

    change: ShownChange
    said: tuple[SaidHere, ...]
    silent: tuple[str, ...]
    perhaps: str
    name: str  # by which it is known in the page: `change_name`


# What can be shown, in the order of the choice: name → whether a row belongs to it.
CHOICES: Mapping[str, Callable[[ComparedRow], bool]] = {
    "all": lambda row: row.change.group is not ChangeGroup.UNCHANGED,
    "content": lambda row: row.change.group is ChangeGroup.CONTENT,
    "figures": lambda row: bool(row.change.figures),
    "moved": lambda row: row.change.moved,
    "explained": lambda row: bool(row.said),
    "silent": lambda row: bool(row.silent),
    "whole": lambda _: True,
}

VIEWS = ("side", "inline")


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """The page: `rows` that are shown, `sizes` how many each choice has, noise counted where it is shown;
    `words` by role with the words before and after; `hidden`: changes that are noise and are not
    shown; `noise`: what was normalised, where it is."""

    old: Draft
    new: Draft
    old_name: str
    new_name: str
    rows: tuple[ComparedRow, ...]
    sizes: Mapping[str, int]
    figures: tuple[ShownFigure, ...]
    one_sided: tuple[ShownFigure, ...]
    words: tuple[tuple[str, int, int], ...]
    total: tuple[int, int]
    tally: tuple[tuple[str, int], ...]
    retitled: tuple[str, str, str, str] | None
    noise: tuple[tuple[str, int], ...]
    hidden: int
    silent: int
    explained: int


@dataclass(frozen=True, slots=True)
class ComparisonAsked:
    """What is asked of the page: keys of the drafts, a choice, one of VIEWS, with noise or without."""

    old: str
    new: str
    show: str
    view: str
    noise: bool

    def address(self, show: str, *, noise: bool | None = None) -> str:
        """The page with another choice, with noise as it is where nothing is said of it."""
        shown = "&noise=1" if (self.noise if noise is None else noise) else ""
        return f"/drafts/compare?old={self.old}&new={self.new}&show={show}&view={self.view}{shown}"


def compared(found: Explained, board: Board, lang: str, *, show: str, noise: bool) -> ComparisonPage:
    """The comparison with the rows of one choice; without `noise` those that are nothing else are hidden."""
    old, new, changes = found.comparison.old, found.comparison.new, found.comparison.changes
    rows = tuple(
        ComparedRow(
            change,
            said(board, found.comments[at], new, lang),
            _why(found.silent.get(at, ()), lang),
            _numbers(found.perhaps.get(at, ()), board),
            change_name(changes.changes[at].old, changes.changes[at].new),
        )
        for at, change in enumerate(shown_changes(changes, old, new, lang))
    )
    kept = tuple(row for row in rows if noise or row.change.group is not ChangeGroup.NOISE)
    figures = [figure for row in rows for figure in row.change.figures]
    return ComparisonPage(
        old,
        new,
        draft_name(old, lang),
        draft_name(new, lang),
        tuple(filter(CHOICES[show], kept)),
        {name: sum(map(wanted, kept)) for name, wanted in CHOICES.items()},
        tuple(figure for figure in figures if figure.old and figure.new),
        tuple(figure for figure in figures if not (figure.old and figure.new)),
        tuple((capital(say(f"role.{Role(role)}", lang)), *pair) for role, pair in changes.words.items()),
        (
            sum(before for before, _ in changes.words.values()),
            sum(after for _, after in changes.words.values()),
        ),
        tuple(told_tally(changes, lang)),
        retitled(old, new),
        tuple(normalisations(changes.changes, lang)) if noise else (),
        len(rows) - len(kept),
        sum(bool(row.silent) for row in rows),
        sum(bool(row.said) for row in rows),
    )


def _numbers(ids: tuple[str, ...], board: Board) -> str:
    return listed_numbers(board.comments[id].no for id in ids) if ids else ""


def _why(reasons: tuple[str, ...], lang: str) -> tuple[str, ...]:
    return tuple(say(f"silent.{reason}", lang) for reason in reasons)
