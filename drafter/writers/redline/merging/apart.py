"""Noise apart: normalisations and renumbering stand under authors of their own, or unmarked.

Word's filter by author then hides them. `UBND` → `Ủy ban nhân dân` is "Chuẩn hóa"; the typed number
of a clause, and a cross-reference that only follows it, are "Đánh số".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from drafter.language.lexicon import lexicon
from drafter.language.noise import tags

from ..names import Element
from ..reading.atoms import Atom
from .asked import AskedHere

_LONGEST = 200  # characters: a longer edit is more than noise
_CONTEXT = 60


@dataclass(slots=True)
class Apart:
    """`numbers`: of a paragraph of the new draft its typed markers (old, new), and references that follow."""

    silent: bool = False
    numbers: dict[Element, tuple[str, str]] = field(default_factory=dict)
    references: dict[Element, list[tuple[str, str]]] = field(default_factory=dict)
    asked: dict[Element, list[AskedHere]] = field(default_factory=dict)

    def author(
        self, old: Sequence[Atom], new: Sequence[Atom], p: Element | None, before: tuple[str, str]
    ) -> str | None:
        """The author of an edit that is noise; None where it is more. `before`: both texts up to it."""
        if any(atom.mark is not None or atom.key.startswith("\x00") for atom in chain(old, new)):
            return None
        lost, gained = "".join(atom.text for atom in old), "".join(atom.text for atom in new)
        if len(lost) + len(gained) > _LONGEST:
            return None
        if p is not None and lost and gained and self._numbering(lost, gained, p, before):
            return str(lexicon("authors")["numbering"])
        return str(lexicon("authors")["normalising"]) if _normalises(lost, gained) else None

    def _numbering(self, lost: str, gained: str, p: Element, before: tuple[str, str]) -> bool:
        at, to = (before[0] + lost).lstrip(), (before[1] + gained).lstrip()
        markers = self.numbers.get(p)
        if markers is not None and markers[0].startswith(at) and markers[1].startswith(to):
            return True
        return any(
            _ends_in(at[-_CONTEXT:], old, lost) and _ends_in(to[-_CONTEXT:], new, gained)
            for old, new in self.references.get(p, ())
        )


def _normalises(lost: str, gained: str) -> bool:
    """Whether the words say the same, spelled otherwise; spaces alone are an edit."""
    return lost != gained and bool(lost.strip() or gained.strip()) and tags(lost, gained) is not None


def _ends_in(text: str, reference: str, edit: str) -> bool:
    """Whether `text`, ending with the edit, ends inside the reference and the edit lies all in it."""
    return any(text.endswith(reference[:size]) for size in range(len(reference), max(len(edit), 1) - 1, -1))
