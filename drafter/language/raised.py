"""Raised and lowered figures: `2025` with a raised 1 is "2025¹", km with a raised 2 stays "km2".

A raised figure is a mark of a note or an exponent. Written with the figures that Unicode has for it, it is no
digit of the number before it. Behind a unit of length it is how everyone types that unit.
"""

from __future__ import annotations

import re

_HIGH = str.maketrans("0123456789+-−–=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾")
_LOW = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_FIGURES = re.compile(r"[\s(+−–-]*\d[\d\s,;*)]*")
_MOST = 12  # signs: what is longer is text set small
_UNIT = re.compile(r"(?<![^\W\d_])(?:[dcmk]|da|h)?m$")
_NUMBER_OR_FRACTION = re.compile(r"[\d/⁄⁰¹²³⁴-⁹]$")


def raised(text: str, before: str, *, low: bool = False) -> str:
    """A run set high (or low) behind `before`, with figures of their own where it consists of figures.

    Of the same length. Low figures of a formula (`CO2`) stay as they are typed everywhere.
    """
    if len(text) > _MOST or not _FIGURES.fullmatch(text):
        return text
    if low:
        return text.translate(_LOW) if _NUMBER_OR_FRACTION.search(before) else text
    if text.strip() in ("2", "3") and _UNIT.search(before):
        return text
    return text.translate(_HIGH)
