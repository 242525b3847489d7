"""Words that a comment names, quoted or not, and what they are to the draft."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Ask, NamedWords, Op, WordsRole

from .lexicon import lexicon
from .lexicons import Asks
from .normal import decoded, folded
from .quotes import Quote, find_quotes
from .references import find_references
from .words import words

_NEAR = 40  # characters before a quote that can say that it is wording proposed
_FAR = 400  # characters behind a quote in which its fault is told
_PASSAGE = 6  # words of a neighbouring cell, from which on it is the draft's text


def named_words(
    text: str, quotes: Sequence[Quote], asked: Sequence[Ask], *, cited: str = ""
) -> tuple[NamedWords, ...]:
    """All words that a comment names: quotes of its text, those of the cells beside it or their passage of
    the draft, and the old words of what it asks for first where no quote has them."""
    found = [NamedWords(q.text, _role(text, q, asked), *q.outer) for q in quotes]
    found += [NamedWords(words, _role_beside(words, asked)) for words in _beside(cited)]
    first = asked[0] if asked else None
    if first and first.old and first.op is not Op.KEEP and all(one.text != first.old for one in found):
        found.append(NamedWords(first.old, first.role or WordsRole.STANDING))
    return tuple(found)


def _role(text: str, quote: Quote, asked: Sequence[Ask]) -> WordsRole:
    named, cues = _role_beside(quote.text, asked), lexicon(Asks)
    if named is not WordsRole.CITED:
        return named
    if not (asked and asked[0].new) and cues.new.pattern.search(
        folded(text[max(quote.start - 2 * _NEAR, 0) : quote.start])[-_NEAR:]
    ):
        return WordsRole.ADD
    return (
        WordsRole.STANDING
        if cues.faulty.pattern.match(decoded(text[quote.end :][:_FAR]))
        else WordsRole.CITED
    )


def _role_beside(words: str, asked: Sequence[Ask]) -> WordsRole:
    """The role of words that an ask names; cited where none does."""
    for ask in asked:
        if ask.op is Op.KEEP:
            continue
        if ask.new and folded(words) == folded(ask.new):
            return WordsRole.ADD
        if ask.old and folded(words) == folded(ask.old):
            return ask.role or WordsRole.STANDING
    return WordsRole.CITED


def _beside(cited: str) -> list[str]:
    """What the cells beside a comment hold of the draft: their quotes, else their text without citations."""
    if quoted := [quote.text for quote in find_quotes(cited)]:
        return quoted
    text = decoded(cited)
    for reference in reversed(find_references(text)):
        text = text[: reference.start] + " " + text[reference.end :]
    return [text.strip(" .,;:-–")] if len(words(text)) >= _PASSAGE else []
