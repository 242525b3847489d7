"""Printed text with words struck through → the lines that stand, and what was struck from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model import Struck

_LINE = re.compile(r"[^\n]+")
# After what opens a phrase no blank stands, and none before what closes it.
_OPENS = re.compile(r"[\s“‘«(\[]$|(?:^|\s)[\"']$")
_CLOSES = re.compile(r"[”’»)\].,;:?!]")
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a text: what stands of it, where it began in the text, and what was struck from it."""

    text: str
    start: int
    end: int
    struck: tuple[Struck, ...] = ()
    gone: bool = False


def lines_of(text: str, struck: Spans = ()) -> list[PrintedLine]:
    """The lines of a text that hold anything; one struck from end to end keeps its words and is `gone`."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if not words:
            continue
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        end = start + len(words)
        inside = [(max(s, start) - start, min(e, end) - start) for s, e in struck if s < end and e > start]
        left, gone = standing(words, inside)
        if left:
            found.append(PrintedLine(left, start, end, gone))
        else:
            found.append(PrintedLine(words, start, end, (Struck(0, words),), gone=True))
    return found


def standing(text: str, struck: Spans) -> tuple[str, tuple[Struck, ...]]:
    """A text without its struck words, and these. Of the blanks around them one is left."""
    left, at = "", 0
    gone: list[Struck] = []
    for start, end in _joined(text, struck):
        left += text[at:start]
        at = end
        if (not left or _OPENS.search(left)) and text[at : at + 1].isspace():
            at += 1
        elif _CLOSES.match(text, at):
            left = left.rstrip()
        gone.append(Struck(len(left), text[start:end].strip()))
    rest = left + text[at:]
    lead = len(rest) - len(rest.lstrip())
    whole = rest.strip()
    if not re.search(r"\w", whole) and re.search(r"\w", text):
        return "", ()  # what is left are the stops of what was struck
    return whole, tuple(
        Struck(min(max(one.at - lead, 0), len(whole)), one.words) for one in gone if one.words
    )


def moved(spans: Spans, struck: Spans, line: PrintedLine) -> tuple[tuple[int, int], ...]:
    """Spans of the text as offsets in a line of it that stands; those outside or struck are left out."""
    if line.gone:
        return ()
    found = []
    for start, end in spans:
        if line.start <= start and end <= line.end and not any(s < end and e > start for s, e in struck):
            before = sum(
                min(e, start) - max(s, line.start) for s, e in struck if line.start < e and s < start
            )
            first = start - line.start - before
            found.append((max(first, 0), min(max(first, 0) + end - start, len(line.text))))
    return tuple(found)


def _joined(text: str, struck: Spans) -> list[tuple[int, int]]:
    """Neighbouring spans as one: programs cut words into runs."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(struck):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif text[start:end].strip():
            found.append((start, end))
    return found
