"""Repeated: what one file says that another says already counts once.

The same file under two names; the same letter as Word and as print; the marks of a copy that was passed on
from agency to agency. A mark is known again by its author, its moment, its words and where it stands; it
belongs to the file that had it first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.language.identities import identity
from drafter.language.normal import folded
from drafter.language.words import words
from drafter.model import Comment, Letter, Notice

from .reading import letter_stance
from .withdrawals import told_replaced

_Mark = tuple[str, str, str]
_OFFICE = (".docx", ".xlsx")


@dataclass(frozen=True, slots=True)
class Told:
    """Letters in which nothing stands twice and what was replaced is taken back; the files that say nothing
    new."""

    letters: tuple[Letter, ...]
    repeated: tuple[str, ...]
    notices: tuple[Notice, ...]


def told_once(letters: Sequence[Letter], hashes: Mapping[str, str]) -> Told:
    """`hashes`: path → SHA-256 of each file that gave letters."""
    notices: list[Notice] = []
    twins = _same_files(letters, hashes)
    notices += [Notice("same-file", path, kept) for path, kept in twins.items()]
    single = [letter for letter in letters if letter.path not in twins]
    copies = _sent_twice(single)
    notices += [Notice("same-letter", path, kept) for path, kept in copies.items()]
    single = [letter for letter in single if letter.path not in copies]
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
    held, replaced = told_replaced(made)
    return Told(held, tuple(path for path in hashes if path not in paths), (*notices, *replaced))


def _same_files(letters: Sequence[Letter], hashes: Mapping[str, str]) -> dict[str, str]:
    """Files of equal content, each with the one that is kept: of the same agencies, as far as their names or
    drafter.toml tell any. Several may send the same words."""
    speakers: dict[str, set[str]] = {}
    for letter in letters:
        speakers.setdefault(letter.path, set())
        if not any(notice.code == "unnamed-agency" for notice in letter.notices):
            speakers[letter.path].add(identity(letter.agency))
    kept: dict[str, list[tuple[str, set[str]]]] = {}
    twins: dict[str, str] = {}
    for path in sorted(hashes, key=lambda path: (not speakers.get(path), len(path), path)):
        own, known = speakers.get(path, set()), kept.setdefault(hashes[path], [])
        twin = next((other for other, of in known if not own or own == of), None)
        if twin is None:
            known.append((path, own))
        else:
            twins[path] = twin
    return twins


def _sent_twice(letters: Sequence[Letter]) -> dict[str, str]:
    """Files that hold the letters of another one, as Word and as print: the same agency, number, date and
    words; each with the file that is kept, of Word or Excel before others. What bears no number is never one.
    """
    files: dict[str, list[Letter]] = {}
    for letter in letters:
        files.setdefault(letter.path, []).append(letter)
    kept: dict[Hashable, str] = {}
    copies: dict[str, str] = {}
    for path in sorted(files, key=lambda path: (not path.lower().endswith(_OFFICE), len(path), path)):
        if all(letter.number for letter in files[path]):
            first = kept.setdefault(tuple(map(_said, files[path])), path)
            if first != path:
                copies[path] = first
    return copies


def _said(letter: Letter) -> Hashable:
    said = tuple(tuple(folded(word) for word in words(comment.text)) for comment in letter.comments)
    return folded(letter.agency), letter.number, letter.date, said


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
