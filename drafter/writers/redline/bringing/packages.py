"""Packages: the two of a pair as they are worked on, and what is asked of their main parts."""

from __future__ import annotations

from collections.abc import Callable

from drafter.errors import MissingPart
from drafter.language.numerals import whole
from drafter.opc import Package, Rewriting

from ..names import ID, Element, w


class EditedPackage(Rewriting):
    """One package of the pair: the draft being rewritten, or the one that words are taken from."""

    def __init__(self, package: Package) -> None:
        super().__init__(package)
        self.styles: set[str] = set()  # ids of those it has, as far as somebody asked
        self._shapes = 1_000_000  # ids of drawings given so far

    def next_shape(self) -> str:
        """A fresh id for a drawing."""
        self._shapes += 1
        return str(self._shapes)

    def pointed(self, part: str) -> Callable[[str], bytes]:
        """What a relationship id of `part` leads to, as bytes that can be compared."""

        def read(key: str) -> bytes:
            relation = self.relation(part, key)
            if relation is None:
                return b""
            target = self.target(part, relation)
            return self.raw(target) if target is not None else relation.get("Target", "").encode()

        return read


def body_of(root: Element, side: EditedPackage) -> Element:
    """The `w:body` of a main part. Raises MissingPart."""
    body = root.find(w("body"))
    if body is None:
        raise MissingPart(side.package.shown, part="w:body")
    return body


def highest_id(root: Element) -> int:
    """The highest id that anything in a part has; marks count on from there."""
    numbers = (element.get(ID, "") for element in root.iter() if isinstance(element.tag, str))
    return max(
        (number for text in numbers if len(text) < 9 and (number := whole(text)) is not None), default=0
    )
