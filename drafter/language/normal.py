"""The normal form of a text, with the way back to the text as printed.

NFC, one tone placement (hóa, ủy: the older style that most offices type), `Ð/Ɖ → Đ`, zero-width
characters out, every kind of space a plain one. Matching uses the normal form; what a user sees and
every stored offset belong to the text as printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# U+00D0 (Icelandic Eth) and U+0189 look like Đ in print and are typed for it by old keyboards.
_FOR_ETH = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
_TO_D = str.maketrans(_FOR_ETH)
# Spaces at which no line breaks, and those of a fixed width: what is printed looks like a space.
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TO_SPACE = str.maketrans(_SPACES, " " * len(_SPACES))
_PLAIN = _TO_D | _TO_SPACE
ETH = re.compile(f"[{''.join(_FOR_ETH)}]")
ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
_ODD = re.compile(f"{ETH.pattern}|{ZERO_WIDTH.pattern}|[{_SPACES}]")

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"


def _tone_pairs() -> dict[str, str]:
    """`oá → óa`, `oẻ → ỏe`, `uỷ → ủy` in every letter case."""
    pairs = {}
    for glide, vowel in (("o", "a"), ("o", "e"), ("u", "y")):
        for tone in (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT):
            for first in (glide, glide.upper()):
                for second in (vowel, vowel.upper()):
                    new_style = first + unicodedata.normalize("NFC", second + tone)
                    pairs[new_style] = unicodedata.normalize("NFC", first + tone) + second
    return pairs


_TONES = _tone_pairs()
# The tone moves only in an open syllable (hoá, not hoán) and where u is no part of qu (quý).
# The pattern begins with plain letters, which lets the engine skip most of a text.
_MARKED = {glide: "".join(pair[1] for pair in _TONES if pair[0].lower() == glide) for glide in "ou"}
_NEW_STYLE = re.compile(rf"(?:[oO][{_MARKED['o']}]|[uU](?<![qQ].)[{_MARKED['u']}])(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Normal:
    """`source[i]` is the offset in the printed text of normal character i; one more for the end."""

    text: str
    source: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed stretch that normal characters start..end came from."""
        return self.source[start], self.source[end]


def composed(text: str) -> str:
    """`text` as Unicode composes it, with Đ for Eth and no hidden signs; the tone stays where it stands."""
    return unicodedata.normalize("NFC", ZERO_WIDTH.sub("", text)).translate(_TO_D)


def evenly_spaced(text: str) -> str:
    """`text` with a plain space for every other kind."""
    return text.translate(_TO_SPACE)


# Lines of a draft are asked about again and again: four times of five it is one asked about before.
@lru_cache(maxsize=8192)
def decoded(text: str) -> str:
    """`text` in normal form, without the offsets: cheaper where the way back is not needed."""
    if text.isascii():
        return text
    if _ODD.search(text):
        text = ZERO_WIDTH.sub("", text).translate(_PLAIN)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _NEW_STYLE.sub(lambda found: _TONES[found.group()], text)


@lru_cache(maxsize=65536)
def normal(text: str) -> Normal:
    """The normal form of `text` with offsets back into it: `"hoá"` gives `"hóa"`, [0, 1, 2, 3]."""
    if unicodedata.is_normalized("NFC", text) and not ZERO_WIDTH.search(text):
        return Normal(decoded(text), range(len(text) + 1))
    pieces: list[str] = []
    source: list[int] = []
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFC", ZERO_WIDTH.sub("", text[start:end]))
        pieces.append(piece)
        source.extend([start] * len(piece))
    source.append(len(text))
    return Normal(decoded("".join(pieces)), source)


def _clusters(text: str) -> list[tuple[int, int]]:
    """A base character with the combining marks after it: NFC never joins across these."""
    starts = [i for i, char in enumerate(text) if i == 0 or not unicodedata.combining(char)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """For comparing names and citations: normal form, one space, lower case."""
    return " ".join(decoded(text).lower().split())


def unaccented(text: str) -> str:
    """Without any mark: `"Sở Y tế"` gives `"So Y te"`. For file names and loose comparison."""
    plain = unicodedata.normalize("NFD", decoded(text).replace("Đ", "D").replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))
