"""What a person names beside a decision: words of the draft that fulfil it, what a comment asks for, where an
answer is to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import AskUnclear, UnknownClause, WordsNotFound, WordsTooFew
from ..model import Ask, Deed
from ..workspace import Workspace
from .filters import tops


def named_deed(workspace: Workspace, words: Sequence[str]) -> Deed | None:
    """Raises WordsNotFound for words that the newest draft does not have, WordsTooFew for such as stand
    everywhere."""
    from ..analyses.decisions import deed_in_words, is_telling

    newest = workspace.rounds.newest
    for phrase in words:
        if not is_telling(phrase):
            raise WordsTooFew(newest.path, words=phrase)
        if deed_in_words((phrase,), newest) is None:
            raise WordsNotFound(newest.path, words=phrase)
    return deed_in_words(words, newest) if words else None


def named_asks(texts: Sequence[str], shown: str) -> tuple[Ask, ...]:
    """What a person says that comments ask for. Raises AskUnclear for words that name nothing to be done."""
    from ..analyses.comments.corrected import asked_in

    found: list[Ask] = []
    for text in filter(str.strip, texts):
        asks = asked_in(text)
        if not asks:
            raise AskUnclear(shown, words=text)
        found.extend(asks)
    return tuple(dict.fromkeys(found))


def check_where(workspace: Workspace, where: str) -> None:
    """Raises UnknownClause where an answer is said to be seen at a place that no draft has."""
    from ..analyses.citations.drafts import DraftPlaces
    from ..language.said import places_named

    named = places_named(where)
    if not named or not workspace.rounds.drafts:
        return
    places = DraftPlaces(workspace.rounds)
    missing = next((one for one in named if places.lack(one)), None)
    if missing is not None:
        raise UnknownClause(missing.text, known="; ".join(tops(workspace.rounds.newest)))
