"""Asking: the words of a comment, or of a part of it, from which what it asks for is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.model import Ask, Op, Reference, Topic

from .lexicon import Expression, lexicon
from .lexicons import Asks
from .quotes import Quote, find_quotes


def ask_cues() -> Asks:
    """The grammar of `data/asks.toml`."""
    return lexicon(Asks)


@dataclass(frozen=True)
class Asking:
    """What the wishes of a comment are told from; `text` is in normal form."""

    text: str
    first: Ask | None
    topics: Sequence[Topic]
    references: Sequence[Reference]

    @property
    def op(self) -> Op | None:
        return self.first.op if self.first else None

    def has(self, cue: Expression) -> bool:
        return cue.pattern.search(self.text) is not None

    def asks_for(self, cue: Expression) -> bool:
        """Whether the office itself speaks of it: not in the words that it quotes or gives for the draft."""
        return cue.pattern.search(self.own_words) is not None

    @cached_property
    def unquoted(self) -> str:
        return _without(self.text, find_quotes(self.text))

    @cached_property
    def is_contrary(self) -> bool:
        """Whether the comment is against the change it names. "Không nên giao …" reads as a deletion."""
        is_drop = self.op is Op.DELETE and not (self.first and self.first.old)
        if is_drop and not self.has(ask_cues().drops):
            return False
        return ask_cues().contrary.pattern.search(self.unquoted) is not None

    @cached_property
    def own_words(self) -> str:
        text = self.unquoted
        given = ask_cues().given.pattern.search(text)
        if given is None:
            return text
        end = ask_cues().given_end.pattern.search(text, given.end())
        return text[: given.end()] + (text[end.start() :] if end else "")


def _without(text: str, quotes: Sequence[Quote]) -> str:
    for quote in reversed(quotes):
        text = text[: quote.start] + "”" + text[quote.end :]
    return text
