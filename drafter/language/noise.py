"""Noise: ways of writing that differ between drafts and mean nothing by it.

`tags("UBND tỉnh", "Uỷ ban nhân dân tỉnh")` is `("abbreviation",)`: what normalises one into the
other; None where anything else differs. Names of noise: decomposed (Unicode form), tone (hoá,
hóa), space, quotes, dash, spelling (tỉ lệ, tỷ lệ), abbreviation, number (95000, 95.000), case
(`: t`, `: T`), punctuation (how a clause ends).

Hard cases: "hàng hoá" against "hàng năm" (only the phrase is a variant); "Sở TT&TT" (initials of "Thông
tin và Truyền thông"); `7.5` against `7,5` (the same figure), `6,000` against `6.000` (not the same).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from .lexicon import alternatives, lexicon
from .lexicons import Abbreviations
from .normal import composed, decoded, evenly_spaced, unaccented
from .numerals import figure
from .words import NUMBER, words

if TYPE_CHECKING:
    from drafter.model import Segment

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'"))
_DASHES = str.maketrans(dict.fromkeys("–—‐‑−", "-"))
_NUMBERS = re.compile(NUMBER)
_ENDING = re.compile(r"[\s.;,:…]+$")
_SHORT = re.compile(r"[^\W\d_]{2,}")


@cache
def _short_forms() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&])(?:{alternatives(lexicon(Abbreviations).short)})(?![\w&])")


@cache
def _variants() -> tuple[re.Pattern[str], Mapping[str, str]]:
    variants = dict(lexicon(Abbreviations).spelling.variants)
    return re.compile(rf"\b(?:{alternatives(variants)})\b", re.IGNORECASE), variants


@cache
def _with_i() -> re.Pattern[str]:
    consonants = alternatives(lexicon(Abbreviations).spelling.consonants)
    return re.compile(rf"\b({consonants})([iìỉĩíị])\b", re.IGNORECASE)


_I_TO_Y = str.maketrans("iìỉĩíịIÌỈĨÍỊ", "yỳỷỹýỵYỲỶỸÝỴ")


def _quotes(text: str) -> str:
    return text.translate(_QUOTES)


def _dashes(text: str) -> str:
    return text.translate(_DASHES).replace("...", "…")


def _spaces(text: str) -> str:
    return " ".join(text.split())


def _spelling(text: str) -> str:
    text = _with_i().sub(lambda found: found[1] + found[2].translate(_I_TO_Y), text)
    pattern, variants = _variants()
    return pattern.sub(lambda found: _like(found[0], variants[found[0].lower()]), text)


def _like(printed: str, phrase: str) -> str:
    return phrase[0].upper() + phrase[1:] if printed[0].isupper() else phrase


def _written_out(text: str) -> str:
    short = lexicon(Abbreviations).short
    return _short_forms().sub(lambda found: short[found[0]], text)


def _numbers(text: str) -> str:
    return _NUMBERS.sub(lambda found: _figure(found[0]), text)


@lru_cache(maxsize=4096)
def _figure(printed: str) -> str:
    value = figure(printed)
    return printed if value is None else format(value, "f")


def _squeezed(text: str) -> str:
    return "".join(text.split())


# In this order: each step sees what the ones before it made of the text.
STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("decomposed", composed),
    ("space", evenly_spaced),
    ("tone", decoded),
    ("space", _spaces),
    ("quotes", _quotes),
    ("dash", _dashes),
    ("spelling", _spelling),
    ("abbreviation", _written_out),
    ("number", _numbers),
    ("case", str.lower),
    ("space", _squeezed),
)


@lru_cache(maxsize=65536)
def canonical(text: str) -> str:
    """`text` with all noise normalised, in lower case: `"UBND Tỉnh"` is `"ủy ban nhân dân tỉnh"`."""
    for _, step in STEPS[:-1]:
        text = step(text)
    return text


def spelled(text: str) -> str:
    """What is left of `text` without Unicode form, tone placement and white space."""
    return _squeezed(decoded(text))


def tags(old: str, new: str, *, ending: bool = False) -> tuple[str, ...] | None:
    """The normalisations that lead from `old` to `new`, in the order of STEPS; None where more differs.

    `ending`: the two stand at the end of their clauses, where `;` and `.` come and go.
    """
    found: list[str] = []
    if ending and _bare_end(old, new):
        return ("punctuation",)
    if is_short_for(old.strip(), new.strip()) or is_short_for(new.strip(), old.strip()):
        return ("abbreviation",)
    for name, step in STEPS:
        if old == new:
            break
        apart = Indel.distance(old, new)
        old, new = step(old), step(new)
        if Indel.distance(old, new) < apart:
            found.append(name)
    if old != new:
        if not ending or _ENDING.sub("", old) != _ENDING.sub("", new):
            return None
        found.append("punctuation")
    if "abbreviation" in found and "case" in found:  # a written-out form has its own capitals
        found.remove("case")
    return tuple(dict.fromkeys(found))


def _bare_end(old: str, new: str) -> bool:
    """Nothing but marks at the end: `;` against `.`, or a full stop that was missing."""
    return not _ENDING.sub("", old) and not _ENDING.sub("", new) and old.strip() != new.strip()


def initials(phrase: str, *, skip_and: bool = False) -> str:
    """The first letters of `phrase` in capitals without marks: `"Ủy ban nhân dân"` gives `"UBND"`."""
    return "".join(
        unaccented_initial(word) for word in words(decoded(phrase)) if not (skip_and and word.lower() == "và")
    )


@lru_cache(maxsize=16384)
def unaccented_initial(word: str) -> str:
    first = word[0].upper()
    return "Đ" if first == "Đ" else unaccented(first)


def short_letters(short: str) -> str | None:
    """The letters of an initialism without marks and dashes: `"KT-XH"` is `"KTXH"`; None if it is none."""
    letters = re.sub(r"[.&,/\s-]", "", decoded(short))
    if not _SHORT.fullmatch(letters) or not letters.isupper() or len(letters) > 10:
        return None
    return "".join(unaccented_initial(letter) for letter in letters)


def is_short_for(short: str, phrase: str) -> bool:
    """Is `short` the initials of `phrase`? `"GD&ĐT"` is, for `"Giáo dục và Đào tạo"`."""
    if len(short) >= len(phrase):
        return False
    letters = short_letters(short)
    return letters is not None and letters in (initials(phrase), initials(phrase, skip_and=True))


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One deletion with its insertion (either may be empty); `noise` is None where it is more than noise."""

    old: str
    new: str
    noise: tuple[str, ...] | None


def edits(segments: Sequence[Segment], *, joined: bool = False) -> Iterator[Segment | WordEdit]:
    """The kept stretches and the edits of a change in order; both renderers and the analysis read it so.

    `joined`: several clauses stand on one side, each after a line break; such a break, the mark
    before it and the capital after it are no edit of words.
    """
    last = max(
        (place for place, segment in enumerate(segments) if segment.op != "=" or segment.text.strip()),
        default=-1,
    )
    place = 0
    while place < len(segments):
        segment = segments[place]
        if segment.op == "=":
            yield segment
            place += 1
            continue
        follows = place + 1 < len(segments) and segment.op == "-" and segments[place + 1].op == "+"
        end = place + 1 + follows
        old = segment.text if segment.op == "-" else ""
        new = segments[end - 1].text if segments[end - 1].op == "+" else ""
        if joined and "\n" in old + new and _at_join(old) == _at_join(new):
            yield WordEdit(old, new, ())
        else:
            yield WordEdit(old, new, tags(old, new, ending=end > last))
        place = end


def telling(segments: Sequence[Segment]) -> list[WordEdit]:
    """The edits of words; those that are only noise where there are no others."""
    found = [edit for edit in edits(segments) if isinstance(edit, WordEdit)]
    found = [edit for edit in found if edit.old.strip() or edit.new.strip()]
    return [edit for edit in found if edit.noise is None] or found


def _at_join(text: str) -> str:
    return re.sub(r"[\s.;,:]", "", canonical(text))
