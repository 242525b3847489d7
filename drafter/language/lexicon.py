"""Lexicons: the words of the domain, which stay out of the code, typed when a data file is loaded.

`lexicon(Units)` is `data/units.toml` as the frozen value that `lexicons` declares, loaded once. A list of
phrases becomes a `WordList`, an expression an `Expression`. Expressions are put together from named
word lists: `{verbs}` in one stands for the words `verbs` of the file's table `[words]`, `{figure}` for a
number.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, TypeVar, overload

import msgspec

from .guarded import Guarded
from .words import NUMBER

Words = tuple[str, ...]
_NAME = re.compile(r"\{([a-z_]+)\}")


class BrokenLexicon(ValueError):
    """A data file is not what its type says: the file and the key are named."""


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A data file or a table of one; the field names are the keys, the class name that of the file."""


class WordList:
    """Phrases of one kind, with the patterns that find one of them, the longest first."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    @cached_property
    def alternatives(self) -> str:
        """The words as alternatives of an expression, to be put in brackets."""
        return alternatives(self.words)

    @cached_property
    def opening(self) -> Guarded:
        return Guarded(rf"(?:{self.alternatives})(?!\w)", re.IGNORECASE)

    @cached_property
    def inside(self) -> Guarded:
        return Guarded(rf"(?<!\w)(?:{self.alternatives})(?!\w)", re.IGNORECASE)

    def match(self, text: str) -> re.Match[str] | None:
        """The one of the words that `text` opens with, whatever the letter case."""
        return self.opening.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The one of the words that `text` is."""
        return self.opening.fullmatch(text)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first of the words in `text` from `start` on, whatever the letter case."""
        return self.inside.search(text, start)


class Expression:
    """An expression or a list of alternatives, compiled when first asked for; letter case counts not."""

    flags = re.IGNORECASE

    def __init__(self, source: str | Iterable[str]) -> None:
        self.sources = (source,) if isinstance(source, str) else tuple(source)

    @cached_property
    def pattern(self) -> Guarded:
        return Guarded("|".join(f"(?:{each})" for each in self.sources), self.flags)


class CasedExpression(Expression):
    """An expression to which letter case counts."""

    flags = re.RegexFlag(0)


L = TypeVar("L", bound=Lexicon)


@overload
def lexicon(kind: type[L]) -> L: ...
@overload
def lexicon(kind: str) -> Any: ...
@cache
def lexicon(kind: type[L] | str) -> L | Any:
    """The value of the data file that `kind` is named for; raises `BrokenLexicon`."""
    if isinstance(kind, str):
        return _tables(kind)
    name = kind.__name__.lower()
    return typed(kind, _tables(name), name)


@cache
def _tables(name: str) -> Any:
    return tomllib.loads((files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def typed(kind: type[L], tables: Mapping[str, object], name: str) -> L:
    """`tables` as a value of `kind`; `name` is the file's, for `BrokenLexicon`."""
    try:
        return msgspec.convert(composed(tables), kind, dec_hook=_made)
    except msgspec.ValidationError as error:
        raise BrokenLexicon(f"{name}.toml: {error}") from error


def _made(kind: type[WordList | Expression], value: object) -> object:
    if isinstance(value, str) and issubclass(kind, Expression):
        return kind(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return kind(value)
    raise ValueError(f"Expected words for `{kind.__name__}`")


def composed(tables: Mapping[str, object]) -> Mapping[str, object]:
    """`tables` with every `{name}` of a word list put in as alternatives."""
    named = {"figure": NUMBER}
    words = tables.get("words", {})
    for name, entry in words.items() if isinstance(words, Mapping) else ():
        source = entry if isinstance(entry, str) else alternatives(entry)  # a string is an expression itself
        named[name] = _NAME.sub(lambda found: _part(found, named), source)
    return {key: _composed(entry, named) for key, entry in tables.items()}


def _composed(entry: Any, named: Mapping[str, str]) -> Any:
    if isinstance(entry, str):
        return _NAME.sub(lambda found: _part(found, named), entry) if "{" in entry else entry
    if isinstance(entry, list):
        return [_composed(each, named) for each in entry]
    if isinstance(entry, dict):
        return {key: _composed(each, named) for key, each in entry.items()}
    return entry


def _part(found: re.Match[str], named: Mapping[str, str]) -> str:
    return f"(?:{named[found[1]]})" if found[1] in named else found[0]


@cache
def cue(name: str, *keys: str) -> Guarded:
    """One expression, or a list of them as alternatives, as a pattern that ignores letter case."""
    entry = lexicon(name)
    for key in keys:
        entry = entry[key]
    return one_of([entry] if isinstance(entry, str) else entry)


def alternatives(words: Iterable[str]) -> str:
    """An expression for one of `words`, the longest first, each to the letter."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def one_of(expressions: Iterable[str]) -> Guarded:
    """A pattern that matches whatever one of `expressions` matches; letter case counts not."""
    return Guarded("|".join(f"(?:{expression})" for expression in expressions), re.IGNORECASE)
