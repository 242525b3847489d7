"""Equations as they are said in a line: a half is "1/2", ten to the sixth "10⁶" (ECMA-376 22.1)."""

from __future__ import annotations

import re

from lxml import etree

from drafter.language.raised import raised
from drafter.opc import name

M_T, M_F, M_NUM, M_DEN, M_E, M_SUP, M_SUB, M_DEG = map(
    name, ("m:t", "m:f", "m:num", "m:den", "m:e", "m:sup", "m:sub", "m:deg")
)
M_SSUP, M_SSUB, M_SSUBSUP, M_SPRE, M_RAD, M_D, M_NARY = map(
    name, ("m:sSup", "m:sSub", "m:sSubSup", "m:sPre", "m:rad", "m:d", "m:nary")
)
M_CHR, M_VAL, M_BEG, M_END = map(name, ("m:chr", "m:val", "m:begChr", "m:endChr"))
_WHOLE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_HALVES = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "1/8": "⅛"}


def said(element: etree._Element) -> str:
    """The words and figures of an equation or a part of it; what stands above or below never runs on."""
    return "".join(
        _SAID.get(child.tag, said)(child) if child.tag != M_T else child.text or "" for child in element
    )


def _part(element: etree._Element, tag: str) -> str:
    found = element.find(tag)
    return "" if found is None else said(found)


def _fraction(element: etree._Element) -> str:
    above, below = _part(element, M_NUM), _part(element, M_DEN)
    line = f"{_bracketed(above)}/{_bracketed(below)}"
    return _HALVES.get(line, line)


def _bracketed(text: str) -> str:
    return text if _WHOLE.fullmatch(text) or not text else f"({text})"


def _script(element: etree._Element) -> str:
    base = _part(element, M_E)
    low, high = _part(element, M_SUB), _part(element, M_SUP)
    return base + (_lowered(low) if low else "") + (_lifted(high) if high else "")


def _lifted(text: str) -> str:
    lifted = raised(text, "")
    return lifted if lifted != text else f"^{_bracketed(text)}"


def _lowered(text: str) -> str:
    lowered = raised(text, "0", low=True)
    return lowered if lowered != text else f"_{_bracketed(text)}"


def _root(element: etree._Element) -> str:
    degree = _part(element, M_DEG)
    return f"{_lifted(degree) if degree else ''}√({_part(element, M_E)})"


def _delimited(element: etree._Element) -> str:
    signs = {child.tag: child.get(M_VAL, "") for child in element.iter(M_BEG, M_END)}
    inner = "; ".join(said(part) for part in element.iterchildren(M_E))
    return f"{signs.get(M_BEG, '(')}{inner}{signs.get(M_END, ')')}"


def _sum(element: etree._Element) -> str:
    sign = next((child.get(M_VAL, "∫") for child in element.iter(M_CHR)), "∫")
    low, high = _part(element, M_SUB), _part(element, M_SUP)
    ends = f"_({low})" * bool(low) + f"^({high})" * bool(high)
    return f"{sign}{ends} {_part(element, M_E)}"


_SAID = {
    M_F: _fraction, M_SSUP: _script, M_SSUB: _script, M_SSUBSUP: _script, M_SPRE: _script, M_RAD: _root,
    M_D: _delimited, M_NARY: _sum,
}  # fmt: skip
