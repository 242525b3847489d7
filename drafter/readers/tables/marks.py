"""Marks in Word files: which stand at which paragraph, in bookmarks and in tags of content controls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.model import RowMark
from drafter.opc import Element, body_paragraphs, name
from drafter.record import read_mark

_P, _BODY, _BOOKMARK, _TAG = map(name, ("w:p", "w:body", "w:bookmarkStart", "w:tag"))
_NAME, _VAL = map(name, ("w:name", "w:val"))


def marks_at(root: Element) -> Mapping[int, tuple[RowMark, ...]]:
    """The marks at each paragraph, by its index; one that stands between paragraphs is of the next."""
    body = root.find(_BODY)
    indices = {} if body is None else {p: at for at, p in enumerate(body_paragraphs(body))}
    found: dict[int, dict[RowMark, None]] = {}
    waiting: list[RowMark] = []
    for element in root.iter(_P, _BOOKMARK, _TAG):
        if element.tag == _P:
            if element in indices and waiting:
                found.setdefault(indices[element], {}).update(dict.fromkeys(waiting))
                waiting = []
            continue
        mark = read_mark(element.get(_NAME if element.tag == _BOOKMARK else _VAL) or "")
        if mark is None:
            continue
        around = next((p for p in element.iterancestors(_P) if p in indices), None)
        if around is None:
            waiting.append(mark)
        else:
            found.setdefault(indices[around], {})[mark] = None
    return {at: tuple(marks) for at, marks in found.items()}


def once(marks: Iterable[RowMark]) -> tuple[RowMark, ...]:
    """A row carries its mark twice: of one name, the mark that says most."""
    found: dict[str, RowMark] = {}
    for mark in marks:
        if mark.key not in found or not found[mark.key].answer:
            found[mark.key] = mark
    return tuple(found.values())
