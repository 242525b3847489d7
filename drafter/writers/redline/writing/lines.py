"""Lines: paragraphs built anew from atoms, original runs split where a mark begins or ends."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy, deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ..names import (
    DEL,
    DEL_INSTR,
    DEL_TEXT,
    HYPERLINK,
    INSTR,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    WRAPPER_PROPERTIES,
    XML_SPACE,
    Element,
    P,
    R,
    T,
    content,
    w,
)
from ..reading.atoms import Atom, Path, RunPiece
from .looks import note_run
from .marks import RevisionMarks

Adapt = Callable[[Element], Element]


@dataclass(slots=True)
class Lines:
    """Writes paragraphs one after the other. `adapt` copies an element of the old draft for the new one."""

    marks: RevisionMarks
    adapt: Adapt
    _out: list[Element] = field(default_factory=list)
    p: Element | None = None
    _stack: list[tuple[Element, Element]] = field(default_factory=list)  # wrapper as read, its copy
    # Holder, run as read, run as written, the run it was in the old draft.
    _run: tuple[Element, Element, Element, Element | None] | None = None
    _last: tuple[Element, RunPiece] | None = None  # the w:t written last and the stretch it came from
    _words: list[str] = field(default_factory=list)  # those that it is to hold
    # The element read last and its text, which lxml makes anew, all of it, each time it is asked for.
    _read: tuple[Element, str] | None = None

    @property
    def out(self) -> list[Element]:
        """The paragraphs written so far."""
        self._said()
        return self._out

    def put(self, atom: Atom, mark: str | None, author: str | None = None, *, old: bool = False) -> None:
        """Write an atom under `mark` ("w:ins" in full, or None); `old`: it comes from the old draft."""
        holder = self._open(atom.path, old=old)
        if mark is not None:
            holder = self._marked(holder, mark, author)
        for piece in atom.pieces:
            if old and piece.loose:
                continue
            self._piece(holder, piece, deleted=mark == DEL, old=old)

    def beside(self, element: Element) -> None:
        """Write an element that prints nothing, inside what is open."""
        self._holder().append(element)
        self._apart()

    def end(self, p: Element, mark: str | None, author: str | None = None, *, old: bool = False) -> Element:
        """Write the mark of paragraph `p`: what was put so far becomes a paragraph with its properties."""
        line = self._line()
        for key, value in p.attrib.items():
            if not old:
                line.set(key, value)
        properties = p.find(PPR)
        if properties is not None:
            line.insert(0, self.adapt(properties) if old else deepcopy(properties))
        if mark is not None:
            self.marks.paragraph(line, mark, author)
        self.p = None
        self._apart()
        self._stack = []
        return line

    def _line(self) -> Element:
        if self.p is None:
            self.p = etree.Element(P)
            self._out.append(self.p)
        return self.p

    def _holder(self) -> Element:
        """Where things are written: inside the innermost open wrapper, else in the paragraph."""
        line = self._line()
        return content(self._stack[-1][1]) if self._stack else line

    def _open(self, path: Path, *, old: bool) -> Element:
        """The copy of the innermost wrapper of `path`, opened where it is not open yet."""
        if old:
            if path and self._stack and self._stack[-1][0] is path[-1]:
                return self._holder()
            path = tuple(wrapper for wrapper in path if wrapper.tag == HYPERLINK)
            if not path or (self._stack and self._stack[0][0] not in path):
                return self._holder()
        shared = self._shared(path)
        if shared < max(len(self._stack), len(path)):
            self._close_from(shared)
        for wrapper in path[shared:]:
            made = self.adapt(_shell(wrapper)) if old else _shell(wrapper)
            self._holder().append(made)
            self._stack.append((wrapper, made))
        return self._holder()

    def _shared(self, path: Path) -> int:
        """How many wrappers of `path`, from the outermost, are open."""
        shared = 0
        while shared < min(len(path), len(self._stack)) and self._stack[shared][0] is path[shared]:
            shared += 1
        return shared

    def close(self, upcoming: Path, own: Path) -> None:
        """Before a deletion: close the wrappers that neither it nor what comes next stands in."""
        keep = {id(wrapper) for wrapper in own}
        shared = 0
        for place, (wrapper, _) in enumerate(self._stack):
            if id(wrapper) not in keep and not (place < len(upcoming) and upcoming[place] is wrapper):
                break
            shared = place + 1
        if shared < len(self._stack):
            self._close_from(shared)

    def _close_from(self, depth: int) -> None:
        del self._stack[depth:]
        self._apart()

    def _marked(self, holder: Element, mark: str, author: str | None) -> Element:
        last = holder[-1] if len(holder) else None
        if last is not None and last.tag == mark and last.get(w("author")) == (author or self.marks.author):
            return last
        made = self.marks.make(mark, author)
        holder.append(made)
        return made

    def _piece(self, holder: Element, piece: RunPiece, *, deleted: bool, old: bool) -> None:
        if piece.run is None:
            holder.append(self.adapt(piece.child) if old else deepcopy(piece.child))
            self._apart()
            return
        run = self._run_in(holder, piece.run, piece.former, old=old)
        if piece.end >= 0:
            self._text(run, piece, deleted=deleted)
            return
        made = self.adapt(piece.child) if old else deepcopy(piece.child)
        if deleted and made.tag == INSTR:
            made.tag = DEL_INSTR
        run.append(made)
        self._said()

    def _run_in(self, holder: Element, run: Element, former: Element | None, *, old: bool) -> Element:
        last = self._run
        if (
            last is not None
            and (last[0], last[1], last[3]) == (holder, run, former)
            and holder[-1] is last[2]
        ):
            return last[2]
        made = etree.SubElement(holder, R)
        if not old:
            made.attrib.update(run.attrib)
        properties = run.find(RPR)
        if properties is not None:
            made.append(self.adapt(properties) if old else deepcopy(properties))
        if former is not None:
            note_run(made, former, self.marks, self.adapt)
        self._apart()
        self._run = holder, run, made, former
        return made

    def _text(self, run: Element, piece: RunPiece, *, deleted: bool) -> None:
        if self._read is None or self._read[0] is not piece.child:
            self._read = piece.child, piece.child.text or ""
        text = self._read[1][piece.start : piece.end]
        if self._last is not None:
            made, before = self._last
            if made.getparent() is run and before.child is piece.child and before.end == piece.start:
                self._words.append(text)
                self._last = (made, piece)
                return
        self._said()
        made = etree.SubElement(run, DEL_TEXT if deleted else T)
        self._words.append(text)
        self._last = (made, copy(piece))

    def _said(self) -> None:
        """Give the `w:t` written last its words, at once: one by one they take time as the square."""
        if self._last is not None:
            made, _ = self._last
            made.text = "".join(self._words)
            _keep_spaces(made)
        self._last, self._words = None, []

    def _apart(self) -> None:
        """What comes next continues neither run nor words."""
        self._said()
        self._run = None


def _keep_spaces(element: Element) -> None:
    text = element.text or ""
    if text != text.strip():
        element.set(XML_SPACE, "preserve")


def _shell(wrapper: Element) -> Element:
    """A wrapper without its content."""
    nsmap: Any = wrapper.nsmap
    made = etree.Element(wrapper.tag, nsmap=nsmap)
    made.attrib.update(wrapper.attrib)
    made.extend(deepcopy(child) for child in wrapper if child.tag in WRAPPER_PROPERTIES)
    if wrapper.tag == SDT:
        after = made.find(w("sdtEndPr"))
        inner = etree.Element(SDT_CONTENT)
        if after is not None:
            after.addnext(inner)
        else:
            made.append(inner)
    return made
