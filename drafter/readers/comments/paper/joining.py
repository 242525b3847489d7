"""Joining: printed lines → paragraphs.

A line was broken because the next word had no more room; where it had, somebody ended the line. A line that
is full may still end a paragraph: then the next one stands further down, further in, or begins with a mark.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.language.markers import read_marker

from .rows import PrintedRow

_SPACE = 0.25  # of the size: the space before the word that would have had to fit
_SLACK = 0.5  # of the size: room that a line may leave though nobody ended it
_INDENT = 0.7  # of the size: a line that begins so much further in or out begins otherwise
_LOWER = 0.22  # of the size: further down than the lines of a paragraph are apart
_LEADING = 1.2  # of the size: how far lines are apart where nothing tells it
_OTHER_SIZE = 0.12  # of the size: letters of another size are of another paragraph
_BOLD = 0.8  # of the letters of a bold line
_ENDS = (".", ";", ":", ",", "?", "!")
_CENTRED = 1.0  # of the size: how even the white on both sides of a centred line is


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """Lines that were one paragraph; `text` has them joined, `bold` are stretches of it."""

    rows: tuple[PrintedRow, ...]
    text: str
    bold: tuple[tuple[int, int], ...] = ()

    @property
    def is_bold(self) -> bool:
        return all(map(_is_bold, self.rows))


def paragraphs_of(rows: Iterable[PrintedRow]) -> list[PrintedParagraph]:
    """The paragraphs of lines in reading order, also those that run over pages."""
    ordered = list(rows)
    leading = _leading(ordered)
    found: list[list[PrintedRow]] = []
    for row in ordered:
        if found and goes_on(found[-1], row, leading):
            found[-1].append(row)
        else:
            found.append([row])
    return [_paragraph(lines) for lines in found]


def _leading(rows: Sequence[PrintedRow]) -> float:
    """How far lines are apart, of their size, where they are near each other."""
    apart = [
        round((after.base - before.base) / after.size, 2)
        for before, after in itertools.pairwise(rows)
        if _are_near(before, after) and 0.8 < (after.base - before.base) / after.size < 2.5
    ]
    return Counter(apart).most_common(1)[0][0] if apart else _LEADING


def _are_near(before: PrintedRow, after: PrintedRow) -> bool:
    return (before.page, before.part) == (after.page, after.part)


def goes_on(lines: Sequence[PrintedRow], row: PrintedRow, leading: float = _LEADING) -> bool:
    """Whether a line goes on with the paragraph that `lines` have begun."""
    last = lines[-1]
    if not _are_near(last, row) and not (last.flows and row.flows):
        return False
    if abs(row.size - last.size) > _OTHER_SIZE * last.size or _had_room(last, row):
        return False
    if _is_bold(last) and not row.words[0].bold and not _opens_small(row.text):
        return False
    if _are_near(last, row) and (_is_lower(lines, row, leading) or _looks_otherwise(last, row)):
        return False
    return (_is_even(last) and _is_centred(row)) or not _begins_otherwise(lines, row)


def _had_room(row: PrintedRow, after: PrintedRow) -> bool:
    """Whether the next word would have fitted into a line: it was ended on purpose.

    A first line that stops as far from the right as it is set in from the left only looks centred: the next
    one begins at the margin, within the sentence.
    """
    needed = _SPACE * row.size + after.words[0].right - after.words[0].left
    left, right = row.column
    centred = _is_centred(row) and (_is_centred(after) or not _opens_small(after.text))
    if centred or (_is_even(row) and not row.flows):
        return (row.right - row.left) + needed < (right - left) - _SLACK * row.size
    return row.right + needed < right - _SLACK * row.size


def _is_centred(row: PrintedRow) -> bool:
    return _is_even(row) and row.left - row.column[0] > 1.5 * row.size


def _is_even(row: PrintedRow) -> bool:
    """Whether there is as much white before a line as behind it; none before and behind a full one."""
    before, after = row.left - row.column[0], row.column[1] - row.right
    return abs(before - after) < _CENTRED * row.size


def _is_bold(row: PrintedRow) -> bool:
    """Whether a line is bold, but for letters that its font has not."""
    return sum(len(word.text) for word in row.words if word.bold) >= _BOLD * len(row.text.replace(" ", ""))


def _looks_otherwise(last: PrintedRow, row: PrintedRow) -> bool:
    """Whether lines of a letterhead or signature are set apart: `"UBND TỈNH HÀ TĨNH"` and, bold, "SỞ NỘI VỤ";
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" and "Độc lập - Tự do - Hạnh phúc"."""
    return not last.flows and (_is_bold(last), last.text.isupper()) != (_is_bold(row), row.text.isupper())


def _opens_small(text: str) -> bool:
    """Whether the first letter or figure is a small letter, as within a sentence."""
    first = next((sign for sign in text if sign.isalnum()), "")
    return first.islower()


def _is_lower(lines: Sequence[PrintedRow], row: PrintedRow, leading: float) -> bool:
    """Whether a line stands further below the last than lines of one paragraph do."""
    apart = row.base - lines[-1].base
    own = [b.base - a.base for a, b in itertools.pairwise(lines) if _are_near(a, b)]
    usual = max(own) if own else leading * row.size
    return apart > usual + _LOWER * row.size or apart < 0


def _begins_otherwise(lines: Sequence[PrintedRow], row: PrintedRow) -> bool:
    """Whether a line begins further in or out than the paragraph's next would, or with a mark of its own."""
    step = _INDENT * row.size
    first = lines[0].left - lines[0].column[0]
    left = row.left - row.column[0]
    marked = _is_item(lines, row)
    if len(lines) > 1:
        usual = lines[-1].left - lines[-1].column[0]
        return abs(left - usual) > step or (marked and abs(first - usual) <= step)
    if left > first + step:
        hanging = _behind_mark(lines[0])
        return hanging is None or abs(row.left - hanging) > 2 * step
    return marked and abs(left - first) <= step


def _is_item(lines: Sequence[PrintedRow], row: PrintedRow) -> bool:
    """Whether a line opens with a mark that is no part of a sentence: `"khoản 1 mục"`, `"III: …"` is one."""
    mark = next(iter(read_marker(row.text)), None)
    if mark is None:
        return False
    first = next(iter(read_marker(lines[0].text)), None)
    return lines[-1].text.endswith(_ENDS) or (first is not None and first.family is mark.family)


def _behind_mark(row: PrintedRow) -> float | None:
    """Where the text of a line begins behind its mark."""
    found = read_marker(row.text)
    if not found:
        return None
    at = 0
    for word in row.words:
        if at >= found[0].end - 1:
            return word.left
        at += len(word.text) + 1
    return None


def _paragraph(lines: Sequence[PrintedRow]) -> PrintedParagraph:
    text = ""
    bold: list[tuple[int, int]] = []
    for row in lines:
        for word in row.words:
            said = unicodedata.normalize("NFC", word.text)
            if text and not _is_hyphened(text, word is row.words[0]):
                text += " "
            if word.bold:
                if bold and text[bold[-1][1] :].strip() == "":
                    bold[-1] = (bold[-1][0], len(text) + len(said))
                else:
                    bold.append((len(text), len(text) + len(said)))
            text += said
    return PrintedParagraph(tuple(lines), text, tuple(bold))


def _is_hyphened(text: str, first: bool) -> bool:
    """Whether a line was broken within a word: at a hyphen or slash that a letter or figure stands before."""
    return first and len(text) > 1 and text[-1] in "-/" and text[-2].isalnum()
