"""Texts of cells: plain and rich ones, control signs written as `_x000D_`, words struck through or raised."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.language.controls import unescaped
from drafter.language.normal import ZERO_WIDTH
from drafter.language.raised import raised
from drafter.opc import name
from drafter.opc.names import Element

S_T, S_R, S_RPR, S_STRIKE, S_VERT, S_SI = map(
    name, ("s:t", "s:r", "s:rPr", "s:strike", "s:vertAlign", "s:si")
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the stretches of it that are struck through."""

    text: str
    struck: tuple[tuple[int, int], ...] = ()


def words_of(holder: Element, *, struck: bool = False) -> Words:
    """The words of an `s:si`, `s:is` or `s:text`; `struck`: the cell is, where a run says nothing of its own.

    Phonetic guides (`s:rPh`) print nothing.
    """
    text = ""
    spans: list[tuple[int, int]] = []
    for child in holder:
        if child.tag not in (S_T, S_R):
            continue
        run = child.find(S_RPR) if child.tag == S_R else None
        said = unescaped(child.text or "" if child.tag == S_T else child.findtext(S_T) or "")
        said = ZERO_WIDTH.sub("", said)
        if run is not None and (lifted := run.find(S_VERT)) is not None:
            said = raised(said, text, low=lifted.get("val") == "subscript")
        if said.strip() and (struck if run is None else is_struck(run)):
            spans.append((len(text), len(text) + len(said)))
        text += said
    return Words(text, tuple(spans))


def is_struck(font: Element) -> bool:
    """Whether a font, of a style or of a run, strikes through."""
    strike = font.find(S_STRIKE)
    return strike is not None and strike.get("val") not in ("0", "false")


def shared_strings(root: Element | None) -> list[Element]:
    """The `s:si` of the part of shared strings, in order."""
    return [] if root is None else list(root.iterchildren(S_SI))
