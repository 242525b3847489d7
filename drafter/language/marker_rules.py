"""One rule for each family of markers: a pattern, and what must follow for the line to be numbered by it.

A rule takes a line in normal form and gives its marker or None. Which rules are worth trying on a
line is told by its first character.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .families import Family, Marker
from .numerals import letter, roman, spoken, to_roman, whole

Rule = Callable[[str], Marker | None]

_UNITS = {
    "phụ lục": (Family.ANNEX, "pl"),
    "phần": (Family.PART, "phan"),
    "chương": (Family.CHAPTER, "chuong"),
    "mục": (Family.SECTION, "muc"),
    "tiểu mục": (Family.SUBSECTION, "tieu-muc"),
    "điều": (Family.ARTICLE, "dieu"),
}
_ORDINAL = r"(?i:thứ\s+(?P<spoken>mười(?:\s+(?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?|[^\W\d_]{2,5}))"
_NUMBER_OF_UNIT = r"(?:(?i:số)\s*:?\s*)?(?P<number>[IVXLC]+|\d{1,3}[a-zđ]?|[A-Z])(?![\w/])"
_UNIT = re.compile(
    rf"(?P<unit>(?i:phần|chương|tiểu\s+mục|mục))\s+(?:{_ORDINAL}|{_NUMBER_OF_UNIT})(?P<dot>\s?\.(?!\d))?"
)
_ARTICLE = re.compile(r"(?P<unit>(?i:điều))\s+(?P<number>\d{1,3}[a-zđ]?)(?P<dot>\s?\.)?")
_ANNEX = re.compile(rf"(?P<unit>(?i:phụ\s+lục))(?:\s+{_NUMBER_OF_UNIT})?")
_AFTER_UNIT = re.compile(r"\s*[:.\-–—]\s*|\s+")

_SEPARATOR = r"(?P<sep>\s?[.)]|\s{0,2}[-–—:/])"
_ROMAN = re.compile(rf"(?P<number>[IVXLC]+){_SEPARATOR}")
_CAPITAL = re.compile(rf"(?P<number>[A-ZĐ]){_SEPARATOR}")
_FIGURES = re.compile(
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*)(?P<inserted>[a-zđ](?=\s?[.)]))?(?:{_SEPARATOR})?"
)
_LETTER = re.compile(rf"(?P<number>[a-zđ])(?P<index>\d?){_SEPARATOR}")
_SMALL_ROMAN = re.compile(r"(?P<number>[ivx]{1,5})(?P<sep>\s?[.)])")
_BRACKETED = re.compile(r"\((?P<number>\d{1,2}|[a-zđ]|[ivx]{1,5})\)(?=\s*[^\W\d_])")
_INITIAL = re.compile(r"[^\W\d_]\.")  # "V.I. Lê-nin", "V. I. Lê-nin" are names

_DASHES = "-–—−‐‑‒―"
_BULLETS = "•●○◦▪■□▫◊◆♦❖➢➤►▶▸‣⁃·∙✓✔☑→⇒\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0e8\uf0a8\uf071"
ITEM_OF = (
    dict.fromkeys(_DASHES, Family.DASH) | dict.fromkeys(_BULLETS, Family.BULLET)
    | {"+": Family.PLUS, "＋": Family.PLUS, "*": Family.STAR, "\uf02d": Family.DASH}
)  # fmt: skip
_SUFFIXES = "abcdđefghijklmnopqrstuvwxyz"  # "Điều 5a"


def _unit(text: str) -> Marker | None:
    found = _UNIT.match(text) or _ARTICLE.match(text) or _ANNEX.match(text)
    if found is None:
        return None
    family, prefix = _UNITS[" ".join(found["unit"].lower().split())]
    groups = found.groupdict()
    number = groups.get("number")
    if groups.get("spoken"):
        counted = spoken(groups["spoken"])
        if counted is None:
            return None
        number = to_roman(counted)
    rest = text[found.end() :]
    if not _heads(family, rest, dotted=bool(groups.get("dot")), shouted=found["unit"].isupper()):
        return None
    gap = _AFTER_UNIT.match(rest)
    end = found.end() + (gap.end() if gap else 0)
    label = found.group().strip()
    return Marker(family, label, _bare(number) if number else "", _value(number), end, prefix=prefix)


def _heads(family: Family, rest: str, *, dotted: bool, shouted: bool) -> bool:
    """Whether what follows the number lets it be a heading, not the start of a sentence about the unit."""
    rest = rest.split("\n", 1)[0].strip()
    if not rest or dotted:
        return True
    if rest[0] in ".:-–—" or (family is Family.ARTICLE and rest[0] in "…"):
        return family is not Family.ANNEX or shouted or len(rest.split()) <= 40
    word = next((piece for piece in rest.split() if len(piece) > 1 and piece[0].isalpha()), "")
    return family is not Family.ARTICLE and (word.isupper() or (shouted and word[:1].isupper()))


def _bare(number: str) -> str:
    """`"05"` is `"5"`, `"5A"` is `"5a"`; Roman numerals and letters stay."""
    return (number.lstrip("0") or "0").lower() if number[0].isdecimal() else number


def _value(number: str | None) -> int | None:
    if number is None:
        return None
    if number[0].isdecimal():
        return whole(number.rstrip(_SUFFIXES))
    return roman(number) or letter(number)


def _after(text: str, sep: str, end: int) -> int | None:
    """Where the text begins after a separator, or None where it shows that this is no marker."""
    rest = text[end:]
    mark, opening = sep.strip(), rest[:3].strip()[:1]
    if rest[:1].isspace():
        refused = opening.isdigit() and mark not in ".)"
    else:
        refused = _sticks(mark, opening, bool(rest))
    return None if refused else len(text) - len(rest.lstrip())


def _sticks(mark: str, opening: str, more: bool) -> bool:
    """Whether what follows a separator without a space makes one word of the whole."""
    if mark == ")":
        return False
    if opening.isdigit():
        return True  # "6-12 tháng"
    if mark == ".":
        return opening.islower() or opening in ".…"  # "v.v…", "1..."
    if mark == ":":
        return more
    return not opening.isupper() and opening not in "“\"«'("  # "x-quang", "h/c"


def _roman(text: str) -> Marker | None:
    found = _ROMAN.match(text)
    value = roman(found["number"]) if found else None
    end = _after(text, found["sep"], found.end()) if found and value else None
    if found is None or value is None or end is None or _INITIAL.match(text, end):
        return None
    label = found.group().strip()
    return Marker(Family.ROMAN, label, found["number"], value, end, sure=value == 1)


def _capital(text: str) -> Marker | None:
    found = _CAPITAL.match(text)
    end = _after(text, found["sep"], found.end()) if found else None
    if found is None or end is None or _INITIAL.match(text, end):
        return None
    sep = found["sep"].strip()
    if sep == ":":
        return None
    value = letter(found["number"])
    return Marker(Family.LETTER, found.group().strip(), found["number"], value, end, sure=False)


def _capital_point(text: str) -> Marker | None:
    """`Đ)` for `đ)`: a word processor's own correction of a small letter at the start of a line."""
    found = _CAPITAL.match(text)
    if found is None or found["sep"].strip() != ")":
        return None
    return _letter(text[0].lower() + text[1:], label=found.group().strip())


def _figures(text: str) -> Marker | None:
    found = _FIGURES.match(text)
    if found is None:
        return None
    parts = tuple(int(piece) for piece in found["number"].split("."))
    sep = (found["sep"] or "").strip()
    if not sep:
        return _unstopped(text, found["number"], parts)
    end = _after(text, sep, found.end())
    if end is None or (len(parts) > 1 and max(parts[1:]) > 99):
        return None
    inserted = found["inserted"] or ""
    key = ".".join(str(part) for part in parts) + inserted
    family = Family.BRACED if sep == ")" and len(parts) == 1 else Family.NUMBER
    sure = sep != ":" and not inserted
    label = found.group().strip()
    return Marker(family, label, key, parts[-1], end, parts if family is Family.NUMBER else (), sure)


def _unstopped(text: str, number: str, parts: tuple[int, ...]) -> Marker | None:
    """`2.1 Hạ tầng số` without a full stop; `1.500 tỷ` and `7.5 triệu` are figures."""
    rest = text[len(number) :]
    if len(parts) < 2 or max(parts) > 99 or not rest[:1].isspace():
        return None
    opening = rest.strip()[:1]
    if not (opening.isupper() or opening in '“"«'):
        return None
    end = len(text) - len(rest.lstrip())
    return Marker(Family.NUMBER, number, ".".join(map(str, parts)), parts[-1], end, parts, sure=False)


def _letter(text: str, label: str | None = None) -> Marker | None:
    found = _LETTER.match(text)
    if found is None or found["sep"].strip() == ":":
        return None
    end = _after(text, found["sep"], found.end())
    if end is None or (found["sep"].strip() == "." and _INITIAL.match(text, end)):
        return None
    key = found["number"] + found["index"]
    return Marker(Family.POINT, label or found.group().strip(), key, letter(found["number"]), end)


def _small_roman(text: str) -> Marker | None:
    found = _SMALL_ROMAN.match(text)
    value = roman(found["number"].upper()) if found else None
    end = _after(text, found["sep"], found.end()) if found and value else None
    if found is None or end is None:
        return None
    return Marker(Family.SMALL_ROMAN, found.group().strip(), found["number"], value, end)


def _bracketed(text: str) -> Marker | None:
    found = _BRACKETED.match(text)
    if found is None:
        return None
    number = found["number"]
    if number.isdecimal() or len(number) == 1:
        value = whole(number) if number.isdecimal() else letter(number)
        return _in_brackets(Family.BRACKETED, text, found, value)
    return None


def _bracketed_roman(text: str) -> Marker | None:
    """`(i)`, `(ii)`: the Roman reading goes first, a row of letters that reaches `(h)` decides otherwise."""
    found = _BRACKETED.match(text)
    value = roman(found["number"].upper()) if found else None
    return _in_brackets(Family.BRACKETED_ROMAN, text, found, value) if found and value else None


def _in_brackets(family: Family, text: str, found: re.Match[str], value: int | None) -> Marker:
    end = len(text) - len(text[found.end() :].lstrip())
    return Marker(family, found.group(), _bare(found["number"]), value, end)


def _dash(text: str) -> Marker | None:
    family = ITEM_OF[text[0]]
    rest = text[1:].lstrip()
    if not rest or rest[0] in ITEM_OF or rest[0] == "_":
        return None  # a line of dashes, "* * *"
    if rest[0].isdigit() and not text[1].isspace() and text[0] not in _BULLETS:
        return None  # "-5%", "+2"
    return item(family, text[0], len(text) - len(rest))


def item(family: Family, glyph: str, end: int) -> Marker:
    """Dashes, stars and pluses keep their sign; other glyphs read as a dash."""
    label = glyph if family in (Family.DASH, Family.PLUS, Family.STAR) and glyph != "\uf02d" else "-"
    return Marker(family, label, "+" if family is Family.PLUS else "-", None, end)


def _rules() -> dict[str, tuple[Rule, ...]]:
    """First character of a line to the rules worth trying, in order of preference."""
    rules: dict[str, tuple[Rule, ...]] = dict.fromkeys(ITEM_OF, (_dash,))
    rules |= dict.fromkeys("0123456789", (_figures,)) | {"(": (_bracketed_roman, _bracketed)}
    rules |= dict.fromkeys("abcdđeghklmnopqrstuyfjwz", (_letter,))
    rules |= dict.fromkeys("ivx", (_letter, _small_roman))
    rules |= dict.fromkeys("ABDĐEFGHJKMNOPQRSTUWYZ", (_capital, _capital_point))
    rules |= dict.fromkeys("IVXLC", (_roman, _capital, _capital_point))
    for char in "PpCcTtMmĐđÐƉð":
        rules[char] = (_unit, *rules.get(char, (_capital, _capital_point)))
    return rules


RULES = _rules()
