"""Letters of a text, to be counted: raised figures as figures, equations without their signs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from drafter.language.normal import ZERO_WIDTH

_SIGNS = re.compile(r"[()/^_√∑⁄]")  # that a reader writes for the layout of an equation


def letters(text: str, *, equation: bool = False) -> str:
    """Without white space, hyphens, zero-width characters: "80%²" is "80%2", "½" of an equation "12"."""
    text = re.sub(r"[\s-]", "", lowered(ZERO_WIDTH.sub("", text)))
    return _SIGNS.sub("", text) if equation else text


def lowered(text: str) -> str:
    """Raised and lowered figures and fractions as plain figures."""
    return "".join(map(_lowered, text))


@cache
def _lowered(sign: str) -> str:
    """A raised or lowered figure, or a fraction, as figures."""
    kind = unicodedata.decomposition(sign).partition(" ")[0]
    return unicodedata.normalize("NFKC", sign) if kind in ("<super>", "<sub>", "<fraction>") else sign
