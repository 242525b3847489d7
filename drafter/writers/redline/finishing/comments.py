"""Comments: what changes were made for, hung on the changed words as Word comments.

A comment needs its text in comments.xml with a paragraph id, a line in commentsExtended.xml that says it
is open and begins a thread, and its author in people.xml; else Word drops or renames it ([MS-DOCX] 2.5).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from drafter.language.numerals import whole
from drafter.model import MarginComment
from drafter.opc import NAMESPACES, OFFICE, name

from ..bringing.packages import EditedPackage
from ..names import AUTHOR, DATE, ID, IGNORABLE, RPR, XML_SPACE, Element, P, R, T, parent_of, w
from ..writing.marks import SPOT

_SPACES = {prefix: NAMESPACES[prefix] for prefix in ("w", "w14", "w15", "mc")}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships/"
_PARA_ID = name("w14:paraId")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,8}")
_FIRST_ID = 0x0D0A0000  # paragraph ids stay below 0x80000000


def hang(side: EditedPackage, body: Element, by_spot: Mapping[str, Sequence[MarginComment]]) -> None:
    """Hang comments on the words changed at their spot, each comment once, where it comes first.

    The names of the places are taken out.
    """
    marked = _marked(body)
    if marked.keys().isdisjoint(by_spot):
        return
    said = _Comments(side)
    hung: set[MarginComment] = set()
    for spot, marks in marked.items():
        for comment in by_spot.get(spot, ()):
            if comment not in hung:
                hung.add(comment)
                _around(marks, said.add(comment))


def _marked(body: Element) -> dict[str, list[Element]]:
    """The marks on words by the name of their place, which is taken out."""
    marked: dict[str, list[Element]] = {}
    for mark in body.iter():
        if isinstance(mark.tag, str) and SPOT in mark.attrib:
            spot = mark.attrib.pop(SPOT)
            if parent_of(mark).tag != RPR:
                marked.setdefault(str(spot), []).append(mark)
    return marked


def _around(marks: Sequence[Element], key: str) -> None:
    start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
    run = etree.Element(R)
    etree.SubElement(run, w("commentReference")).set(ID, key)
    for edge in (start, end):
        edge.set(ID, key)
    marks[0].addprevious(start)
    marks[-1].addnext(end)
    end.addnext(run)


class _Comments:
    """The three parts in which comments stand, made where the draft has none."""

    def __init__(self, side: EditedPackage) -> None:
        self.comments = _part(side, "comments", "comments", OFFICE)
        self.extended = _part(side, "commentsExtended", "commentsEx", _MICROSOFT)
        self.people = _part(side, "people", "people", _MICROSOFT)
        used = [comment.get(ID, "") for comment in self.comments.iter(w("comment"))]
        self.next_id = max((number for key in used if (number := whole(key)) is not None), default=-1) + 1
        taken = [p.get(_PARA_ID, "0") for p in self.comments.iter(P)]
        self.next_paragraph = max(
            [_FIRST_ID, *(number + 1 for key in taken if (number := _hexadecimal(key)) is not None)]
        )

    def add(self, said: MarginComment) -> str:
        """A comment as a thread of its own; its id."""
        key = str(self.next_id)
        self.next_id += 1
        comment = etree.SubElement(self.comments, w("comment"))
        comment.set(ID, key)
        comment.set(AUTHOR, said.author)
        if said.date:
            comment.set(DATE, f"{said.date}T00:00:00Z")
        initials = [word[0] for word in said.author.split() if word[0].isupper()]
        comment.set(w("initials"), "".join(initials[:4]))
        for line in said.text.split("\n"):
            p = etree.SubElement(comment, P)
            p.set(_PARA_ID, f"{self.next_paragraph:08X}")
            t = etree.SubElement(etree.SubElement(p, R), T)
            t.text = line
            t.set(XML_SPACE, "preserve")
            self.next_paragraph += 1
        thread = etree.SubElement(self.extended, name("w15:commentEx"))
        thread.set(name("w15:paraId"), f"{self.next_paragraph - 1:08X}")  # that of its last paragraph
        thread.set(name("w15:done"), "0")
        self._know(said.author)
        return key

    def _know(self, author: str) -> None:
        tag, attribute = name("w15:person"), name("w15:author")
        if any(person.get(attribute) == author for person in self.people.iter(tag)):
            return
        person = etree.SubElement(self.people, tag)
        person.set(attribute, author)
        presence = etree.SubElement(person, name("w15:presenceInfo"))
        presence.set(name("w15:providerId"), "None")
        presence.set(name("w15:userId"), author)


def _part(side: EditedPackage, kind: str, root: str, relations: str) -> Element:
    """The tree of a part related to the main one, made where there is none."""
    found = side.related(kind)
    if found is not None:
        return side.tree(found)
    made = etree.Element(name(f"{'w' if root == 'comments' else 'w15'}:{root}"), nsmap=_SPACES)
    made.set(IGNORABLE, "w14 w15")
    part = next(free for free in (f"word/{kind}.xml", f"word/{kind}_drafter.xml") if free not in side.names)
    side.add(part, made, f"{_WORD}{kind}+xml", relations + kind)
    return made


def _hexadecimal(text: str) -> int | None:
    """A paragraph id; None for what is none."""
    return int(text, 16) if _HEXADECIMAL.fullmatch(text) else None
