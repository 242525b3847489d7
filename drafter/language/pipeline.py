"""The spaCy pipeline: own words as tokens, the lexicons of `data/` as rules, figures as spans.

A blank multilingual pipeline without a trained model: `tokens` come from the one word pattern,
`lexicon` is a SpanRuler filled from `units.toml`, `measures.toml`, `deadlines.toml` and
`agencies.toml`, `figures` reads the measures off both. `read(text)` works on the normal form;
offsets are those of the normal form and `Normal.span` leads back to the text as printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .lexicon import lexicon
from .words import tokens

_KINDS = ("share", "size", "count", "time", "rank")


class WordTokenizer:
    """A spaCy tokenizer over the one word pattern; `Doc.text` is the text to the letter."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
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


def _phrases(label: str, phrases: list[str], id: str = "") -> Iterator[dict[str, object]]:
    for phrase in phrases:
        yield {"label": label, "pattern": phrase, "id": id}


def _agency_names() -> Iterator[str]:
    table = lexicon("agencies")
    for family in table["family"]:
        for head in family["heads"]:
            yield from (f"{head} {field}" for field in family["fields"])
    yield from table["names"]["names"]


def _patterns() -> Iterator[dict[str, object]]:
    """Every rule of the lexicons; `id` says which comparator, kind of unit or direction it is."""
    units, measures, dues = lexicon("units"), lexicon("measures"), lexicon("deadlines")
    for kind in _KINDS:
        yield from _phrases("UNIT", units[kind], kind)
    yield from _phrases("PER", units["per"])
    yield from _phrases("PER_WORD", units["per_words"])
    yield from _phrases("YEARLY", units["yearly"])
    for comparator, words in measures["comparators"].items():
        yield from _phrases("COMPARATOR", words, comparator)
    for comparator, words in measures["after"].items():
        yield from _phrases("AFTER", words, comparator)
    for label in ("filler", "mean", "up", "down", "attain", "names", "lead", "rank"):
        yield from _phrases(label.upper(), measures["words"][label])
    yield from _phrases("COMPLETE", measures["complete"]["start"])
    yield from _phrases("BEFORE", measures["baseline"]["before"])
    yield from _phrases("RISE", measures["baseline"]["rise"])
    for label in ("baseline", "deadline"):
        for rule in dues[label]:
            yield {"label": label.upper(), "pattern": rule["pattern"]}
    yield from _phrases("AGENCY", list(_agency_names()))


@cache
def pipeline() -> Language:
    """The pipeline, built once."""
    from . import figures  # noqa: F401  (registers its component)

    nlp = spacy.blank("xx")
    nlp.tokenizer = WordTokenizer(nlp.vocab)
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
