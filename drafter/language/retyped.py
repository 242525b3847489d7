"""Retyped text: what is left of a text when all is evened out that programs and typists change by themselves.

Spaces and line breaks, Unicode form, tone placement, kinds of quotes, dashes and dots say nothing; letter
case does: “ủy ban” for “Ủy ban” is an edit.
"""

from __future__ import annotations

import re

from .normal import decoded

_DRESS = str.maketrans(
    {
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("’‘‚′`", "'"),
        **dict.fromkeys("–—‐‑‒−", "-"),
        "…": "...",
    }
)
_BLANK = re.compile(r"\s+")
_AROUND = re.compile(r" ?([\"'(),.;:?!\[\]{}/%-]) ?")


def retyped(text: str) -> str:
    """`text` as it would be told from another by a reader: `"Tiếp thu ,  sửa «A»"` → `'Tiếp thu,sửa"A"'`.

    Two texts of equal result say the same to the letter; it is no text to be shown.
    """
    return _AROUND.sub(r"\1", _BLANK.sub(" ", decoded(text).translate(_DRESS))).strip()
