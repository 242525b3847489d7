"""Reading a paragraph into atoms: wrappers entered, fields held together, what prints nothing set beside."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from drafter.language.words import atoms

from ..names import (
    ENDNOTE_REF,
    FLD_CHAR,
    FLD_TYPE,
    FOOTNOTE_REF,
    INSTR,
    M_MATH,
    M_PARA,
    PPR,
    RPR,
    SECTPR,
    SYM,
    WRAPPER_PROPERTIES,
    WRAPPERS,
    Element,
    R,
    T,
    choice_of,
    content,
    w,
)
from .atoms import Atom, Path, RunPiece
from .computed import INSTRUCTION, OpenField, as_one_result, code_key, is_computed
from .plain import SIGNS
from .running import RunningText
from .shapes import SHAPES, math_text, structure


def atoms_of(p: Element, shape: Callable[[Element], str]) -> list[Atom]:
    """All of paragraph `p`, its mark last. `shape` gives the key of a picture, drawing or object."""
    reader = _AtomReader(shape)
    _children(p, reader)
    reader.flush()
    properties = p.find(PPR)
    section = properties is not None and properties.find(SECTPR) is not None
    end = Atom("\x00§" if section else "\x00¶", "\n", [], (), p, decor=reader.decor)
    return [*reader.atoms, end]


@dataclass(slots=True)
class _AtomReader:
    shape: Callable[[Element], str]
    atoms: list[Atom] = field(default_factory=list)
    buffer: list[RunPiece] = field(default_factory=list)
    decor: list[Atom] = field(default_factory=list)
    path: Path = ()
    open: list[OpenField] = field(default_factory=list)  # innermost last
    coding: Atom | None = None  # the field whose code is being read

    def flush(self) -> None:
        """Cut what was gathered of running text into words."""
        if not self.buffer:
            return
        running, self.buffer = RunningText(self.buffer), []
        for found in atoms(running.text):
            self._beside(running.loose_until(found.start()))
            self.add(unicodedata.normalize("NFC", found[0]), found[0], running.take(*found.span()))
        self._beside(running.loose_until(len(running.text)))

    def _beside(self, pieces: list[RunPiece]) -> None:
        """What prints nothing and stands between words goes before the next one."""
        self.decor += [Atom("", "", [piece], self.path) for piece in pieces]

    def add(self, key: str, text: str, pieces: list[RunPiece]) -> Atom:
        atom = Atom(key, text, pieces, self.path, decor=self.decor)
        self.decor = []
        self.atoms.append(atom)
        return atom

    def text(self, run: Element, child: Element) -> None:
        self.buffer.append(RunPiece(run, child))

    def loose(self, run: Element | None, child: Element) -> None:
        """What prints nothing: kept where the new draft has it, dropped of the old one.

        Inside a word it stays inside: a bookmark does not make one word two.
        """
        piece = RunPiece(run, child, loose=True)
        if self.buffer:
            self.buffer.append(piece)
        else:
            self._beside([piece])

    def sign(self, key: str, text: str, run: Element | None, child: Element) -> Atom:
        self.flush()
        return self.add(key, text, [RunPiece(run, child)])


# --- what stands in a paragraph ----------------------------------------------------------


def _children(parent: Element, reader: _AtomReader) -> None:
    for child in parent:
        _IN_PARAGRAPH.get(str(child.tag), _unknown)(child, reader)


def _wrapper(wrapper: Element, reader: _AtomReader) -> None:
    before = reader.path
    reader.flush()
    count = len(reader.atoms)
    held = list(reader.decor)
    reader.path = (*before, wrapper)
    _children(content(wrapper), reader)
    reader.flush()
    if is_computed(wrapper.get(INSTRUCTION, "")):
        as_one_result(reader.atoms, count)
    reader.path = before
    if len(reader.atoms) == count:  # nothing in it: it stays as it is
        reader.decor = held
        reader.loose(None, wrapper)


def _math(formula: Element, reader: _AtomReader) -> None:
    reader.sign("\x00math" + structure(formula), math_text(formula), None, formula)


def _unknown(child: Element, reader: _AtomReader) -> None:
    if next(child.iter(T, *SHAPES), None) is not None:
        reader.sign("\x00other" + structure(child), "", None, child)
    else:
        reader.loose(None, child)


def _run(run: Element, reader: _AtomReader) -> None:
    for child in run:
        _IN_RUN.get(str(child.tag), _printing)(run, child, reader)


def _properties(_child: Element, _reader: _AtomReader) -> None:
    """Belong to what they stand in, and are copied with it."""


_IN_PARAGRAPH: Mapping[str, Callable[[Element, _AtomReader], None]] = {
    R: _run,
    **dict.fromkeys(WRAPPERS, _wrapper),
    **dict.fromkeys((M_MATH, M_PARA), _math),
    **dict.fromkeys((PPR, *WRAPPER_PROPERTIES), _properties),
}


# --- what stands in a run ----------------------------------------------------------------


def _text(run: Element, child: Element, reader: _AtomReader) -> None:
    reader.text(run, child)


def _dropped(_run: Element, _child: Element, _reader: _AtomReader) -> None:
    """Properties of the run, and what Word leaves behind when it draws pages."""


def _field(run: Element, char: Element, reader: _AtomReader) -> None:
    kind = char.get(FLD_TYPE)
    if kind == "begin":
        atom = reader.sign("\x00field", "", run, char)
        atom.opens = char
        reader.open.append(OpenField(char))
        reader.coding = atom
    elif kind == "separate" and reader.coding is not None:
        reader.coding.pieces.append(RunPiece(run, char))
        reader.coding = None
        reader.open[-1].result = len(reader.atoms)
    else:
        _end_of_field(run, char, kind or "", reader)
    if kind == "end" and reader.open:
        reader.coding = None


def _end_of_field(run: Element, char: Element, kind: str, reader: _AtomReader) -> None:
    ended = reader.open.pop() if reader.open else OpenField(None)
    if reader.coding is not None and kind == "end":  # a field without a result
        reader.coding.pieces.append(RunPiece(run, char))
        reader.coding = None
    else:
        reader.flush()
        if ended.result is not None and is_computed(ended.code):
            as_one_result(reader.atoms, ended.result)
        key = "\x00end" + ended.code if kind == "end" else "\x00separate"
        reader.sign(key, "", run, char).opens = ended.begun


def _code(run: Element, child: Element, reader: _AtomReader) -> None:
    text = code_key(child.text or "")
    if reader.coding is not None:
        reader.coding.pieces.append(RunPiece(run, child))
        reader.coding.key += text
        reader.open[-1].code += text
    else:
        reader.sign("\x00code" + text, "", run, child)


def _sign(run: Element, child: Element, reader: _AtomReader) -> None:
    sign = SIGNS[child.tag]
    reader.sign(sign + (child.get(w("type")) or ""), sign, run, child)


def _note(run: Element, child: Element, reader: _AtomReader) -> None:
    reader.sign("\x00" + child.tag, "[note]", run, child)


def _comment(run: Element, child: Element, reader: _AtomReader) -> None:
    reader.loose(run, child)


def _symbol(run: Element, child: Element, reader: _AtomReader) -> None:
    reader.sign(f"\x00sym{child.get(w('font'))}{child.get(w('char'))}", "x", run, child)


def _printing(run: Element, child: Element, reader: _AtomReader) -> None:
    """A picture, drawing or object, or anything else that prints."""
    if choice_of(child).tag in SHAPES or next(child.iter(*SHAPES), None) is not None:
        reader.sign("\x00shape" + reader.shape(child), "", run, child)
    else:
        reader.sign("\x00" + structure(child), "", run, child)


_IN_RUN: Mapping[str, Callable[[Element, Element, _AtomReader], None]] = {
    T: _text,
    **dict.fromkeys((RPR, w("lastRenderedPageBreak"), w("annotationRef")), _dropped),
    FLD_CHAR: _field,
    INSTR: _code,
    **dict.fromkeys(SIGNS, _sign),
    **dict.fromkeys((FOOTNOTE_REF, ENDNOTE_REF), _note),
    w("commentReference"): _comment,
    SYM: _symbol,
}
