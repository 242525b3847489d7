"""The spaCy pipeline: own words as tokens, the lexicons of `data/` as rules, figures as spans.

A blank multilingual pipeline without a trained model: `tokens` come from the one word pattern,
`lexicon` is a SpanRuler filled from `units.toml`, `measures.toml`, `deadlines.toml` and
`agencies.toml`, `figures` reads the measures off both. `read(text)` works on the normal form;
offsets are those of the normal form and `Normal.span` leads back to the text as printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from .figures import read_figures
from .lexicon import lexicon
from .lexicons import Agencies, Deadlines, Measures, Units
from .words import tokens

if TYPE_CHECKING:
    from .spacy_core import Doc, Language, Vocab

_KINDS = ("share", "size", "count", "time", "rank")


class WordTokenizer:
    """A spaCy tokenizer over the one word pattern; `Doc.text` is the text to the letter."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        from .spacy_core import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for token in tokens(text):
            if token[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                token = token[1:]
            if token:
                words.append(token)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


def _agency_names() -> Iterator[str]:
    agencies = lexicon(Agencies)
    for family in agencies.family:
        for head in family.heads:
            yield from (f"{head} {field}" for field in family.fields)
    yield from agencies.names


def _patterns() -> Iterator[dict[str, object]]:
    """Every rule of the lexicons; `id` says which comparator, kind of unit or direction it is."""
    for label, phrases, id in _lists():
        yield from (_rule(label, phrase, id) for phrase in phrases)
    dates = lexicon(Deadlines)
    for label, rules in (("BASELINE", dates.baseline), ("DEADLINE", dates.deadline)):
        yield from (_rule(label, rule.pattern) for rule in rules)
    yield from (_rule("AGENCY", name) for name in _agency_names())


def _rule(label: str, pattern: object, id: str = "") -> dict[str, object]:
    return {"label": label, "pattern": pattern, "id": id}


def _lists() -> Iterator[tuple[str, Iterable[str], str]]:
    """(label, phrases, id) of every list of phrases."""
    units, measures = lexicon(Units), lexicon(Measures)
    words = measures.words
    yield from (("UNIT", getattr(units, kind), kind) for kind in _KINDS)
    yield from (("PER", units.per, ""), ("PER_WORD", units.per_words, ""), ("YEARLY", units.yearly, ""))
    yield from (("COMPARATOR", phrases, sign) for sign, phrases in measures.comparators.items())
    yield from (("AFTER", phrases, sign) for sign, phrases in measures.after.items())
    yield from (("FILLER", words.filler, ""), ("MEAN", words.mean, ""), ("UP", words.up, ""))
    yield from (("DOWN", words.down, ""), ("ATTAIN", words.attain, ""), ("NAMES", words.names, ""))
    yield from (("LEAD", words.lead, ""), ("RANK", words.rank, ""))
    yield from (("COMPLETE", measures.complete.start, ""), ("BEFORE", measures.baseline.before, ""))
    yield ("RISE", measures.baseline.rise, "")


@cache
def pipeline() -> Language:
    """The pipeline, built once; spaCy is loaded with it, and not for texts that nobody reads."""
    from .spacy_core import Language, MultiLanguage

    Language.component("figures", func=read_figures)
    # Given a tokenizer, spaCy compiles no long patterns for one of its own; `max_length` is a limit for
    # models, of which there is none here.
    nlp = MultiLanguage(max_length=sys.maxsize, create_tokenizer=lambda made: WordTokenizer(made.vocab))
    ruler: Any = nlp.add_pipe(
        "span_ruler",
        name="lexicon",
        config={"spans_key": "lexicon", "phrase_matcher_attr": "LOWER", "validate": False},
    )
    ruler.add_patterns(list(_patterns()))
    nlp.add_pipe("figures")
    return nlp


@lru_cache(maxsize=8192)
def read(text: str) -> Doc:
    """`text` (in normal form) with `doc.spans["lexicon"]` and `doc.user_data["figures"]`."""
    return pipeline()(text)
