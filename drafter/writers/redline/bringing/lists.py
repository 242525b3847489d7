"""Lists that deleted words need: equal ones of the new draft used, others copied under fresh numbers."""

from __future__ import annotations

from copy import deepcopy

from drafter.language.numerals import whole

from ..names import VAL, Element, w

_NUM, _NUM_ID, _ABSTRACT, _ABSTRACT_ID = map(w, ("num", "numId", "abstractNum", "abstractNumId"))
_OWN = tuple(map(w, ("nsid", "styleLink", "numStyleLink")))  # what two definitions may not share
_IDENTITY = ("numId", "abstractNumId", "nsid", "durableId")


class BroughtLists:
    """The lists of the new draft, with those of the old one that were brought.

    `old`, `new` are the roots of the two numbering parts.
    """

    def __init__(self, old: Element, new: Element) -> None:
        self._old, self._new = old, new
        self._numbers: dict[str, str] = {}
        self._abstracts: dict[str, str] = {}  # definitions copied before

    def number(self, key: str) -> str:
        """The new draft's number of the old list `key`; `key` itself where that is none."""
        if key not in self._numbers:
            num = _numbered(self._old, _NUM, _NUM_ID, key)
            self._numbers[key] = key if num is None else self._equal(num) or self._copied(num)
        return self._numbers[key]

    def _equal(self, num: Element) -> str | None:
        """The number of a list of the new draft that is the same but for its ids."""
        abstract = _abstract_of(self._old, num)
        for other in self._new.iter(_NUM):
            if _same(num, other) and _same(abstract, _abstract_of(self._new, other)):
                return other.get(_NUM_ID, "")
        return None

    def _copied(self, num: Element) -> str:
        """The number of a copy of a list."""
        made = deepcopy(num)
        made.set(_NUM_ID, str(_free(self._new, _NUM, _NUM_ID)))
        abstract = _abstract_of(self._old, num)
        pointer = made.find(_ABSTRACT_ID)
        if abstract is not None and pointer is not None:
            pointer.set(VAL, self._copied_abstract(abstract))
        _insert_behind(self._new, made, (_NUM, _ABSTRACT))
        return made.get(_NUM_ID, "")

    def _copied_abstract(self, abstract: Element) -> str:
        source = abstract.get(_ABSTRACT_ID, "")
        if source not in self._abstracts:
            self._abstracts[source] = str(_free(self._new, _ABSTRACT, _ABSTRACT_ID))
            copied = deepcopy(abstract)
            copied.set(_ABSTRACT_ID, self._abstracts[source])
            for own in [child for child in copied if child.tag in _OWN]:
                copied.remove(own)
            _insert_behind(self._new, copied, (_ABSTRACT,))
        return self._abstracts[source]


def _numbered(tree: Element, tag: str, attribute: str, key: str) -> Element | None:
    return next((element for element in tree.iter(tag) if element.get(attribute) == key), None)


def _abstract_of(tree: Element, num: Element) -> Element | None:
    pointer = num.find(_ABSTRACT_ID)
    return None if pointer is None else _numbered(tree, _ABSTRACT, _ABSTRACT_ID, pointer.get(VAL, ""))


def _free(tree: Element, tag: str, attribute: str) -> int:
    numbers = (element.get(attribute, "") for element in tree.iter(tag))
    return max((number for text in numbers if (number := whole(text)) is not None), default=0) + 1


def _insert_behind(tree: Element, made: Element, tags: tuple[str, ...]) -> None:
    """Behind the last child of these names; at the beginning where there is none."""
    at = [place for place, child in enumerate(tree) if child.tag in tags]
    tree.insert(at[-1] + 1 if at else 0, made)


def _same(old: Element | None, new: Element | None) -> bool:
    """Equal but for their ids."""
    if old is None or new is None:
        return old is new
    return _facts(old) == _facts(new)


def _facts(element: Element) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (
            str(inner.tag),
            sorted((str(k), str(v)) for k, v in inner.attrib.items() if not str(k).endswith(_IDENTITY)),
        )
        for inner in element.iter()
        if not str(inner.tag).endswith(_IDENTITY)
    ]
