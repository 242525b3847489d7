"""Encodings: the bytes of a text file → the Vietnamese that was typed, or a refusal.

Files of old machines hold windows-1258, TCVN3, VNI, VISCII or VIQR codes; mail gateways encode UTF-8 again.
What is no Unicode is read in the way that makes Vietnamese of its words. A text of which most words are no
Vietnamese is never passed on as if it were read, and one that may be read otherwise is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from drafter.errors import NotText
from drafter.language.legacy import decode as decode_legacy
from drafter.language.normal import ZERO_WIDTH
from drafter.language.syllables import marked_words, share
from drafter.model import Notice

from .old_encodings import of_viqr, of_viscii

_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
# The legacy single-byte encoding of Vietnamese Windows; charset-normalizer alone prefers its cousins.
_WINDOWS = "cp1258"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FONTS = ((".VnTime", "TCVN3"), ("VNI-Times", "VNI"))
_SURE = 0.85  # of the words with marks that are Vietnamese once a text is read rightly
_POOR = 0.6  # … and below which it is not
_BETTER = 0.2  # by which another reading must beat what the bytes say at first
_FEW = 3  # words with marks that prove nothing
_APART = 0.1  # … by which the best reading of bytes without a name must beat the next one
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"&(?:#\d{2,7}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,8});")
_TAG = re.compile(r"<[^<>]*>|&[#\w]+;")
_MAY_ADDRESS = re.compile(r"@|://|www\.")
_PIECE = re.compile(r"\S+")
_ADDRESS = re.compile(r"\b(?:\w+://|www\.)\S+")


@dataclass(frozen=True, slots=True)
class DecodedText:
    text: str
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as its bytes say it. `name`: of the old encoding that it is in; `doubtful`: it may be read
    otherwise."""

    text: str
    name: str = ""
    doubtful: bool = False
    guess: str = _WINDOWS.replace("cp", "windows-")  # the encoding, where it has no name of its own here


def decode(data: bytes, shown: str, *, declared: str | None = None, markup: bool = False) -> DecodedText:
    """Bytes → text, with a notice where it was not typed in Unicode or may be read otherwise.

    `declared`: the encoding that a page or a mail says it is in, which holds where it makes sense; `markup`:
    words stand between tags. Raises NotText.
    """
    said = _between_tags if markup else _said
    first = _first(data, declared, said)
    if first is not None and markup:
        first = replace(first, text=_SIGN.sub(_sign, first.text))
    read = _mended(first, said, shown)
    notices = []
    if read.doubtful:
        notices.append(Notice("doubtful-encoding", shown, read.name or read.guess))
    elif read.name:
        notices.append(Notice("legacy-text", shown, read.name))
    return DecodedText(ZERO_WIDTH.sub("", read.text), tuple(notices))


def _sign(found: re.Match[str]) -> str:
    """A letter that a page writes by its number or name, as itself: it may be a code of a legacy font."""
    sign = unescape(found[0])
    return sign if len(sign) == 1 and not sign.isascii() and not sign.isspace() else found[0]


def _mended(read: _Read | None, said: Callable[[str], str], shown: str) -> _Read:
    """A text that was encoded once more than it should be, or typed in an old way, as it was meant."""
    if read is None or _CONTROL.search(read.text):
        raise NotText(shown)
    words = said(read.text)
    marked, good = len(marked_words(words)), share(words)
    if not marked:
        plain = of_viqr(read.text) if words.isascii() else None
        return read if plain is None else _Read(plain, "VIQR", doubtful=True)
    twice = [
        each
        for each in _once_more(read.text)
        if marked_words(said(each[1])) and share(said(each[1])) >= _SURE
    ]
    if twice and not read.name:  # by chance no text has the form of UTF-8 in UTF-8
        return _Read(twice[-1][1], twice[-1][0])
    if marked >= _FEW and good < _SURE and not read.name:
        name, better = max(_legacy(read.text), key=lambda each: share(said(each[1])))
        if share(said(better)) >= max(_SURE, good + _BETTER):
            return _Read(better, name)
        if good < _POOR and marked > len(words.split()) / 4:
            raise NotText(shown)
    return read


def _said(text: str) -> str:
    """What is judged: addresses are spelled as machines like it, in any encoding."""
    return _PIECE.sub(_unaddressed, text) if _MAY_ADDRESS.search(text) else text


def _unaddressed(piece: re.Match[str]) -> str:
    """What stands between two spaces without the addresses in it."""
    said = piece.group()
    return " " if "@" in said[1:-1] else _ADDRESS.sub(" ", said)


def _between_tags(text: str) -> str:
    return _said(_TAG.sub(" ", text))


def _first(data: bytes, declared: str | None, said: Callable[[str], str]) -> _Read | None:
    """By byte-order mark, by where its null bytes stand, as it is declared, as UTF-8, then by its words."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    nulls = data.count(0)
    if nulls:
        wide = _wide(data, nulls)
        return None if wide is None else _try(data, wide)
    if declared is not None:
        found = _try(data, declared)
        if found is not None and share(said(found.text)) >= _SURE:
            return _Read(unicodedata.normalize("NFC", found.text))
    return _try(data, "utf-8") or _by_words(data, said)


def _wide(data: bytes, nulls: int) -> str | None:
    """The Unicode encoding of several bytes in which a text is that has nulls: those of ASCII have most."""
    letters = len(data) // 4
    if len(data) % 4 == 0:  # of four bytes the two highest: all scripts that are written stand in one plane
        if data[2::4].count(0) == data[3::4].count(0) == letters:
            return "utf-32-le"
        if data[::4].count(0) == data[1::4].count(0) == letters:
            return "utf-32-be"
    if nulls > len(data) // 8:
        return "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    return "utf-8"


def _by_words(data: bytes, said: Callable[[str], str]) -> _Read | None:
    """Bytes of one of the old encodings: the one in which its words are Vietnamese."""
    windows = _try(data, _WINDOWS)
    western = _western(data)
    readings = [
        *([] if windows is None else [("", unicodedata.normalize("NFC", windows.text))]),
        *_legacy(western),
        ("VISCII", of_viscii(data)),
    ]
    judged = sorted(((share(said(text)), text, name) for name, text in readings), key=lambda each: -each[0])
    good, text, name = judged[0]
    if good >= _POOR:
        few = len(marked_words(said(text))) < _FEW
        tied = any(good - other < _APART and read != text for other, read, _ in judged[1:])
        return _Read(text, name, doubtful=few or tied or good < _SURE)
    from charset_normalizer import from_bytes  # few files come this far

    guess = from_bytes(data).best()
    return None if guess is None else _Read(str(guess), doubtful=True, guess=guess.encoding)


def _once_more(text: str) -> Iterator[tuple[str, str]]:
    inner = text
    for _ in range(2):
        raw = bytearray()
        try:
            for char in inner:
                raw += bytes([ord(char)]) if 0x80 <= ord(char) < 0xA0 else char.encode("cp1252")
            inner = bytes(raw).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return
        yield "UTF-8 (×2)", inner.removeprefix("\ufeff")


def _legacy(text: str) -> Iterator[tuple[str, str]]:
    for font, name in _FONTS:
        yield name, "".join(map(_capitals, decode_legacy(text, font).splitlines(keepends=True)))


def _capitals(line: str) -> str:
    """TCVN3 has no codes for most capitals with marks: `"TØNH"` decodes to `"TỉNH"`."""
    plain = [char for char in line if char.isascii() and char.isalpha()]
    if len(plain) > 1 and all(map(str.isupper, plain)):
        return line.upper()
    return _WORD.sub(lambda found: found[0].upper() if _is_capital(found[0]) else found[0], line)


def _is_capital(word: str) -> bool:
    plain = [char for char in word if char.isascii()]
    return len(plain) > 1 and all(map(str.isupper, plain))


def _western(data: bytes) -> str:
    """Every byte as a sign of Windows-1252; those it leaves out as they are."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _try(data: bytes, encoding: str) -> _Read | None:
    try:
        return _Read(data.decode(encoding))
    except (LookupError, ValueError):
        return None
