"""Numbers as drafts write them: Roman, the order of point letters, words, figures with units."""

from __future__ import annotations

import re
from decimal import Decimal

from .normal import folded

# The letters that number points: no f, j, w, z; đ after d; no ă â ê ô ơ ư (NĐ 30/2020/NĐ-CP, Phụ lục I).
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"

_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "nhất": 1, "đầu": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


_LONGEST_WHOLE = 18  # digits: a longer run counts nothing, and `int` refuses very long ones


def whole(text: str) -> int | None:
    """The number that `text` writes in plain digits and nothing else: `"05"` is 5; None for `"①"`, `"1²"`.

    `str.isdigit` is true of these two though `int` cannot read them; ask here instead.
    """
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_WHOLE else None


def roman(text: str) -> int | None:
    """`"XIV"` is 14; None for anything that is no well-formed Roman numeral. Capitals only."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


def to_roman(number: int) -> str:
    """4 is `"IV"`. For 1 to 3999."""
    table = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    out = ""
    for value, letters in table:
        times, number = divmod(number, value)
        out += letters * times
    return out


def letter(text: str) -> int | None:
    """The place of a point letter: `"đ"` is 5. None for letters that number no points."""
    place = POINT_LETTERS.find(text.lower()) if len(text) == 1 else -1
    return place + 1 if place >= 0 else None


def spoken(text: str) -> int | None:
    """A number in words, 0 to 99: `"mười hai"` is 12, `"thứ nhất"` 1, `"hai mươi mốt"` 21; also `"12"`."""
    text = folded(text).removeprefix("thứ ").strip()
    if (number := whole(text)) is not None:
        return number
    parts = text.split()
    if not parts:
        return None
    if len(parts) == 1:
        return 10 if parts[0] == "mười" else _DIGITS.get(parts[0])
    if parts[0] == "mười" and len(parts) == 2 and parts[1] in _DIGITS:
        return 10 + _DIGITS[parts[1]]
    if parts[1] == "mươi" and parts[0] in _DIGITS and len(parts) <= 3:
        unit = _DIGITS.get(parts[2]) if len(parts) == 3 else 0
        return None if unit is None else _DIGITS[parts[0]] * 10 + unit
    return None


def figure(text: str) -> Decimal | None:
    """A printed figure: `"7,5"` is 7.5, `"95.000"` 95000, `"1.234,5"` 1234.5, `"09"` 9.

    The point groups thousands and the comma starts decimals (TCVN); a single point that no
    group of three follows is a decimal point, as spreadsheets leave it.
    """
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", text):
        return None
    if "," in text:
        whole, _, part = text.rpartition(",")
        if whole.count(",") or ("." in part):
            return Decimal(text.replace(",", "").replace(".", "")) if text.count(",") > 1 else None
        return Decimal(f"{whole.replace('.', '')}.{part}")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        return Decimal(text.replace(".", ""))
    return Decimal(text) if text.count(".") <= 1 else None
