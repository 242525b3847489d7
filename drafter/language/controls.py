"""Control signs that programs write out in letters: `_x000D_` is a carriage return (ECMA-376 22.9.2.19)."""

from __future__ import annotations

import re

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_BREAKS = re.compile("_x000[dD]_\r?\n?|_x000[aA]_|_x0009_")
_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def unescaped(text: str) -> str:
    """A text as a workbook stores it → as it is read: line ends as "\\n", other control signs gone."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return _CONTROL.sub("", _ENDS.sub("\n", text)).replace("\t", " ")


def without_escapes(text: str) -> str:
    """Any other text: the escapes of line ends and tabs that came with words taken from a workbook."""
    if "_x00" not in text:
        return text
    return _BREAKS.sub(lambda found: " " if found[0] == "_x0009_" else "\n", text)
