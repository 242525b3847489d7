"""Phrases: whole words and phrases of two texts, found where they stand and followed through an edit.

Tricky cases (before | after | told):
- `định kỳ 6 tháng báo cáo` | `định kỳ 6 tháng, hằng năm báo cáo` | the whole phrase, not the comma alone;
- `bố trí kinh phí hằng năm` | the same, ` theo khả năng ngân sách` | the asked phrase that holds the old;
- `đạt 5.150 tỷ` | `đạt 5.250 tỷ` | the phrase with its whole number: points within a number end no phrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.language.normal import decoded, folded
from drafter.language.words import printed as tokens_of
from drafter.model import Segment

_MARKS = " \n,;.:–-"  # that hang on a phrase and say nothing
# Where a phrase ends: at a mark of a sentence, at a bracket, at a column's edge, at the end of a line.
_END = re.compile(r"[,;.:](?=\s|$)|[()\n|]")
Span = tuple[int, int]


def composed(text: str) -> str:
    """The text in one Unicode form: offsets of this module are in it."""
    return unicodedata.normalize("NFC", text)


def spots(words: str, text: str) -> list[Span]:
    """Where `words` stand in a composed text as whole words, whatever their letter case and tone marks."""
    pattern = _pattern(" ".join(decoded(words).split()))
    plain = decoded(text)
    if pattern is None or len(plain) != len(text):  # offsets must hold in both
        return []
    return [found.span() for found in pattern.finditer(plain)]


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str] | None:
    if not words:
        return None
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    pieces = r"\s+".join(map(re.escape, words.split()))
    return re.compile(f"{before}{pieces}{after}", re.IGNORECASE)


def holds(words: str, text: str) -> bool:
    """Whether `words` stand in the text."""
    return bool(spots(words, composed(text)))


def without(words: str, text: str) -> str:
    """The text with every place of `words` cut out."""
    plain = composed(text)
    for start, end in reversed(spots(words, plain)):
        plain = f"{plain[:start]}\n{plain[end:]}"
    return plain


def became(segments: Sequence[Segment], span: Span) -> tuple[Span, Span]:
    """What a span of the old text became: the span, as wide as the edits that reach into it, and its words in
    the new text. `segments` lead from one composed text to the other."""
    start, end = span
    old = new = 0
    first: Span | None = None
    last = (0, 0)
    cut = False  # whether the piece before was a deletion within the span
    for piece in segments:
        size = len(piece.text)
        if piece.op == "+":
            if first is not None and (old < end or cut):
                last = (max(last[0], old), new + size)
            new += size
            cut = False
            continue
        low, high = max(start, old), min(end, old + size)
        if low < high:
            kept = piece.op == "="
            low, high = (low, high) if kept else (old, old + size)
            first = first or (low, new + (low - old if kept else 0))
            last = (high, new + (high - old if kept else 0))
        cut = piece.op == "-" and low < high
        old, new = old + size, new + (size if piece.op == "=" else 0)
    return ((first[0], last[0]), (first[1], last[1])) if first else (span, (0, 0))


def edited_phrases(segments: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """Each phrase that was edited, from one mark to the next, before and after; either may be empty."""
    old, new = [""], [""]
    edited = False
    for piece in segments:
        if piece.op != "=":
            (old if piece.op == "-" else new)[-1] += piece.text
            edited = True
            continue
        at = 0
        for mark in _END.finditer(piece.text):
            part, at = piece.text[at : mark.start()], mark.end()
            if edited:
                yield trimmed(old[-1] + part), trimmed(new[-1] + part)
            old, new, edited = [""], [""], False
        old[-1] += piece.text[at:]
        new[-1] += piece.text[at:]
    if edited:
        yield trimmed(old[-1]), trimmed(new[-1])


def lacking(asked: str, printed: str) -> tuple[str, ...]:
    """The words asked for that do not stand in what is printed, in runs: "của tỉnh, của từng huyện và" |
    "của tỉnh và" | "của từng huyện"."""
    from drafter.analyses.segments import segments

    runs = (piece.text for piece in segments(printed, asked) if piece.op == "+")
    return tuple(run for run in map(trimmed, runs) if tokens_of(run))


def same(one: str, other: str) -> bool:
    """Whether two phrases are the same but for letter case and the marks around them."""
    return folded(trimmed(one)) == folded(trimmed(other))


def trimmed(text: str) -> str:
    """A phrase without the marks and white space around it."""
    return " ".join(text.strip(_MARKS).split())
