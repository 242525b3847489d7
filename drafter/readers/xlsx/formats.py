"""Number formats (ECMA-376 18.8.30): a stored number → what its cell shows to a reader in Vietnam.

`0.85` in `0%` is "85%", `1234567` in `#,##0` "1.234.567", `44260` in `dd/mm/yyyy` "05/03/2021".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from .dates import shown_date

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00",
    44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
}  # fmt: skip
GENERAL = "General"

# What a code is made of: literals, brackets, blanks kept free for a sign, and what stands for the number.
_TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|[Ee][+-]|[0#?.,]+|AM/PM|.', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_CURRENCY = re.compile(r"\[\$([^\]-]*)")
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_COMPARE = {
    "<": Decimal.__lt__, "<=": Decimal.__le__, ">": Decimal.__gt__, ">=": Decimal.__ge__,
    "=": Decimal.__eq__, "<>": Decimal.__ne__,
}  # fmt: skip
_GENERAL_DIGITS = 11  # that General shows at most
_MOST_DIGITS = 30  # of a number that is written out


def shown_number(stored: str, code: str, *, since_1904: bool = False) -> str:
    """What a cell with the number `stored` and the format `code` shows; `stored` itself where it is none."""
    try:
        value = Decimal(repr(float(stored)))
    except (ValueError, InvalidOperation):
        return stored
    if not value.is_finite():
        return stored
    parts, plain = _section(value, code)
    if _is_general(parts):
        return _around(parts, general(value))
    if any(_DATE.fullmatch(part) or part.lower() in ("[h]", "[hh]", "[m]", "[mm]", "[s]") for part in parts):
        return shown_date(value, "".join(map(_bare, parts)), since_1904=since_1904) or general(value)
    return _numeric(value if plain else abs(value), parts)


def shown_text(text: str, code: str) -> str:
    """What a cell with a text shows: a format may set words around it."""
    for section in reversed(_sections(code)):
        if "@" in section:
            return "".join(text if part == "@" else _literal(part) for part in section)
    return text


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[tuple[str, ...], ...]:
    found: list[list[str]] = [[]]
    for part in _TOKEN.findall(code):
        if part == ";":
            found.append([])
        else:
            found[-1].append(part)
    return tuple(map(tuple, found))


def _section(value: Decimal, code: str) -> tuple[tuple[str, ...], bool]:
    """The section of a code that shows `value`, and whether it shows its sign itself."""
    sections = _sections(code)
    for section in sections:
        condition = next(filter(None, map(_CONDITION.fullmatch, section)), None)
        if condition and _COMPARE[condition[1]](value, Decimal(condition[2])):
            return section, True
    numbers = [section for section in sections[:3] if "@" not in section]
    if value < 0 and len(numbers) > 1:
        return numbers[1], False
    if value == 0 and len(numbers) > 2:
        return numbers[2], True
    return (numbers[0] if numbers else ()), True


def _is_general(parts: Sequence[str]) -> bool:
    """General, or a section that would show nothing: what is stored is never lost."""
    return GENERAL in parts or not any(
        (part.strip() and _literal(part) != "") or part[0] in "0#?@" for part in parts
    )


def _around(parts: Sequence[str], number: str) -> str:
    if GENERAL not in parts:
        return number
    return "".join(number if part == GENERAL else _literal(part) for part in parts).strip()


def general(value: Decimal) -> str:
    """A number as it is, without the noise of binary fractions: `7,5`, `20000`."""
    if value == value.to_integral_value() and abs(value.adjusted()) < _MOST_DIGITS:
        return str(value.quantize(Decimal(1)))
    if value.adjusted() > _MOST_DIGITS or value.adjusted() < -_GENERAL_DIGITS:
        return str(value).replace(".", ",")
    rounded = Decimal(f"{value:.{_GENERAL_DIGITS}g}")
    return f"{rounded:f}".rstrip("0").rstrip(".").replace(".", ",")


def _bare(part: str) -> str:
    """A piece of a date's code; what it only prints is put in quotes."""
    if part.startswith("[") and part.lower() not in ("[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]"):
        return ""
    return part if not (part.startswith(("_", "*"))) else ""


def _literal(part: str) -> str:
    """What a piece prints that does not stand for the number."""
    if part.startswith('"'):
        return part[1:-1] if len(part) > 1 else ""
    if part.startswith("\\"):
        return part[1:]
    if part.startswith("_"):
        return " "
    if part.startswith("["):
        currency = _CURRENCY.match(part)
        return currency[1] if currency else ""
    return "" if part.startswith("*") or part[0] in "0#?" or part == "@" else part


def _numeric(value: Decimal, parts: Sequence[str]) -> str:
    places = [
        at for at, part in enumerate(parts) if part[0] in "0#?." and set(part) <= set("0#?.,") and part != "."
    ]
    if not places:
        return "".join(map(_literal, parts)).strip()
    if any(part == "/" for part in parts):
        return _fraction(value)
    if any(part.startswith(("E", "e")) and part[-1] in "+-" for part in parts):
        return f"{value:.2E}".replace(".", ",")
    first, last = places[0], places[-1]
    value = value.scaleb(2 * sum(part == "%" for part in parts))
    before, behind = ("".join(map(_literal, side)) for side in (parts[:first], parts[last + 1 :]))
    number = _digits(value, "".join(parts[at] for at in places))
    sign = "-" if number.startswith("-") else ""
    return f"{sign}{before}{number.removeprefix('-')}{behind}".strip()


def _digits(value: Decimal, pattern: str) -> str:
    """A number by its digits' pattern: `#,##0.0` shows 1234.56 as "1.234,6"."""
    scaled = pattern.rstrip(",")
    value = value.scaleb(-3 * (len(pattern) - len(scaled)))
    whole, _, decimals = scaled.partition(".")
    decimals = decimals.replace(",", "")[:_GENERAL_DIGITS]
    if value.adjusted() > _MOST_DIGITS:
        return general(value)
    rounded = value.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,f}" if "," in whole else f"{abs(rounded):f}"
    ahead, _, tail = text.partition(".")
    ahead = ahead.rjust(whole.count("0"), "0")
    while tail and decimals[len(tail) - 1] in "#?" and tail.endswith("0"):
        tail = tail[:-1]
    sign = "-" if rounded < 0 else ""
    return f"{sign}{ahead.replace(',', '.')}{',' if tail else ''}{tail}"


def _fraction(value: Decimal) -> str:
    whole, part = divmod(abs(value), 1)
    near = Fraction(part).limit_denominator(99)
    if near == 1:
        whole, near = whole + 1, Fraction(0)
    words = ([str(int(whole))] if whole or not near else []) + (
        [f"{near.numerator}/{near.denominator}"] if near else []
    )
    return ("-" if value < 0 else "") + " ".join(words)
