"""Keys: what a comment is known by, from its content alone: who says what, where, on which draft.

A key outlives the file: its name and folder, lines above the comment, agencies and words spelled otherwise.
Decisions of people hang on it. Where the content is the same to the last, the comments are counted in the
order of the letters: they are told apart, and as nothing distinguishes them, it is all one which is which.

Hard cases: equal words on two places ("Đề nghị bỏ" in two rows of a form, the same edit in two paragraphs):
the place belongs to the content, so one of them may go without touching the other. A line above that cites
no place is no content, unless equal comments stand under several such: then an answer to one is none to
another, and where one of them comes or goes people are asked to confirm what the others were answered.
A letter that names no draft and bears no date is about the newest only until there is a newer: the draft is
left open. An office that only the file's name stands for is left open too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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
    draft, home = _draft(letter, rounds), _home(rounds)
    contents = (_content(comment, draft, home) for comment in letter.comments)
    comments = zip(letter.comments, contents, strict=True)
    return replace(letter, comments=tuple(replace(comment, key=_key(said)) for comment, said in comments))


def told_apart(letters: Sequence[Letter]) -> tuple[Letter, ...]:
    """`letters` with each of several comments of one key told by the heading that it stands under, and where
    that is the same too, the second and further ones counted into theirs: no key twice."""
    under: dict[str, set[str]] = {}
    for comment in (comment for letter in letters for comment in letter.comments):
        under.setdefault(comment.key, set()).add(_alike(comment.cited))
    seen: Counter[str] = Counter()

    def apart(comment: Comment) -> Comment:
        key = comment.key
        if len(under[key]) > 1:
            key = _key((key, "under", _alike(comment.cited)))
        seen[key] += 1
        return replace(comment, key=key if seen[key] == 1 else _key((key, str(seen[key]))))

    return tuple(replace(letter, comments=tuple(map(apart, letter.comments))) for letter in letters)


def _key(content: Iterable[str]) -> str:
    return sha256(_APART.join(content).encode()).hexdigest()[:_LENGTH]


def _home(rounds: Rounds) -> str:
    """The body that issues the drafts, whose province an agency is of where its name does not say."""
    return next((draft.issuer for draft in reversed(rounds.drafts) if draft.issuer), "")


def _content(comment: Comment, draft: str, home: str) -> tuple[str, ...]:
    named = comment.agency != PurePosixPath(comment.path).stem
    agency = identity(comment.agency, home) if named else ""
    return (agency, draft, _alike(comment.text), _alike(comment.proposal), *_place(comment))


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
    quoted = (_alike(quote.text) for quote in find_quotes(comment.cited))
    return (*map(_cited, comment.beside), *quoted)


def _anchored(anchor: Anchor) -> tuple[str, ...]:
    context = anchor.context
    return tuple(map(_alike, (context[: anchor.start], anchor.words, context[anchor.end :])))


def _cited(reference: Reference) -> str:
    places = (".".join(map(" ".join, locator.parts)) for locator in reference.locators)
    return f"{_alike(reference.act or '')} {'; '.join(places)}"


def _alike(text: str) -> str:
    """`text` without what a program or another typist changes: Unicode form, tone placement, spaces, letter
    case, kinds of quotes and dashes, the stop at the end."""
    return folded(text.translate(DRESS)).strip(" .;,:")
