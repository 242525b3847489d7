"""Guarded expressions: tried only on a text that has a word which every match must have.

Most of the many expressions that a comment is held against find nothing in it, and an expression that
ignores letter case is tried at each of its signs. Which words a match must have follows from the
expression itself: `(?:bỏ|xóa)\\s+cụm từ` needs "cụm từ". What is found is the same either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from math import inf
from sys import maxsize
from typing import Any, TypeAlias

Words: TypeAlias = "frozenset[str]"

_LEARNT = 400  # searches after which the words are looked for: where letters are few that takes longer
_LONG = 4096  # signs: a longer text is searched as it is
_TELLING = 6  # signs: shorter words stand nearly everywhere
_MANY = 96  # words
_FEW = 6  # words that are always worth it
_EACH = 16  # signs of an expression for each word: a short one takes no longer than many words
_PLAIN = frozenset(
    "0123456789 %-./,:;()“”\"'?_aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
    "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)
_USUAL = frozenset({"đề nghị", "kiến nghị", "đề xuất", "yêu cầu", "bổ sung", "quy định", "nội dung"})
_OTHERS = ("İ", "ı", "ſ")  # signs that an expression takes for "i" and "s", and that `lower` does not
_NOTHING = frozenset({""})


class Guarded:
    """An expression with the methods of `re.Pattern`, compiled when first tried."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.pattern, self.flags = source, flags
        self._calls, self._words = 0, frozenset[str]()

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def misses(self, text: str) -> bool:
        """Whether a text has none of the words of which a match has one."""
        if self._calls < _LEARNT:
            self._calls += 1
            if self._calls == _LEARNT:
                self._words = needed(self.pattern, self.flags)
        if not self._words or len(text) > _LONG:
            return False
        said = _lowered(text)
        if said is None:
            return False
        return not any(map(said.__contains__, self._words))

    def match(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        return self._compiled.match(text, pos, endpos)  # at one place an expression takes little time

    def search(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        return None if self.misses(text) else self._compiled.search(text, pos, endpos)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return None if self.misses(text) else self._compiled.fullmatch(text)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        return [text] if self.misses(text) else self._compiled.split(text, maxsplit)

    def findall(self, text: str) -> list[Any]:
        return [] if self.misses(text) else self._compiled.findall(text)

    def finditer(self, text: str, pos: int = 0, endpos: int = maxsize) -> Iterator[re.Match[str]]:
        return iter(()) if self.misses(text) else self._compiled.finditer(text, pos, endpos)

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return text if self.misses(text) else self._compiled.sub(repl, text, count)


class Phrase(Guarded):
    """An expression for words that stand to the letter in whatever it matches."""

    def __init__(self, source: str, words: Sequence[str]) -> None:
        super().__init__(source)
        self._pieces = tuple(words)

    def misses(self, text: str) -> bool:
        return any(piece not in text for piece in self._pieces)

    def search(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        return next(self.finditer(text, pos, endpos), None)

    def findall(self, text: str) -> list[Any]:
        return [found[0] for found in self.finditer(text)]

    def finditer(self, text: str, pos: int = 0, endpos: int = maxsize) -> Iterator[re.Match[str]]:
        """Tried only where the first words stand, which takes little time in a whole draft."""
        if self.misses(text):
            return
        if len(self._pieces[0]) < _TELLING:
            yield from self._compiled.finditer(text, pos, endpos)
            return
        at = text.find(self._pieces[0], pos, endpos)
        while at >= 0:
            found = self._compiled.match(text, at, endpos)
            if found is not None:
                yield found
            at = text.find(self._pieces[0], found.end() if found else at + 1, endpos)


@lru_cache(maxsize=64)  # one text is held against many expressions in turn
def _lowered(text: str) -> str | None:
    """`text` in lower case, as expressions see it; None where they see it otherwise."""
    return None if any(sign in text for sign in _OTHERS) else text.lower()


def needed(source: str, flags: int = 0) -> Words:
    """Words, in lower case, of which whatever `source` matches has one; none where it may do without."""
    try:
        parser: Any = import_module("re._parser")
        tree = parser.parse(source, flags)
    except (ImportError, AttributeError):  # no promise is made of it: then nothing is spared
        return frozenset()
    words = _best(_Reader().needs(tree))
    return words if len(words) <= max(_FEW, len(source) // _EACH) else frozenset()


def _best(found: Iterable[Words]) -> Words:
    return min(map(_shortest, found), key=_chance, default=frozenset[str]())


def _shortest(words: Words) -> Words:
    """The words that hold no other one: a text that has any has one of these."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(one in word for one in kept):
            kept.append(word)
    return frozenset(kept)


def _chance(words: Words) -> float:
    """How likely a text is to have one of the words: the longer they are, the less."""
    if "" in words or len(words) > _MANY:
        return inf
    return sum(1.0 if word in _USUAL else 4.0 ** -min(len(word), 8) for word in words)


class _Reader:
    """What the parts of an expression must match, by the names that `re` gives them."""

    def needs(self, items: Iterable[Any]) -> list[Words]:
        """The sets of words of each of which one stands in any match of `items` in a row."""
        found: list[Words] = []
        run = _NOTHING
        for item in items:
            exact = self.exact(item)
            longer = None if exact is None else frozenset(a + b for a in run for b in exact)
            if longer is not None and len(longer) <= _MANY:
                run = longer
                continue
            found += (run, *self.within(item))
            run = exact if exact is not None and len(exact) <= _MANY else _NOTHING
        return [words for words in (*found, run) if _chance(words) < inf]

    def exact(self, item: Any) -> Words | None:
        """All that an item may match, where that is a few words; a look around matches nothing."""
        name, value = str(item[0]), item[1]
        if name == "LITERAL":
            sign = chr(value).lower()
            return frozenset({sign}) if sign in _PLAIN else None
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            return _NOTHING
        if name == "SUBPATTERN":
            return self.exact_row(value[-1])
        if name == "BRANCH":
            return _union(self.exact_row(each) for each in value[1])
        if name == "IN":
            return _union(self.exact(each) for each in value)
        if name in ("MAX_REPEAT", "MIN_REPEAT") and value[:2] == (0, 1):
            once = self.exact_row(value[2])
            return None if once is None else once | _NOTHING
        return None

    def exact_row(self, items: Iterable[Any]) -> Words | None:
        row = _NOTHING
        for item in items:
            one = self.exact(item)
            if one is None or len(row) * len(one) > _MANY:
                return None
            row = frozenset(a + b for a in row for b in one)
        return row

    def within(self, item: Any) -> list[Words]:
        """What stands in a match of an item that has no few words of its own."""
        name, value = str(item[0]), item[1]
        if name == "SUBPATTERN":
            return self.needs(value[-1])
        if name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0:
            return self.needs(value[2])
        if name == "BRANCH":
            each = _union(_best(self.needs(branch)) or None for branch in value[1])
            return [] if each is None else [each]
        return []


def _union(sets: Iterable[Words | None]) -> Words | None:
    """The words of all sets; None where one of them is open."""
    words = frozenset[str]()
    for each in sets:
        if each is None:
            return None
        words |= each
    return words
