"""Asked: which words of an edit a comment asked for; the rest of the edit is the drafting office's.

"Sửa “80%” thành “85%”" owns the two figures of "ít nhất [-80%]{+85%+} hồ sơ [-mức độ 4]{+toàn trình+}" and no
word more. Words that a comment names are its own where they stand as it names them: three in a row, or all
that the edit takes or gives. A comment that names none owns an insertion made mostly of its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from drafter.language.noise import canonical
from drafter.language.words import words
from drafter.model import MarginComment

from ..reading.atoms import Atom

_RUN = 3  # words in a row that do not stand so by chance
_MOSTLY = 0.5  # of the words of an insertion
_JOINT = 2  # words that may come or go where a paragraph is parted or joined


@dataclass(frozen=True, slots=True)
class AskedHere:
    """A comment at a place, and the name of that place for it."""

    comment: MarginComment
    spot: str


Owners = list[AskedHere | None]  # atom by atom


def owners(lost: Sequence[Atom], gained: Sequence[Atom], asked: Sequence[AskedHere]) -> tuple[Owners, Owners]:
    """Who asked for each atom of an edit; None where nobody did. The first who asked has it."""
    gone: Owners = [None] * len(lost)
    come: Owners = [None] * len(gained)
    for here in asked:
        said = here.comment
        ours = _named(gained, said.come) | (_freely(gained, said) if said.freely else set())
        theirs = _named(lost, said.gone)
        if ours and not said.gone and _is_figure(lost) and _is_figure(gained):
            theirs = set(range(len(lost)))
        if said.recast and _only_parts(lost, gained):
            theirs, ours = set(range(len(lost))), set(range(len(gained)))
        _take(gone, theirs, here)
        _take(come, ours, here)
    return gone, come


def _take(held: Owners, places: set[int], here: AskedHere) -> None:
    for place in places:
        held[place] = held[place] or here


def _named(atoms: Sequence[Atom], named: Sequence[str]) -> set[int]:
    """The atoms that hold words as they are named, with what stands between them."""
    places, said = _words(atoms)
    found: set[int] = set()
    for text in named:
        asked = [word for word in words(canonical(text)) if word[0].isalnum()]
        matcher = SequenceMatcher(a=said, b=asked, autojunk=False)
        for start, _, size in matcher.get_matching_blocks():
            if size and (size >= _RUN or size in (len(said), len(asked))):
                whole = size == len(said)
                found |= set(
                    range(len(atoms)) if whole else range(places[start], places[start + size - 1] + 1)
                )
    return found


def _freely(atoms: Sequence[Atom], comment: MarginComment) -> set[int]:
    """All of an insertion that is mostly made of the comment's words, else what it says as the comment."""
    _, said = _words(atoms)
    asked = set(words(canonical(comment.text)))
    if len(said) >= _RUN and sum(word in asked for word in said) >= _MOSTLY * len(said):
        return set(range(len(atoms)))
    return _named(atoms, [comment.text])


def _words(atoms: Sequence[Atom]) -> tuple[list[int], list[str]]:
    """The words of atoms as they are compared, each with the place of its atom."""
    found = [
        (place, word)
        for place, atom in enumerate(atoms)
        for word in words(canonical(atom.text))
        if word[0].isalnum()
    ]
    return [place for place, _ in found], [word for _, word in found]


def _is_figure(atoms: Sequence[Atom]) -> bool:
    _, said = _words(atoms)
    return len(said) == 1 and said[0][0].isdigit()


def _only_parts(lost: Sequence[Atom], gained: Sequence[Atom]) -> bool:
    """Whether an edit parts or joins paragraphs and does no more."""
    marks = any(atom.mark is not None for atom in (*lost, *gained))
    return marks and len(set(_words(lost)[1]) ^ set(_words(gained)[1])) <= _JOINT
