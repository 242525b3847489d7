"""Edits by phrase: what of a clause was written anew and what was taken out, in phrases that can be found
again.

Tricky cases (before | after | the phrases):
- `đạt 30% vào năm 2025` | `đạt 40% vào năm 2025` | whole phrases from mark to mark, the figure within;
- `Phối hợp, báo cáo` | `Phối hợp, tổng hợp` | two words say little: the phrase before belongs to them;
- `UBND tỉnh` | `Ủy ban nhân dân tỉnh` | no edit, unless just that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.analyses.segments import segments
from drafter.analyses.signs import signs, times, words_of
from drafter.language.noise import edits
from drafter.language.words import count
from drafter.model import Clause, Draft, Rounds, Segment

_LEAST = 4  # words: fewer stand in many places
_END = re.compile(r"[,;.:](?=\s|$)|[()\n|]")  # where a phrase ends
_MARKS = " \n\t,;.:–-|()"


@dataclass(frozen=True, slots=True)
class PhraseEdit:
    """A phrase before and after, as printed; either may be empty. `clauses`: where it stands now, or what
    continues its clause."""

    old: str
    new: str
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch from one mark to the next."""

    old: str = ""
    new: str = ""
    edited: bool = False

    def __add__(self, other: _Piece) -> _Piece:
        return _Piece(self.old + other.old, self.new + other.new, self.edited or other.edited)


def phrase_edits(
    old: Sequence[Clause], new: Sequence[Clause], *, exact: bool = False
) -> tuple[PhraseEdit, ...]:
    """The phrases that lead from the words of `old` to those of `new`, which continues it; `exact`: spelling
    and short forms are edits too."""
    before, after = ("\n".join(map(words_of, side)) for side in (old, new))
    if not old or not new:
        texts = map(words_of, old or new)
        whole = [(_trimmed(text), "") if old else ("", _trimmed(text)) for text in texts]
    else:
        whole = list(_led(before, after, len(old) + len(new) > 2, exact))
    return tuple(
        PhraseEdit(gone, came, _places(came, new))
        for gone, came in whole
        if signs(gone, exact) != signs(came, exact)
    )


def lineages(
    ids: Iterable[str], about: Draft, later: Draft, rounds: Rounds
) -> Iterator[tuple[tuple[Clause, ...], tuple[Clause, ...]]]:
    """The clauses `ids` of `about` with all under them, each with what continues it in `later`; what was
    merged or split together, and what is new under the continuations alone. Each clause stands in one pair.
    """
    seen: set[str] = set()
    roots: list[str] = []
    for id in dict.fromkeys(clause.id for root in ids for clause in about.subtree(root)):
        now = rounds.follow((id,), about, later)
        roots.extend(now)
        if id in seen:
            continue
        was = rounds.follow(now, later, about) if now else (id,)
        seen.update(was, (id,))
        yield _clauses(was or (id,), about), _clauses(now, later)
    known = set(roots)
    for new in dict.fromkeys(clause.id for root in roots for clause in later.subtree(root)):
        if new not in known and not rounds.follow((new,), later, about):
            yield (), _clauses((new,), later)


def _clauses(ids: Iterable[str], draft: Draft) -> tuple[Clause, ...]:
    return tuple(sorted((draft.by_id[id] for id in set(ids)), key=lambda clause: clause.order))


def _places(phrase: str, clauses: Sequence[Clause]) -> tuple[str, ...]:
    found = tuple(clause.id for clause in clauses if phrase and times(phrase, words_of(clause)))
    return found or tuple(clause.id for clause in clauses)


def _pieces(led: Sequence[Segment], *, joined: bool, exact: bool) -> Iterator[_Piece]:
    """All of both texts, from mark to mark; an edit ends no piece."""
    open_piece = _Piece()
    for part in edits(led, joined=joined):
        if not isinstance(part, Segment):
            open_piece += _Piece(part.old, part.new, part.noise is None or (exact and bool(part.noise)))
            continue
        at = 0
        for mark in _END.finditer(part.text):
            text, at = part.text[at : mark.end()], mark.end()
            yield open_piece + _Piece(text, text)
            open_piece = _Piece()
        open_piece += _Piece(part.text[at:], part.text[at:])
    yield open_piece


def _wide(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """The edited pieces, those of few words with the ones before them, else behind them, on their line."""
    done = 0
    for at, piece in enumerate(pieces):
        if not piece.edited or at < done:
            continue
        first, last = at, at + 1
        while _says_little(joined := _joined(pieces[first:last])):
            if first > done and not pieces[first - 1].new.endswith("\n"):
                first -= 1
            elif last < len(pieces) and not pieces[last - 1].new.endswith("\n"):
                last += 1
            else:
                break
        done = last
        yield joined


def _says_little(piece: _Piece) -> bool:
    return count(piece.new or piece.old) < _LEAST


def _joined(pieces: Sequence[_Piece]) -> _Piece:
    whole = _Piece()
    for piece in pieces:
        whole += piece
    return whole


@lru_cache(maxsize=4096)  # many comments are about one clause
def _led(before: str, after: str, joined: bool, exact: bool) -> tuple[tuple[str, str], ...]:
    """The phrases that lead from one text to the other, before and after."""
    pieces = list(_pieces(segments(before, after), joined=joined, exact=exact))
    return tuple((_trimmed(piece.old), _trimmed(piece.new)) for piece in _wide(pieces))


def _trimmed(text: str) -> str:
    return " ".join(text.strip(_MARKS).split())
