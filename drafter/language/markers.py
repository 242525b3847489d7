"""Markers: the numbers that open a clause, `Điều 5.`, `II-`, `1.2.`, `đ)`, `-`, as families in one table.

A marker is read from the start of a line alone, so some readings stay open: `I.` may be a Roman
numeral or a part letter, `i)` a point or a small Roman numeral. All readings come back, the
likelier first; whoever knows the lines before chooses.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from .families import FAMILIES, ITEMS, KIND, NAMED, RANK, Family, Marker
from .marker_rules import ITEM_OF, RULES, item
from .normal import ETH, ZERO_WIDTH, normal

__all__ = [
    "FAMILIES", "ITEMS", "KIND", "NAMED", "RANK",
    "Family", "Marker", "first", "follows", "read_automatic", "read_marker",
]  # fmt: skip

_HEAD = 80  # no marker is longer
# Letters that an automatic bullet prints in a symbol font (Wingdings, Symbol, Courier New).
_GLYPH_LETTERS = frozenset("ovwqnlüØ§ðÞ")
_LETTERED = frozenset({Family.POINT, Family.LETTER, Family.BRACKETED})


def read_marker(text: str) -> tuple[Marker, ...]:
    """The readings of the marker that `text` begins with, likelier first; none for plain text.

    `"II- MỤC TIÊU"` gives ROMAN `II`; `"2021 là năm…"`, `"1.500 tỷ"`, `"5 năm"` give nothing.
    """
    if not text:
        return ()
    rules = RULES.get(text[0])
    if rules is None:
        return ()
    head = text[:_HEAD]
    if not ETH.match(text) and unicodedata.is_normalized("NFC", head) and not ZERO_WIDTH.search(head):
        return tuple(marker for rule in rules if (marker := rule(text)))
    plain = normal(head)
    found = (marker for rule in rules if (marker := rule(plain.text)))
    return tuple(replace(marker, end=plain.source[min(marker.end, len(plain.text))]) for marker in found)


def read_automatic(label: str) -> tuple[Marker, ...]:
    """The readings of an automatic number as Word prints it: `"1."`, `"a)"`, `"-"`, `"Điều 5."`, `""`."""
    label = label.strip()
    if not label:
        return ()
    if len(label) == 1 and (label in _GLYPH_LETTERS or label in ITEM_OF or not label.isalnum()):
        family = ITEM_OF.get(label, Family.BULLET)
        return (item(family, label, 0),)
    found = read_marker(label + " X") or read_marker(label + ". X")
    return tuple(
        replace(marker, label=marker.label if marker.family in ITEMS else label, end=0, sure=True)
        for marker in found
    )


def follows(before: Marker | None, after: Marker) -> bool:
    """Whether `after` is the next number of `before`'s row: 2 after 1, đ or e after d, 2a or 3 after 2."""
    if before is None or before.family is not after.family:
        return False
    if after.inserted:
        place, same = replace(after, number=""), (before.value, before.parts) == (after.value, after.parts)
        instead = after.inserted == 1 and follows(before, place)  # 3a and 3b where 3 was
        return instead or (same and before.inserted + 1 == after.inserted)
    if after.parts or before.parts:
        return before.parts[:-1] == after.parts[:-1] and before.parts[-1] + 1 == after.parts[-1]
    if before.value is None or after.value is None:
        return True
    if after.family in _LETTERED and len(before.key) == len(after.key) == 1:
        # Word's own letters run a b c d e f; drafts number a b c d đ e g.
        return before.value + 1 == after.value or ord(before.key.lower()) + 1 == ord(after.key.lower())
    return before.value + 1 == after.value


def first(marker: Marker) -> bool:
    """Whether the marker opens a row: 1, I, a, 2.1; true for dashes, which have no number."""
    if marker.inserted:
        return False
    return marker.value is None or (marker.parts[-1] if marker.parts else marker.value) == 1
