"""Repeated: what one file says that another says already counts once.

The same file under two names; the marks of a copy that was passed on from agency to agency. A mark is known
again by its author, its moment, its words and where it stands; it belongs to the file that had it first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.language.normal import folded
from drafter.model import Comment, Letter, Notice

from .reading import letter_stance

_Mark = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """Letters in which nothing stands twice, and the files that say nothing new."""

    letters: tuple[Letter, ...]
    repeated: tuple[str, ...]
    notices: tuple[Notice, ...]


def told_once(letters: Sequence[Letter], hashes: Mapping[str, str]) -> Told:
    """`hashes`: path → SHA-256 of each file that gave letters."""
    notices: list[Notice] = []
    twins: dict[str, str] = {}
    for path in sorted(hashes, key=lambda path: (len(path), path)):
        kept = twins.setdefault(hashes[path], path)
        if kept != path:
            notices.append(Notice("same-file", path, kept))
    single = [letter for letter in letters if twins[hashes[letter.path]] == letter.path]
    first = _first(single)
    made, again = [], Counter[tuple[str, str]]()
    for letter in single:
        owners = [_owner(each, first) for each in letter.comments]
        own = tuple(each for each, owner in zip(letter.comments, owners, strict=True) if owner == letter.path)
        again.update((letter.path, owner) for owner in owners if owner != letter.path)
        if own == letter.comments:
            made.append(letter)
        elif own:
            made.append(replace(letter, comments=own, stance=letter_stance(own)))
    notices += [Notice("marks-again", path, f"{other} × {count}") for (path, other), count in again.items()]
    paths = {letter.path for letter in made}
    return Told(tuple(made), tuple(path for path in hashes if path not in paths), tuple(notices))


def _owner(comment: Comment, first: Mapping[_Mark, str]) -> str:
    return first.get(_mark(comment), comment.path) if comment.mark else comment.path


def _first(letters: Sequence[Letter]) -> dict[_Mark, str]:
    """Each mark with the file that had it first: the one whose last mark is the earliest; where several are
    of one moment, the one with the fewest marks."""
    marks: dict[str, list[Comment]] = {}
    for letter in letters:
        marks.setdefault(letter.path, []).extend(each for each in letter.comments if each.mark)
    ordered = sorted(
        marks, key=lambda path: (max((_moment(c) for c in marks[path]), default=""), len(marks[path]))
    )
    found: dict[_Mark, str] = {}
    for path in ordered:
        for comment in marks[path]:
            found.setdefault(_mark(comment), path)
    return found


def _mark(comment: Comment) -> _Mark:
    anchor = comment.anchor
    return comment.mark, folded(comment.text), folded(anchor.context) if anchor else ""


def _moment(comment: Comment) -> str:
    return comment.mark.rpartition(" ")[2]
