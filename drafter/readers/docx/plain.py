"""Plain words: what a Word file says, paragraph by paragraph, by a walk that knows neither styles nor tables.

It serves to count what the readers read, and to read what stands at the edges of the pages: headers, footers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from drafter.model import RawMarks
from drafter.opc import Package, chosen, name

from .names import (
    MC_ALTERNATE,
    W_BODY,
    W_BR,
    W_CELL_DEL,
    W_COMMENT,
    W_CR,
    W_DEL,
    W_DEL_TEXT,
    W_ENDNOTE,
    W_ENDNOTE_REF,
    W_FOOTNOTE,
    W_FOOTNOTE_REF,
    W_ID,
    W_INS,
    W_MOVE_FROM,
    W_MOVE_TO,
    W_P,
    W_R,
    W_RPR,
    W_RUBY,
    W_RUBY_BASE,
    W_T,
    W_TAB,
    W_TC,
    W_TCPR,
    W_TR,
    W_TRPR,
    W_TXBX,
    W_VAL,
    W_VANISH,
    is_on,
)

if TYPE_CHECKING:
    from drafter.opc.names import Element

M_T = name("m:t")
_GONE = frozenset((W_DEL, W_MOVE_FROM))
_CAME = frozenset((W_INS, W_MOVE_TO))
_PROPERTIES = {W_TR: W_TRPR, W_TC: W_TCPR}  # rows and cells → where it is said that they were deleted
_BREAKS = frozenset((W_TAB, W_BR, W_CR))
_UNPLAIN = (*_GONE, W_CELL_DEL, W_VANISH, MC_ALTERNATE, W_RUBY)
_NOTES = (("footnotes", W_FOOTNOTE, W_FOOTNOTE_REF), ("endnotes", W_ENDNOTE, W_ENDNOTE_REF))


def words_of_story(root: Element) -> str:
    """The words under an element as they stand once revisions are accepted, a line for each paragraph."""
    if next(root.iter(*_UNPLAIN), None) is None:
        return "".join(_all_said(root))
    return "".join(_said(root))


def _all_said(root: Element) -> Iterator[str]:
    """As `_said`, where nothing is gone, hidden or there twice: one walk within lxml."""
    for _, element in etree.iterwalk(root, events=("end",), tag=(W_T, M_T, *_BREAKS, W_P)):
        if element.tag in (W_T, M_T):
            yield element.text or ""
        elif element is not root:
            yield "\n" if element.tag == W_P else " "


def _said(element: Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in (W_T, M_T):
            yield child.text or ""
        elif tag in _GONE or (tag == W_R and _hidden(child)) or (tag in _PROPERTIES and _is_gone(child)):
            continue
        elif tag in _BREAKS:
            yield " "
        elif tag == MC_ALTERNATE:
            yield from _said(chosen(child))
        elif tag == W_RUBY:
            base = child.find(W_RUBY_BASE)
            yield from () if base is None else _said(base)
        elif isinstance(tag, str):
            yield from _said(child)
            if tag == W_P:
                yield "\n"


def _hidden(run: Element) -> bool:
    look = run.find(W_RPR)
    mark = None if look is None else look.find(W_VANISH)
    return mark is not None and is_on(mark.get(W_VAL))


def _is_gone(block: Element) -> bool:
    said = block.find(_PROPERTIES[block.tag])
    return said is not None and any(child.tag in (W_DEL, W_CELL_DEL) for child in said)


def edges(package: Package, kind: str) -> tuple[str, ...]:
    """The lines of all headers or footers ("header", "footer") of a file, in the order of its
    relationships."""
    parts = dict.fromkeys(
        each.target
        for each in package.relationships(package.main).values()
        if each.kind == kind and not each.external and each.target in package.names
    )
    lines = (line.strip() for part in parts for line in words_of_story(package.xml(part)).split("\n"))
    return tuple(line for line in lines if line)


def raw_words(package: Package) -> str:
    """All that a Word file says: its body, the notes that are referred to, headers and footers."""
    said = [words_of_story(story) for story in _stories(package)]
    return "\n".join((*said, *edges(package, "header"), *edges(package, "footer")))


def _stories(package: Package) -> Iterator[Element]:
    """The body, and the notes that it still refers to."""
    main = package.xml(package.main)
    body = main.find(W_BODY)
    if body is not None:
        yield body
    for kind, tag, reference in _NOTES:
        part = package.related(package.main, kind)
        if part is not None:
            cited = {each.get(W_ID) for each in main.iter(reference) if not _deleted(each)}
            yield from (each for each in package.xml(part).iter(tag) if each.get(W_ID) in cited)


def _deleted(element: Element) -> bool:
    return next(element.iterancestors(*_GONE), None) is not None


def raw_marks(package: Package) -> RawMarks:
    """What tracked changes brought and took, and what is said in the margin. Words that came and went again
    were never there."""
    came: list[str] = []
    went: list[str] = []
    for story in _stories(package):
        _mark(story, came, went, inside=False)
    part = package.related(package.main, "comments")
    said = [] if part is None else [words_of_story(each) for each in package.xml(part).iter(W_COMMENT)]
    return RawMarks("".join(came), "".join(went), "\n".join(said))


def _mark(element: Element, came: list[str], went: list[str], *, inside: bool) -> None:
    """`inside`: within words that came; a text box in them says its own."""
    for child in element:
        tag = child.tag
        if tag in (W_T, M_T):
            if inside:
                came.append(child.text or "")
        elif tag in _GONE or (tag in _PROPERTIES and _is_gone(child)):
            if not inside:
                went.extend((*(t.text or "" for t in child.iter(W_T, W_DEL_TEXT)), "\n"))
        elif tag == W_R and _hidden(child):
            continue
        elif tag == MC_ALTERNATE:
            _mark(chosen(child), came, went, inside=inside)
        elif tag == W_RUBY:
            base = child.find(W_RUBY_BASE)
            if base is not None:
                _mark(base, came, went, inside=inside)
        elif isinstance(tag, str):
            _mark(child, came, went, inside=tag in _CAME or (inside and tag != W_TXBX))
            if tag == W_P:
                came.append("\n")
