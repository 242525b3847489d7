"""Silent edits: a copy of the draft without tracked changes against the draft, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from drafter.language.markers import read_marker
from drafter.model import Clause, Draft

from .edits import Edit, edits, is_noise, plain
from .marks import mark_of

_SAME = 55.0  # per cent: paragraphs at least so alike are one paragraph, edited
_FEWEST = 5  # words of a line that can tell which draft a file is


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A printed line of the copy: its paragraph from 1 and the offset there. `first`: of the first column of
    a table, where rows are numbered."""

    paragraph: int
    offset: int
    text: str
    first: bool = False


def bare(text: str) -> str:
    """A line without its typed number, which the clause does not hold either: `"Điều 2. Mục tiêu"` is "Mục
    tiêu"; empty where the number stands alone."""
    mark = mark_of(text, None, 0)
    if mark is not None:
        return text[mark.end :]
    marker = next(iter(read_marker(text)), None)
    return text[marker.end :] if marker is not None else text


def readings(text: str) -> tuple[str, ...]:
    """A line as printed, then without each of the numbers that it opens with: `"1. a) Bỏ"`, "a) Bỏ", "Bỏ"."""
    found = [text]
    while (shorter := bare(found[-1])) != found[-1]:
        found.append(shorter)
    return tuple(found)


def key(text: str) -> str:
    """A line for comparison, whatever its number, which programs and offices type or leave to the list."""
    return plain(readings(text)[-1])


def lines_of(draft: Draft) -> list[str]:
    """The printed lines of a draft's clauses, in order: cells of rows apart, soft breaks cut."""
    return [line.strip() for clause in draft.clauses for line in _printed(clause) if line.strip()]


def _printed(clause: Clause) -> Iterator[str]:
    cells = clause.cells[1:] if clause.cells and clause.cells[0] == clause.marker else clause.cells
    for text in cells or (clause.text,):
        yield from text.split("\n")


def furniture_of(draft: Draft) -> set[str]:
    """Lines that are no clause's text: letterhead, signature, table headers, and marks that stand alone."""
    around = [line for text in (*draft.front, *draft.back, *draft.header) for line in text.split("\n")]
    cells = [cell for text in draft.header for cell in text.split(" | ")]
    marks = [clause.marker for clause in draft.clauses if clause.marker]
    return {plain(line) for line in (*around, *cells, *marks)}


def likeness(lines: Sequence[str], draft: Draft) -> float:
    """The share of the draft's lines that stand unchanged among `lines` (long enough ones counted)."""
    own = {key(line) for line in lines_of(draft) if len(line.split()) >= _FEWEST}
    return len(own & {key(line) for line in lines}) / len(own) if own else 0.0


def silent_edits(copy: Sequence[CopyLine], draft: Draft) -> list[tuple[CopyLine, Edit]]:
    """Each edit with the line of the copy where it stands (for a deletion: the line before it).

    What stands before the first and behind the last line of the draft is letterhead and signature. Numbers
    are no words: lists are numbered anew by every program.
    """
    ours = [line for line in lines_of(draft) if key(line)]
    old = [key(line) for line in ours]
    copy = [line for line in copy if key(line.text) and not (_counts(line) and key(line.text) not in old)]
    new = [key(line.text) for line in copy]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    kept = [code for code in blocks if code[0] == "equal"]
    if not kept:
        return []
    first, last = kept[0][3], kept[-1][4]
    furniture = furniture_of(draft)
    found: list[tuple[CopyLine, Edit]] = []
    for op, i1, i2, j1, j2 in blocks:
        if op != "equal":
            inside = first <= j1 and j2 <= last
            changed = _changed(ours, i1, i2, copy, j1, j2, inside)
            found.extend(
                (line, e)
                for line, e in changed
                if not (e.new and e.paragraph and plain(line.text) in furniture)
            )
    return found


def _counts(line: CopyLine) -> bool:
    """Whether a line is the number of a table's row and nothing else."""
    return line.first and line.text.strip(" .)").isdecimal()


def _changed(
    ours: Sequence[str], i1: int, i2: int, copy: Sequence[CopyLine], j1: int, j2: int, inside: bool
) -> Iterator[tuple[CopyLine, Edit]]:
    pairs = _pairs(
        [readings(line)[-1] for line in ours[i1:i2]], [readings(line.text)[-1] for line in copy[j1:j2]]
    )
    matched = {j for _, j in pairs}
    gone = set(range(i2 - i1)) - {i for i, _ in pairs}
    for i, j in pairs:
        line = copy[j1 + j]
        for edit in edits(*_nearest(ours[i1 + i], line.text)):
            yield line, edit
    for i in sorted(gone):
        text = ours[i1 + i]
        yield copy[max(j1 - 1, 0)], Edit(text, 0, len(text), "", paragraph=True)
    if inside:
        for j in sorted(set(range(j2 - j1)) - matched):
            text, before = readings(copy[j1 + j].text)[-1], ours[i1 - 1] if i1 else ""
            if re.search(r"\w", text) and not any(is_noise(text, ours[i1 + i]) for i in gone):
                yield copy[j1 + j], Edit(before, len(before), len(before), text, paragraph=True)


def _nearest(ours: str, theirs: str) -> tuple[str, str]:
    """The readings of two lines that are most alike: a number that both print is part of neither's edit."""
    pairs = [(a, b) for a in readings(ours) for b in readings(theirs)]
    return max(pairs, key=lambda pair: (fuzz.ratio(*pair), len(pair[0])))


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Lines that continue each other, in order: the most alike first, none crossing."""
    scored = sorted(
        ((fuzz.ratio(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)), reverse=True
    )
    taken: list[tuple[int, int]] = []
    for score, i, j in scored:
        crosses = any((i - a) * (j - b) <= 0 for a, b in taken)
        if score >= _SAME and not crosses:
            taken.append((i, j))
    return sorted(taken)
