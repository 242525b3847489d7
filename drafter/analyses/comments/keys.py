"""Keys: what a comment is known by, from its content alone: who says what, where, on which draft.

A key outlives the file: its name and folder, lines above the comment, agencies and words spelled otherwise.
Decisions of people hang on it. Where the content is the same to the last, `apart` tells the comments apart.

Hard cases: equal words on two places ("Đề nghị bỏ" in two rows of a form, the same edit in two paragraphs):
the place belongs to the content, so one of them may go without touching the other. A line above that cites
no place is no content, unless equal comments stand under several such: then an answer to one is none to
another, and where one of them comes or goes people are asked to confirm what the others were answered.
A letter that names no draft and bears no date is about the newest only until there is a newer: the draft is
left open. An office that only the file's name stands for is left open too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath

from drafter.language.identities import identity
from drafter.language.normal import folded
from drafter.language.quotes import find_quotes
from drafter.model import Anchor, Comment, Letter, Reference, Rounds

from .edits import DRESS

_LENGTH = 12  # hexadecimal digits: of a million comments two are alike by chance once in five hundred times
_APART = "\x1f"


def with_keys(letter: Letter, rounds: Rounds) -> Letter:
    """`letter` with the key of each comment, equal for comments of equal content."""
    draft, home = _draft(letter, rounds), home_of(rounds)
    contents = (_content(comment, draft, home) for comment in letter.comments)
    comments = zip(letter.comments, contents, strict=True)
    return replace(letter, comments=tuple(replace(comment, key=key_of(said)) for comment, said in comments))


def key_of(content: Iterable[str]) -> str:
    """What stands for contents that are equal to the last."""
    return sha256(_APART.join(content).encode()).hexdigest()[:_LENGTH]


def home_of(rounds: Rounds) -> str:
    """The body that issues the drafts, whose province an agency is of where its name does not say."""
    return next((draft.issuer for draft in reversed(rounds.drafts) if draft.issuer), "")


def _content(comment: Comment, draft: str, home: str) -> tuple[str, ...]:
    named = comment.agency != PurePosixPath(comment.path).stem
    agency = identity(comment.agency, home) if named else ""
    return (agency, draft, alike(comment.text), alike(comment.proposal), *_place(comment))


def _draft(letter: Letter, rounds: Rounds) -> str:
    """The number of the draft that the letter names, or that its date tells; else empty."""
    if letter.draft_number is not None:
        return str(letter.draft_number)
    about = rounds.draft(letter.comments[0].draft) if letter.comments else None
    dated = about is not None and None not in (about.date, letter.date)
    return str(about.number or "") if about is not None and dated else ""


def _place(comment: Comment) -> tuple[str, ...]:
    """Where the comment belongs, apart from its own words: the words that it stands on, else the places and
    the words of the draft in the cells or lines around it."""
    if comment.anchor is not None:
        return _anchored(comment.anchor)
    quoted = (alike(quote.text) for quote in find_quotes(comment.cited))
    return (*map(_cited, comment.beside), *quoted)


def _anchored(anchor: Anchor) -> tuple[str, ...]:
    context = anchor.context
    return tuple(map(alike, (context[: anchor.start], anchor.words, context[anchor.end :])))


def _cited(reference: Reference) -> str:
    places = (".".join(map(" ".join, locator.parts)) for locator in reference.locators)
    return f"{alike(reference.act or '')} {'; '.join(places)}"


def alike(text: str) -> str:
    """`text` without what a program or another typist changes: Unicode form, tone placement, spaces, letter
    case, kinds of quotes and dashes, the stop at the end."""
    return folded(text.translate(DRESS)).strip(" .;,:")
