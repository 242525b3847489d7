"""Fields: of `PAGE`, `REF …` and their like only the result is printed, never the instruction."""

from __future__ import annotations

from lxml import etree

from .names import W_FLD_CHAR, W_FLD_TYPE


class Fields:
    """The complex fields that are open while a story is read (ECMA-376 17.16.18).

    They nest, and their instruction or result may run on into further paragraphs. `hide` is true
    inside an instruction: what stands there is not printed, results of inner fields included.
    """

    __slots__ = ("_ends", "_open", "hide")

    def __init__(self) -> None:
        self._open: list[bool] = []  # innermost last: whether the result has begun
        self._ends = False  # the instruction that runs on is known to end later
        self.hide = False

    def turn(self, char: etree._Element) -> None:
        """Take in a `w:fldChar`."""
        _turn(self._open, char.get(W_FLD_TYPE))
        self.hide = not all(self._open)

    def leave(self, p: etree._Element) -> None:
        """At the end of paragraph `p`: an instruction that nothing ends must hide nothing after it."""
        if not self.hide:
            self._ends = False
        elif not self._ends:
            self._ends = _ended(list(self._open), p)
            if not self._ends:
                self._open = [True] * len(self._open)
                self.hide = False


def _turn(fields: list[bool], kind: str | None) -> None:
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _ended(fields: list[bool], p: etree._Element) -> bool:
    """Whether the instructions open in `fields` come to their end somewhere after `p`."""
    at: etree._Element | None = p
    while at is not None:
        for sibling in at.itersiblings():
            for char in sibling.iter(W_FLD_CHAR):
                _turn(fields, char.get(W_FLD_TYPE))
                if all(fields):
                    return True
        at = at.getparent()
    return False
