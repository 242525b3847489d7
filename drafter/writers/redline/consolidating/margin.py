"""Margin: the comments in a reviewer's copy brought into the consolidated file."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from drafter.language.numerals import whole

from ..bringing.bringing import Bringing
from ..names import AUTHOR, ID, Element, P, R, w
from ..reading.atoms import Atom
from ..writing.lines import Lines

_COMMENT, _REFERENCE = w("comment"), w("commentReference")
_RANGES = (w("commentRangeStart"), w("commentRangeEnd"))
_ALL = frozenset((*_RANGES, _REFERENCE))


def commented(p: Element) -> bool:
    """Whether a comment begins, ends or is anchored in a paragraph."""
    return next(p.iter(*_ALL), None) is not None


class Margin:
    """The comments of one copy; those that the base has already stay the base's."""

    def __init__(self, bringing: Bringing, part: str) -> None:
        self.bringing, self.part = bringing, part
        source = bringing.old.related("comments")
        self.theirs = {} if source is None else _comments(bringing.old.tree(source))
        self.source = source
        home = bringing.new.related("comments")
        known = {} if home is None else _comments(bringing.new.tree(home))
        self.known = {_said(comment) for comment in known.values()}
        self.brought: dict[str, str] = {}

    def wants(self, loose: Atom) -> bool:
        """Whether a thing beside the words belongs to a comment that is to come along."""
        child = loose.pieces[0].child
        return child.tag in _ALL and self._new(child.get(ID, ""))

    def put(self, loose: Atom, lines: Lines) -> None:
        """Write the beginning, end or anchor of a comment; nothing where it is something else."""
        if not self.wants(loose):
            return
        child = loose.pieces[0].child
        made = etree.Element(child.tag)
        made.set(ID, self._bring(child.get(ID, "")))
        if child.tag == _REFERENCE:
            run = etree.Element(R)
            run.append(made)
            made = run
        lines.beside(made)

    def _new(self, key: str) -> bool:
        return key in self.theirs and _said(self.theirs[key]) not in self.known

    def _bring(self, key: str) -> str:
        if key in self.brought:
            return self.brought[key]
        root = self._root()
        numbers = [
            number for comment in root.iter(_COMMENT) if (number := whole(comment.get(ID, ""))) is not None
        ]
        fresh = str(max([-1, *numbers]) + 1)
        assert self.source is not None
        made = self.bringing.copy(self.theirs[key], self.source, self.part)
        made.set(ID, fresh)
        root.append(made)
        self.brought[key] = fresh
        return fresh

    def _root(self) -> Element:
        """The base's comments; made after the copy's, without theirs, where it has none."""
        fresh = self.bringing.new.related("comments") is None
        self.part = self.bringing.whole("comments") or self.part
        root = self.bringing.new.tree(self.part)
        if fresh:
            for comment in list(root.iter(_COMMENT)):
                root.remove(comment)
        return root


def _comments(root: Element) -> dict[str, Element]:
    return {comment.get(ID, ""): comment for comment in deepcopy(root).iter(_COMMENT)}


def _said(comment: Element) -> tuple[str, str]:
    words = "\n".join("".join(t.text or "" for t in p.iter(w("t"))) for p in comment.iter(P))
    return comment.get(AUTHOR, ""), words
