"""Comments as people corrected them: what a person says that one asks for, in place of what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.language.asks import asks, wanted
from drafter.language.named_words import named_words
from drafter.language.quotes import find_quotes
from drafter.language.references import cited_places
from drafter.language.requests import operation
from drafter.model import Ask, Comment, Letter, Stance

from .reading import letter_stance, topics_of

_WANTING = (Stance.REQUEST, Stance.OBJECTION, Stance.QUESTION)


def asked_in(text: str) -> tuple[Ask, ...]:
    """What a person says in their own words that a comment asks for: `"thay “A” bằng “B”; bỏ “C”"`.

    It is read as a letter is; () where it names nothing to be done.
    """
    first = operation(text)
    topics = topics_of(text, Stance.REQUEST, first)
    found = wanted(asks(text, first, topics=topics, references=cited_places(text)))
    return tuple(ask for ask in found if ask.op or ask.agency or ask.counts)


def with_asks(letters: Iterable[Letter], corrected: Mapping[str, tuple[Ask, ...]]) -> tuple[Letter, ...]:
    """`letters`, whose comments ask for what `corrected` says of them by their keys, where it does."""
    return tuple(_letter(letter, corrected) for letter in letters)


def _letter(letter: Letter, corrected: Mapping[str, tuple[Ask, ...]]) -> Letter:
    if not any(comment.key in corrected for comment in letter.comments):
        return letter
    comments = tuple(
        _comment(comment, corrected[comment.key]) if comment.key in corrected else comment
        for comment in letter.comments
    )
    return replace(letter, comments=comments, stance=letter_stance(comments))


def _comment(comment: Comment, asked: tuple[Ask, ...]) -> Comment:
    """A comment that asks for something is a request, whatever it looked like."""
    stance = comment.stance if comment.stance in _WANTING else Stance.REQUEST
    words = named_words(comment.text, find_quotes(comment.text), asked, cited=comment.cited)
    return replace(comment, asks=asked, stance=stance, words=words, review=False, corrected=True)
