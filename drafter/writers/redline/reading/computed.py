"""Computed fields: page numbers and dates that Word counts anew; what it counted last is nobody's change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..names import Element, w
from .atoms import Atom

INSTRUCTION = w("instr")  # of a w:fldSimple
_COMPUTED = re.compile(
    r"\s*(?:PAGE|PAGEREF|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME|SAVEDATE|PRINTDATE)(?![A-Z])", re.IGNORECASE
)
_BOOKMARK = re.compile(r"_Toc\d+")  # named anew with each table of contents


@dataclass(slots=True)
class OpenField:
    """A field that is being read: where it begins, its code so far, the place of its result's first atom."""

    begun: Element | None
    code: str = ""
    result: int | None = None


def is_computed(code: str) -> bool:
    """Whether Word counts the result of a field of this code anew whenever it lays out the pages."""
    return _COMPUTED.match(code) is not None


def code_key(text: str) -> str:
    """What two pieces of field codes are compared by."""
    return _BOOKMARK.sub("_Toc", " ".join(text.split()))


def as_one_result(atoms: list[Atom], start: int) -> None:
    """Put the atoms from `start` on, the result of a computed field, together as one that equals any other.

    What is more than words in one wrapper stays as it is.
    """
    found = atoms[start:]
    if not found or any(atom.key.startswith("\x00") or atom.path != found[0].path for atom in found):
        return
    inner = [piece for atom in found[1:] for loose in atom.decor for piece in loose.pieces]
    pieces = [piece for atom in found for piece in atom.pieces]
    text = "".join(atom.text for atom in found)
    atoms[start:] = [Atom("\x00result", text, [*pieces, *inner], found[0].path, decor=found[0].decor)]
