"""Automatic numbers as Word prints them (ECMA-376 17.9): definitions, and counters that run on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from drafter.language.numerals import to_roman
from drafter.opc import name

from .names import W_ILVL, W_IND, W_LEFT, W_NUMID, W_PPR, W_START, W_VAL, is_on
from .styles import number

W_NUM, W_ABSTRACT, W_ABSTRACT_ID, W_LVL = map(name, ("w:num", "w:abstractNum", "w:abstractNumId", "w:lvl"))
W_NUM_FMT, W_LVL_TEXT, W_LVL_RESTART, W_IS_LGL = map(
    name, ("w:numFmt", "w:lvlText", "w:lvlRestart", "w:isLgl")
)
W_LVL_OVERRIDE, W_START_OVERRIDE = map(name, ("w:lvlOverride", "w:startOverride"))
W_NUM_STYLE_LINK, W_STYLE_LINK, W_P_STYLE, W_FORMAT = map(
    name, ("w:numStyleLink", "w:styleLink", "w:pStyle", "w:format")
)

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
# Glyphs that an office uses as an item of a list; in print they all read as a dash.
_PLUS = {"+", "\uf02b", "＋"}
_KEPT = {"*"}
_LONGEST = 255  # characters of a number's pattern; with every paragraph it is written out anew
_MOST_LETTERS = 780  # Word's own limit of list letters: 26 letters, thirty times over


@dataclass(frozen=True, slots=True)
class Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None  # a level (from 1) after which it restarts; 0 never; None: any higher
    legal: bool = False  # isLgl: every number in the label is decimal
    style: str | None = None
    indent: int | None = None  # twentieths of a point


@dataclass(frozen=True, slots=True)
class List:
    """A `w:num`: its levels with overrides, and the counters it shares through `abstract`."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]  # startOverride by level


class Numbering:
    """The numbering part, and where each list has come to. One instance reads one story once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._defined: dict[str, tuple[str, etree._Element, etree._Element]] = {}  # by number of the list
        self._lists: dict[str, List] = {}  # those in use so far
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def fresh(self) -> Numbering:
        """The same lists for another story, nothing counted yet."""
        other = Numbering(None)
        other._defined, other._lists = self._defined, self._lists
        return other

    def _read(self, root: etree._Element) -> None:
        abstracts = {element.get(W_ABSTRACT_ID, ""): element for element in root.iter(W_ABSTRACT)}
        by_link = {
            link.get(W_VAL): key
            for key, element in abstracts.items()
            if (link := element.find(W_STYLE_LINK)) is not None
        }
        for element in root.iter(W_NUM):
            pointer = element.find(W_ABSTRACT_ID)
            key = pointer.get(W_VAL, "") if pointer is not None else ""
            abstract = abstracts.get(key)
            link = abstract.find(W_NUM_STYLE_LINK) if abstract is not None else None
            if link is not None:
                key = by_link.get(link.get(W_VAL), key)
                abstract = abstracts.get(key)
            if abstract is not None:
                self._defined[element.get(W_NUMID, "")] = key, abstract, element

    def _list(self, num_id: str) -> List | None:
        """Read when it is first used: files define many lists that they never use."""
        if num_id not in self._lists and num_id in self._defined:
            self._lists[num_id] = _list(*self._defined[num_id])
        return self._lists.get(num_id)

    def level(self, num_id: str, at: int) -> Level | None:
        found = self._list(num_id)
        return found.levels.get(at) if found else None

    def linked(self, num_id: str, style: str | None) -> int | None:
        """The level of the list that names the style (ECMA-376 17.9.23); the style need not repeat it."""
        found = self._list(num_id)
        if found is None or style is None:
            return None
        return next((at for at, level in found.levels.items() if level.style == style), None)

    def next(self, num_id: str, at: int) -> str | None:
        """Count one paragraph at level `at` (0..8) of list `num_id`; its label as printed, or None."""
        found = self._list(num_id)
        level = found.levels.get(at) if found else None
        if found is None or level is None:
            return None
        counts = self._counts.setdefault(found.abstract, [None] * 9)
        override = found.starts.get(at)
        if override is not None and (num_id, at) not in self._started:
            # The first paragraph of a w:num with startOverride begins anew, later ones run on.
            counts[at] = override
            self._started.add((num_id, at))
        else:
            count = counts[at]
            counts[at] = level.start if count is None else count + 1
        for deeper in range(at + 1, 9):
            if _restarts(found.levels.get(deeper), at):
                counts[deeper] = None
        return _label(level, found.levels, counts) or None


def _restarts(level: Level | None, after: int) -> bool:
    if level is None or level.restart is None:
        return True
    return level.restart != 0 and after < level.restart


def _list(key: str, abstract: etree._Element, num: etree._Element) -> List:
    levels = {}
    for element in abstract.iterchildren(W_LVL):
        levels[number(element.get(W_ILVL)) or 0] = _level(element)
    starts = {}
    for override in num.iterchildren(W_LVL_OVERRIDE):
        at = number(override.get(W_ILVL)) or 0
        whole, start = override.find(W_LVL), override.find(W_START_OVERRIDE)
        if whole is not None:
            levels[at] = _level(whole)
        if start is not None:
            starts[at] = number(start.get(W_VAL)) or 0
            levels[at] = replace(levels.get(at, Level()), start=starts[at])
    return List(key, levels, starts)


def _level(element: etree._Element) -> Level:
    values = {child.tag: child for child in element}
    if W_NUM_FMT not in values and (wrapped := next(element.iter(W_NUM_FMT), None)) is not None:
        values[W_NUM_FMT] = wrapped  # formats of later versions stand in mc:AlternateContent
    indent = values[W_PPR].find(W_IND) if W_PPR in values else None

    def value(tag: str) -> str | None:
        return values[tag].get(W_VAL) if tag in values else None

    form = value(W_NUM_FMT) or "decimal"
    if form == "custom" and W_NUM_FMT in values:
        form = values[W_NUM_FMT].get(W_FORMAT) or "decimal"
    start = number(value(W_START))
    return Level(
        start=1 if start is None else start,
        form=form,
        text=(value(W_LVL_TEXT) or "")[:_LONGEST],
        restart=number(value(W_LVL_RESTART)),
        legal=W_IS_LGL in values and is_on(value(W_IS_LGL)),
        style=value(W_P_STYLE),
        indent=None if indent is None else number(indent.get(W_LEFT, indent.get(W_START))),
    )


def _label(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    if level.form == "bullet":
        return _bullet(level.text)
    label = level.text
    for at in range(9):
        sign = f"%{at + 1}"
        if sign in label:
            shown = levels.get(at, level)
            if shown.form == "bullet":  # a level without a number prints none
                label = label.replace(sign, "")
                continue
            # A level that has not occurred yet prints its start, and still begins there later.
            count = shown.start if counts[at] is None else counts[at]
            label = label.replace(sign, formatted(count or 0, "decimal" if level.legal else shown.form))
    return label.strip()


def _bullet(glyph: str) -> str:
    """Dash-like and other glyphs read as a dash; plus and star are kept."""
    glyph = glyph.strip()
    if not glyph:
        return ""
    if glyph in _PLUS:
        return "+"
    return glyph if glyph in _KEPT else "-"


def formatted(count: int, form: str) -> str:
    """`count` in a number format of ECMA-376 17.18.59: 4 in upperRoman is `"IV"`."""
    if form in ("upperRoman", "lowerRoman"):
        roman = to_roman(count) if 0 < count < 4000 else str(count)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letters = _letters(count)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("decimalZero", "01, 02, 03, ..."):
        return f"{count:02}"
    if form == "001, 002, 003, ...":
        return f"{count:03}"
    if form in ("vietnameseCounting", "cardinalText"):
        return _spoken(count)
    return "" if form == "none" else str(count)


def _letters(count: int) -> str:
    """Word repeats the letter after z: 27 is `"aa"`, 28 `"bb"`."""
    if not 1 <= count <= _MOST_LETTERS:
        return str(count)
    times, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _spoken(count: int) -> str:
    if count < 10:
        return _UNITS[count]
    tens, unit = divmod(count, 10)
    if tens > 9:
        return str(count)
    words = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    if unit:
        words += " " + {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(unit, _UNITS[unit])
    return words
