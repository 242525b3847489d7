"""Quotes: words that a comment repeats from the draft or proposes for it, in any quotation marks.

“…”, "…", « … », ‘…’, bold words; a missing second mark ends with the line
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# The same mark opens and closes in "…" and '…'; a mark left open is no quote.
_PAIRS = re.compile(
    r"“(?P<curly>[^“”]*(?:“[^“”]*”[^“”]*)*)”|«(?P<angle>[^«»]*)»|\"(?P<straight>[^\"\n]+)\"|„(?P<low>[^„“”]*)[“”]"
    r"|‘(?P<single>[^‘’\n]{2,})’(?!\w)|”(?P<wrong>[^“”\n]+)”|(?<!\w)'(?P<typed>[^'\n]{2,})'(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """`text` is what stands between the marks, at `start`..`end` of the text; `bold` where no marks are."""

    text: str
    start: int
    end: int
    bold: bool = False

    @property
    def outer(self) -> tuple[int, int]:
        """The span with its marks."""
        return (self.start, self.end) if self.bold else (self.start - 1, self.end + 1)


def find_quotes(text: str, emphasis: Sequence[tuple[int, int]] = ()) -> tuple[Quote, ...]:
    """The quotes of `text` in order; `emphasis` are bold stretches, which count where no marks enclose
    them and they are neither the first words of a line (a heading) nor a bare citation."""
    return _found(text, tuple(emphasis))


@lru_cache(maxsize=1024)  # each comment is asked again and again
def _found(text: str, emphasis: tuple[tuple[int, int], ...]) -> tuple[Quote, ...]:
    found = []
    for match in _PAIRS.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        inner = text[start:end]
        lead = len(inner) - len(inner.lstrip())
        if inner.strip():
            found.append(Quote(inner.strip(), start + lead, start + len(inner.rstrip())))
    for start, end in emphasis:
        words = text[start:end].strip(" .,;:")
        inside = any(quote.start <= start < quote.end or start <= quote.start < end for quote in found)
        first = not text[:start].rpartition("\n")[2].strip(" -–•+.)0123456789abcdđ")
        if not inside and not first and len(words.split()) >= 2:
            at = text.index(words, start)
            found.append(Quote(words, at, at + len(words), bold=True))
    return tuple(sorted(found, key=lambda quote: quote.start))
