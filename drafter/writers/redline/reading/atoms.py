"""Atoms: what a paragraph is compared by. Words and numbers whole; pictures, breaks, notes one each."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..names import (
    BR,
    CR,
    ENDNOTE_REF,
    FLD_CHAR,
    FLD_TYPE,
    FOOTNOTE_REF,
    INSTR,
    M_MATH,
    M_PARA,
    NB_HYPHEN,
    PPR,
    RPR,
    SECTPR,
    SYM,
    TAB,
    TXBX,
    WRAPPERS,
    Element,
    R,
    T,
    choice_of,
    content,
    w,
)

# Numbers whole, their percent sign with them; letters with their combining marks.
_WORDS = re.compile(r"\d+(?:[.,]\d+)*(?:\s?%)?(?![^\W_])|[\w\u0300-\u036f]+|\s+|.", re.DOTALL)
_SIGNS = {TAB: "\t", BR: "\n", CR: "\n", NB_HYPHEN: "\u2011"}
_SHAPES = frozenset(map(w, ("drawing", "pict", "object")))
_DROPPED = frozenset(map(w, ("lastRenderedPageBreak", "annotationRef")))
_WRAPPER_PROPERTIES = frozenset(map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")))

Path = tuple[Element, ...]


@dataclass(slots=True)
class RunPiece:
    """A child of a run, or a stretch of a `w:t`; `run` is None for what stands beside runs."""

    run: Element | None
    child: Element
    start: int = 0
    end: int = -1  # -1: the whole child
    former: Element | None = None  # the run it stood in before, where its look is compared
    loose: bool = False  # prints nothing: a bookmark, the anchor of a comment


@dataclass(slots=True)
class Atom:
    """`key` decides equality; `text` counts as characters. `mark`: the end of a paragraph."""

    key: str
    text: str
    pieces: list[RunPiece]
    path: Path = ()
    mark: Element | None = None  # the w:p that ends here
    decor: list[Atom] = field(default_factory=list)  # bookmarks and the like that stand before it
    opens: Element | None = None  # the w:fldChar that begins the field this atom opens or ends


def loose_of(atom: Atom) -> list[Atom]:
    """What prints nothing, before an atom and inside it."""
    return [*atom.decor, *(Atom("", "", [piece], atom.path) for piece in atom.pieces if piece.loose)]


@dataclass(slots=True)
class _AtomReader:
    shape: Callable[[Element], str]
    atoms: list[Atom] = field(default_factory=list)
    buffer: list[RunPiece] = field(default_factory=list)
    decor: list[Atom] = field(default_factory=list)
    path: Path = ()
    open: list[tuple[Element, str]] = field(default_factory=list)  # fields and their codes
    coding: Atom | None = None  # the field whose code is being read

    def flush(self) -> None:
        """Cut what was gathered of running text into words."""
        if not self.buffer:
            return
        pieces, self.buffer = self.buffer, []
        bounds: list[tuple[int, int, RunPiece]] = []
        loose: deque[tuple[int, RunPiece]] = deque()  # with the offset they stand at
        at = 0
        for piece in pieces:
            if piece.loose:
                loose.append((at, piece))
            else:
                bounds.append((at, at + len(piece.child.text or ""), piece))
                at = bounds[-1][1]
        first = 0
        for found in _WORDS.finditer("".join(piece.child.text or "" for _, _, piece in bounds)):
            start, end = found.span()
            while loose and loose[0][0] <= start:
                self._beside(loose.popleft()[1])
            while bounds[first][1] <= start:
                first += 1
            cut, place = [], first
            while place < len(bounds) and bounds[place][0] < end:
                low, high, piece = bounds[place]
                while loose and loose[0][0] <= low:
                    cut.append(loose.popleft()[1])
                if high > low:
                    cut.append(RunPiece(piece.run, piece.child, max(start, low) - low, min(end, high) - low))
                place += 1
            self.add(unicodedata.normalize("NFC", found[0]), found[0], cut)
        for _, piece in loose:
            self._beside(piece)

    def _beside(self, piece: RunPiece) -> None:
        """What prints nothing and stands between words goes before the next one."""
        self.decor.append(Atom("", "", [piece], self.path))

    def add(self, key: str, text: str, pieces: list[RunPiece]) -> Atom:
        atom = Atom(key, text, pieces, self.path, decor=self.decor)
        self.decor = []
        self.atoms.append(atom)
        return atom

    def loose(self, run: Element | None, child: Element) -> None:
        """What prints nothing: kept where the new draft has it, dropped of the old one.

        Inside a word it stays inside: a bookmark does not make one word two.
        """
        piece = RunPiece(run, child, loose=True)
        if self.buffer:
            self.buffer.append(piece)
        else:
            self._beside(piece)

    def sign(self, key: str, text: str, run: Element | None, child: Element) -> Atom:
        self.flush()
        return self.add(key, text, [RunPiece(run, child)])


def atoms_of(p: Element, shape: Callable[[Element], str]) -> list[Atom]:
    """All of paragraph `p`, its mark last. `shape` gives the key of a picture, drawing or object."""
    reading = _AtomReader(shape)
    _children(p, reading)
    reading.flush()
    properties = p.find(PPR)
    section = properties is not None and properties.find(SECTPR) is not None
    end = Atom("\x00§" if section else "\x00¶", "\n", [], (), p, decor=reading.decor)
    return [*reading.atoms, end]


def _children(parent: Element, reading: _AtomReader) -> None:
    for child in parent:
        tag = child.tag
        if tag == R:
            _run(child, reading)
        elif tag in WRAPPERS:
            _wrapper(child, reading)
        elif tag in (M_MATH, M_PARA):
            reading.sign("\x00math" + _structure(child), _math(child), None, child)
        elif tag == PPR or tag in _WRAPPER_PROPERTIES:
            continue
        elif next(child.iter(T), None) is not None or next(child.iter(*_SHAPES), None) is not None:
            reading.sign("\x00other" + _structure(child), "", None, child)
        else:
            reading.loose(None, child)


def _wrapper(wrapper: Element, reading: _AtomReader) -> None:
    before = reading.path
    reading.flush()
    count = len(reading.atoms)
    held = list(reading.decor)
    reading.path = (*before, wrapper)
    _children(content(wrapper), reading)
    reading.flush()
    reading.path = before
    if len(reading.atoms) == count:  # nothing in it: it stays as it is
        reading.decor = held
        reading.loose(None, wrapper)


def _run(run: Element, reading: _AtomReader) -> None:
    for child in run:
        tag = child.tag
        if tag == T:
            reading.buffer.append(RunPiece(run, child))
        elif tag == RPR or tag in _DROPPED:
            continue
        elif tag == FLD_CHAR:
            _field(run, child, reading)
        elif tag == INSTR:
            _code(run, child, reading)
        elif tag in _SIGNS:
            reading.sign(_SIGNS[tag] + (child.get(w("type")) or ""), _SIGNS[tag], run, child)
        elif tag in (FOOTNOTE_REF, ENDNOTE_REF):
            reading.sign("\x00" + tag, "[note]", run, child)
        elif tag == w("commentReference"):
            reading.loose(run, child)
        elif tag == SYM:
            reading.sign(f"\x00sym{child.get(w('font'))}{child.get(w('char'))}", "x", run, child)
        elif choice_of(child).tag in _SHAPES or next(child.iter(*_SHAPES), None) is not None:
            reading.sign("\x00shape" + reading.shape(child), "", run, child)
        else:
            reading.sign("\x00" + _structure(child), "", run, child)


def _field(run: Element, char: Element, reading: _AtomReader) -> None:
    kind = char.get(FLD_TYPE)
    if kind == "begin":
        atom = reading.sign("\x00field", "", run, char)
        atom.opens = char
        reading.open.append((char, ""))
        reading.coding = atom
    elif kind == "separate" and reading.coding is not None:
        reading.coding.pieces.append(RunPiece(run, char))
        reading.coding = None
    else:
        begun, code = reading.open.pop() if reading.open else (None, "")
        if reading.coding is not None and kind == "end":  # a field without a result
            reading.coding.pieces.append(RunPiece(run, char))
            reading.coding = None
        else:
            reading.sign("\x00end" + code if kind == "end" else "\x00separate", "", run, char).opens = begun
    if kind == "end" and reading.open:
        reading.coding = None


def _code(run: Element, child: Element, reading: _AtomReader) -> None:
    text = " ".join((child.text or "").split())
    if reading.coding is not None:
        reading.coding.pieces.append(RunPiece(run, child))
        reading.coding.key += text
        begun, code = reading.open[-1]
        reading.open[-1] = (begun, code + text)
    else:
        reading.sign("\x00code" + text, "", run, child)


def _structure(element: Element) -> str:
    """Names and texts of an element's tree, attributes left out where they are only identities."""
    return "".join(_structural(element))


def _structural(element: Element) -> Iterator[str]:
    for one in element.iter():
        if isinstance(one.tag, str):
            yield one.tag.rpartition("}")[2]
            if one.text and one.text.strip():
                yield unicodedata.normalize("NFC", one.text)
            value = one.get(w("val")) or one.get(M_MATH.replace("oMath", "val"))
            if value:
                yield f"={value}"


def _math(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(M_MATH.replace("oMath", "t"), T))


def boxes(shape: Element) -> list[Element]:
    """The outermost text boxes of a shape, of all its branches."""
    return [box for box in shape.iter(TXBX) if not any(up.tag == TXBX for up in _between(box, shape))]


def _between(box: Element, shape: Element) -> Iterator[Element]:
    for up in box.iterancestors():
        if up is shape:
            return
        yield up


def plain_text(p: Element) -> tuple[str, bool]:
    """The words of a paragraph in NFC, codes of fields included, and whether there is nothing but words."""
    out, simple = [], True
    for element in p.iter():
        tag = element.tag
        if tag in (T, INSTR):
            out.append(element.text or "")
        elif tag == TAB:
            parent = element.getparent()
            if parent is not None and parent.tag == R:
                out.append("\t")
        elif tag in _SIGNS:
            out.append(_SIGNS[tag])
        elif tag in _SPECIAL:
            simple = False
    return unicodedata.normalize("NFC", "".join(out)), simple


_SPECIAL = _SHAPES | {FOOTNOTE_REF, ENDNOTE_REF, SECTPR, SYM, M_MATH, M_PARA}
