"""The order of drafts: by the number on the page or in the file's name, and drafts that share one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.language.natural import natural
from drafter.language.normal import unaccented
from drafter.model import Draft


def in_order(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """By the number on the page; where one has none, all by natural order of their file names.

    `"lan-2.docx"` comes before `"lan-10.docx"`.
    """
    if all(draft.number is not None for draft in drafts):
        return tuple(sorted(drafts, key=lambda draft: (draft.number or 0, natural(draft.path))))
    return tuple(sorted(drafts, key=lambda draft: natural(draft.path)))


def same_numbers(drafts: Sequence[Draft]) -> tuple[tuple[Draft, Draft], ...]:
    """Pairs (kept, repeated) of drafts that bear one number, in the order given."""
    first: dict[int, Draft] = {}
    pairs = []
    for draft in drafts:
        if draft.number is None:
            continue
        kept = first.setdefault(draft.number, draft)
        if kept is not draft:
            pairs.append((kept, draft))
    return tuple(pairs)


# The words as `number_in_name` makes them: without marks, single spaces between.
_NAMED = re.compile(
    r"\b(?:du thao|dt|lan)(?: lan)?(?: thu)? (\d{1,2}|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)\b"
)
_ORDINALS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")


def number_in_name(stem: str) -> int | None:
    """The draft's number in the name of its file: `"Du-thao-lan-2 (gui so)"`, `"Dự thảo lần thứ hai"`."""
    plain = " ".join(re.findall(r"[a-z]+|\d+", unaccented(stem).lower()))
    found = _NAMED.search(plain)
    if found is None:
        return None
    said = found[1].replace("bon", "tu")
    return int(said) if said.isdigit() else _ORDINALS.index(said) + 1
