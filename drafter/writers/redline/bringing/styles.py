"""Styles that deleted words need, brought along with those they build on."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from ..names import VAL, Element, w

_LINKED = tuple(map(w, ("basedOn", "link", "next")))
_STYLE, _ID, _DEFAULT = map(w, ("style", "styleId", "default"))


class BroughtStyles:
    """The styles of the new draft, with those of the old one that were brought.

    `old`, `new` are the roots of the two style parts; `there` gains the ids of all that the new
    draft has, shared by all who bring styles into it; `lists` gives the new number of an old list.
    """

    def __init__(self, old: Element, new: Element, there: set[str], lists: Callable[[str], str]) -> None:
        self._old = {style.get(_ID, ""): style for style in reversed(list(old.iter(_STYLE)))}
        self._new, self._lists = new, lists
        self._there = there
        there.update(style.get(_ID, "") for style in new.iter(_STYLE))

    def bring(self, key: str) -> None:
        """See that the new draft has the style; what it has already stays."""
        if key in self._there or not key:
            return
        self._there.add(key)
        if key not in self._old:
            return
        made = deepcopy(self._old[key])
        if _DEFAULT in made.attrib:
            del made.attrib[_DEFAULT]
        for number in made.iter(w("numId")):
            number.set(VAL, self._lists(number.get(VAL, "")))
        self._new.append(made)
        for tag in _LINKED:
            linked = made.find(tag)
            if linked is not None:
                self.bring(linked.get(VAL, ""))
