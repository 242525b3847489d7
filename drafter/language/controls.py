"""Control signs: those that programs write out in letters, `_x000D_` for a carriage return (ECMA-376
22.9.2.19), and those that would steer a terminal."""

from __future__ import annotations

import re

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_BREAKS = re.compile("_x000[dD]_\r?\n?|_x000[aA]_|_x0009_")
_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Signs that move, colour or rename what a terminal shows, or turn the order of what stands beside them: those
# of C0 have pictures of their own (U+2400).
_STEERING = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"},
    **dict.fromkeys(
        (*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD
    ),
}
_UNSEEN = re.compile("[" + "".join(chr(code) for code in _STEERING if code > 32) + "]")
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


def visible(text: str) -> str:
    """A text for a terminal: signs that would steer it stand there as signs that are seen."""
    return text.translate(_STEERING)


def escaped(json: str) -> str:
    """The same of JSON, which says the same afterwards: such signs stand in texts alone."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
