"""Lists: what tells two numbering definitions apart, and a copy of one under fresh numbers."""

from __future__ import annotations

from copy import deepcopy

from ..names import VAL, Element, w


def copy_list(tree: Element, num: Element, abstract: Element | None, known: dict[str, str]) -> str:
    """A copy of `num` in the numbering `tree`; its number there. `known`: definitions copied before."""
    made = deepcopy(num)
    made.set(w("numId"), str(_free(tree, "num", "numId")))
    if abstract is not None:
        source = abstract.get(w("abstractNumId"), "")
        if source not in known:
            known[source] = str(_free(tree, "abstractNum", "abstractNumId"))
            copied = deepcopy(abstract)
            copied.set(w("abstractNumId"), known[source])
            for tag in ("nsid", "styleLink", "numStyleLink"):
                for one in copied.findall(w(tag)):
                    copied.remove(one)
            at = [place for place, one in enumerate(tree) if one.tag == w("abstractNum")]
            tree.insert(at[-1] + 1 if at else 0, copied)
        pointer = made.find(w("abstractNumId"))
        if pointer is not None:
            pointer.set(VAL, known[source])
    at = [place for place, one in enumerate(tree) if one.tag in (w("num"), w("abstractNum"))]
    tree.insert(at[-1] + 1 if at else 0, made)
    return made.get(w("numId"), "")


def numbered(tree: Element, tag: str, attribute: str, key: str) -> Element | None:
    return next((one for one in tree.iter(w(tag)) if one.get(w(attribute)) == key), None)


def abstract_of(tree: Element, num: Element) -> Element | None:
    pointer = num.find(w("abstractNumId"))
    return None if pointer is None else numbered(tree, "abstractNum", "abstractNumId", pointer.get(VAL, ""))


def _free(tree: Element, tag: str, attribute: str) -> int:
    numbers = (one.get(w(attribute), "") for one in tree.iter(w(tag)))
    return max((int(number) for number in numbers if number.isdigit()), default=0) + 1


def same(one: Element | None, other: Element | None) -> bool:
    """Equal but for their ids."""
    if one is None or other is None:
        return one is other
    return _facts(one) == _facts(other)


def _facts(element: Element) -> list[tuple[str, list[tuple[str, str]]]]:
    skip = ("numId", "abstractNumId", "nsid", "durableId")
    return [
        (str(one.tag), sorted((str(k), str(v)) for k, v in one.attrib.items() if not str(k).endswith(skip)))
        for one in element.iter()
        if not str(one.tag).endswith(skip)
    ]
