"""The words of citations: a text cut into units, labels, joints, acts and names of sections.

`"điểm a khoản 2 mục III"` is unit point, letter a, unit paragraph, number 2, unit section, roman III.
All expressions stand in `data/citations.toml`, `data/acts.toml` and `data/sections.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .lexicon import lexicon
from .numerals import spoken

_FLAGS = re.IGNORECASE
_EDGE = r"(?![^\W_])"  # no letter or digit follows
_FRONT = r"(?<![^\W_])"  # none stands before
LAST = "last"
ANNEXES = "annexes"
LABELS = frozenset({"roman", "number", "path", "letter", "nth", "first", "last", "spoken"})


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` says what `value` is: unit, roman, number, path, letter, nth, act, own, role, and, to …"""

    kind: str
    value: str
    start: int
    end: int


@cache
def ranks() -> dict[str, int]:
    """Unit → how far in it stands: annex 0, section 3, paragraph 6, dash 8."""
    return {entry["unit"]: entry["rank"] for entry in lexicon("citations")["units"]} | {
        "role": 1,
        "number": 3,
        "relative": 3,
    }


@cache
def _act_name() -> str:
    acts = lexicon("acts")
    types = "|".join(
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(acts["types"], key=len, reverse=True)
    )
    named = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in acts["named"])
    word = rf"(?!{acts['stop']}|{acts['here']}){_FRONT}[^\s,;.:()“”\"«»]+"
    title = rf"(?:{named})(?:\s+(?-i:[A-ZĐÁÂĂÔƠƯÝ])[^\s,;.:()“”\"«»]*(?:\s+{word})*)"
    constitution = r"Hiến\s+pháp"
    return (
        rf"(?:{types})\s+{acts['number']}|(?:{title}|{constitution}){acts['year']}{acts['amended']}"
        rf"|Quy\s+chế\s+(?!{acts['here']}){word}(?:\s+{word})*"
    )


@cache
def _own() -> str:
    acts = lexicon("acts")
    types = "|".join(
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(acts["types"], key=len, reverse=True)
    )
    return (
        rf"{acts['own']}(?:\s+(?:{types}))?(?:\s+{acts['here']})?|(?:của\s+)?(?:{types})\s+(?:{acts['here']})"
    )


@cache
def _table() -> tuple[tuple[str, str], ...]:
    """Kinds of tokens with their expressions, tried in this order."""
    words, sections = lexicon("citations"), lexicon("sections")
    joints, ordinals = words["joints"], words["ordinals"]
    counted = rf"(?!{words['counting']['after']})"
    units = "|".join(f"(?P<u{i}>{entry['words']})" for i, entry in enumerate(words["units"]))
    roles = "|".join(f"(?P<r{i}>{entry['names']})" for i, entry in enumerate(sections["roles"]))
    return (
        ("own", rf"{_FRONT}(?:{_own()}){_EDGE}"),
        ("act", rf"{_FRONT}(?:{_act_name()}){_EDGE}"),
        ("role", rf"{_FRONT}{sections['lead']}(?:{roles}){_EDGE}{sections['close']}"),
        ("mark", r"\(\s*[-–+]\s*\)"),
        ("below", rf"(?:{joints['below']}){_EDGE}"),
        ("unit", rf"{_FRONT}(?:{units})(?:(?<=\.)|(?!\w)|(?=\d))"),
        ("relative", rf"{_FRONT}(?:{joints['relative']}){_EDGE}"),
        ("nth", rf"{_FRONT}(?:{ordinals['nth']}){_EDGE}"),
        ("first", rf"{_FRONT}(?:{ordinals['first']}){_EDGE}"),
        ("last", rf"{_FRONT}(?:{ordinals['last']}){_EDGE}"),
        ("num", rf"{_FRONT}(?:{joints['number']})\s*:?"),
        ("path", rf"{_FRONT}(?-i:[IVXLC]+)(?:\s?\.\s?(?:\d{{1,2}}(?-i:[a-zđ])?|(?-i:[a-zđ])\d?))+{_EDGE}"),
        ("path", rf"{_FRONT}\d{{1,2}}[a-zđ]?(?:\.(?:\d{{1,2}}[a-zđ]?|[a-zđ]\d?))+{_EDGE}{counted}"),
        ("roman", rf"{_FRONT}(?-i:[IVXLC]+){_EDGE}"),
        ("number", rf"{_FRONT}\d{{1,3}}[a-zđ]?{_EDGE}{counted}"),
        ("letter", rf"{_FRONT}[“\"']?(?:\(\s?)?[a-zđ]\d?{_EDGE}(?:\s?\))?[”\"']?"),
        ("and", rf"{_FRONT}(?:{joints['and']}){_EDGE}"),
        ("to", rf"{_FRONT}(?:đến|tới){_EDGE}|(?:–|-)(?=\s?(?:[a-zđ]|\d{{1,2}})(?:{_EDGE}))"),
        ("of", rf"{_FRONT}(?:{joints['of']}){_EDGE}"),
        ("plural", rf"{_FRONT}(?:{joints['plural']}){_EDGE}"),
        ("spoken", rf"{_FRONT}(?:{ordinals['spoken']})"),
        ("comma", r"[,()/:]|\s[-–]\s"),
        ("semicolon", r";"),
        ("break", r"[.\n!?…]"),
        ("word", r"[^\W_]+|\S"),
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<t{i}>{text})" for i, (_, text) in enumerate(_table())), _FLAGS)


@cache
def _groups() -> tuple[list[str], list[str], list[str]]:
    kinds = [kind for kind, _ in _table()]
    units = [entry["unit"] for entry in lexicon("citations")["units"]]
    return kinds, units, [entry["role"] for entry in lexicon("sections")["roles"]]


def cut(text: str) -> list[Token]:
    """All of `text` (in normal form) as tokens in order; white space is left out."""
    kinds, units, roles = _groups()
    found: list[Token] = []
    for match in _pattern().finditer(text):
        assert match.lastgroup is not None  # the outermost group closes last
        kind, value = kinds[int(match.lastgroup[1:])], match.group()
        if kind == "unit":
            value = next(unit for i, unit in enumerate(units) if match[f"u{i}"] is not None)
            if found and _blocked(value, found[-1], match.start()):
                kind = "word"
            elif value == "annex" and _unnumbered(text, match, found):
                value = ANNEXES
        elif kind == "role":
            value = next(role for i, role in enumerate(roles) if match[f"r{i}"] is not None)
            lead = {"mục": "section", "phần": "part", "đoạn": "text"}.get(
                match.group().split()[0].lower(), ""
            )
            if found and _blocked(lead, found[-1], match.start()):
                kind = "word"
        found.append(Token(kind, value, match.start(), match.end()))
    return found


def _unnumbered(text: str, word: re.Match[str], before: Sequence[Token]) -> bool:
    """Whether "phụ lục" stands for the annexes as they are: "các phụ lục", "mục V phụ lục", not "một phụ lục
    riêng"."""
    cues = lexicon("citations")["annexes"]
    if re.compile(cues["not_after"], _FLAGS).match(text, word.end()):
        return False
    if _ends_a_place(before):
        return True
    led_in = re.search(cues["before"], text[max(0, word.start() - 12) : word.start()], _FLAGS)
    return bool(led_in or re.compile(cues["after"], _FLAGS).match(text, word.end()))


def _ends_a_place(tokens: Sequence[Token]) -> bool:
    """Whether the last tokens are a unit with its number, a comma after it aside."""
    last = [token.kind for token in tokens[-4:] if token.kind not in ("comma", "num")]
    return last[-2:-1] == ["unit"] and last[-1] in LABELS


def _blocked(unit: str, before: Token, start: int) -> bool:
    """Whether the unit word is the end of another word: "quan điểm", "danh mục"."""
    words = lexicon("citations")["blocked"].get(unit, ())
    return (
        before.kind in ("word", "of", "and", "num", "unit", "spoken", "plural")
        and before.end + 1 == start
        and before.value.lower() in words
    )


def label(token: Token) -> str | None:
    """What a token numbers: `"thứ ba"` gives "3", `"a)"` "a", `"cuối"` "last"; None if nothing."""
    if token.kind == "first":
        return "1"
    if token.kind == "last":
        return LAST
    if token.kind in ("nth", "spoken"):
        number = spoken(token.value)
        return None if number is None else str(number)
    if token.kind == "letter":
        return "".join(char for char in token.value if char.isalnum())
    if token.kind == "number":
        return token.value.lstrip("0") or "0"
    if token.kind in ("roman", "path"):
        return "".join(token.value.split())
    return None


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(rf"{_FRONT}(?:{_act_name()}){_EDGE}", _FLAGS)


def find_acts(text: str) -> list[tuple[int, int]]:
    """Where `text` (in normal form) names other acts: `"theo Luật An ninh mạng năm 2018"` → one stretch."""
    return [match.span() for match in _acts().finditer(text)]
