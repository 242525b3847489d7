"""Subjects: a line "V/v …" that asks for an edit of the draft, and the letter does not say it again."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language.lexicon import cue
from drafter.language.normal import decoded, folded
from drafter.language.quotes import find_quotes
from drafter.language.references import find_references
from drafter.language.requests import operation
from drafter.language.words import words
from drafter.model import Block

from .passage import Passage
from .tables import Statement

_REPEATED = 0.6  # of its words: so many stand in one comment that says it again


def asked_in_subject(
    lines: Sequence[Block], statements: Sequence[Statement], unit: str, agency: str | None
) -> list[Statement]:
    """The comment, for a person to look at, that the `lines` of a subject make: where they name an edit and
    the words or the place of it, and no comment of the letter says that again."""
    if not lines:
        return []
    body = Passage(tuple(lines), unit)
    if not _asks(body.norm.text):
        return []
    own = set(words(folded(body.norm.text)))
    said = (set(words(folded(each.body.printed(each.start, each.end)))) for each in statements)
    if any(len(own & one) >= _REPEATED * len(own) for one in said):
        return []
    return [Statement(body, 0, len(body.norm.text), agency=agency, review=True)]


def _asks(text: str) -> bool:
    """Whether a subject asks for an edit: `"V/v bổ sung “A” vào khoản 2"`, not "V/v góp ý dự thảo …"."""
    said = cue("letters", "subject_opens").sub("", decoded(text))
    if cue("letters", "about_comments").search(said) or operation(said) is None:
        return False
    places = (one for one in find_references(said) if one.locators and one.act is None)
    return bool(find_quotes(said)) or any(places)
