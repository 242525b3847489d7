"""Signs of symbol fonts (Symbol, Wingdings) as the Unicode characters they look like."""

from __future__ import annotations

from lxml import etree

from .names import W_CHAR, W_FONT

# Adobe Symbol and Wingdings codes that stand for signs a draft can mean.
_SYMBOL = {
    0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
    0xB7: "•", 0x2D: "-", 0x2B: "+",
}  # fmt: skip
_WINGDINGS = {
    0xA7: "▪", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFC: "✓", 0xFE: "☑",
    0xA8: "☐", 0x6F: "☐", 0xFD: "☒", 0x76: "❖", 0xD1: "⊗", 0x9F: "•", 0x2D: "-", 0x2B: "+",
}  # fmt: skip


def sign(element: etree._Element) -> str:
    """`w:sym`: a code in a symbol font."""
    try:
        code = int(element.get(W_CHAR, ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return from_code(code & 0xFF, element.get(W_FONT, ""))
    lone_surrogate = 0xD800 <= code <= 0xDFFF
    return chr(code) if 0x20 <= code <= 0x10FFFF and not lone_surrogate else ""


def from_code(code: int, font: str) -> str:
    """The character that `code` (0..255) of a symbol font prints; a bullet for an unknown one."""
    tables = (_WINGDINGS, _SYMBOL) if "wing" in font.lower() else (_SYMBOL, _WINGDINGS)
    for table in tables:
        if code in table:
            return table[code]
    return chr(code) if 0x20 <= code < 0x7F else "•"
