"""Walks: the paragraphs and tables of a body in the order that readers and writers count them."""

from __future__ import annotations

from collections.abc import Iterator

from .names import Element, name

_P, _T, _TBL, _ALTERNATE = map(name, ("w:p", "w:t", "w:tbl", "mc:AlternateContent"))
_BRANCHES = frozenset(map(name, ("mc:Choice", "mc:Fallback")))


def chosen(alternate: Element) -> Element:
    """Of `mc:AlternateContent` one branch, since all say the same: the first with text, else the first."""
    branches = [branch for branch in alternate if branch.tag in _BRANCHES]
    with_text = (branch for branch in branches if next(branch.iter(_T), None) is not None)
    return next(with_text, branches[0] if branches else alternate)


def body_paragraphs(parent: Element) -> Iterator[Element]:
    """Every `w:p` that `Paragraph.index` counts, in that order, from 0 at the start of the body.

    Cells are included, and rows, cells and paragraphs that a view leaves out; text boxes and notes
    are not; of `mc:AlternateContent` one branch. `parent` is the `w:body`, or any block in it.
    """
    for element in parent:
        tag = element.tag
        if tag == _P:
            yield element
        elif tag == _ALTERNATE:
            yield from body_paragraphs(chosen(element))
        elif len(element):
            yield from body_paragraphs(element)


def body_tables(parent: Element) -> Iterator[Element]:
    """Every `w:tbl` that `Cell.table` counts, in that order: nested ones too, those in text boxes not."""
    for element in parent:
        if element.tag == _ALTERNATE:
            yield from body_tables(chosen(element))
        elif element.tag != _P:
            if element.tag == _TBL:
                yield element
            yield from body_tables(element)
